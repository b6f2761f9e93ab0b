//! What a browser is told about every page.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::door::Door;

/// Nothing but the page itself and its one style sheet may be loaded, framed or kept; forms go back here only.
const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];
/// A browser that came through TLS once comes back only so, for a year.
const ONLY_TLS: &str = "max-age=31536000";

pub(crate) async fn strict(State(door): State<Door>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        // What a page says of itself stands: that it may be kept, or read by other sites.
        response.headers_mut().entry(*name).or_insert(HeaderValue::from_static(value));
    }
    if door.secure {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(ONLY_TLS));
    }
    response
}
