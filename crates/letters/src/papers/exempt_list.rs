//! Daftar Informasi yang Dikecualikan (DIK): what the office keeps closed, and until when.

use chrono::NaiveDate;
use loket_domain::indonesian::date;
use loket_domain::office::ListDecree;

use super::list::{List, SignedBy, below};
use crate::imprint::{Imprint, Reference};
use crate::layout::{Columns, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The list of exempt information (*DIK*).
#[derive(Clone, Debug)]
pub struct ExemptList {
    /// The civil date it stands for.
    pub on: NaiveDate,
    /// Short check code.
    pub check_code: String,
    /// Number and date of the decree that sets it.
    pub decree: Option<ListDecree>,
    /// One line each: number, information, legal basis, consequence, interest, period, owner unit.
    pub rows: Vec<Vec<String>>,
    /// Who signs it.
    pub signed: Option<SignedBy>,
}

const COLUMNS: Columns<'_> = Columns::new(
    &[
        "No.",
        "Informasi",
        "Dasar Hukum Pengecualian",
        "Konsekuensi bila Dibuka",
        "Kepentingan Publik bila Ditutup",
        "Jangka Waktu",
        "Unit Pemilik",
    ],
    &[3.5, 21.5, 16.0, 20.0, 20.0, 13.0, 12.0],
)
.size(8.5);

impl Paper for ExemptList {
    fn imprint(&self) -> Imprint {
        Imprint::new(
            format!("Daftar Informasi yang Dikecualikan {}", self.on),
            Reference::new("DIK", &date(self.on), &self.check_code),
        )
        .lying()
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        List {
            title: "DAFTAR INFORMASI YANG DIKECUALIKAN",
            below: &below(self.on, self.decree.as_ref()),
            columns: COLUMNS,
            rows: &self.rows,
            empty: "Tidak ada informasi yang dikecualikan.",
            signed: self.signed.as_ref(),
        }
        .compose(sheet)
    }
}
