//! Who comes in at the public's door: anybody while it is open, as often as people read.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::super::kit::answer::{Unable, unable};
use super::super::kit::notice;
use super::frame::too_many;
use crate::door::ClientAddress;
use crate::settings::public_door;
use crate::state::Shared;

/// For how long a browser or a proxy may keep a public page.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// Lets whoever it is through to a public page, with the door as it is set; as if there were no page while it is shut.
pub(crate) async fn let_in(shared: &Shared, peer: ClientAddress, mut request: Request, next: Next) -> Response {
    let door = match public_door(shared.store.as_ref()).await {
        Ok(door) => door,
        Err(fault) => return Unable::from(fault).into_response(),
    };
    if !door.open {
        return (StatusCode::NOT_FOUND, notice::unknown(None)).into_response();
    }
    let from = shared.door.address(peer, request.headers());
    if let Err(seconds) = shared.strollers.come(from, shared.clock.millis()) {
        return too_many(&door, seconds);
    }
    let reading = request.method().is_safe();
    request.extensions_mut().insert(VisitorAddress(from));
    request.extensions_mut().insert(door);
    let mut answer = next.run(request).await;
    if reading && answer.status().is_success() {
        answer.headers_mut().entry(header::CACHE_CONTROL).or_insert(KEPT);
    }
    if answer.status() == StatusCode::INTERNAL_SERVER_ERROR { unable() } else { answer }
}

/// From where somebody came in at the public's door.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VisitorAddress(pub(super) std::net::IpAddr);
