//! What desks talk to: the calls of [`loket_journal::protocol`].

mod enrol;
mod pull;
mod push;
mod refused;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::post;
use http_body_util::BodyExt;
use loket_journal::LARGEST_BATCH;
use loket_journal::protocol::{ENROL_PATH, PULL_PATH, PUSH_PATH, RefusalKind};
use std::sync::Arc;
use std::time::Duration;

use crate::secret::token_hash;
use crate::server::Shared;
use crate::store::EnrolledDesk;
use refused::Refused;

pub(crate) fn router() -> Router<Arc<Shared>> {
    let unknown = || async { Refused::with(StatusCode::NOT_FOUND, RefusalKind::Message) };
    let method = || async { Refused::with(StatusCode::METHOD_NOT_ALLOWED, RefusalKind::Message) };
    Router::new()
        .route(ENROL_PATH, post(enrol::enrol).fallback(method))
        .route(PUSH_PATH, post(push::push).fallback(method))
        .route(PULL_PATH, post(pull::pull).fallback(method))
        .route("/sync/{*unknown}", axum::routing::any(unknown))
}

/// The whole body, which may be `limit` bytes long.
async fn read(body: Body, limit: usize, too_large: RefusalKind) -> Result<Bytes, Refused> {
    let too_large = |_| Refused::with(StatusCode::PAYLOAD_TOO_LARGE, too_large);
    axum::body::to_bytes(body, limit).await.map_err(too_large)
}

/// The desk that shows its token, before anything it sends is kept; its contact is noted.
async fn authenticated(shared: &Shared, headers: &HeaderMap, body: Body) -> Result<(EnrolledDesk, Body), Refused> {
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = shown.and_then(|value| value.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let known = match token {
        Some((_, token)) => shared.store.desk(token_hash(token.trim())).await?,
        None => None,
    };
    let Some(desk) = known else {
        pour_away(body).await;
        return Err(RefusalKind::NotEnrolled.into());
    };
    shared.store.note_contact(desk.origin, shared.clock.millis()).await?;
    Ok((desk, body))
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
