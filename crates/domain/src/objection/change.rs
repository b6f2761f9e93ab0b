//! What happens to an objection and to the dispute that may follow it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{DisputeFiling, DisputeStep, Objected, ObjectionAnswer};
use crate::kinds::kinds;
use crate::numbering::RegistrationNumber;
use crate::request::Sending;

/// What happens to an objection and to the dispute that may follow it, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ObjectionChange {
    /// An objection was registered (UU KIP Ps 35).
    ObjectionRegistered {
        /// Its number.
        number: RegistrationNumber,
        /// The civil date of its entry in the register: day zero of the superior's thirty days.
        on: NaiveDate,
        /// What the form says.
        objected: Box<Objected>,
        /// The day the answer is promised for; none when its year is not loaded.
        due: Option<NaiveDate>,
    },
    /// The superior answered.
    ObjectionAnswered {
        /// The letter and the verdict.
        answer: Box<ObjectionAnswer>,
    },
    /// The superior's answer left.
    ObjectionAnswerSent {
        /// When, how, and by what that can be shown.
        sending: Sending,
    },
    /// The applicant received the superior's answer: day zero of a dispute.
    ObjectionAnswerReceived {
        /// The civil date.
        on: NaiveDate,
        /// What the applicant says to it (register column k).
        reaction: String,
        /// The civil date it was entered here; there where that is later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entered_on: Option<NaiveDate>,
    },
    /// The superior's answer came back undelivered.
    ObjectionAnswerReturned {
        /// The civil date it came back.
        on: NaiveDate,
        /// Why, as the carrier says it.
        why: String,
    },
    /// That the applicant received the superior's answer was noted, and is not so.
    ObjectionReceiptWithdrawn {
        /// Why.
        reason: String,
    },
    /// What the superior ordered was done.
    ObjectionExecuted {
        /// The civil date.
        on: NaiveDate,
        /// How.
        note: String,
    },
    /// The applicant withdrew the objection.
    ObjectionWithdrawn {
        /// The civil date.
        on: NaiveDate,
        /// What the applicant says.
        reason: String,
    },
    /// The applicant went to Komisi Informasi.
    DisputeFiled {
        /// Number and date.
        filing: DisputeFiling,
    },
    /// The dispute went a step on: mediation, adjudication, court, outcome.
    DisputeProceeded {
        /// The step.
        step: DisputeStep,
    },
}

kinds! {
    ObjectionChange:
    ObjectionRegistered = "objection_registered",
    ObjectionAnswered = "objection_answered",
    ObjectionAnswerSent = "objection_answer_sent",
    ObjectionAnswerReceived = "objection_answer_received",
    ObjectionAnswerReturned = "objection_answer_returned",
    ObjectionReceiptWithdrawn = "objection_receipt_withdrawn",
    ObjectionExecuted = "objection_executed",
    ObjectionWithdrawn = "objection_withdrawn",
    DisputeFiled = "dispute_filed",
    DisputeProceeded = "dispute_proceeded",
}
