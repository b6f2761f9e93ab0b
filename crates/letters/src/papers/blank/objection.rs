//! Formulir Pernyataan Keberatan, empty: PERKI 1/2010 lampiran VII.

use loket_domain::objection::ObjectionGround;

use super::parts::{PITCH, lines, nik, place_and_date};
use crate::layout::{Piece, Sheet, Side};
use crate::papers::footnotes;
use crate::press_error::PressError;

/// Its seven grounds need their room, so lines stand nearer: seven millimetres.
const NEARER: f32 = PITCH - 2.9;

pub(super) fn compose(sheet: &mut Sheet<'_>, place: &str) -> Result<(), PressError> {
    sheet.title("PERNYATAAN KEBERATAN ATAS PERMOHONAN INFORMASI", &[]);
    sheet.heading("A.  Informasi Pengaju Keberatan");
    let fields = vec![
        ("No. Registrasi Keberatan*", lines(1)),
        ("No. Pendaftaran Permohonan", lines(1)),
        ("Tujuan Penggunaan", lines(1)),
        ("Nama Pemohon", lines(1)),
        ("NIK (sesuai KTP)", nik()),
        ("Alamat", lines(1)),
        ("Pekerjaan", lines(1)),
        ("Nomor Telepon/E-mail", lines(1)),
        ("Kuasa Pemohon** (nama, alamat, telepon)", lines(2)),
    ];
    sheet.fields_by_hand(fields, NEARER);
    sheet.space(6.0);
    sheet.heading("B.  Alasan Pengajuan Keberatan (beri tanda √)");
    let ground = |ground: &ObjectionGround| Piece::tick(false, format!("{}. {}", ground.code(), ground.label())).above(1.5);
    sheet.block(&ObjectionGround::ALL.iter().map(ground).collect::<Vec<_>>());
    sheet.space(6.0);
    sheet.heading("C.  Kasus Posisi (tambahkan kertas bila perlu)");
    sheet.lines_by_hand(3, NEARER);
    sheet.space(6.0);
    sheet.fields_by_hand(vec![("D.  Hari/Tanggal Tanggapan atas Keberatan akan Diberikan*", lines(1))], NEARER);
    let left = Side::person(vec!["Mengetahui,".to_owned(), "Petugas Informasi (Penerima Keberatan),".to_owned()], "");
    let right = Side::person(vec![place_and_date(place), "Pengaju Keberatan,".to_owned()], "");
    sheet.signatures(left, right)?;
    footnotes(
        sheet,
        &[("*", "Diisi oleh petugas berdasarkan register keberatan."), ("**", "Dilampiri surat kuasa khusus bermeterai.")],
    );
    Ok(())
}
