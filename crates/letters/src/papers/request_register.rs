//! *Register Permohonan Informasi*, PERKI 1/2010 lampiran IV.
//! It is the office's own book: identities stand in it unmasked, so it is not posted anywhere.

use super::list::{List, SignedBy};
use crate::imprint::{Imprint, Reference};
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
}

/// The 21 leaf columns of lampiran IV, with number and identity after the running number.
const COLUMNS: Columns<'_> = Columns {
    groups: &[
        &[
            ("", 10),
            ("Status Informasi", 3),
            ("Bentuk Informasi yang Dikuasai", 2),
            ("Jenis Permohonan", 2),
            ("", 2),
            ("Hari dan Tanggal", 2),
            ("Biaya dan Cara Pembayaran", 2),
        ],
        &[("", 10), ("Di Bawah\nPengua-\nsaan", 2), ("", 11)],
    ],
    heads: &[
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
        "Belum\nDido-\nkumen-\ntasikan",
        "Soft-\ncopy",
        "Hard-\ncopy",
        "Meli-\nhat/\nMe-\nngeta-\nhui",
        "Me-\nminta\nSalin-\nan",
        "Keputusan",
        "Alasan Penolakan",
        "Pemberi-\ntahuan\nTertulis",
        "Pemberian Informasi",
        "Biaya",
        "Cara",
    ],
    // Points on A4: a NIK, a telephone number, a date and a sum keep to one line.
    shares: &[
        13.0, 43.0, 57.0, 35.0, 39.0, 38.0, 48.0, 35.0, 68.5, 42.0, 14.0, 21.0, 26.0, 20.0, 20.0, 23.0, 20.0, 35.0, 36.0, 35.0,
        36.0, 39.0, 25.0,
    ],
    size: Some(6.0),
};

impl Paper for RequestRegister {
    fn imprint(&self) -> Imprint {
        Imprint::new(
            format!("Register Permohonan Informasi {}", self.period),
            Reference::of_register(&self.period, &self.check_code),
        )
        .lying()
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        List {
            title: "REGISTER PERMOHONAN INFORMASI PUBLIK",
            below: &self.period,
            columns: COLUMNS,
            rows: &self.rows,
            empty: "Tidak ada permohonan yang didaftarkan dalam masa ini.",
            signed: self.signed.as_ref(),
        }
        .compose(sheet)
    }
}
