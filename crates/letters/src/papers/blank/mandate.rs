//! Surat kuasa khusus, empty: whoever acts for an applicant brings it (PERKI 1/2010, form of the objection).

use super::parts::{PITCH, lines, nik, place_and_date};
use crate::layout::{Piece, Sheet, Side};
use crate::press_error::PressError;

pub(super) fn compose(sheet: &mut Sheet<'_>, place: &str) -> Result<(), PressError> {
    sheet.title("SURAT KUASA KHUSUS", &[]);
    sheet.paragraph("Yang bertanda tangan di bawah ini:");
    sheet.fields_by_hand(person(), PITCH);
    sheet.space(8.0);
    sheet.paragraph("selanjutnya disebut Pemberi Kuasa, memberi kuasa kepada:");
    sheet.fields_by_hand(person(), PITCH);
    sheet.space(8.0);
    let office = sheet.office().to_owned();
    sheet.paragraph(format!(
        "selanjutnya disebut Penerima Kuasa, KHUSUS untuk dan atas nama Pemberi Kuasa di hadapan PPID {office} (beri tanda √):"
    ));
    let powers = [
        "mengajukan permohonan informasi publik dan melengkapi berkasnya;",
        "menerima tanda bukti, surat, dan salinan informasi, serta membayar biaya salinan;",
        "mengajukan keberatan kepada Atasan PPID dan menerima tanggapannya;",
        "mencabut permohonan atau keberatan itu,",
    ];
    sheet.block(&powers.map(|power| Piece::tick(false, power).above(2.0)));
    sheet.space(6.0);
    sheet.paragraph("mengenai informasi berikut:");
    sheet.lines_by_hand(2, PITCH);
    sheet.space(8.0);
    sheet.paragraph("Surat kuasa ini berlaku sampai urusan tersebut selesai atau dicabut secara tertulis oleh Pemberi Kuasa.");
    let signs = |above: Vec<String>, below: &str| Side::Hand { above, name: None, below: vec![below.to_owned()], caption: true };
    let given = vec![place_and_date(place), "Pemberi Kuasa,".to_owned()];
    sheet.signatures(
        signs(vec!["Penerima Kuasa,".to_owned()], "Nama dan tanda tangan"),
        signs(given, "Nama dan tanda tangan di atas meterai"),
    )
}

fn person() -> Vec<(&'static str, Vec<Piece>)> {
    vec![("Nama", lines(1)), ("NIK (sesuai KTP)", nik()), ("Alamat", lines(2)), ("Nomor telepon", lines(1))]
}
