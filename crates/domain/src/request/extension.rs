//! Extending the time for an answer: once, by seven working days, for one of three reasons (UU KIP Ps 22(8)).

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::Request;
use crate::coded::coded;
use crate::deadline::{Promised, Today};
use crate::letter::{Letter, LetterInput};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

coded! {
    /// Why more time is needed. The law knows no other reason.
    pub enum ExtensionReason {
        /// Not under the office's control yet.
        NotHeld = "not_held" => "Informasi yang diminta belum dikuasai",
        /// Not recorded yet.
        NotDocumented = "not_documented" => "Informasi yang diminta belum didokumentasikan",
        /// Not decided yet whether it is exempt.
        Undecided = "undecided" => "Belum dapat diputuskan apakah informasi yang diminta termasuk informasi yang dikecualikan",
    }
}

/// The extension's form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Extension`.
pub struct ExtensionInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    pub reasons: Vec<String>,
    pub explanation: String,
}

/// The answer's time was extended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The Pemberitahuan Perpanjangan.
    #[serde(flatten)]
    pub letter: Letter,
    /// Why.
    pub reasons: BTreeSet<ExtensionReason>,
    /// In the office's own words.
    pub explanation: String,
    /// The dates before.
    pub first: Promised,
    /// The dates now.
    pub promised: Promised,
}

impl ExtensionInput {
    /// Reads the form on `today` for `request`. The letter leaves within the first deadline, whose last day still counts:
    /// a deadline is the end of service hours of that day.
    ///
    /// # Errors
    /// [`Refused::Fields`]; [`Refused::YearNotLoaded`] when either deadline cannot be named.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Extension, Refused> {
        let mut p = Problems::default();
        let letter = self.letter.check(&mut p, PaperKind::ExtensionNotice, request.answers_begin(), today);
        let reasons: BTreeSet<_> = self.reasons.iter().filter_map(|code| ExtensionReason::from_code(code)).collect();
        p.when(reasons.is_empty(), "reasons", "Pilih alasan perpanjangan; undang-undang hanya mengenal tiga alasan ini.");
        let explanation = p.text("explanation", &self.explanation, 5_000, "Jelaskan mengapa perlu waktu tambahan.");
        let first = request.clocks(&today.office.profile, today.calendar);
        let extended = request.clocks_if_extended(&today.office.profile, today.calendar);
        for clock in [&first.official, &extended.official].into_iter().flatten() {
            if let Err(year) = clock {
                return Err(Refused::YearNotLoaded(*year));
            }
        }
        let (first, promised) = (first.promised(), extended.promised());
        let late = letter.as_ref().zip(first.official).is_some_and(|(letter, deadline)| letter.date > deadline);
        p.when(
            late,
            "letter_date",
            "Perpanjangan harus bertanggal sebelum batas pertama lewat; batas itu sudah lewat, jadi jawab sekarang.",
        );
        let made = letter.map(|letter| Extension { letter, reasons, explanation, first, promised });
        p.or(made)
    }
}
