//! Calls of desks over HTTP: the one place where sync meets it.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http_body_util::BodyExt;
use loket_journal::LARGEST_BATCH;
use loket_journal::protocol::{Answer, Call, CallKind, LARGEST_PIECE_MESSAGE, RefusalKind};
use std::sync::Arc;
use std::time::Duration;
use tracing::error;

use crate::door::ClientAddress;
use crate::state::Shared;
use crate::sync::{CallRefused, LARGEST_PARCEL};

/// Every call of the protocol, and a no for whatever else is asked below its path.
pub(crate) fn router() -> Router<Arc<Shared>> {
    let unknown = || async { http(Answer::no(404, RefusalKind::Message)) };
    let method = || async { http(Answer::no(405, RefusalKind::Message)) };
    let carry = |action: CallKind| {
        let heard = move |State(shared): State<Arc<Shared>>, peer: ConnectInfo<ClientAddress>, headers: HeaderMap, body: Body| async move {
            http(heard(&shared, action, peer.0, &headers, body).await.unwrap_or_else(Answer::from))
        };
        post(heard)
    };
    let router = Router::new().route("/sync/{*unknown}", axum::routing::any(unknown));
    let router =
        CallKind::ALL.iter().copied().fold(router, |router, action| router.route(action.path(), carry(action).fallback(method)));
    router.layer(map_response(as_it_is))
}

/// A browser, which has no token and hears nothing but a no, is told not to take it for anything else. Desks pay for every byte and
/// need not be told.
async fn as_it_is(mut response: Response) -> Response {
    if response.status().as_u16() >= 400 {
        response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    }
    response
}

/// After how long without a byte the sender of a body is taken for cut off.
const LONGEST_SILENCE: Duration = Duration::from_secs(60);

/// How large a call may be, in bytes.
fn largest(action: CallKind) -> usize {
    match action {
        CallKind::Enrol | CallKind::Hello | CallKind::GetObject | CallKind::Succeed => 16 << 10,
        CallKind::Objects => 64 << 10,
        CallKind::PutObject => LARGEST_PIECE_MESSAGE,
        CallKind::Push => LARGEST_PARCEL,
        CallKind::Pull => 256 << 10,
    }
}

/// Hears a call and answers it. Who shows no good token is told so before anything of the body is kept.
async fn heard(
    shared: &Shared,
    action: CallKind,
    peer: ClientAddress,
    headers: &HeaderMap,
    body: Body,
) -> Result<Answer, CallRefused> {
    let now = shared.clock.millis();
    if action == CallKind::Enrol {
        let from = shared.door.address(peer, headers);
        if let Some(seconds) = shared.guesses.wait(from, now) {
            pour_away(body).await;
            return Err(CallRefused::Busy(StatusCode::TOO_MANY_REQUESTS.as_u16(), seconds));
        }
        let body = whole(body, action).await.map_err(|cut| cut.refused)?;
        let answer = shared.sync.answer(Call { action, token: None, body }, now).await;
        if (400..500).contains(&answer.status) {
            shared.guesses.note(from, now);
        }
        return Ok(answer);
    }
    let desk = match shared.sync.authenticated(token(headers), now).await {
        Ok(desk) => desk,
        Err(refused) => {
            pour_away(body).await;
            return Err(refused);
        }
    };
    let seat = shared.turns.enter(&desk.office)?;
    let body = match whole(body, action).await {
        Ok(body) => body,
        Err(Cut { arrived, refused }) => {
            shared.sync.keep_beginning(&desk, action, arrived, now);
            return Err(refused);
        }
    };
    let _turn = seat.turn().await?;
    shared.sync.answer_desk(&desk, action, body, now).await
}

fn token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

/// A body that did not arrive whole.
struct Cut {
    arrived: Vec<u8>,
    refused: CallRefused,
}

/// The whole body, if it is not larger than the action allows.
async fn whole(mut body: Body, action: CallKind) -> Result<Vec<u8>, Cut> {
    let too_large = match action {
        CallKind::Push => RefusalKind::Batch,
        CallKind::PutObject => RefusalKind::ObjectSize,
        _ => RefusalKind::Message,
    };
    let mut arrived = Vec::new();
    loop {
        match tokio::time::timeout(LONGEST_SILENCE, body.frame()).await {
            Ok(None) => return Ok(arrived),
            Ok(Some(Ok(frame))) => {
                let data = frame.data_ref().map_or(&[] as &[u8], |data| data);
                if arrived.len() + data.len() > largest(action) {
                    let refused = CallRefused::No(StatusCode::PAYLOAD_TOO_LARGE.as_u16(), too_large);
                    pour_away(body).await;
                    return Err(Cut { arrived: vec![], refused });
                }
                arrived.extend_from_slice(data);
            }
            Ok(Some(Err(_))) | Err(_) => return Err(Cut { arrived, refused: CallRefused::Unable }),
        }
    }
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
