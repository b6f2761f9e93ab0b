//! Formulir Permohonan Informasi Publik, empty: PERKI 1/2010 lampiran III with the fields of 2021.

use chrono::NaiveDate;
use loket_domain::request::{AccessMode, Category, DeliveryMode};

use super::parts::{PITCH, lines, nik, place_and_date, ticks};
use crate::layout::{Piece, RichText, Sheet, Side};
use crate::papers::{footnotes, rights};
use crate::press_error::PressError;

const TITLE: &str = "FORMULIR PERMOHONAN INFORMASI PUBLIK";

/// On a form that shares its sheet with a receipt, lines stand nearer: six and a half millimetres.
const NEARER: f32 = 18.5;

pub(super) fn compose(sheet: &mut Sheet<'_>, place: &str, fee_decree: Option<&str>) -> Result<(), PressError> {
    sheet.title(TITLE, &["(RANGKAP DUA)".to_owned()]);
    let mut fields = vec![("No. Pendaftaran (diisi petugas)*", lines(1))];
    fields.extend(applicant(2));
    fields.extend(asked(4 + sheet.lines_beyond_a4(PITCH), 2));
    sheet.fields_by_hand(fields, PITCH);
    signatures(sheet, place)?;
    footnotes(
        sheet,
        &[
            ("*", "Diisi oleh petugas berdasarkan nomor registrasi permohonan informasi publik."),
            ("**", "Pilih salah satu dengan memberi tanda (√)."),
        ],
    );
    sheet.new_page();
    rights::compose(sheet, fee_decree);
    Ok(())
}

/// The same in fewer lines, under its number.
pub(super) fn compose_numbered(sheet: &mut Sheet<'_>, number: &str, reserved_on: NaiveDate) -> Result<(), PressError> {
    sheet.title(TITLE, &[]);
    let reserved = format!("   disediakan {}", reserved_on.format("%d/%m/%Y"));
    let number = Piece::new(RichText::new().bold(number).plain(&reserved));
    let mut fields = vec![("No. Pendaftaran", vec![number]), ("Diterima tanggal, pukul", lines(1))];
    fields.extend(applicant(1));
    fields.extend(asked(3 + sheet.lines_beyond_a4(NEARER), 1));
    // There is no room for footnotes: what is to be ticked is seen to be so.
    let fields = fields.into_iter().map(|(label, pieces)| (label.trim_end_matches('*'), pieces));
    sheet.fields_by_hand(fields.collect(), NEARER);
    let signs = |who: &str| Side::person(vec![who.to_owned()], "");
    sheet.signatures(signs("Petugas Pelayanan Informasi,"), signs("Pemohon Informasi,"))
}

fn applicant(address: usize) -> Vec<(&'static str, Vec<Piece>)> {
    vec![
        ("Nama", lines(1)),
        ("Kategori**", ticks(Category::ALL.iter().map(|category| category.label()))),
        ("NIK (sesuai KTP)", nik()),
        ("Alamat", lines(address)),
        // A legal entity has no occupation, and a decree that recognises it.
        ("Pekerjaan/SK pengesahan", lines(1)),
        ("Nomor Telepon / E-mail", lines(1)),
        ("Kuasa (nama, alamat)", lines(1)),
    ]
}

fn asked(information: usize, purpose: usize) -> Vec<(&'static str, Vec<Piece>)> {
    let ways = DeliveryMode::ALL.iter().map(|way| way.label()).chain(["WhatsApp"]);
    let access = [AccessMode::View.label(), "Salinan softcopy", "Salinan hardcopy"];
    vec![
        ("Rincian Informasi (tambahkan kertas bila perlu)", lines(information)),
        ("Tujuan Penggunaan", lines(purpose)),
        ("Cara Memperoleh Informasi**", ticks(access)),
        ("Cara Mendapatkan Salinan Informasi**", ticks(ways)),
    ]
}

fn signatures(sheet: &mut Sheet<'_>, place: &str) -> Result<(), PressError> {
    let officer = vec!["Petugas Pelayanan Informasi".to_owned(), "(Penerima Permohonan),".to_owned()];
    let applicant = vec![place_and_date(place), "Pemohon Informasi,".to_owned()];
    sheet.signatures(Side::person(officer, ""), Side::person(applicant, ""))
}
