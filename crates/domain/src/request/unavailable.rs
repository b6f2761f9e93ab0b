//! Answers that give nothing because there is nothing to give (UU KIP Ps 6(3)e, 22(7)b): not held, not documented, held by
//! another body. None of them is a refusal.

use serde::{Deserialize, Serialize};

use super::Request;
use crate::coded::coded;
use crate::deadline::Today;
use crate::letter::{Letter, LetterInput};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

coded! {
    /// Why there is nothing to give.
    pub enum Absence {
        /// Not under the office's control.
        NotHeld = "not_held" => "Belum dikuasai",
        /// Not recorded yet.
        NotDocumented = "not_documented" => "Belum didokumentasikan",
        /// Another public body holds it.
        HeldByOther = "held_by_other" => "Dikuasai badan publik lain",
    }
}

/// The answer's form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Unavailable`.
pub struct UnavailableInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    pub absence: String,
    pub body: String,
    pub available_in_days: u32,
}

/// There is nothing to give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unavailable {
    /// The Pemberitahuan Tertulis.
    #[serde(flatten)]
    pub letter: Letter,
    /// Why.
    pub absence: Absence,
    /// The body that holds it; there with [`Absence::HeldByOther`] (Ps 22(7)b).
    pub body: Option<String>,
    /// Working days until it is documented; there with [`Absence::NotDocumented`].
    pub available_in_days: Option<u32>,
}

/// Notes a number of working days in which nothing is documented.
pub(super) fn may_take(p: &mut Problems, days: u32) {
    let message = "Isi berapa hari kerja sampai informasi didokumentasikan, 1 sampai 365.";
    p.when(!(1..=365).contains(&days), "available_in_days", message);
}

impl UnavailableInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Unavailable, Refused> {
        let mut p = Problems::default();
        let letter = self.letter.check(&mut p, PaperKind::WrittenNotice, request.answers_begin(), today);
        let absence = Absence::from_code(&self.absence);
        p.when(absence.is_none(), "absence", "Pilih mengapa informasi tidak dapat diberikan.");
        let body = (absence == Some(Absence::HeldByOther))
            .then(|| p.text("body", &self.body, 200, "Sebutkan badan publik yang menguasai informasi ini."));
        let available_in_days = (absence == Some(Absence::NotDocumented)).then_some(self.available_in_days);
        if let Some(days) = available_in_days {
            may_take(&mut p, days);
        }
        let made = letter.zip(absence);
        p.or(made.map(|(letter, absence)| Unavailable { letter, absence, body, available_in_days }))
    }
}
