//! The messages of sync between a desk and PPID Utama, over HTTP. docs/protocol.md tells how they are used.
//!
//! | call | asks | answers |
//! | --- | --- | --- |
//! | `POST /sync/v1/enrol` | [`EnrolRequest`] as JSON | [`EnrolAnswer`] as JSON |
//! | `POST /sync/v1` | [`Hello`] in postcard | nothing (204) when both sides hold the same, else [`Standing`] in postcard |
//! | `POST /sync/v1/push` | a [`Parcel`] | [`PushAnswer`] in postcard |
//! | `POST /sync/v1/pull` | [`PullRequest`] in postcard | a sealed [`PullAnswer`] |
//! | `POST /sync/v1/objects` | [`ObjectsAsked`] in postcard | [`ObjectsHeld`] in postcard |
//! | `POST /sync/v1/objects/put` | a [`ObjectPiece`] | [`PieceAnswer`] in postcard |
//! | `POST /sync/v1/objects/get` | [`PartAsked`] in postcard | hash and bytes of the part |
//! | `POST /sync/v1/succeed` | [`Succession`] as JSON | nothing (204) |
//!
//! All but enrol carry `authorization: Bearer <token>` from the enrolment. Whatever is refused comes back with a status of 4xx
//! and a [`RefusalMessage`] as JSON. Every call may be repeated at will: entries are told apart by `(origin, seq)`.
//!
//! What stands in an HTTP request or response, and nothing more of HTTP, is a [`Call`] or an [`Answer`]. A desk makes calls
//! and a server answers them; whatever carries them between the two (HTTP, or a simulated link) knows no more than these.

mod entering;
mod exchange;
mod object;
mod parcel;
mod refusal;

pub use entering::{EnrolAnswer, EnrolRequest, Succession};
pub use exchange::{Doubt, DoubtKind, Hello, PullAnswer, PullRequest, PushAnswer, Resume, Standing, Upload, Writer};
pub use object::{
    DamagedPiece, Held, LARGEST_PIECE, LARGEST_PIECE_MESSAGE, MOST_ASKED, ObjectPiece, ObjectReceipt, ObjectsAsked, ObjectsHeld,
    PartAsked, PieceAnswer,
};
pub use parcel::Parcel;
pub use refusal::{RefusalKind, RefusalMessage};

/// Where a desk enrols.
pub const ENROL_PATH: &str = "/sync/v1/enrol";
/// Where a desk compares what both sides have.
pub const HELLO_PATH: &str = "/sync/v1";
/// Where a desk sends batches.
pub const PUSH_PATH: &str = "/sync/v1/push";
/// Where a desk fetches what others wrote.
pub const PULL_PATH: &str = "/sync/v1/pull";
/// Where a desk asks what the server has of attached files.
pub const OBJECTS_PATH: &str = "/sync/v1/objects";
/// Where a desk sends a piece of one.
pub const PUT_OBJECT_PATH: &str = "/sync/v1/objects/put";
/// Where a desk fetches a part of one.
pub const GET_OBJECT_PATH: &str = "/sync/v1/objects/get";
/// Where a desk goes on under a new series and key.
pub const SUCCEED_PATH: &str = "/sync/v1/succeed";

/// What a desk may ask of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallKind {
    /// To be let in.
    Enrol,
    /// To compare what both sides have.
    Hello,
    /// To take what the desk has.
    Push,
    /// To hand out what the desk lacks.
    Pull,
    /// To say what the server has of attached files.
    Objects,
    /// To take a piece of one.
    PutObject,
    /// To hand out a part of one.
    GetObject,
    /// To let the desk go on under a new series and key.
    Succeed,
}

impl CallKind {
    /// Everything a desk may ask.
    pub const ALL: &[Self] =
        &[Self::Enrol, Self::Hello, Self::Push, Self::Pull, Self::Objects, Self::PutObject, Self::GetObject, Self::Succeed];

    /// The path of its URL.
    pub fn path(self) -> &'static str {
        match self {
            Self::Enrol => ENROL_PATH,
            Self::Hello => HELLO_PATH,
            Self::Push => PUSH_PATH,
            Self::Pull => PULL_PATH,
            Self::Objects => OBJECTS_PATH,
            Self::PutObject => PUT_OBJECT_PATH,
            Self::GetObject => GET_OBJECT_PATH,
            Self::Succeed => SUCCEED_PATH,
        }
    }
}

/// One call of a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What is asked.
    pub action: CallKind,
    /// The secret that the enrolment gave.
    pub token: Option<String>,
    /// The message.
    pub body: Vec<u8>,
}

/// What the server says to a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// As of HTTP: 2xx is a yes, 4xx a no with a [`RefusalMessage`] in the body; 429 and 5xx mean later.
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
        Self { status, retry_after: None, body: serde_json::to_vec(&RefusalMessage { refused }).unwrap_or_default() }
    }

    /// Not now: ask again after so many seconds.
    pub fn later(status: u16, seconds: u32) -> Self {
        Self { status, retry_after: Some(seconds), body: vec![] }
    }
}
