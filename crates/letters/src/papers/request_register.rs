//! *Register Permohonan Informasi*, PERKI 1/2010 lampiran IV.
//! It is the office's own book: identities stand in it unmasked, so it is not posted anywhere.

use super::list::{List, SignedBy, book_size};
use crate::imprint::{Imprint, Reference, SheetSize};
use crate::layout::{Columns, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The register of requests in a period.
#[derive(Clone, Debug)]
pub struct RequestRegister {
    /// E.g. `1 Januari 2026 sampai 31 Desember 2026`.
    pub period: String,
    /// Short check code.
    pub check_code: String,
    /// One line a request, 23 cells: running number, number, identity, and the 20 other leaf columns of the form.
    pub rows: Vec<Vec<String>>,
    /// Who signs the book.
    pub signed: Option<SignedBy>,
    /// The sheet it is printed on.
    pub sheet: SheetSize,
}

const GROUPS: &[&[(&str, usize)]] = &[
    &[
        ("", 10),
        ("Status Informasi", 3),
        ("Bentuk Informasi yang Dikuasai", 2),
        ("Jenis Permohonan", 2),
        ("", 2),
        ("Hari dan Tanggal", 2),
        ("Biaya dan Cara Pembayaran", 2),
    ],
    &[("", 10), ("Di Bawah Penguasaan", 2), ("", 11)],
];

/// The 21 leaf columns of lampiran IV, with number and identity after the running number.
const HEADS: &[&str] = &[
    "No.",
    "Nomor Pendaftaran",
    "NIK/No. SK Badan Hukum",
    "Tgl.",
    "Nama",
    "Alamat",
    "Nomor Kontak",
    "Pekerjaan",
    "Informasi yang Diminta",
    "Tujuan Penggunaan Informasi",
    "Ya",
    "Tidak",
    "Belum Didokumentasikan",
    "Softcopy",
    "Hardcopy",
    "Melihat/Mengetahui",
    "Meminta Salinan",
    "Keputusan",
    "Alasan Penolakan",
    "Pemberitahuan Tertulis",
    "Pemberian Informasi",
    "Biaya",
    "Cara",
];

/// Points on A4: a NIK, a telephone number, a date and a sum keep to one line.
const NARROW: &[f32] = &[
    15.0, 40.0, 65.5, 38.3, 38.0, 38.0, 54.5, 32.0, 56.0, 37.0, 12.0, 18.0, 20.0, 20.0, 21.5, 20.0, 19.0, 34.0, 34.0, 38.3, 38.3,
    46.0, 30.0,
];

/// Points on A3, where words have room.
const WIDE: &[f32] = &[
    18.0, 62.0, 74.0, 44.0, 62.0, 66.0, 64.0, 50.0, 128.0, 74.0, 16.0, 25.0, 34.0, 23.0, 25.0, 28.0, 26.0, 50.0, 62.0, 46.0,
    46.0, 50.0, 40.0,
];

impl Paper for RequestRegister {
    fn imprint(&self) -> Imprint {
        Imprint::new(
            format!("Register Permohonan Informasi {}", self.period),
            Reference::of_register(&self.period, &self.check_code),
        )
        .lying()
        .on(self.sheet)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let shares = match self.sheet {
            SheetSize::Office | SheetSize::A4 | SheetSize::Envelope(_) => NARROW,
            SheetSize::A3 => WIDE,
        };
        List {
            title: "REGISTER PERMOHONAN INFORMASI PUBLIK",
            below: &self.period,
            columns: Columns { groups: GROUPS, heads: HEADS, shares, size: Some(book_size(self.sheet)) },
            rows: &self.rows,
            empty: "Tidak ada permohonan yang didaftarkan dalam masa ini.",
            signed: self.signed.as_ref(),
        }
        .compose(sheet)
    }
}
