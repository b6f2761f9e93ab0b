//! The server's no, as HTTP says it.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use loket_journal::protocol::{Refusal, RefusalKind};
use tracing::{error, warn};

use crate::secret::NoRandomness;
use crate::store::StoreFault;

/// A call that is not answered as asked.
pub(super) enum Refused {
    /// The desk must change something.
    No(StatusCode, RefusalKind),
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
            RefusalKind::Code | RefusalKind::OtherOffice | RefusalKind::ForeignBatch => StatusCode::FORBIDDEN,
            RefusalKind::NotEnrolled => StatusCode::UNAUTHORIZED,
            RefusalKind::Batch => StatusCode::UNPROCESSABLE_ENTITY,
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

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Self::No(status, refused) => {
                warn!(why = %refused, "refused");
                (status, Json(Refusal { refused })).into_response()
            }
            Self::Unable => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        }
    }
}
