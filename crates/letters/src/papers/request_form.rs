//! Formulir Permohonan Informasi Publik: PERKI 1/2010 lampiran III with the fields of 2021.

use chrono::NaiveDate;
use loket_domain::indonesian::date;

use super::rights;
use crate::applicant::{Access, Applicant, ApplicantCategory, CopyFormat, Delivery, Identity};
use crate::layout::{Piece, Sheet, Side, Words};
use crate::paper::{Paper, PaperMark, Reference};
use crate::press::PressError;

/// The request form, filled in. Offices print it twice: one for the applicant, one to keep.
#[derive(Clone, Debug)]
pub struct RequestForm {
    /// Registration number (*nomor pendaftaran*).
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// Who asks.
    pub applicant: Applicant,
    /// The information asked for, of any length; it runs on to further pages.
    pub information: String,
    /// What the information is for.
    pub purpose: String,
    /// How the applicant wants to get at it.
    pub access: Access,
    /// How a copy is to reach the applicant; printed only when `access` is a copy.
    pub delivery: Option<Delivery>,
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
}

impl Paper for RequestForm {
    fn title(&self) -> String {
        format!("Formulir Permohonan Informasi Publik {}", self.registration_no)
    }

    fn mark(&self) -> PaperMark {
        self.mark
    }

    fn reference(&self) -> Option<Reference> {
        Some(Reference { registration_no: self.registration_no.clone(), check_code: self.check_code.clone() })
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("FORMULIR PERMOHONAN INFORMASI PUBLIK", &[]);
        sheet.fields(self.fields());
        let left =
            Side::person(vec!["Petugas Pelayanan Informasi".to_owned(), "(Penerima Permohonan),".to_owned()], &self.officer);
        let right = Side::person(
            vec![format!("{}, {}", self.place, date(self.date)), "Pemohon Informasi,".to_owned()],
            &self.applicant.name,
        );
        sheet.signatures(left, right)?;
        footnotes(sheet);
        if self.rights_page {
            sheet.new_page();
            rights::compose(sheet, self.fee_decree.as_deref());
        }
        Ok(())
    }
}

impl RequestForm {
    fn fields(&self) -> Vec<(&'static str, Vec<Piece>)> {
        let applicant = &self.applicant;
        let filled = |text: Option<&str>| vec![Piece::filled(text)];
        let category = Piece::choices(ApplicantCategory::ALL.map(|category| (category == applicant.category, category.label())));
        let identity_label = match (&applicant.identity, applicant.category) {
            (Some(Identity::EntityDecree(_)), _) | (None, ApplicantCategory::LegalEntity) => "Nomor SK Pengesahan Badan Hukum",
            (Some(Identity::Other { .. }), _) => "Nomor Identitas",
            _ => "NIK",
        };
        let mut fields = vec![
            ("No. Pendaftaran (diisi petugas)*", vec![Piece::new(Words::new().bold(&self.registration_no))]),
            ("Nama", filled(Some(&applicant.name))),
            ("Kategori", vec![category]),
            (identity_label, filled(applicant.shown_identity().as_deref())),
            ("Alamat", filled(Some(&applicant.address))),
            ("Pekerjaan", filled(applicant.occupation.as_deref())),
            ("Nomor Telepon / E-mail", filled(applicant.contact().as_deref())),
            ("Rincian Informasi yang Dibutuhkan (tambahkan kertas bila perlu)", filled(Some(&self.information))),
            ("Tujuan Penggunaan Informasi", filled(Some(&self.purpose))),
            ("Cara Memperoleh Informasi**", self.ways_of_access()),
        ];
        if matches!(self.access, Access::Copy(_)) {
            let ways = Delivery::ALL.into_iter().zip(1..).map(|(way, number)| {
                let label = format!("{number}. {}", way.label());
                (self.delivery == Some(way), label)
            });
            fields.push(("Cara Mendapatkan Salinan Informasi**", vec![Piece::choices(ways)]));
        }
        fields
    }

    fn ways_of_access(&self) -> Vec<Piece> {
        let copy = Words::new().plain("2. Mendapatkan salinan informasi (");
        let copy = match self.access {
            Access::Copy(Some(CopyFormat::Hardcopy)) => copy.plain("hardcopy/").struck("softcopy").plain(")***"),
            Access::Copy(Some(CopyFormat::Softcopy)) => copy.struck("hardcopy").plain("/softcopy)***"),
            _ => copy.plain("hardcopy/softcopy)***"),
        };
        vec![
            Piece::tick(self.access == Access::View, "1. Melihat/membaca/mendengarkan/mencatat"),
            Piece::tick(matches!(self.access, Access::Copy(_)), copy),
        ]
    }
}

fn footnotes(sheet: &mut Sheet<'_>) {
    let small = sheet.small();
    let notes = [
        ("*", "Diisi oleh petugas berdasarkan nomor registrasi permohonan informasi publik."),
        ("**", "Pilih salah satu dengan memberi tanda (√)."),
        ("***", "Coret yang tidak perlu."),
    ];
    sheet.space(10.0);
    sheet.glue_last(1);
    let mut pieces = vec![Piece::new("Keterangan:").style(small)];
    pieces.extend(notes.map(|(mark, text)| Piece::labelled(mark, 16.0, text).style(small)));
    sheet.block(&pieces);
}
