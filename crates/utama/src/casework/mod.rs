//! What PPID Utama does on a case before it answers: who has it, which unit was asked and until when, notes among colleagues.
//!
//! Kept beside the journal, for it concerns nobody outside. What the office must know is written into the journal as well (`inbox`).
//! The stories every implementation must pass are in `tests/utama/casework.rs`.

use async_trait::async_trait;
use chrono::NaiveDate;
use loket_domain::closed_list;
use loket_domain::office::OfficeCode;
use uuid::Uuid;

use crate::accounts::Reach;
use crate::fault::StoreFault;

closed_list! {
    /// What was done on a case.
    pub enum CaseStepKind {
        /// Somebody has it from now on.
        Taken = "taken" => "mengerjakan perkara ini",
        /// Nobody has it any more.
        Released = "released" => "melepas perkara ini",
        /// Another unit was asked, with a date.
        Passed = "passed" => "meminta ke perangkat daerah lain",
        /// A note among colleagues.
        Noted = "noted" => "mencatat",
    }
}

/// Something that was done on a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseStep {
    /// Kemendagri code of the office whose case it is.
    pub office: OfficeCode,
    /// Identity of the request or the test.
    pub subject: Uuid,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// Login of who.
    pub login: String,
    /// What.
    pub kind: CaseStepKind,
    /// The unit that was asked; else empty.
    pub unit: String,
    /// The civil date until when its answer is awaited.
    pub due: Option<NaiveDate>,
    /// What was noted or asked.
    pub text: String,
}

/// The memory of it, beside [`crate::Store`]. Whatever a method wrote is durable when it answers.
#[async_trait]
pub trait Casework: Send + Sync {
    /// Keeps a step.
    async fn keep_step(&self, step: CaseStep) -> Result<(), StoreFault>;

    /// The steps of one case, oldest first.
    async fn steps(&self, office: &str, subject: Uuid) -> Result<Vec<CaseStep>, StoreFault>;

    /// The steps of every case that waits for PPID Utama, oldest first: those of the offices within reach.
    async fn open_steps(&self, reach: &Reach) -> Result<Vec<CaseStep>, StoreFault>;

    /// Who else read this since `since` (milliseconds since 1970), by login, and when last; `what` and `about` as in the record.
    async fn also_read(&self, office: &str, about: &str, since: u64) -> Result<Vec<(String, u64)>, StoreFault>;
}

/// How a case stands after its steps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseStanding {
    /// Login of who has it.
    pub holder: Option<String>,
    /// The unit that was asked last, and until when its answer is awaited.
    pub waits_for: Option<(String, Option<NaiveDate>)>,
}

impl CaseStanding {
    /// After these steps, oldest first.
    pub fn after<'a>(steps: impl IntoIterator<Item = &'a CaseStep>) -> Self {
        steps.into_iter().fold(Self::default(), |standing, step| match step.kind {
            CaseStepKind::Taken => Self { holder: Some(step.login.clone()), ..standing },
            CaseStepKind::Released => Self { holder: None, ..standing },
            CaseStepKind::Passed => Self { waits_for: Some((step.unit.clone(), step.due)), ..standing },
            CaseStepKind::Noted => standing,
        })
    }
}
