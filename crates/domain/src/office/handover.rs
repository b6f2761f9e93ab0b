//! A desk that one person hands to another (*mutasi*): what the minutes (*berita acara*) say of it, as it stood on that day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Official;
use crate::coded::coded;
use crate::ids::{AccountId, HandoverId};
use crate::numbering::DeskCode;
use crate::role::Role;

coded! {
    /// What kind of thing is left to do.
    pub enum OpenCaseKind {
        /// A request.
        Request = "request" => "Permohonan",
        /// An objection or its dispute.
        Objection = "objection" => "Keberatan",
        /// A consequence test that is not decreed yet.
        Classification = "classification" => "Uji konsekuensi",
        /// A question between the office and PPID Utama.
        Question = "question" => "Pertanyaan",
    }
}

/// Something that was left to do on the day of a handover. It says what the minutes said: nothing of it is worked out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenCase {
    /// What it is.
    pub of: OpenCaseKind,
    /// Its number, or what it is called.
    pub named: String,
    /// Where it stood, in words.
    pub stage: String,
    /// What comes next, in words; empty where nothing runs.
    pub next: String,
    /// By when: a civil date; none where nothing runs, and where its year was not loaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// One of the two people of a handover, as that person signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverParty {
    /// The account.
    pub account: AccountId,
    /// The name on paper.
    pub name: String,
    /// NIP, where one was given: 18 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nip: Option<String>,
    /// What the account did, or does from then on.
    pub role: Role,
}

/// A desk that was handed on: the minutes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Identity.
    pub id: HandoverId,
    /// Which desk.
    pub desk: DeskCode,
    /// The civil date.
    pub on: NaiveDate,
    /// Number of the minutes in the agenda book; empty where it was not given.
    #[serde(default)]
    pub number: String,
    /// What it follows from, such as a decree; empty where nothing was named.
    #[serde(default)]
    pub basis: String,
    /// Who handed over.
    pub from: HandoverParty,
    /// Who took over.
    pub to: HandoverParty,
    /// The official who takes note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<Official>,
    /// The last registration number that the desk had given in that year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_number: Option<String>,
    /// Numbered forms of the desk that were still to be accounted for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_forms: Vec<String>,
    /// What was left to do, the nearest first.
    #[serde(default)]
    pub cases: Vec<OpenCase>,
    /// What was handed over besides, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub things: Vec<String>,
    /// Whether a recovery card was made anew with it.
    #[serde(default)]
    pub new_card: bool,
}
