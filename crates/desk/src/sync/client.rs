//! Speaking HTTP to PPID Utama. Bytes in, bytes out; what they mean is decided in `round`.

use loket_journal::protocol::{Answer, Call};
use reqwest::Url;
use reqwest::header::{ACCEPT, HeaderMap, HeaderValue, RETRY_AFTER};
use std::time::Duration;

use super::fault::SyncFault;
use super::link::{Link, LinkFault};

/// Largest answer that is read, in bytes.
pub(super) const LARGEST_ANSWER: usize = 16 << 20;

/// A connection to one server. Keep it: one connection serves many rounds.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
}

/// Chooses the cryptography of TLS for this process. Call once at start; calling again changes nothing.
pub fn install_crypto() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}

impl Client {
    /// A client that gives a slow link time and a dead one up.
    ///
    /// # Errors
    /// [`SyncFault::Unreachable`] when the system's TLS certificates cannot be read.
    pub fn new() -> Result<Self, SyncFault> {
        install_crypto();
        let builder = reqwest::Client::builder().connect_timeout(Duration::from_secs(10)).timeout(Duration::from_secs(120));
        // No proxy from the environment, no redirect: entries go to the enrolled address or nowhere.
        // An idle round is a few hundred bytes: every header that says nothing is left out, or empty where it cannot be.
        let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(""))]);
        let builder = builder.default_headers(headers);
        let http = builder.no_proxy().redirect(reqwest::redirect::Policy::none()).build();
        http.map(|http| Self { http }).map_err(unreachable)
    }
}

impl Link for Client {
    async fn ask(&self, server: &str, call: Call) -> Result<Answer, LinkFault> {
        let mut request = self.http.post(address(server, call.action.path())?).body(call.body);
        if let Some(token) = &call.token {
            request = request.bearer_auth(token);
        }
        let mut response = request.send().await.map_err(unanswered)?;
        let status = response.status();
        let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse().ok());
        let mut body = Vec::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() > LARGEST_ANSWER => return Err(LinkFault::TooLarge),
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => return Ok(Answer { status: status.as_u16(), retry_after, body }),
                Err(_) => return Err(LinkFault::Broken { received: if status.is_success() { body } else { vec![] } }),
            }
        }
    }
}

/// The library's words about a link name the address and are English; what an officer can do is the same for all of them.
fn unanswered(_: reqwest::Error) -> LinkFault {
    LinkFault::silent()
}

/// As [`unanswered`], before there was a call.
fn unreachable(_: reqwest::Error) -> SyncFault {
    SyncFault::Unreachable
}

/// What is wrong with a typed address is shown by its form, not told by the parser.
fn no_address<E>(_: E) -> LinkFault {
    LinkFault::Address
}

/// The server's address with `path`: https, or plain http to this computer.
pub(crate) fn address(server: &str, path: &str) -> Result<Url, LinkFault> {
    let url = Url::parse(server.trim()).map_err(no_address)?;
    let host = url.host_str().ok_or(LinkFault::Address)?.trim_matches(['[', ']']);
    let here = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    match url.scheme() {
        "https" => {}
        "http" if here => {}
        "http" => return Err(LinkFault::NotEncrypted),
        _ => return Err(LinkFault::Address),
    }
    url.join(path).map_err(no_address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use loket_journal::protocol::PUSH_PATH;

    #[test]
    fn plain_http_goes_to_this_computer_only() {
        for good in ["https://ppid.contoh.go.id", "http://127.0.0.1:8018", "http://localhost:1/", "http://[::1]:9"] {
            assert!(address(good, PUSH_PATH).is_ok(), "{good}");
        }
        assert_eq!(address("http://ppid.contoh.go.id", PUSH_PATH), Err(LinkFault::NotEncrypted));
        for wrong in ["", "ppid utama", "ftp://127.0.0.1", "file:///etc"] {
            assert_eq!(address(wrong, PUSH_PATH), Err(LinkFault::Address), "{wrong}");
        }
    }
}
