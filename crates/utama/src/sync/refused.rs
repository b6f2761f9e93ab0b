//! The server's no.

use loket_journal::protocol::{Answer, RefusalKind};
use serde::Serialize;
use tokio::sync::AcquireError;
use tracing::{error, warn};

use crate::fault::StoreFault;
use crate::secret::NoRandomness;

/// How long a desk stays away from a server that failed, in seconds.
const PAUSE: u32 = 30;

/// A call that is not answered as asked.
#[derive(Debug)]
pub(crate) enum CallRefused {
    /// The desk must change something; the status of the answer comes first.
    No(u16, RefusalKind),
    /// Too much at once: this status, and in how many seconds to come again.
    Busy(u16, u32),
    /// The server itself cannot; the desk may try again later.
    Unable,
}

impl From<RefusalKind> for CallRefused {
    fn from(kind: RefusalKind) -> Self {
        let status = match kind {
            RefusalKind::Code | RefusalKind::OtherOffice | RefusalKind::ForeignBatch | RefusalKind::Unnamed => 403,
            RefusalKind::NotEnrolled => 401,
            RefusalKind::Batch | RefusalKind::Object => 422,
            RefusalKind::ObjectSize | RefusalKind::ObjectRoom | RefusalKind::EntryRoom => 413,
            RefusalKind::ObjectAbsent => 404,
            RefusalKind::Forked => 409,
            RefusalKind::Message => 400,
        };
        Self::No(status, kind)
    }
}

impl From<StoreFault> for CallRefused {
    fn from(fault: StoreFault) -> Self {
        error!(%fault, "the store failed");
        Self::Unable
    }
}

impl From<NoRandomness> for CallRefused {
    fn from(fault: NoRandomness) -> Self {
        StoreFault::from(fault).into()
    }
}

impl From<CallRefused> for Answer {
    fn from(refused: CallRefused) -> Self {
        match refused {
            CallRefused::No(status, kind) => {
                warn!(why = %kind, "refused");
                Self::no(status, kind)
            }
            CallRefused::Busy(status, seconds) => {
                warn!(status, "too much at once");
                Self::later(status, seconds)
            }
            CallRefused::Unable => Self::later(503, PAUSE),
        }
    }
}

impl From<AcquireError> for CallRefused {
    /// Turns are given out until the server ends.
    fn from(_: AcquireError) -> Self {
        Self::Unable
    }
}

/// A desk is told only that its message is none of the protocol; what is wrong with it could repeat it in a log.
pub(super) fn unread<E>(_: E) -> CallRefused {
    RefusalKind::Message.into()
}

/// A yes with this message as JSON.
pub(crate) fn json(message: &impl Serialize) -> Result<Answer, CallRefused> {
    Ok(Answer::yes(serde_json::to_vec(message).map_err(StoreFault::damaged("jawaban"))?))
}

/// A yes with this message in postcard.
pub(crate) fn postcard(message: &impl Serialize) -> Result<Answer, CallRefused> {
    Ok(Answer::yes(postcard::to_allocvec(message).map_err(StoreFault::damaged("jawaban"))?))
}
