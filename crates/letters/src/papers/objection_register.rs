//! *Register Keberatan*, PERKI 1/2010 lampiran VIII.
//! It is the office's own book: identities stand in it unmasked, so it is not posted anywhere.

use super::list::{List, SignedBy, book_size};
use crate::imprint::{Imprint, Reference, SheetSize};
use crate::layout::{Columns, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The register of objections in a period.
#[derive(Clone, Debug)]
pub struct ObjectionRegister {
    /// E.g. `1 Januari 2026 sampai 31 Desember 2026`.
    pub period: String,
    /// Short check code.
    pub check_code: String,
    /// One line an objection, 23 cells: running number, and columns (a) to (k) with the seven grounds.
    pub rows: Vec<Vec<String>>,
    /// Who signs the book.
    pub signed: Option<SignedBy>,
    /// The sheet it is printed on.
    pub sheet: SheetSize,
}

/// Columns (a) to (k) of lampiran VIII after the running number; a telephone number keeps to one line.
const COLUMNS: Columns<'_> = Columns {
    groups: &[&[
        ("", 3),
        ("Identitas Pemohon dan/atau Kuasa", 6),
        ("", 3),
        ("Alasan Pengajuan Keberatan (Pasal 35)", 7),
        ("", 4),
    ]],
    heads: &[
        "No.",
        "Nomor Registrasi",
        "Tanggal Diterima",
        "Nama",
        "Kuasa",
        "Alamat",
        "Pekerjaan",
        "Telepon",
        "E-mail",
        "Nomor Pendaftaran Permohonan",
        "Informasi yang Diminta",
        "Tujuan Penggunaan Informasi",
        "a",
        "b",
        "c",
        "d",
        "e",
        "f",
        "g",
        "Keputusan Atasan PPID",
        "Hari dan Tanggal Pemberian Tanggapan",
        "Nama dan Posisi Atasan PPID",
        "Tanggapan Pemohon",
    ],
    shares: &[
        15.0, 44.0, 34.0, 42.0, 38.0, 40.0, 34.0, 54.5, 52.0, 42.0, 80.0, 42.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 44.0,
        40.0, 50.0, 42.0,
    ],
    size: None,
};

impl Paper for ObjectionRegister {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Register Keberatan {}", self.period), Reference::of_register(&self.period, &self.check_code))
            .lying()
            .on(self.sheet)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        List {
            title: "REGISTER KEBERATAN",
            below: &self.period,
            columns: COLUMNS.size(book_size(self.sheet)),
            rows: &self.rows,
            empty: "Tidak ada keberatan yang dicatat dalam masa ini.",
            signed: self.signed.as_ref(),
        }
        .compose(sheet)
    }
}
