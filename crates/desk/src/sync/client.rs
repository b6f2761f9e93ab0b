//! Speaking HTTP to PPID Utama. Bytes in, bytes out; what they mean is decided in `round`.

use loket_journal::protocol::{
    ENROL_PATH, EnrolAnswer, EnrolRequest, PULL_PATH, PUSH_PATH, PullAnswer, PullRequest, PushAnswer, Refusal,
};
use reqwest::{RequestBuilder, Url};
use std::time::Duration;

use super::fault::SyncFault;

/// Largest answer that is read, in bytes.
const LARGEST_ANSWER: usize = 16 << 20;

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
        let http = builder.no_proxy().redirect(reqwest::redirect::Policy::none()).build();
        http.map(|http| Self { http }).map_err(|_| SyncFault::Unreachable)
    }

    pub(crate) async fn enrol(&self, server: &str, request: &EnrolRequest) -> Result<EnrolAnswer, SyncFault> {
        let answer = ask(self.http.post(address(server, ENROL_PATH)?).body(json(request)?)).await?;
        serde_json::from_slice(&answer).map_err(|_| SyncFault::Rubbish)
    }

    pub(crate) async fn push(&self, server: &str, token: &str, batch: Vec<u8>) -> Result<PushAnswer, SyncFault> {
        let answer = ask(self.http.post(address(server, PUSH_PATH)?).bearer_auth(token).body(batch)).await?;
        serde_json::from_slice(&answer).map_err(|_| SyncFault::Rubbish)
    }

    pub(crate) async fn pull(&self, server: &str, token: &str, request: &PullRequest) -> Result<PullAnswer, SyncFault> {
        let answer = ask(self.http.post(address(server, PULL_PATH)?).bearer_auth(token).body(json(request)?)).await?;
        postcard::from_bytes(&answer).map_err(|_| SyncFault::Rubbish)
    }
}

fn json(message: &impl serde::Serialize) -> Result<Vec<u8>, SyncFault> {
    serde_json::to_vec(message).map_err(|_| SyncFault::Rubbish)
}

/// The server's address with `path`: https, or plain http to this computer.
pub(crate) fn address(server: &str, path: &str) -> Result<Url, SyncFault> {
    let url = Url::parse(server.trim()).map_err(|_| SyncFault::Address)?;
    let host = url.host_str().ok_or(SyncFault::Address)?.trim_matches(['[', ']']);
    let here = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    match url.scheme() {
        "https" => {}
        "http" if here => {}
        "http" => return Err(SyncFault::NotEncrypted),
        _ => return Err(SyncFault::Address),
    }
    url.join(path).map_err(|_| SyncFault::Address)
}

async fn ask(request: RequestBuilder) -> Result<Vec<u8>, SyncFault> {
    let mut response = request.send().await.map_err(|_| SyncFault::Unreachable)?;
    let status = response.status();
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|_| SyncFault::Unreachable)? {
        if body.len() + chunk.len() > LARGEST_ANSWER {
            return Err(SyncFault::Rubbish);
        }
        body.extend_from_slice(&chunk);
    }
    if status.is_success() {
        return Ok(body);
    }
    if status.is_server_error() {
        return Err(SyncFault::Unreachable);
    }
    let refusal: Refusal = serde_json::from_slice(&body).map_err(|_| SyncFault::Rubbish)?;
    Err(SyncFault::Refused(refusal.refused))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_goes_to_this_computer_only() {
        for good in ["https://ppid.contoh.go.id", "http://127.0.0.1:8018", "http://localhost:1/", "http://[::1]:9"] {
            assert!(address(good, PUSH_PATH).is_ok(), "{good}");
        }
        assert_eq!(address("http://ppid.contoh.go.id", PUSH_PATH), Err(SyncFault::NotEncrypted));
        for wrong in ["", "ppid utama", "ftp://127.0.0.1", "file:///etc"] {
            assert_eq!(address(wrong, PUSH_PATH), Err(SyncFault::Address), "{wrong}");
        }
    }
}
