//! The superior's written answer (*Tanggapan atas Keberatan*, PERKI 1/2010 Ps 34).

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Objection, ObjectionGround, Verdict};
use crate::deadline::Today;
use crate::letter::{Letter, LetterInput};
use crate::office::{OfficeKind, Official};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};
use crate::request::{Outcome, Request, Sending};
use crate::role::Role;

/// The longest time that is plausible for doing what was ordered, in days: a later date is a year typed wrong.
const LONGEST_ORDER: Days = Days::new(366);

/// The answer's form as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `ObjectionAnswer`.
pub struct ObjectionAnswerInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    pub verdict: String,
    pub considerations: String,
    pub order: String,
    pub execute_by: String,
}

/// The superior answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionAnswer {
    /// The letter.
    #[serde(flatten)]
    pub letter: Letter,
    /// Whether the PPID's answer stands.
    pub verdict: Verdict,
    /// Why, in writing (Ps 36).
    pub considerations: String,
    /// What the PPID is ordered or has agreed to give, and by when; there when the answer was overturned or deliberated on.
    pub order: Option<(String, NaiveDate)>,
}

/// An answer of the superior that was wrong, and holds no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelledAnswer {
    /// The civil date it was taken back.
    pub on: NaiveDate,
    /// What was wrong.
    pub reason: String,
    /// What it said.
    pub answer: ObjectionAnswer,
    /// How it had left, if it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Sending>,
}

impl Objection {
    /// Whether nobody acted upon the superior's answer yet.
    pub fn answer_may_be_cancelled(&self) -> bool {
        self.answer.is_some() && self.executed.is_none() && self.dispute.is_none()
    }
}

impl ObjectionAnswerInput {
    /// Reads the form on `today` for `objection`, which is `about` this request as it stands.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, objection: &Objection, about: Option<&Request>, today: &Today<'_>) -> Result<ObjectionAnswer, Refused> {
        let mut p = Problems::default();
        let begin =
            (objection.registered_on, "Tanggal surat tidak boleh sebelum keberatan dicatat: suratnya menyebut nomor itu.");
        let letter = self.letter.check(&mut p, PaperKind::ObjectionAnswer, begin, today);
        let verdict = Verdict::from_code(&self.verdict);
        p.when(verdict.is_none(), "verdict", "Pilih putusan Atasan PPID.");
        let undecided = about.is_some_and(|request| !request.first_outcome().is_some_and(Outcome::is_of_the_office));
        p.when(
            undecided && verdict == Some(Verdict::Upheld),
            "verdict",
            "Permohonannya belum dijawab, jadi belum ada putusan PPID yang dikuatkan; kabulkan supaya dijawab, atau nyatakan tidak \
             dapat diterima.",
        );
        let signer = letter.as_ref().and_then(|letter| today.office.official(letter.signed_by));
        let lower = about.zip(signer).is_some_and(|(request, signer)| is_not_above(signer, objection, request, today));
        p.when(
            lower,
            "signed_by",
            "Jawaban yang dipersoalkan ditandatangani PPID Utama; yang menanggapi adalah atasannya, misalnya Sekretaris Daerah. Pilih \
             Atasan PPID dengan kop instansinya sendiri, atau tambahkan dahulu di Pengaturan.",
        );
        let considerations = p.text("considerations", &self.considerations, 50_000, "Tulis pertimbangan putusan ini.");
        let deliberated = verdict == Some(Verdict::Deliberated);
        let on_a_refusal = deliberated && objection.form.grounds.contains(&ObjectionGround::A);
        p.when(on_a_refusal, "verdict", "Musyawarah hanya untuk alasan b sampai g (Pasal 35 ayat (2)).");
        let overturned = matches!(verdict, Some(Verdict::Overturned | Verdict::PartlyOverturned));
        let order = if overturned || deliberated {
            let order = p.text("order", &self.order, 10_000, "Tulis perintah kepada PPID.");
            let by = p.date("execute_by", &self.execute_by, "Isi batas pelaksanaan perintah.");
            let early = by.zip(letter.as_ref()).is_some_and(|(by, letter)| by < letter.date);
            p.when(early, "execute_by", "Batas pelaksanaan tidak boleh sebelum tanggal surat.");
            let far = by.zip(letter.as_ref()).is_some_and(|(by, letter)| by > letter.date + LONGEST_ORDER);
            p.when(far, "execute_by", "Batas pelaksanaan lebih dari setahun setelah surat; periksa tahunnya.");
            by.map(|by| (order, by))
        } else {
            None
        };
        let made = letter.zip(verdict);
        p.or(made.map(|(letter, verdict)| ObjectionAnswer { letter, verdict, considerations, order }))
    }
}

/// Whether `signer` is of this desk's office, and the answer that is objected to was signed by PPID Utama, who belongs to another: the
/// superior of a camat's PPID is not the superior of the regency's (UU KIP Ps 1(9), 36: *atasan* of whoever decided).
fn is_not_above(signer: &Official, objection: &Objection, request: &Request, today: &Today<'_>) -> bool {
    let decided = request.answered_by(objection.received_on()).and_then(Outcome::letter);
    let by = decided.and_then(|letter| today.office.official(letter.signed_by));
    // At a kecamatan PPID Utama is of another office, whether its letterhead is on record or not.
    let elsewhere = matches!(today.office.profile.kind(), OfficeKind::Kecamatan | OfficeKind::Kelurahan);
    let by_main = by.is_some_and(|official| official.role == Role::PpidMain && (elsewhere || official.own_office.is_some()));
    by_main && signer.own_office.is_none()
}
