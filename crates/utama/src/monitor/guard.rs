//! Who may look, while there are no logins: people at the server itself.

use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, SocketAddr};

use super::page;

/// What proxies leave behind.
const TRACES: &[&str] = &["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];

/// Turns away everyone who does not sit at this machine or at the end of a tunnel into it.
pub(super) async fn only_from_this_machine(ConnectInfo(peer): ConnectInfo<SocketAddr>, request: Request, next: Next) -> Response {
    let direct = !TRACES.iter().any(|trace| request.headers().contains_key(*trace));
    if peer.ip().to_canonical().is_loopback() && direct && names_this_machine(request.headers(), request.uri()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, page::closed()).into_response()
    }
}

/// Whether the address in the browser is a loopback one: a foreign name that points here is a trick or a proxy.
fn names_this_machine(headers: &HeaderMap, uri: &Uri) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).or(uri.host()).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.to_canonical().is_loopback())
}

/// Nothing but the page itself and its one style sheet may be loaded, framed, sent or kept.
pub(super) async fn strict(request: Request, next: Next) -> Response {
    const HEADERS: &[(HeaderName, &str)] = &[
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_names_are_this_machine() {
        let named = |host: &'static str| {
            names_this_machine(&HeaderMap::from_iter([(header::HOST, HeaderValue::from_static(host))]), &Uri::default())
        };
        for host in ["localhost", "LOCALHOST:8018", "127.0.0.1:8018", "[::1]:8018", "[::1]", "127.0.0.1"] {
            assert!(named(host), "{host}");
        }
        for host in ["ppid.contoh.go.id", "192.168.1.4:8018", "localhost.contoh.id", "127.0.0.1.contoh.id:8018", ""] {
            assert!(!named(host), "{host}");
        }
    }
}
