//! The receipt below a numbered form: cut off and given to the applicant, it is the proof of UU 14/2008 article 22(4).

use loket_domain::clock::Clock;

use super::parts::lines;
use crate::imprint::Reference;
use crate::layout::{Piece, RichText, Sheet};
use crate::press_error::PressError;

const PITCH: f32 = 18.5;

pub(super) fn compose(sheet: &mut Sheet<'_>, reference: &Reference, contact: Option<&str>) -> Result<(), PressError> {
    sheet.cut_line("gunting di sini  ·  bagian bawah untuk pemohon");
    let start = sheet.mark();
    let label = format!("TANDA BUKTI PENERIMAAN Permohonan Informasi Publik  ·  {}", sheet.office());
    sheet.number_strip(&label, reference)?;
    let fields = vec![("Diterima tanggal, pukul", lines(1)), ("Nama pemohon", lines(1)), ("Petugas (tanda tangan)", lines(1))];
    sheet.fields_by_hand(fields, PITCH);
    sheet.space(4.0);
    let small = sheet.small();
    sheet.block(&[Piece::new(next_steps(contact)).style(small)]);
    sheet.keep_since(start);
    Ok(())
}

/// What follows, in the words of the receipt; a date cannot be named before the request is registered.
fn next_steps(contact: Option<&str>) -> RichText {
    let words = RichText::new().plain(&format!(
        "Kelengkapan diperiksa paling lambat {} sejak permohonan diterima. Pemberitahuan tertulis disampaikan paling lambat {} sejak \
         permohonan lengkap, dan dapat diperpanjang 1 (satu) kali paling lama {}. Keberatan dapat diajukan kepada Atasan PPID dalam \
         waktu {} (Pasal 35 dan 36 Undang-Undang Nomor 14 Tahun 2008).",
        Clock::Completeness.in_words(),
        Clock::Answer.in_words(),
        Clock::Extension.in_words(),
        Clock::Objection.in_words(),
    ));
    match contact {
        Some(contact) => words.plain(&format!(" Pertanyaan, dengan menyebut nomor pendaftaran: {contact}.")),
        None => words,
    }
}
