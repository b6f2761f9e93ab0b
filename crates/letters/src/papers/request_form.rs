//! Formulir Permohonan Informasi Publik: PERKI 1/2010 lampiran III with the fields of 2021.

use chrono::NaiveDate;
use loket_domain::indonesian::{date, masked_nik};
use loket_domain::request::{AccessMode, ActingAs, Category, CopyFormat, DeliveryMode, Member, Registration};

use super::{footnotes, rights};
use crate::applicant::{contact, identity_label, representative, shown_identity};
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The request form, filled in. Offices print it twice: one for the applicant, one to keep.
#[derive(Clone, Debug)]
pub struct RequestForm {
    /// Registration number (*nomor pendaftaran*).
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// What it says. The information asked for may be of any length; it runs on to further pages.
    pub registration: Registration,
    /// Where the form is signed.
    pub place: String,
    /// When the form is signed.
    pub date: NaiveDate,
    /// The officer who took the request; empty leaves a line to write on.
    pub officer: String,
    /// Whether the page with the applicant's rights follows.
    pub rights_page: bool,
    /// The decree that sets the fees, named on the rights page; `None` leaves dots.
    pub fee_decree: Option<String>,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on, after a correction.
    pub version: Option<Version>,
}

impl Paper for RequestForm {
    fn imprint(&self) -> Imprint {
        Imprint::new(
            format!("Formulir Permohonan Informasi Publik {}", self.registration_no),
            Reference::of_request(&self.registration_no, &self.check_code),
        )
        .marked(self.mark)
        .in_version(self.version)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("FORMULIR PERMOHONAN INFORMASI PUBLIK", &["(RANGKAP DUA)".to_owned()]);
        sheet.fields(self.fields());
        let left =
            Side::person(vec!["Petugas Pelayanan Informasi".to_owned(), "(Penerima Permohonan),".to_owned()], &self.officer);
        let applicant = &self.registration.applicant;
        let (signs, name) = match &applicant.representative {
            Some(kuasa) => (signs_as(kuasa.acting_as), &kuasa.name),
            None => ("Pemohon Informasi,", &applicant.name),
        };
        let right = Side::person(vec![format!("{}, {}", self.place, date(self.date)), signs.to_owned()], name);
        sheet.signatures(left, right)?;
        footnotes(
            sheet,
            &[
                ("*", "Diisi oleh petugas berdasarkan nomor registrasi permohonan informasi publik."),
                ("**", "Pilih salah satu dengan memberi tanda (√)."),
                ("***", "Coret yang tidak perlu."),
            ],
        );
        if self.rights_page {
            sheet.new_page();
            rights::compose(sheet, self.fee_decree.as_deref());
        }
        Ok(())
    }
}

impl RequestForm {
    fn fields(&self) -> Vec<(&'static str, Vec<Piece>)> {
        let form = &self.registration;
        let applicant = &form.applicant;
        let filled = |text: Option<&str>| vec![Piece::filled(text)];
        let categories = Category::ALL.iter().map(|category| (*category == applicant.category, category.label()));
        let mut fields = vec![
            ("No. Pendaftaran (diisi petugas)*", vec![Piece::new(RichText::new().bold(&self.registration_no))]),
            ("Nama", filled(Some(&applicant.name))),
            ("Kategori", vec![Piece::choices(categories)]),
            (identity_label(applicant), filled(shown_identity(applicant).as_deref())),
            ("Alamat", filled(Some(&applicant.address))),
            ("Pekerjaan", filled(applicant.occupation.as_deref())),
            ("Nomor Telepon / E-mail", filled(contact(applicant).as_deref())),
        ];
        if let Some(kuasa) = &applicant.representative {
            fields.push(("Kuasa (nama, alamat, nomor telepon)", representative(kuasa)));
        }
        if !applicant.members.is_empty() {
            fields.push(("Anggota kelompok (nama, NIK)", applicant.members.iter().map(member).collect()));
        }
        fields.extend([
            ("Rincian Informasi yang Dibutuhkan (tambahkan kertas bila perlu)", filled(Some(&form.information))),
            ("Tujuan Penggunaan Informasi", filled(Some(&form.purpose))),
            ("Cara Memperoleh Informasi**", self.ways_of_access()),
        ]);
        if form.access_mode == AccessMode::Copy {
            let ways = DeliveryMode::ALL.iter().zip(1..).map(|(way, number)| {
                let label = format!("{number}. {}", official_label(*way));
                (form.carrier.is_none() && form.delivery_mode == Some(*way), label)
            });
            // What the official form does not know is written at its end, as one writes it on paper.
            let other = form.carrier.map(|carrier| (true, format!("{}. {}", DeliveryMode::ALL.len() + 1, carrier.label())));
            fields.push(("Cara Mendapatkan Salinan Informasi**", vec![Piece::choices(ways.chain(other))]));
        }
        if form.read_back {
            let words = "Diisikan oleh petugas dan dibacakan kembali kepada pemohon";
            fields.push(("Permohonan lisan", vec![Piece::tick(true, words)]));
        }
        if let Some(assistance) = &form.assistance {
            fields.push(("Bantuan bagi penyandang disabilitas", filled(Some(assistance))));
        }
        fields
    }

    fn ways_of_access(&self) -> Vec<Piece> {
        let form = &self.registration;
        let copy = RichText::new().plain(&format!("2. {} (", AccessMode::Copy.label()));
        let copy = match form.copy_format {
            Some(CopyFormat::Hardcopy) => copy.plain("hardcopy/").struck("softcopy").plain(")***"),
            Some(CopyFormat::Softcopy) => copy.struck("hardcopy").plain("/softcopy)***"),
            None => copy.plain("hardcopy/softcopy)***"),
        };
        vec![
            Piece::tick(form.access_mode == AccessMode::View, format!("1. {}", AccessMode::View.label())),
            Piece::tick(form.access_mode == AccessMode::Copy, copy),
        ]
    }
}

/// A person of a group, as paper may show it.
fn member(member: &Member) -> Piece {
    match &member.nik {
        Some(nik) => Piece::new(format!("{}, {}", member.name, masked_nik(nik))),
        None => Piece::new(member.name.as_str()),
    }
}

/// As what whoever acts signs the form.
pub(super) fn signs_as(acting_as: ActingAs) -> &'static str {
    match acting_as {
        ActingAs::Attorney => "Kuasa Pemohon Informasi,",
        ActingAs::Guardian => "Orang Tua/Wali Pemohon Informasi,",
        ActingAs::Heir => "Ahli Waris Pemohon Informasi,",
    }
}

/// The way's name on the official form, which writes titles with capitals.
fn official_label(way: DeliveryMode) -> &'static str {
    match way {
        DeliveryMode::PickUp => "Mengambil Langsung",
        DeliveryMode::Courier | DeliveryMode::Post | DeliveryMode::Fax | DeliveryMode::Email => way.label(),
    }
}
