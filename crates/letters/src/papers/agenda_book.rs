//! *Buku agenda surat*: the letters of the office in a period. It names applicants, so it is not posted anywhere.

use super::list::{List, SignedBy};
use crate::imprint::{Imprint, Reference, SheetSize};
use crate::layout::{Columns, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The letters of a period.
#[derive(Clone, Debug)]
pub struct AgendaBook {
    /// E.g. `1 Januari 2026 sampai 31 Desember 2026`.
    pub period: String,
    /// Short check code.
    pub check_code: String,
    /// One line a letter: running number, number, date, sort, subject, to whom, when sent and how, and what else is to be said.
    pub rows: Vec<Vec<String>>,
    /// Who signs the book.
    pub signed: Option<SignedBy>,
    /// The sheet it is printed on.
    pub sheet: SheetSize,
}

const COLUMNS: Columns<'_> = Columns::new(
    &["No.", "Nomor Surat", "Tanggal", "Surat", "Hal", "Kepada", "Dikirim", "Keterangan"],
    &[16.0, 78.0, 38.0, 66.0, 128.0, 74.0, 76.0, 84.0],
);

impl Paper for AgendaBook {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Buku Agenda Surat {}", self.period), Reference::of_register(&self.period, &self.check_code))
            .lying()
            .on(self.sheet)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        // Few columns: letters as large as those of a list, whichever sheet they stand on.
        let size = match self.sheet {
            SheetSize::Office | SheetSize::A4 | SheetSize::Envelope(_) => 9.0,
            SheetSize::A3 => 6.8,
        };
        List {
            title: "BUKU AGENDA SURAT",
            below: &self.period,
            columns: COLUMNS.size(size),
            rows: &self.rows,
            empty: "Tidak ada surat dalam masa ini.",
            signed: self.signed.as_ref(),
        }
        .compose(sheet)
    }
}
