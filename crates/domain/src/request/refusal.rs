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

/// Notes where `signer` may not withhold anything on this basis, in whole or in part: whoever signs for the part signs for the
/// whole letter, and the matrix for refusals holds for it (UU KIP Ps 19, 22(7)e; PERKI 1/2017 Ps 4).
pub(super) fn may_sign(p: &mut Problems, signer: Option<&Official>, basis: &Basis, today: &Today<'_>) {
    let Some(official) = signer else { return };
    let paper = PaperKind::RefusalDecision;
    if !today.office.signing.allows(paper, official.role) {
        let roles = today.office.signing.roles_in_words(paper);
        p.once("signed_by", format!("{} ditandatangani {roles}; pilih pejabat lain.", paper.label()));
    } else if !may_sign_refusal(official, basis) {
        p.once(
            "signed_by",
            "PPID Pelaksana hanya menandatangani penolakan yang sudah tercakup SK klasifikasi; selain itu PPID Utama.",
        );
    }
}

impl RefusalInput {
    /// Reads the form on `today` for `request` and checks every precondition of a refusal.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Refusal, Refused> {
        let mut p = Problems::default();
        let letter = self.letter.check(&mut p, PaperKind::RefusalDecision, request.answers_begin(), today);
        let exemption = self.exemption.check(&mut p, request, letter.as_ref().map(|letter| letter.date));
        let signer = letter.as_ref().and_then(|letter| today.office.official(letter.signed_by));
        if let Some(exemption) = &exemption {
            may_sign(&mut p, signer, &exemption.basis, today);
        }
        let made = letter.zip(exemption).map(|(letter, exemption)| Refusal { letter, exemption });
        p.or(made)
    }
}
