//! The messages of sync between a desk and PPID Utama, over HTTP.
//!
//! | call | asks | answers |
//! | --- | --- | --- |
//! | `POST /sync/v1/enrol` | [`EnrolRequest`] as JSON | [`EnrolAnswer`] as JSON |
//! | `POST /sync/v1/push` | a [`crate::Batch`], encoded | [`PushAnswer`] as JSON |
//! | `POST /sync/v1/pull` | [`PullRequest`] as JSON | [`PullAnswer`] in postcard |
//!
//! Push and pull carry `authorization: Bearer <token>` from the enrolment. Whatever is refused comes back with a status of
//! 4xx and a [`Refusal`] as JSON. Both push and pull may be repeated at will: entries are told apart by `(origin, seq)`.
//!
//! What stands in an HTTP request or response, and nothing more of HTTP, is a [`Call`] or an [`Answer`]. A desk makes calls
//! and a server answers them; whatever carries them between the two (HTTP, or a simulated link) knows no more than these.

use serde::{Deserialize, Serialize};

use crate::bytes::PublicKey;
use crate::chain::SignedHead;
use crate::entry::OriginId;

/// Where a desk enrols.
pub const ENROL_PATH: &str = "/sync/v1/enrol";
/// Where a desk sends batches.
pub const PUSH_PATH: &str = "/sync/v1/push";
/// Where a desk fetches what others wrote.
pub const PULL_PATH: &str = "/sync/v1/pull";

/// What a desk may ask of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// To be let in.
    Enrol,
    /// To take what the desk wrote.
    Push,
    /// To hand out what others wrote.
    Pull,
}

impl Action {
    /// Everything a desk may ask.
    pub const ALL: [Self; 3] = [Self::Enrol, Self::Push, Self::Pull];

    /// The path of its URL.
    pub fn path(self) -> &'static str {
        match self {
            Self::Enrol => ENROL_PATH,
            Self::Push => PUSH_PATH,
            Self::Pull => PULL_PATH,
        }
    }
}

/// One call of a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What is asked.
    pub action: Action,
    /// The secret that the enrolment gave.
    pub token: Option<String>,
    /// The message.
    pub body: Vec<u8>,
}

/// What the server says to a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// As of HTTP: 2xx is a yes, 4xx a no with a [`Refusal`] in the body, 429 and 5xx mean later.
    pub status: u16,
    /// How many seconds the desk is asked to stay away.
    pub retry_after: Option<u32>,
    /// The message.
    pub body: Vec<u8>,
}

impl Answer {
    /// A yes with this message.
    pub fn yes(body: Vec<u8>) -> Self {
        Self { status: if body.is_empty() { 204 } else { 200 }, retry_after: None, body }
    }

    /// A no with its reason.
    pub fn no(status: u16, refused: RefusalKind) -> Self {
        // A word of fixed letters always encodes; were it not to, the status still says no.
        Self { status, retry_after: None, body: serde_json::to_vec(&Refusal { refused }).unwrap_or_default() }
    }

    /// Not now: ask again after so many seconds.
    pub fn later(status: u16, seconds: u32) -> Self {
        Self { status, retry_after: Some(seconds), body: vec![] }
    }
}

/// A desk introduces itself with the one-time code it was given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolRequest {
    /// The one-time code, as typed.
    pub code: String,
    /// Kemendagri code of the office.
    pub office: String,
    /// The desk's code within the office.
    pub desk: String,
    /// The desk's series.
    pub origin: OriginId,
    /// The key that signs it.
    pub key: PublicKey,
}

/// The desk is known from now on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolAnswer {
    /// PPID Utama's own series, which also names the server.
    pub server: OriginId,
    /// The key with which the server signs what it has taken.
    pub server_key: PublicKey,
    /// Secret that the desk shows with every push and pull.
    pub token: String,
}

/// What became of a pushed batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum PushAnswer {
    /// Durably stored up to and including `receipt.seq`, which may be further than this batch reaches.
    Taken {
        /// Signed with the server's key over the *desk's* series: proof that the server has it.
        receipt: SignedHead,
    },
    /// Nothing stored: entries before this batch are missing.
    Gap {
        /// The seq the server expects next.
        expected: u64,
    },
}

/// What a desk has already, so that only the rest is sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PullRequest {
    /// For each series known to the desk but its own: how many entries of it are here.
    pub have: Vec<(OriginId, u64)>,
}

/// What others wrote about the desk's office.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PullAnswer {
    /// The writers of the batches, vouched for by the server.
    pub writers: Vec<Writer>,
    /// Encoded [`crate::Batch`]es, each continuing what the desk has.
    pub batches: Vec<Vec<u8>>,
    /// Whether the server has more than fits in one answer.
    pub more: bool,
}

/// A writer of entries and the key that signs its series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writer {
    /// The series.
    pub origin: OriginId,
    /// Its key.
    pub key: PublicKey,
}

/// Why the server said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum RefusalKind {
    /// The enrolment code is unknown, used or expired.
    #[error("the enrolment code is unknown, used or expired")]
    Code,
    /// The code was given for another office or desk.
    #[error("the code was given for another office or desk")]
    OtherOffice,
    /// The token is unknown or was revoked.
    #[error("the desk is not enrolled here")]
    NotEnrolled,
    /// The batch cannot be read, is too large, tampered with or forged.
    #[error("the batch is damaged or not signed by this desk")]
    Batch,
    /// The batch belongs to another series than the token.
    #[error("the batch belongs to another desk")]
    ForeignBatch,
    /// The batch disagrees with what the server already has of this series.
    #[error("the series differs from what the server has")]
    Forked,
    /// The request is not one of this protocol.
    #[error("the message is not of this protocol")]
    Message,
}

/// The server's no, as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Why.
    pub refused: RefusalKind,
}
