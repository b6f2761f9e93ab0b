//! The server's no.

use axum::http::StatusCode;
use loket_journal::protocol::{Answer, RefusalKind};
use serde::Serialize;
use tracing::{error, warn};

use crate::fault::StoreFault;
use crate::secret::NoRandomness;

/// How long a desk stays away from a server that failed, in seconds.
const PAUSE: u32 = 30;

/// A call that is not answered as asked.
#[derive(Debug)]
pub(super) enum Refused {
    /// The desk must change something.
    No(StatusCode, RefusalKind),
    /// Too much at once: this status, and in how many seconds to come again.
    Busy(u16, u32),
    /// The server itself cannot; the desk may try again later.
    Unable,
}

impl Refused {
    pub(super) fn with(status: StatusCode, kind: RefusalKind) -> Self {
        Self::No(status, kind)
    }
}

impl From<RefusalKind> for Refused {
    fn from(kind: RefusalKind) -> Self {
        let status = match kind {
            RefusalKind::Code | RefusalKind::OtherOffice | RefusalKind::ForeignBatch | RefusalKind::Unnamed => {
                StatusCode::FORBIDDEN
            }
            RefusalKind::NotEnrolled => StatusCode::UNAUTHORIZED,
            RefusalKind::Batch | RefusalKind::Object => StatusCode::UNPROCESSABLE_ENTITY,
            RefusalKind::ObjectSize | RefusalKind::ObjectRoom => StatusCode::PAYLOAD_TOO_LARGE,
            RefusalKind::ObjectAbsent => StatusCode::NOT_FOUND,
            RefusalKind::Forked => StatusCode::CONFLICT,
            RefusalKind::Message => StatusCode::BAD_REQUEST,
        };
        Self::No(status, kind)
    }
}

impl From<StoreFault> for Refused {
    fn from(fault: StoreFault) -> Self {
        error!(%fault, "the store failed");
        Self::Unable
    }
}

impl From<NoRandomness> for Refused {
    fn from(fault: NoRandomness) -> Self {
        StoreFault::from(fault).into()
    }
}

impl From<Refused> for Answer {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::No(status, kind) => {
                warn!(why = %kind, "refused");
                Self::no(status.as_u16(), kind)
            }
            Refused::Busy(status, seconds) => {
                warn!(status, "too much at once");
                Self::later(status, seconds)
            }
            Refused::Unable => Self::later(StatusCode::SERVICE_UNAVAILABLE.as_u16(), PAUSE),
        }
    }
}

/// A yes with this message as JSON.
pub(super) fn json(message: &impl Serialize) -> Result<Answer, Refused> {
    Ok(Answer::yes(serde_json::to_vec(message).map_err(|_| StoreFault::Damaged("jawaban"))?))
}

/// A yes with this message in postcard.
pub(super) fn postcard(message: &impl Serialize) -> Result<Answer, Refused> {
    Ok(Answer::yes(postcard::to_allocvec(message).map_err(|_| StoreFault::Damaged("jawaban"))?))
}
