//! Kartu Pemulihan: the card with the desk's recovery code, printed once when a desk is set up.

use chrono::NaiveDate;
use loket_domain::indonesian::weekday_date;

use crate::imprint::{Imprint, PaperMark};
use crate::layout::{Piece, RichText, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The card that opens a desk's data when its password is lost or its computer broken.
#[derive(Clone, Debug)]
pub struct RecoveryCard {
    /// The desk this code belongs to.
    pub desk_code: String,
    /// When the card was printed.
    pub date: NaiveDate,
    /// The code; hyphens and spaces separate its groups.
    pub recovery_code: String,
    /// Original or copy.
    pub mark: PaperMark,
}

impl Paper for RecoveryCard {
    fn imprint(&self) -> Imprint {
        Imprint::unnumbered(format!("Kartu Pemulihan {}", self.desk_code)).marked(self.mark).secret()
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("KARTU PEMULIHAN", &["Aplikasi Loket PPID".to_owned()]);
        let office = sheet.office().to_owned();
        let filled = |text: &str| vec![Piece::filled(Some(text))];
        sheet.fields(vec![
            ("Kantor", filled(&office)),
            ("Kode Meja", vec![Piece::new(RichText::new().bold(&self.desk_code))]),
            ("Tanggal Cetak", filled(&weekday_date(self.date))),
        ]);
        sheet.space(10.0);
        let groups: Vec<&str> =
            self.recovery_code.split(|c: char| c == '-' || c.is_whitespace()).filter(|group| !group.is_empty()).collect();
        sheet.code_panel("Kode Pemulihan", &groups);
        sheet.heading("Kegunaan");
        sheet.paragraph(
            "Data permohonan di komputer ini tersimpan dalam keadaan terkunci. Kode di atas membuka kembali data dan cadangannya apabila kata sandi hilang, komputer rusak, atau data dipindahkan ke komputer lain. Tanpa kata sandi dan tanpa kode ini, data tidak dapat dibuka oleh siapa pun.",
        );
        sheet.heading("Cara menyimpan");
        let rules = [
            ("1.", RichText::from("Masukkan kartu ini ke dalam amplop tertutup dan simpan di brankas kantor.")),
            ("2.", RichText::new().bold("Jangan difoto, dipindai, disalin, atau dikirim lewat pesan maupun e-mail.")),
            ("3.", RichText::from("Jangan menempelkan kartu ini pada komputer atau menyimpannya bersama flashdisk cadangan.")),
            ("4.", RichText::from("Pada serah terima jabatan, serahkan kartu ini kepada pejabat pengganti dengan berita acara.")),
            (
                "5.",
                RichText::from(
                    "Apabila kartu ini hilang atau dilihat orang yang tidak berhak, segera buat kode baru melalui aplikasi.",
                ),
            ),
        ];
        let pieces = rules.map(|(label, words)| Piece::labelled(label, 16.0, words).above(2.0));
        sheet.block(&pieces);
        sheet.space(18.0);
        sheet.fields(vec![
            ("Disimpan oleh", vec![Piece::filled(None)]),
            ("Tempat penyimpanan", vec![Piece::filled(None)]),
            ("Tanggal dan paraf", vec![Piece::filled(None)]),
        ]);
        Ok(())
    }
}
