//! A question between an office and PPID Utama, in either direction: about a request, an objection, or nothing in particular.
//!
//! It asks for advice and nothing follows from it in law: no clock runs, no request waits for it. A request that PPID Utama
//! must answer is forwarded instead ([`crate::request::Forwarding`]).

mod change;
mod decide;
mod fold;
mod refused;
mod words;

pub use change::QuestionChange;
pub use decide::{QuestionCommand, QuestionInput, decide, may};
pub use refused::QuestionRefused;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::ids::{ObjectionId, RequestId};

coded! {
    /// Who speaks in a question: the office whose journal holds it, or PPID Utama. Whoever asks, the other is asked.
    pub enum Party {
        /// The office.
        Office = "office" => "Kantor",
        /// PPID Utama.
        Utama = "ppid_main" => "PPID Utama",
    }
}

coded! {
    /// Where a question stands.
    pub enum QuestionStage {
        /// PPID Utama was asked and has not answered.
        AwaitsUtama = "awaits_ppid_main" => "Menunggu jawaban PPID Utama",
        /// The office was asked and has not answered.
        AwaitsOffice = "awaits_office" => "Menunggu jawaban kantor",
        /// Answered; whoever asked may ask further, or close it.
        Answered = "answered" => "Sudah dijawab",
        /// Closed by whoever asked.
        Closed = "closed" => "Selesai",
    }
}

/// What a question is about. The number is the one it bore when the question was asked, so that people know what is meant
/// without reading who asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum About {
    /// Nothing in particular.
    Nothing,
    /// A request.
    Request {
        /// Which.
        id: RequestId,
        /// Its registration number.
        number: String,
    },
    /// An objection.
    Objection {
        /// Which.
        id: ObjectionId,
        /// Its number in the register.
        number: String,
    },
}

impl About {
    /// `Permohonan 001/PPID/KEC-PBG/XI/2026`; none for nothing in particular.
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Request { number, .. } => Some(format!("Permohonan {number}")),
            Self::Objection { number, .. } => Some(format!("Keberatan {number}")),
        }
    }

    /// The request it is about.
    pub fn request(&self) -> Option<RequestId> {
        if let Self::Request { id, .. } = self { Some(*id) } else { None }
    }
}

/// What is asked first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Who asks; the other is asked.
    pub by: Party,
    /// What it is about.
    pub about: About,
    /// What it asks, in one line of at most 120 characters.
    pub line: String,
    /// The question, at most 5,000 characters.
    pub text: String,
    /// The civil date.
    pub on: NaiveDate,
}

/// What one of the two said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Who.
    pub by: Party,
    /// At most 5,000 characters.
    pub text: String,
    /// The civil date.
    pub on: NaiveDate,
}

/// A question and all that was said to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Who asked.
    pub by: Party,
    /// What it is about.
    pub about: About,
    /// What it asks, in one line.
    pub line: String,
    /// Question, answers and further questions, in order; never empty.
    pub messages: Vec<Message>,
    /// The civil date it was closed.
    pub closed_on: Option<NaiveDate>,
}

impl Party {
    /// The other of the two.
    pub fn other(self) -> Self {
        match self {
            Self::Office => Self::Utama,
            Self::Utama => Self::Office,
        }
    }
}

impl Question {
    /// Where it stands.
    pub fn stage(&self) -> QuestionStage {
        let asked_last = self.messages.last().is_some_and(|message| message.by == self.by);
        match (self.closed_on, asked_last, self.by) {
            (Some(_), ..) => QuestionStage::Closed,
            (None, true, Party::Office) => QuestionStage::AwaitsUtama,
            (None, true, Party::Utama) => QuestionStage::AwaitsOffice,
            (None, false, Party::Office | Party::Utama) => QuestionStage::Answered,
        }
    }

    /// The civil date since which it stands so: of the first question without an answer, of the answer, or of its end.
    pub fn since(&self) -> Option<NaiveDate> {
        let last = self.messages.last().map(|message| message.by);
        let run = self.messages.iter().rev().take_while(|message| Some(message.by) == last);
        self.closed_on.or_else(|| run.last().map(|message| message.on))
    }
}
