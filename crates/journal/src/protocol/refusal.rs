//! The server's no.

use serde::{Deserialize, Serialize};

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
    #[error("the batch is damaged or not signed by its desk")]
    Batch,
    /// The batch belongs to another office, or to a series that nobody vouches for.
    #[error("the batch belongs to another desk")]
    ForeignBatch,
    /// The batch disagrees with what the server already has of this series.
    #[error("the series differs from what the server has")]
    Forked,
    /// A piece of an object, or the object put together, is not what its hash says.
    #[error("the object is damaged")]
    Object,
    /// No entry of the desk's office names the object.
    #[error("no entry of the office names the object")]
    Unnamed,
    /// The object is named, and not here.
    #[error("the object is not here")]
    ObjectAbsent,
    /// The object is larger than any that is taken.
    #[error("the object is too large")]
    ObjectSize,
    /// The office's files fill the room they have at the server.
    #[error("the files of the office fill their room")]
    ObjectRoom,
    /// The entries of the desk's office fill the room they have at the server.
    #[error("the entries of the office fill their room")]
    EntryRoom,
    /// The request is not one of this protocol.
    #[error("the message is not of this protocol")]
    Message,
}

/// The server's no, as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalMessage {
    /// Why.
    pub refused: RefusalKind,
}
