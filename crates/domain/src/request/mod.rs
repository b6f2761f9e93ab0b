//! A request for information (*permohonan informasi publik*): its story, and what may happen next.

mod applicant;
mod decide;
mod draft;
mod extension;
mod grant;
mod refusal;

pub use applicant::{AccessMode, Applicant, Category, Channel, CopyFormat, DeliveryMode, Document, IdentityKind, Representative};
pub use decide::{Command, answerable, decide};
pub use draft::{LONGEST_REQUEST, Registration, RequestDraft};
pub use extension::ExtensionReason;
pub use grant::{Fees, Grant, GrantInput};
pub use refusal::{Basis, BasisKind, Refusal, RefusalInput};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::calendar::Calendar;
use crate::change::Change;
use crate::coded::coded;
use crate::deadline::{Clocks, Promised};
use crate::numbering::RegistrationNumber;
use crate::office::OfficeProfile;
use crate::paper::PaperKind;

coded! {
    /// Where a request stands.
    pub enum Stage {
        /// Registered; papers still incomplete.
        Registered = "registered" => "Menunggu kelengkapan",
        /// Complete; the answer is due.
        Processed = "processed" => "Diproses",
        /// Answered: given in full.
        Granted = "granted" => "Dikabulkan",
        /// Answered: withheld under Pasal 17.
        Refused = "refused" => "Ditolak",
    }
}

/// The answer a request got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Given in full.
    Granted(Grant),
    /// Withheld.
    Refused(Refusal),
}

impl Outcome {
    /// The civil date of the letter.
    pub fn letter_date(&self) -> NaiveDate {
        match self {
            Self::Granted(grant) => grant.letter_date,
            Self::Refused(refusal) => refusal.letter_date,
        }
    }
}

/// A request as its changes made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its number, which is the legal receipt.
    pub number: RegistrationNumber,
    /// The civil date it was registered.
    pub registered_on: NaiveDate,
    /// What the form says.
    pub registration: Registration,
    /// The civil date the papers were found complete.
    pub complete_on: Option<NaiveDate>,
    /// The dates the last paper named.
    pub promised: Promised,
    /// Its answer.
    pub outcome: Option<Outcome>,
    /// How often each paper was printed or saved, and when last.
    pub issued: BTreeMap<PaperKind, Issued>,
}

/// How often a paper left the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Times printed or saved.
    pub times: u32,
    /// The civil date of the last.
    pub last: NaiveDate,
}

impl Request {
    /// The request after its changes, in order; with the changes that did not fit, by their place.
    ///
    /// What does not fit is not applied and not lost: it stays in the journal and is shown to a person.
    pub fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        let mut state = None;
        let mut misfits = Vec::new();
        for (place, change) in changes.into_iter().enumerate() {
            match Self::apply(state.as_ref(), change) {
                Some(next) => state = Some(next),
                None => misfits.push(place),
            }
        }
        (state, misfits)
    }

    /// The state after `change`, or `None` when the change does not fit.
    pub fn apply(state: Option<&Self>, change: &Change) -> Option<Self> {
        match (state, change) {
            (None, Change::RequestRegistered { number, on, registration, promised }) => Some(Self {
                number: number.clone(),
                registered_on: *on,
                registration: (**registration).clone(),
                complete_on: None,
                promised: *promised,
                outcome: None,
                issued: BTreeMap::new(),
            }),
            (Some(request), change) => request.clone().after(change),
            (None, _) => None,
        }
    }

    fn after(mut self, change: &Change) -> Option<Self> {
        match change {
            Change::RequestDeclaredComplete { on, promised } if self.complete_on.is_none() => {
                self.complete_on = Some(*on);
                self.promised = *promised;
            }
            Change::RequestGranted { grant } if self.stage() == Stage::Processed => {
                self.outcome = Some(Outcome::Granted(grant.clone()));
            }
            Change::RequestRefused { refusal } if self.stage() == Stage::Processed => {
                self.outcome = Some(Outcome::Refused(refusal.clone()));
            }
            Change::PaperIssued { paper, on } if self.has_paper(*paper) => {
                let times = self.issued.get(paper).map_or(0, |issued| issued.times);
                self.issued.insert(*paper, Issued { times: times + 1, last: *on });
            }
            _ => return None,
        }
        Some(self)
    }

    /// Where the request stands.
    pub fn stage(&self) -> Stage {
        match (&self.outcome, self.complete_on) {
            (Some(Outcome::Granted(_)), _) => Stage::Granted,
            (Some(Outcome::Refused(_)), _) => Stage::Refused,
            (None, Some(_)) => Stage::Processed,
            (None, None) => Stage::Registered,
        }
    }

    /// Whether this paper exists for the request as it stands.
    pub fn has_paper(&self, paper: PaperKind) -> bool {
        match paper {
            PaperKind::RequestForm | PaperKind::Receipt => true,
            PaperKind::WrittenNotice => self.stage() == Stage::Granted,
            PaperKind::RefusalDecision => self.stage() == Stage::Refused,
        }
    }

    /// The documents asked for and not handed in.
    pub fn missing_documents(&self) -> Vec<Document> {
        if self.complete_on.is_some() { vec![] } else { self.registration.missing_documents() }
    }

    /// The clocks of this request.
    pub fn clocks(&self, profile: &OfficeProfile, calendar: &Calendar) -> Clocks {
        Clocks::of(profile, calendar, self.registration.received_on, self.registered_on, self.complete_on)
    }

    /// The earliest civil date on which the answer is due: what lists are ordered by. `None` when the year is not loaded.
    pub fn due(&self, profile: &OfficeProfile, calendar: &Calendar) -> Option<NaiveDate> {
        let now = self.clocks(profile, calendar).promised();
        [now.safe, now.official].into_iter().flatten().min()
    }
}
