//! An answer of several parts: the one Pemberitahuan Tertulis that says of each what becomes of it (UU KIP Ps 22(7)).

use serde::{Deserialize, Serialize};

use super::exemption::ExemptionInput;
use super::grant::may_cost;
use super::refusal::may_sign;
use super::unavailable::may_take;
use super::{Decision, Found, Given, Part, Request};
use crate::coded::coded;
use crate::deadline::Today;
use crate::letter::{LONGEST_NUMBER, Letter, LetterInput};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

/// The most parts of one answer: as many as the form has room for.
pub const MOST_PARTS: usize = 9;

coded! {
    /// What may become of a part, as chosen in the form.
    pub enum FoundKind {
        /// Given.
        Given = "given" => "Diberikan",
        /// Given with passages blacked out.
        PartlyGiven = "partly_given" => "Diberikan, sebagian dihitamkan",
        /// Withheld.
        Withheld = "withheld" => "Dikecualikan (ditolak)",
        /// Not held.
        NotHeld = "not_held" => "Belum dikuasai",
        /// Not documented.
        NotDocumented = "not_documented" => "Belum didokumentasikan",
        /// A matter of another body.
        Elsewhere = "elsewhere" => "Urusan badan publik lain",
    }
}

/// The form of one part as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Part`.
pub struct PartInput {
    pub what: String,
    pub found: String,
    pub softcopy: bool,
    pub hardcopy: bool,
    pub sheets: u32,
    pub ready_in_days: u32,
    pub withheld: String,
    pub redaction: String,
    pub body: String,
    pub available_in_days: u32,
    #[serde(flatten)]
    pub exemption: ExemptionInput,
}

/// The answer's form as typed. Amounts are whole rupiah; dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Answer`.
pub struct AnswerInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    pub decision_number: String,
    pub price_per_sheet: u32,
    pub delivery_cost: u32,
    pub other_cost: u32,
    pub means: String,
    pub parts: Vec<PartInput>,
}

/// The request was answered in parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The Pemberitahuan Tertulis.
    #[serde(flatten)]
    pub letter: Letter,
    /// Number of the SK Penolakan that goes with it; there where a part is withheld, empty while it is to follow.
    pub decision_number: Option<String>,
    /// Price of one sheet, in whole rupiah.
    pub price_per_sheet: u32,
    /// Sending, in whole rupiah.
    pub delivery: u32,
    /// Anything else, in whole rupiah.
    pub other: u32,
    /// How what is given is handed over (Ps 22(7)f); empty where nothing is.
    pub means: String,
    /// The parts, in the order of the letter: at least two.
    pub parts: Vec<Part>,
}

/// The box of a part, as its form names it.
pub fn part_field(place: usize, field: &str) -> String {
    format!("part{}_{field}", place + 1)
}

impl AnswerInput {
    /// Reads the form on `today` for `request`. Who may sign is decided by the strictest part.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Answer, Refused> {
        let mut p = Problems::default();
        let letter = self.letter.check(&mut p, PaperKind::WrittenNotice, request.answers_begin(), today);
        let filled = self.parts.iter().enumerate().filter(|(_, part)| !part.is_blank());
        let read: Vec<Option<Part>> = filled.map(|(place, part)| part.check(&mut p, place, request, letter.as_ref())).collect();
        p.when(
            read.len() < 2,
            &part_field(0, "found"),
            "Isi sekurang-kurangnya dua bagian; untuk jawaban tunggal pakai langkah lain.",
        );
        p.when(
            read.len() > MOST_PARTS,
            &part_field(MOST_PARTS, "found"),
            "Paling banyak sembilan bagian; gabungkan yang sejenis.",
        );
        let parts: Option<Vec<Part>> = read.into_iter().collect();
        let known = parts.as_deref().unwrap_or_default();
        let signer = letter.as_ref().and_then(|letter| today.office.official(letter.signed_by));
        for exemption in known.iter().filter_map(|part| part.found.exemption()) {
            may_sign(&mut p, signer, &exemption.basis, today);
        }
        let withheld = known.iter().any(|part| matches!(part.found, Found::Withheld { .. }));
        let decision_number = withheld.then(|| p.short("decision_number", &self.decision_number, LONGEST_NUMBER));
        let gives = known.iter().any(|part| part.found.given().is_some());
        let means = if gives { p.text("means", &self.means, 300, "Isi cara penyampaian informasi.") } else { String::new() };
        let money = |p: &mut Problems, field: &str, amount: u32| {
            may_cost(p, field, amount);
            if gives { amount } else { 0 }
        };
        let price_per_sheet = money(&mut p, "price_per_sheet", self.price_per_sheet);
        let delivery = money(&mut p, "delivery_cost", self.delivery_cost);
        let other = money(&mut p, "other_cost", self.other_cost);
        let made = letter.zip(parts);
        p.or(made.map(|(letter, parts)| Answer { letter, decision_number, price_per_sheet, delivery, other, means, parts }))
    }
}

impl PartInput {
    /// Whether nothing was put into its two first boxes.
    fn is_blank(&self) -> bool {
        self.what.trim().is_empty() && self.found.trim().is_empty()
    }

    fn check(&self, p: &mut Problems, place: usize, request: &Request, letter: Option<&Letter>) -> Option<Part> {
        let mut own = Problems::default();
        let what = own.text("what", &self.what, 10_000, "Sebutkan bagian yang dijawab.");
        let kind = FoundKind::from_code(&self.found);
        own.when(kind.is_none(), "found", "Pilih apa jawaban untuk bagian ini.");
        let date = letter.map(|letter| letter.date);
        let found = kind.and_then(|kind| {
            Some(match kind {
                FoundKind::Given => Found::Given(self.given(&mut own, request)),
                FoundKind::PartlyGiven => Found::PartlyGiven {
                    given: self.given(&mut own, request),
                    withheld: own.text("withheld", &self.withheld, 10_000, "Sebutkan yang tidak diberikan."),
                    explanation: own.text("redaction", &self.redaction, 10_000, "Jelaskan yang dihitamkan dan caranya."),
                    exemption: self.exemption.check(&mut own, request, date)?,
                },
                FoundKind::Withheld => Found::Withheld { exemption: self.exemption.check(&mut own, request, date)? },
                FoundKind::NotHeld => Found::NotHeld { holder: own.optional("body", &self.body, 200) },
                FoundKind::NotDocumented => {
                    may_take(&mut own, self.available_in_days);
                    Found::NotDocumented { available_in_days: self.available_in_days }
                }
                FoundKind::Elsewhere => {
                    let body = own.text("body", &self.body, 200, "Sebutkan badan publik yang menguasai informasi ini.");
                    Found::Elsewhere { body }
                }
            })
        });
        p.within(own, |field| part_field(place, field));
        Some(Part { what, found: found? })
    }

    fn given(&self, p: &mut Problems, request: &Request) -> Given {
        let Self { softcopy, hardcopy, sheets, ready_in_days, .. } = *self;
        let given = Given { softcopy, hardcopy, sheets, ready_in_days };
        given.check(p, request);
        given
    }
}

impl Answer {
    /// What the answer as a whole comes to.
    pub fn decision(&self) -> Decision {
        Decision::of(&self.parts).unwrap_or(Decision::NotHeld)
    }
}
