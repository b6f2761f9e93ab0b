//! What happens to a consequence test and the classification it leads to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Decree, Worksheet};
use crate::kinds::kinds;

/// What happens to a consequence test and the classification it leads to, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ClassificationChange {
    /// A consequence test was written down, or written anew before its approval.
    ConsequenceTested {
        /// The worksheet.
        worksheet: Box<Worksheet>,
    },
    /// The leader of the public body approved the test.
    ConsequenceTestApproved {
        /// The civil date.
        on: NaiveDate,
        /// Name and position of the leader.
        by: String,
    },
    /// The leader did not approve.
    ConsequenceTestRejected {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// The classification was decreed.
    ClassificationDecreed {
        /// The decree.
        decree: Decree,
    },
    /// The information was declared open before its period ended.
    ClassificationLifted {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
}

kinds! {
    ClassificationChange:
    ConsequenceTested = "consequence_tested",
    ConsequenceTestApproved = "consequence_test_approved",
    ConsequenceTestRejected = "consequence_test_rejected",
    ClassificationDecreed = "classification_decreed",
    ClassificationLifted = "classification_lifted",
}
