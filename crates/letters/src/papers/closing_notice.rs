//! Pemberitahuan Tertulis that a request was closed without an answer: not completed, withdrawn, or fallen with the applicant's
//! death. Whoever withdraws signs it too, so that the withdrawal is on paper.

use loket_domain::indonesian::date;
use loket_domain::office::Official;
use loket_domain::request::Outcome;

use super::official_letter::{CaseLetter, addressee, letter_head};
use super::request_form::signs_as;
use super::signature::signed_letter;
use crate::imprint::Imprint;
use crate::layout::{Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// Why a request was closed, in the words of its letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    /// The applicant did not bring what was missing.
    NotCompleted,
    /// The applicant withdrew, in these words.
    Withdrawn(String),
    /// The applicant died.
    Abated,
}

impl Closed {
    /// Why a request that ended so was closed; none where it was answered or never asked.
    pub fn of(outcome: &Outcome) -> Option<Self> {
        match outcome {
            Outcome::NotProcessed { .. } => Some(Self::NotCompleted),
            Outcome::Withdrawn { reason, .. } => Some(Self::Withdrawn(reason.clone())),
            Outcome::Abated { .. } => Some(Self::Abated),
            Outcome::Granted(_)
            | Outcome::PartlyGranted { .. }
            | Outcome::Refused(_)
            | Outcome::Unavailable(_)
            | Outcome::Answered(_)
            | Outcome::NotEntitled(_)
            | Outcome::Cancelled { .. } => None,
        }
    }
}

/// The letter.
#[derive(Clone, Debug)]
pub struct ClosingNotice {
    /// Whose request, and the letter; the number of the agenda book is written in by hand.
    pub case: CaseLetter,
    /// Why it was closed.
    pub closed: Closed,
}

impl Paper for ClosingNotice {
    fn imprint(&self) -> Imprint {
        self.case.imprint("Pemberitahuan Tertulis")
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.case.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let case = &self.case;
        let mut applicant = case.registration.applicant.clone();
        if self.closed == Closed::Abated && applicant.representative.is_none() {
            applicant.name = format!("Keluarga {}", applicant.name);
        }
        sheet.letterhead();
        letter_head(
            sheet,
            (&case.place, &case.signatory),
            case.letter.date,
            &case.letter.number,
            "Penutupan permohonan informasi publik",
        );
        addressee(sheet, &applicant, None);
        sheet.paragraph(format!(
            "Permohonan informasi publik dengan Nomor Pendaftaran {} tanggal {} kami tutup pada tanggal {}. {}",
            case.registration_no,
            case.asked_on(),
            date(case.letter.date),
            self.why()
        ));
        sheet.paragraph(format!("Informasi yang diminta: {}", case.registration.information));
        sheet.paragraph(self.afterwards());
        if self.closed == Closed::NotCompleted {
            sheet.worded(Template::ObjectionRight, &[("nama", &case.registration.applicant.name)]);
        }
        if let Closed::Withdrawn(_) = self.closed {
            let (role, signs) = match &applicant.representative {
                Some(acting) => (signs_as(acting.acting_as), &acting.name),
                None => ("Pemohon Informasi,", &applicant.name),
            };
            let left = Side::person(vec!["Mengetahui dan membenarkan,".to_owned(), role.to_owned()], signs);
            return sheet.signatures(left, signed_letter(&case.signatory));
        }
        case.sign_letter(sheet)
    }
}

impl ClosingNotice {
    fn why(&self) -> String {
        match &self.closed {
            Closed::NotCompleted => {
                "Berkas yang disebut dalam Surat Keterangan Tidak Lengkap belum kami terima sampai batas waktunya, sehingga permohonan \
                 tidak diproses."
                    .to_owned()
            }
            Closed::Withdrawn(reason) => format!("Pemohon mencabut permohonan ini: {reason}"),
            Closed::Abated => {
                "Kami mendapat kabar bahwa Pemohon telah meninggal dunia, dan belum ada ahli waris yang melanjutkan permohonan ini."
                    .to_owned()
            }
        }
    }

    fn afterwards(&self) -> &'static str {
        match self.closed {
            Closed::NotCompleted | Closed::Withdrawn(_) => "Permohonan atas informasi yang sama dapat diajukan lagi setiap saat.",
            Closed::Abated => "Ahli waris yang memerlukan informasi ini dapat mengajukan permohonan sendiri setiap saat.",
        }
    }
}
