//! Surat Keputusan PPID tentang Penolakan Permohonan Informasi: a filled form, not a decree with
//! recitals; PERKI 1/2010 lampiran VI.

use loket_domain::indonesian::date;
use loket_domain::office::Official;
use loket_domain::request::{Basis, Exemption, Letter, Registration, other_act};

use super::letter_number;
use super::official_letter::{Replaced, replacing};
use super::signature::signed;
use crate::applicant::{acting, contact};
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The decision that refuses a request.
#[derive(Clone, Debug)]
pub struct RefusalDecision {
    /// Registration number of the request.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// Who asked for what.
    pub registration: Registration,
    /// Number, date and signature; without a number, dots are left for the agenda book's.
    pub letter: Letter,
    /// What is withheld, and why: at least one.
    pub withheld: Vec<Withheld>,
    /// The letter it stands in for, where one was wrong.
    pub replaces: Option<Replaced>,
    /// Where the decision is signed.
    pub place: String,
    /// The official named by [`Letter::signed_by`].
    pub signatory: Official,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on, after a correction.
    pub version: Option<Version>,
}

/// Something that is withheld.
#[derive(Clone, Debug)]
pub struct Withheld {
    /// Which part of what was asked; none where it is the whole.
    pub what: Option<String>,
    /// Why.
    pub exemption: Exemption,
}

impl Paper for RefusalDecision {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Surat Keputusan PPID tentang Penolakan {}", self.registration_no), self.code())
            .marked(self.mark)
            .in_version(self.version)
            .decision()
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title(
            "SURAT KEPUTUSAN\nPEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI\nTENTANG PENOLAKAN PERMOHONAN INFORMASI",
            &[letter_number(&self.letter.number)],
        );
        replacing(sheet, self.replaces.as_ref());
        sheet.fields(self.fields());
        sheet.space(4.0);
        let whole = self.withheld.iter().all(|withheld| withheld.what.is_none());
        sheet.paragraph(if whole {
            "PPID memutuskan bahwa informasi yang dimohon adalah:"
        } else {
            "PPID memutuskan bahwa bagian informasi yang disebut di bawah ini adalah:"
        });
        sheet.verdict("INFORMASI YANG DIKECUALIKAN");
        for withheld in &self.withheld {
            if let Some(what) = &withheld.what {
                sheet.paragraph(RichText::new().bold("Bagian: ").plain(what));
            }
            reasons(sheet, &withheld.exemption);
        }
        sheet.paragraph("Dengan demikian menyatakan bahwa:");
        sheet.verdict(if whole { "PERMOHONAN INFORMASI DITOLAK" } else { "PERMOHONAN ATAS BAGIAN TERSEBUT DITOLAK" });
        sheet.worded(Template::ObjectionRight, &[("nama", self.registration.applicant.name.as_str())]);
        let right = signed(&self.place, self.letter.date, &self.signatory);
        let left = Side::Code { reference: self.code(), copies_to: self.letter.cc.clone() };
        sheet.signatures(left, right)?;
        Ok(())
    }
}

impl RefusalDecision {
    fn code(&self) -> Reference {
        Reference::of_request(&self.registration_no, &self.check_code)
    }

    fn fields(&self) -> Vec<(&'static str, Vec<Piece>)> {
        let applicant = &self.registration.applicant;
        let filled = |text: Option<&str>| vec![Piece::filled(text)];
        let mut fields = vec![
            ("Nomor Pendaftaran", filled(Some(&self.registration_no))),
            ("Nama", filled(Some(&applicant.name))),
            ("Alamat", filled(Some(&applicant.address))),
        ];
        if let Some(occupation) = &applicant.occupation {
            fields.push(("Pekerjaan", filled(Some(occupation))));
        }
        fields.push(("No. Telp/E-mail", filled(contact(applicant).as_deref())));
        fields.extend(acting(applicant));
        fields.push(("Rincian Informasi yang Dibutuhkan", filled(Some(&self.registration.information))));
        fields
    }
}

/// Grounds, consequence and finding of one exemption.
fn reasons(sheet: &mut Sheet<'_>, exemption: &Exemption) {
    sheet.paragraph("Pengecualian informasi didasarkan pada alasan:");
    sheet.block(&grounds(exemption));
    sheet.space(6.0);
    sheet.paragraph(format!(
        "Bahwa berdasarkan pasal-pasal di atas, membuka informasi tersebut dapat menimbulkan konsekuensi sebagai berikut: {}",
        exemption.consequence
    ));
    sheet.paragraph(basis_words(exemption));
}

/// The grounds in the order of the act, and the article of another act that letter j rests on.
fn grounds(exemption: &Exemption) -> Vec<Piece> {
    let ticked = |words| Piece::tick(true, words).above(1.5);
    let under_the_act = |article: String, label: &str| {
        ticked(RichText::new().bold(&article).plain(" Undang-Undang Nomor 14 Tahun 2008: ").plain(label))
    };
    let letters = exemption.grounds.iter();
    let mut pieces: Vec<Piece> =
        letters.map(|ground| under_the_act(format!("Pasal 17 huruf {}", ground.code()), ground.label())).collect();
    let limits = exemption.limits.iter();
    pieces.extend(limits.map(|limit| under_the_act(format!("Pasal 6 ayat (3) huruf {}", limit.code()), limit.label())));
    let other = exemption.other_law.as_ref();
    pieces.extend(other.map(|(act, article)| ticked(RichText::new().bold(&other_act(act, article)))));
    pieces
}

fn basis_words(exemption: &Exemption) -> RichText {
    let words = match &exemption.basis {
        Basis::Classification { number, date: on, .. } => RichText::new()
            .plain("Pengecualian ini sesuai dengan Surat Penetapan Klasifikasi Informasi yang Dikecualikan Nomor ")
            .whole(number)
            .plain(" tanggal ")
            .whole(&date(*on))
            .plain(", sebagaimana terlampir."),
        Basis::ConsequenceTest { date: on, approved_by, .. } => RichText::new()
            .plain("Pengecualian ini didasarkan pada pengujian konsekuensi yang dilakukan pada tanggal ")
            .whole(&date(*on))
            .plain(" dan disetujui oleh ")
            .plain(approved_by)
            .plain("."),
    };
    words.plain(" Jangka waktu pengecualian: ").plain(&exemption.lasting().in_words()).plain(".")
}
