//! TLS, with a real client over a self-signed certificate.

use loket_utama::{CertificateFiles, Config, RunningServer, Server, StartFault, Transport};
use reqwest::{Certificate, Client};
use std::path::Path;
use tokio::net::TcpStream;

use crate::desk::wib;

/// Writes a fresh self-signed certificate for this machine; returns it.
pub fn certify(directory: &Path) -> Certificate {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
    std::fs::write(directory.join("cert.pem"), made.cert.pem()).unwrap();
    std::fs::write(directory.join("key.pem"), made.signing_key.serialize_pem()).unwrap();
    Certificate::from_pem(made.cert.pem().as_bytes()).unwrap()
}

fn files(directory: &Path) -> CertificateFiles {
    CertificateFiles { certificate: directory.join("cert.pem"), key: directory.join("key.pem") }
}

fn config(directory: &Path, listen: &str, transport: Transport) -> Config {
    let clock = loket_utama::ServerClock::new(|| wib("2026-11-23", 11));
    Config {
        listen: listen.parse().unwrap(),
        transport,
        database: (&directory.join("data")).into(),
        objects: None,
        clock,
        second_factor_required: false,
    }
}

async fn serve(directory: &Path) -> RunningServer {
    Server::start(config(directory, "127.0.0.1:0", Transport::Tls(files(directory)))).await.unwrap()
}

pub fn client(trusted: Certificate) -> Client {
    // Every test of this process installs the same one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().tls_certs_only([trusted]).build().unwrap()
}

#[tokio::test]
async fn a_browser_that_knows_the_certificate_gets_pages_and_a_secure_cookie() {
    let directory = tempfile::tempdir().unwrap();
    let client = client(certify(directory.path()));
    let server = serve(directory.path()).await;
    let answer = client.get(format!("https://{}/masuk", server.address)).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert!(header("set-cookie").starts_with("__Host-loket-utama=") && header("set-cookie").contains("; Secure"));
    assert_eq!(header("strict-transport-security"), "max-age=31536000");
    server.stop().await;
}

#[tokio::test]
async fn strangers_and_dawdlers_hold_nobody_up() {
    let directory = tempfile::tempdir().unwrap();
    let trusted = certify(directory.path());
    let server = serve(directory.path()).await;
    let silent = TcpStream::connect(server.address).await.unwrap();
    let plain = Client::builder().build();
    assert!(plain.is_err() || plain.unwrap().get(format!("http://{}/masuk", server.address)).send().await.is_err());
    let other = tempfile::tempdir().unwrap();
    let wary = client(certify(other.path()));
    assert!(wary.get(format!("https://{}/masuk", server.address)).send().await.is_err(), "not the certificate it knows");
    assert_eq!(client(trusted).get(format!("https://{}/masuk", server.address)).send().await.unwrap().status(), 200);
    drop(silent);
    server.stop().await;
}

#[tokio::test]
async fn a_renewed_certificate_is_shown_and_open_connections_go_on() {
    let directory = tempfile::tempdir().unwrap();
    let before = client(certify(directory.path()));
    let server = serve(directory.path()).await;
    let page = format!("https://{}/masuk", server.address);
    before.get(&page).send().await.unwrap().bytes().await.unwrap();
    std::fs::write(directory.path().join("key.pem"), "bukan kunci").unwrap();
    assert!(server.renew_certificate().unwrap_err().to_string().contains("key.pem"));
    let after = client(certify(directory.path()));
    server.renew_certificate().unwrap();
    assert_eq!(after.get(&page).send().await.unwrap().status(), 200);
    assert_eq!(before.get(&page).send().await.unwrap().status(), 200, "over the connection it has");
    server.stop().await;
}

#[tokio::test]
async fn without_tls_only_this_machine_is_answered() {
    let directory = tempfile::tempdir().unwrap();
    let start = async |listen, transport| Server::start(config(directory.path(), listen, transport)).await;
    for open in ["0.0.0.0:0", "[::]:0"] {
        assert!(matches!(start(open, Transport::ThisMachine).await, Err(StartFault::InTheClear(_))), "{open}");
    }
    start("0.0.0.0:0", Transport::BehindProxy).await.unwrap().stop().await;
    let missing = start("127.0.0.1:0", Transport::Tls(files(directory.path()))).await;
    assert!(matches!(missing, Err(StartFault::Certificate(_))));
    certify(directory.path());
    let other = tempfile::tempdir().unwrap();
    certify(other.path());
    std::fs::copy(other.path().join("key.pem"), directory.path().join("key.pem")).unwrap();
    let mixed = start("127.0.0.1:0", Transport::Tls(files(directory.path()))).await;
    assert!(mixed.err().unwrap().to_string().contains("tidak cocok"));
}
