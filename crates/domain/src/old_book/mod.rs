//! The book that an office kept before this program (*buku register lama*): its lines are copied, with their own numbers, dates and
//! outcomes. Nothing of them runs, and no step follows: what happened is over and was written down elsewhere.

mod change;
mod fold;
mod input;
mod number;
mod outcome;

pub use change::OldBookChange;
pub use input::OldRequestInput;
pub use outcome::{BookTick, OldOutcome};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::numbering::DeskCode;
use crate::request::Category;

/// A request as a line of the book told it: the columns of the *Register Permohonan* (PERKI 1/2010 lampiran IV). What the book left
/// empty is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldRequest {
    /// Its number, as it stands in the book.
    pub number: String,
    /// The calendar year of its number.
    pub year: i32,
    /// Its place in that year, where the number tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<u32>,
    /// The civil date of receipt.
    pub received_on: NaiveDate,
    /// Number of the identity card or of a decree.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub identity: String,
    /// Who asked.
    pub name: String,
    /// Where they live.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Telephone and e-mail, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact: Vec<String>,
    /// What they do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occupation: String,
    /// Who they are, where the book told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// What was asked.
    pub information: String,
    /// What for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// What was ticked.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub ticks: BTreeSet<BookTick>,
    /// What was decided, in the words of the book.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision: String,
    /// What those words say, where they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OldOutcome>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The civil dates of written answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub noticed_on: Vec<NaiveDate>,
    /// The civil dates on which information was handed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given_on: Vec<NaiveDate>,
    /// What it cost, in the words of the book.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cost: String,
    /// How it was paid, in the words of the book.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub payment: String,
}

/// A request of the old book as its changes made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopiedRequest {
    /// The act of copying it came in by.
    pub import: Uuid,
    /// The desk that copied it.
    pub desk: DeskCode,
    /// Its row in the file.
    pub row: u32,
    /// The request.
    pub request: OldRequest,
    /// When and why it was taken back.
    pub taken_back: Option<(NaiveDate, String)>,
}

impl OldRequest {
    /// The form that would have to be typed for this request to come of it.
    #[must_use]
    pub fn as_typed(&self) -> OldRequestInput {
        let days = |days: &[NaiveDate]| days.iter().map(NaiveDate::to_string).collect::<Vec<_>>().join("; ");
        let old = self.clone();
        OldRequestInput {
            number: old.number,
            year: old.year.to_string(),
            serial: old.serial,
            received_on: old.received_on.to_string(),
            identity: old.identity,
            name: old.name,
            address: old.address,
            contact: old.contact,
            occupation: old.occupation,
            category: old.category.map_or_else(String::new, |category| category.code().to_owned()),
            information: old.information,
            purpose: old.purpose,
            ticks: old.ticks,
            decision: old.decision,
            reason: old.reason,
            noticed_on: days(&self.noticed_on),
            given_on: days(&self.given_on),
            cost: old.cost,
            payment: old.payment,
        }
    }
}

impl CopiedRequest {
    /// Whether it stands in the registers.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.taken_back.is_none()
    }
}
