//! Refusing a request: the SK Penolakan and its preconditions.

use serde::{Deserialize, Serialize};

use super::Request;
use super::exemption::{Basis, Exemption, ExemptionInput};
use crate::deadline::Today;
use crate::letter::{Letter, LetterInput};
use crate::office::{Official, Role};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

/// The decision's form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // The boxes of the form, named as on the checked `Refusal`.
pub struct RefusalInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    #[serde(flatten)]
    pub exemption: ExemptionInput,
}

/// The information is withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The decision.
    #[serde(flatten)]
    pub letter: Letter,
    /// Why.
    #[serde(flatten)]
    pub exemption: Exemption,
}

/// Whether `official` may sign a refusal on this basis, given a matrix that names the role. A PPID Pelaksana may only where
/// an existing classification covers it: the consequence test itself belongs to the PPID with the leader's approval
/// (PERKI 1/2017 Ps 4).
pub fn may_sign_refusal(official: &Official, basis: &Basis) -> bool {
    official.role != Role::PpidUnit || matches!(basis, Basis::Classification { .. })
}

impl RefusalInput {
    /// Reads the form on `today` for `request` and checks every precondition of a refusal.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Refusal, Refused> {
        let mut p = Problems::default();
        let letter = self.letter.check(&mut p, PaperKind::RefusalDecision, request.answers_begin(), today);
        let exemption = self.exemption.check(&mut p, letter.as_ref().map(|letter| letter.date));
        let signer = letter.as_ref().and_then(|letter| today.office.official(letter.signed_by));
        p.when(
            signer.zip(exemption.as_ref()).is_some_and(|(official, exemption)| !may_sign_refusal(official, &exemption.basis)),
            "signed_by",
            "PPID Pelaksana hanya menandatangani penolakan yang sudah tercakup SK klasifikasi; selain itu PPID Utama.",
        );
        let made = letter.zip(exemption).map(|(letter, exemption)| Refusal { letter, exemption });
        p.or(made)
    }
}
