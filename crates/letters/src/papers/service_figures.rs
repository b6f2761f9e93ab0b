//! The figures of a period on a sheet of their own: what a kecamatan reports each month or quarter.

use super::figure_tables::{ReportTable, figure_tables};
use super::list::SignedBy;
use super::signature::signed;
use crate::imprint::{Imprint, Reference};
use crate::layout::{Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The figures of a period as they stand in the register.
#[derive(Clone, Debug)]
pub struct FiguresSheet {
    /// E.g. `1 Oktober 2026 sampai 31 Desember 2026`.
    pub period: String,
    /// Short check code.
    pub check_code: String,
    /// What was counted.
    pub tables: Vec<ReportTable>,
    /// Who signs it.
    pub signed: Option<SignedBy>,
}

impl Paper for FiguresSheet {
    fn imprint(&self) -> Imprint {
        let reference = Reference::new("Angka layanan", &self.period, &self.check_code);
        Imprint::new(format!("Angka Layanan Informasi Publik {}", self.period), reference)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("ANGKA LAYANAN INFORMASI PUBLIK", std::slice::from_ref(&self.period));
        figure_tables(sheet, &self.tables);
        match &self.signed {
            Some(by) => sheet.signatures(Side::Nobody, signed(&by.place, by.on, &by.official)),
            None => Ok(()),
        }
    }
}
