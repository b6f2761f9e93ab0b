//! What a request was answered with, part by part.
//!
//! What is asked is one text; what is answered is a list. The one notice of Ps 22(7) UU KIP says of each part whether the office
//! has it, who else does, what is given and what is not. Answers kept before there were parts read as a list of one, so that
//! the stage, the register, the report and the papers all follow from the same list.

use serde::{Deserialize, Serialize};

use super::{Absence, Exemption};
use crate::coded::coded;

/// What is answered to one part of what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The part, in the words of the answer.
    pub what: String,
    /// What became of it.
    pub found: Found,
}

/// What became of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "found", rename_all = "snake_case")]
pub enum Found {
    /// Given.
    Given(Given),
    /// Given with passages blacked out (Ps 22(7)e).
    PartlyGiven {
        /// How it is given.
        given: Given,
        /// What is not given of it.
        withheld: String,
        /// How that was blacked out, for the applicant.
        explanation: String,
        /// Why.
        exemption: Exemption,
    },
    /// Withheld (Ps 17, 6(3)).
    Withheld {
        /// Why.
        exemption: Exemption,
    },
    /// Not under the office's control (Ps 6(3)e).
    NotHeld {
        /// Who has it, where that is known (Ps 22(7)b).
        holder: Option<String>,
    },
    /// Not recorded yet (Ps 6(3)e).
    NotDocumented {
        /// Working days until it is.
        available_in_days: u32,
    },
    /// A matter of another public body (Ps 22(7)b).
    Elsewhere {
        /// That body.
        body: String,
    },
}

/// How a part is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Available as a file.
    pub softcopy: bool,
    /// Available on paper.
    pub hardcopy: bool,
    /// Sheets that are copied.
    pub sheets: u32,
    /// Working days until it is ready; 0 means at once.
    pub ready_in_days: u32,
}

coded! {
    /// What the answer as a whole comes to.
    pub enum Decision {
        /// Everything is given.
        Granted = "granted" => "Dikabulkan seluruhnya",
        /// Something is given, something is not.
        PartlyGranted = "partly_granted" => "Dikabulkan sebagian",
        /// Nothing is given, and something of it is withheld.
        Refused = "refused" => "Ditolak",
        /// Nothing is given: not held.
        NotHeld = "not_held" => "Belum dikuasai",
        /// Nothing is given: not documented.
        NotDocumented = "not_documented" => "Belum didokumentasikan",
        /// Nothing is given: another body has it.
        HeldByOther = "held_by_other" => "Dikuasai badan publik lain",
    }
}

impl Decision {
    /// Whether something was withheld under Ps 17 or 6(3): what Ps 35(1)a calls a refusal.
    pub fn withholds(parts: &[Part]) -> bool {
        parts.iter().any(|part| part.found.exemption().is_some())
    }

    /// What these parts come to; none of no parts.
    pub fn of(parts: &[Part]) -> Option<Self> {
        let all = |is: fn(&Found) -> bool| parts.iter().all(|part| is(&part.found));
        let any = |is: fn(&Found) -> bool| parts.iter().any(|part| is(&part.found));
        let given = |found: &Found| found.given().is_some();
        Some(match parts {
            [] => return None,
            _ if all(|found| matches!(found, Found::Given(_))) => Self::Granted,
            _ if any(given) => Self::PartlyGranted,
            _ if any(|found| matches!(found, Found::Withheld { .. })) => Self::Refused,
            _ if all(|found| matches!(found, Found::Elsewhere { .. })) => Self::HeldByOther,
            _ if all(|found| matches!(found, Found::NotDocumented { .. })) => Self::NotDocumented,
            _ => Self::NotHeld,
        })
    }
}

impl Found {
    /// How it is given, where anything is.
    pub fn given(&self) -> Option<&Given> {
        match self {
            Self::Given(given) | Self::PartlyGiven { given, .. } => Some(given),
            Self::Withheld { .. } | Self::NotHeld { .. } | Self::NotDocumented { .. } | Self::Elsewhere { .. } => None,
        }
    }

    /// Whether it is handed over some day: given, or promised for when it is documented.
    pub fn is_to_be_given(&self) -> bool {
        self.given().is_some() || matches!(self, Self::NotDocumented { .. })
    }

    /// In how many working days it is promised; none where it is there at once, or nothing is promised.
    pub fn promised_in(&self) -> Option<u32> {
        match self {
            Self::Given(given) | Self::PartlyGiven { given, .. } => Some(given.ready_in_days).filter(|days| *days > 0),
            Self::NotDocumented { available_in_days } => Some(*available_in_days),
            Self::Withheld { .. } | Self::NotHeld { .. } | Self::Elsewhere { .. } => None,
        }
    }

    /// Why something is withheld, where anything is.
    pub fn exemption(&self) -> Option<&Exemption> {
        match self {
            Self::PartlyGiven { exemption, .. } | Self::Withheld { exemption } => Some(exemption),
            Self::Given(_) | Self::NotHeld { .. } | Self::NotDocumented { .. } | Self::Elsewhere { .. } => None,
        }
    }

    /// The other body that has it, where one was named.
    pub fn other_body(&self) -> Option<&str> {
        match self {
            Self::NotHeld { holder } => holder.as_deref(),
            Self::Elsewhere { body } => Some(body),
            Self::Given(_) | Self::PartlyGiven { .. } | Self::Withheld { .. } | Self::NotDocumented { .. } => None,
        }
    }

    /// What became of it, in the words of a list.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Given(_) => "Diberikan",
            Self::PartlyGiven { .. } => "Diberikan dengan penghitaman",
            Self::Withheld { .. } => "Dikecualikan",
            Self::NotHeld { .. } => Absence::NotHeld.label(),
            Self::NotDocumented { .. } => Absence::NotDocumented.label(),
            Self::Elsewhere { .. } => Absence::HeldByOther.label(),
        }
    }
}
