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
