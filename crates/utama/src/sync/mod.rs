//! What desks talk to: the calls of [`loket_journal::protocol`].
//!
//! [`Service`] answers calls; this file carries them over HTTP.

mod enrol;
mod pull;
mod push;
mod refused;
mod service;

pub use service::{Dice, Service};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http_body_util::BodyExt;
use loket_journal::LARGEST_BATCH;
use loket_journal::protocol::{Action, Answer, Call, RefusalKind};
use std::sync::Arc;
use std::time::Duration;
use tracing::error;

use crate::server::Shared;
use refused::Refused;

pub(crate) fn router() -> Router<Arc<Shared>> {
    let unknown = || async { http(Answer::no(404, RefusalKind::Message)) };
    let method = || async { http(Answer::no(405, RefusalKind::Message)) };
    let carry = |action: Action| {
        post(move |State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body| async move {
            http(heard(&shared, action, &headers, body).await.unwrap_or_else(Answer::from))
        })
    };
    let router = Router::new().route("/sync/{*unknown}", axum::routing::any(unknown));
    Action::ALL.into_iter().fold(router, |router, action| router.route(action.path(), carry(action).fallback(method)))
}

/// How large a call may be, in bytes.
fn largest(action: Action) -> usize {
    match action {
        Action::Enrol => 16 << 10,
        Action::Push => LARGEST_BATCH,
        Action::Pull => 256 << 10,
    }
}

/// Hears a call and answers it. Who shows no good token is told so before anything of the body is kept.
async fn heard(shared: &Shared, action: Action, headers: &HeaderMap, body: Body) -> Result<Answer, Refused> {
    let now = shared.clock.millis();
    if action == Action::Enrol {
        let body = whole(body, action).await?;
        return Ok(shared.sync.answer(Call { action, token: None, body }, now).await);
    }
    match shared.sync.authenticated(token(headers), now).await {
        Ok(desk) => {
            let body = whole(body, action).await?;
            shared.sync.answer_desk(&desk, action, body).await
        }
        Err(refused) => {
            pour_away(body).await;
            Err(refused)
        }
    }
}

fn token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

/// The whole body, if it is not larger than the action allows.
async fn whole(body: Body, action: Action) -> Result<Vec<u8>, Refused> {
    let too_large = if action == Action::Push { RefusalKind::Batch } else { RefusalKind::Message };
    let bytes = axum::body::to_bytes(body, largest(action)).await;
    Ok(bytes.map_err(|_| Refused::with(StatusCode::PAYLOAD_TOO_LARGE, too_large))?.into())
}

/// Lets a refused sender finish, within reason: one that is cut off while sending never reads why.
async fn pour_away(mut body: Body) {
    let pour = async {
        let mut poured = 0;
        while let (true, Some(Ok(frame))) = (poured <= LARGEST_BATCH, body.frame().await) {
            poured += frame.data_ref().map_or(0, Bytes::len);
        }
    };
    // Whether it finished in time or not, it is answered the same.
    let _ = tokio::time::timeout(Duration::from_secs(20), pour).await;
}

fn http(answer: Answer) -> Response {
    let Ok(status) = StatusCode::from_u16(answer.status) else {
        error!(status = answer.status, "an answer has no status");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = (status, Body::from(answer.body)).into_response();
    if let Some(seconds) = answer.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}
