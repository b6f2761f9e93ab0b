//! What a request was answered with, part by part.
//!
//! What is asked is one text; what is answered is a list. The one notice of Ps 22(7) UU KIP says of each part whether the office
//! has it, who else does, what is given and what is not. Answers kept before there were parts read as a list of one, so that
//! the stage, the register, the report and the papers all follow from the same list.

use serde::{Deserialize, Serialize};

use super::{Absence, Answer, Exemption, Fees, Grant, Outcome, Redaction, Refusal, Request, Unavailable};
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

impl Outcome {
    /// What was answered to a request for `asked`, part by part; empty where the request ended without an answer.
    pub fn parts(&self, asked: &str) -> Vec<Part> {
        let whole = |found| vec![Part { what: asked.to_owned(), found }];
        match self {
            Self::Granted(grant) => whole(Found::Given(grant.given())),
            Self::PartlyGranted { grant, redaction: Redaction { withheld, explanation, exemption } } => {
                whole(Found::PartlyGiven {
                    given: grant.given(),
                    withheld: withheld.clone(),
                    explanation: explanation.clone(),
                    exemption: exemption.clone(),
                })
            }
            Self::Refused(Refusal { exemption, .. }) => whole(Found::Withheld { exemption: exemption.clone() }),
            Self::Unavailable(Unavailable { absence, body, available_in_days, .. }) => whole(match (absence, body) {
                (Absence::NotDocumented, _) => Found::NotDocumented { available_in_days: available_in_days.unwrap_or_default() },
                (Absence::HeldByOther, Some(body)) => Found::Elsewhere { body: body.clone() },
                (Absence::HeldByOther, None) | (Absence::NotHeld, _) => Found::NotHeld { holder: body.clone() },
            }),
            Self::Answered(answer) => answer.parts.clone(),
            Self::NotProcessed { .. } | Self::Withdrawn { .. } | Self::Cancelled { .. } => vec![],
        }
    }
}

impl Grant {
    fn given(&self) -> Given {
        let Self { softcopy, hardcopy, ready_in_days, fees, .. } = self;
        Given { softcopy: *softcopy, hardcopy: *hardcopy, sheets: fees.sheets, ready_in_days: *ready_in_days }
    }
}

impl Answer {
    /// What all given parts cost together.
    pub fn fees(&self) -> Fees {
        let sheets = self.given().map(|given| given.sheets).fold(0, u32::saturating_add);
        Fees { sheets, price_per_sheet: self.price_per_sheet, delivery: self.delivery, other: self.other }
    }

    /// What is given of the whole, as one grant; none where nothing is.
    pub fn grant(&self) -> Option<Grant> {
        let ready_in_days = self.given().map(|given| given.ready_in_days).max()?;
        Some(Grant {
            letter: self.letter.clone(),
            softcopy: self.given().any(|given| given.softcopy),
            hardcopy: self.given().any(|given| given.hardcopy),
            fees: self.fees(),
            ready_in_days,
            means: self.means.clone(),
        })
    }

    fn given(&self) -> impl Iterator<Item = &Given> {
        self.parts.iter().filter_map(|part| part.found.given())
    }
}

impl Request {
    /// What was answered, part by part; empty before an answer, and where the request ended without one.
    pub fn parts(&self) -> Vec<Part> {
        self.outcome.as_ref().map_or_else(Vec::new, |outcome| outcome.parts(&self.registration.information))
    }

    /// What was answered first, whatever was ordered afterwards: what the PPID decided.
    pub fn first_parts(&self) -> Vec<Part> {
        match self.reopened.first() {
            Some(first) => first.before.parts(&self.registration.information),
            None => self.parts(),
        }
    }

    /// What the answer comes to; none before an answer, and where the request ended without one.
    pub fn decision(&self) -> Option<Decision> {
        Decision::of(&self.parts())
    }
}
