//! The applicant's own letter that withdraws a request, empty.

use super::parts::{PITCH, lines, nik, place_and_date, ticks};
use crate::layout::{Sheet, Side};
use crate::press_error::PressError;

pub(super) fn compose(sheet: &mut Sheet<'_>, place: &str) -> Result<(), PressError> {
    sheet.title("SURAT PENCABUTAN", &["Permohonan Informasi Publik".to_owned()]);
    sheet.paragraph("Yang bertanda tangan di bawah ini:");
    let who = vec![
        ("Nama", lines(1)),
        ("NIK (sesuai KTP)", nik()),
        ("Alamat", lines(2)),
        ("Nomor telepon", lines(1)),
        ("Bertindak sebagai", ticks(["Pemohon", "Kuasa Pemohon"])),
    ];
    sheet.fields_by_hand(who, PITCH);
    sheet.space(8.0);
    sheet.paragraph("mencabut permohonan informasi publik berikut:");
    let request = vec![("Nomor Pendaftaran", lines(1)), ("Tanggal permohonan", lines(1)), ("Informasi yang diminta", lines(3))];
    sheet.fields_by_hand(request, PITCH);
    sheet.space(8.0);
    sheet.heading("Alasan pencabutan (boleh dikosongkan)");
    sheet.lines_by_hand(2, PITCH);
    sheet.space(10.0);
    sheet.paragraph(
        "Pencabutan ini dibuat atas kemauan sendiri. Permohonan atas informasi yang sama dapat diajukan lagi setiap saat.",
    );
    let left = Side::person(vec!["Diterima oleh".to_owned(), "Petugas Pelayanan Informasi,".to_owned()], "");
    let right = Side::person(vec![place_and_date(place), "Pemohon/Kuasa Pemohon,".to_owned()], "");
    sheet.signatures(left, right)
}
