//! Where a request stands, and how it ended.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, Decision, Grant, NotEntitled, Redaction, Refusal, Request, Unavailable};
use crate::coded::coded;
use crate::letter::Letter;

coded! {
    /// Where a request stands.
    pub enum Stage {
        /// Registered; papers still to be checked or incomplete.
        Registered = "registered" => "Menunggu kelengkapan",
        /// The applicant was told what is missing.
        Incomplete = "incomplete" => "Belum lengkap",
        /// Complete; the answer is due.
        Processed = "processed" => "Diproses",
        /// Complete; the answer is due within the extended time.
        Extended = "extended" => "Diperpanjang",
        /// Answered once, and to be answered anew by order.
        Reopened = "reopened" => "Dibuka kembali",
        /// Answered: given in full.
        Granted = "granted" => "Dikabulkan",
        /// Answered: given in part, the rest blacked out.
        PartlyGranted = "partly_granted" => "Dikabulkan sebagian",
        /// Granted, and handed over with a signed receipt.
        HandedOver = "handed_over" => "Informasi diserahkan",
        /// Answered: withheld under Pasal 17 or Pasal 6(3).
        Refused = "refused" => "Ditolak",
        /// Answered: not held yet.
        NotHeld = "not_held" => "Belum dikuasai",
        /// Answered: not documented yet.
        NotDocumented = "not_documented" => "Belum didokumentasikan",
        /// Answered: another public body holds it.
        HeldByOther = "held_by_other" => "Dikuasai badan publik lain",
        /// Ended: the applicant did not complete the papers.
        NotProcessed = "not_processed" => "Tidak diproses",
        /// Ended: withdrawn by the applicant.
        Withdrawn = "withdrawn" => "Dicabut pemohon",
        /// Answered: the applicant is not entitled.
        NotEntitled = "not_entitled" => "Bukan pemohon yang berhak",
        /// Ended: the applicant died.
        Abated = "abated" => "Gugur: pemohon meninggal",
        /// Ended: registered by mistake.
        Cancelled = "cancelled" => "Batal: salah daftar",
    }
}

/// How a request ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Given in full.
    Granted(Grant),
    /// Given in part.
    PartlyGranted {
        /// What is given.
        grant: Grant,
        /// What is not.
        redaction: Redaction,
    },
    /// Withheld.
    Refused(Refusal),
    /// There is nothing to give.
    Unavailable(Unavailable),
    /// Answered in parts.
    Answered(Box<Answer>),
    /// The applicant is no Indonesian citizen and no Indonesian legal entity.
    NotEntitled(NotEntitled),
    /// The applicant died, and nobody goes on.
    Abated {
        /// The civil date.
        on: NaiveDate,
        /// By what that is known.
        reason: String,
    },
    /// Not completed in time.
    NotProcessed {
        /// The civil date.
        on: NaiveDate,
    },
    /// Registered by mistake.
    Cancelled {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Withdrawn in writing.
    Withdrawn {
        /// The civil date.
        on: NaiveDate,
        /// What the applicant says.
        reason: String,
    },
}

impl Decision {
    /// The stage of a request that was so answered.
    fn stage(self) -> Stage {
        match self {
            Self::Granted => Stage::Granted,
            Self::PartlyGranted => Stage::PartlyGranted,
            Self::Refused => Stage::Refused,
            Self::NotHeld => Stage::NotHeld,
            Self::NotDocumented => Stage::NotDocumented,
            Self::HeldByOther => Stage::HeldByOther,
        }
    }
}

impl Outcome {
    /// The civil date the request ended: of the letter, or of the event where there is none.
    pub fn on(&self) -> NaiveDate {
        match self {
            Self::NotProcessed { on } | Self::Withdrawn { on, .. } | Self::Abated { on, .. } | Self::Cancelled { on, .. } => *on,
            Self::Granted(Grant { letter, .. })
            | Self::PartlyGranted { grant: Grant { letter, .. }, .. }
            | Self::Refused(Refusal { letter, .. })
            | Self::NotEntitled(NotEntitled { letter, .. })
            | Self::Unavailable(Unavailable { letter, .. }) => letter.date,
            Self::Answered(answer) => answer.letter.date,
        }
    }

    /// As [`Self::letter`], to be changed.
    pub(super) fn letter_mut(&mut self) -> Option<&mut Letter> {
        match self {
            Self::NotProcessed { .. } | Self::Withdrawn { .. } | Self::Abated { .. } | Self::Cancelled { .. } => None,
            Self::Granted(Grant { letter, .. })
            | Self::PartlyGranted { grant: Grant { letter, .. }, .. }
            | Self::Refused(Refusal { letter, .. })
            | Self::NotEntitled(NotEntitled { letter, .. })
            | Self::Unavailable(Unavailable { letter, .. }) => Some(letter),
            Self::Answered(answer) => Some(&mut answer.letter),
        }
    }

    /// The letter that answered; none where the request ended without an answer.
    pub fn letter(&self) -> Option<&Letter> {
        match self {
            Self::NotProcessed { .. } | Self::Withdrawn { .. } | Self::Abated { .. } | Self::Cancelled { .. } => None,
            Self::Granted(Grant { letter, .. })
            | Self::PartlyGranted { grant: Grant { letter, .. }, .. }
            | Self::Refused(Refusal { letter, .. })
            | Self::NotEntitled(NotEntitled { letter, .. })
            | Self::Unavailable(Unavailable { letter, .. }) => Some(letter),
            Self::Answered(answer) => Some(&answer.letter),
        }
    }
}

impl Outcome {
    /// Whether the office decided it, and not the applicant, a death or a slip of the register.
    pub fn is_of_the_office(&self) -> bool {
        match self {
            Self::Granted(_)
            | Self::PartlyGranted { .. }
            | Self::Refused(_)
            | Self::Unavailable(_)
            | Self::Answered(_)
            | Self::NotEntitled(_)
            | Self::NotProcessed { .. } => true,
            Self::Withdrawn { .. } | Self::Abated { .. } | Self::Cancelled { .. } => false,
        }
    }

    /// How a request ended, in words: what was decided, or why there was nothing to decide. None for a letter that decided nothing.
    pub fn ended_as(&self) -> Option<&'static str> {
        self.decision().map(Decision::label).or_else(|| self.closed_as().map(Stage::label))
    }

    /// Where a request stands that so ended without a decision; none where something was decided.
    pub(super) fn closed_as(&self) -> Option<Stage> {
        match self {
            Self::NotProcessed { .. } => Some(Stage::NotProcessed),
            Self::Withdrawn { .. } => Some(Stage::Withdrawn),
            Self::NotEntitled(_) => Some(Stage::NotEntitled),
            Self::Abated { .. } => Some(Stage::Abated),
            Self::Cancelled { .. } => Some(Stage::Cancelled),
            Self::Granted(_) | Self::PartlyGranted { .. } | Self::Refused(_) | Self::Unavailable(_) | Self::Answered(_) => None,
        }
    }
}

impl Request {
    /// Where the request stands, in words: an extension that moved no deadline is named so.
    pub fn stage_label(&self) -> &'static str {
        let stage = self.stage();
        let too_late = stage == Stage::Extended && !self.extension_stands();
        if too_late { "Perpanjangan terlambat" } else { stage.label() }
    }

    /// Where the request stands.
    pub fn stage(&self) -> Stage {
        if let Some(decision) = self.decision() {
            let given = matches!(decision, Decision::Granted | Decision::PartlyGranted);
            return if given && self.handed_whole() { Stage::HandedOver } else { decision.stage() };
        }
        // A letter that decided nothing is as good as none.
        self.outcome.as_ref().and_then(Outcome::closed_as).unwrap_or_else(|| self.open_stage())
    }

    fn open_stage(&self) -> Stage {
        match self.complete_on {
            _ if !self.reopened.is_empty() => Stage::Reopened,
            Some(_) if self.extension.is_some() => Stage::Extended,
            Some(_) => Stage::Processed,
            None if self.incomplete.is_some() => Stage::Incomplete,
            None => Stage::Registered,
        }
    }

    /// What was granted, in full or in part.
    pub fn granted(&self) -> Option<Grant> {
        match self.outcome.as_ref()? {
            Outcome::Granted(grant) | Outcome::PartlyGranted { grant, .. } => Some(grant.clone()),
            Outcome::Answered(answer) => answer.grant(),
            Outcome::Refused(_)
            | Outcome::Unavailable(_)
            | Outcome::NotEntitled(_)
            | Outcome::NotProcessed { .. }
            | Outcome::Withdrawn { .. }
            | Outcome::Abated { .. }
            | Outcome::Cancelled { .. } => None,
        }
    }

    /// Whether a letter answered the request.
    pub fn answered(&self) -> bool {
        self.outcome.as_ref().and_then(Outcome::letter).is_some()
    }
}
