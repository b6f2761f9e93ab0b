//! Daftar Permohonan: what the list on the screen shows, on a sheet that lies on its side. A working paper, not the register.

use super::list::List;
use crate::imprint::{Imprint, Reference};
use crate::layout::{Columns, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// Requests as they are listed.
#[derive(Clone, Debug)]
pub struct RequestList {
    /// The civil date it stands for, in words.
    pub on: String,
    /// Short check code.
    pub check_code: String,
    /// By what the list was narrowed and put in order, a line each.
    pub narrowed: Vec<String>,
    /// The columns: name, and width in proportion to the others.
    pub columns: Vec<(&'static str, f32)>,
    /// One line a request.
    pub rows: Vec<Vec<String>>,
}

impl Paper for RequestList {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Daftar Permohonan {}", self.on), Reference::new("Daftar", &self.on, &self.check_code)).lying()
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let (heads, shares): (Vec<&str>, Vec<f32>) = self.columns.iter().copied().unzip();
        let below = [self.narrowed.as_slice(), &[format!("{} permohonan, keadaan {}", self.rows.len(), self.on)]].concat();
        List {
            title: "DAFTAR PERMOHONAN INFORMASI",
            below: &below.join("\n"),
            columns: Columns::new(&heads, &shares).size(8.5),
            rows: &self.rows,
            empty: "Tidak ada permohonan yang cocok.",
            signed: None,
        }
        .compose(sheet)
    }
}
