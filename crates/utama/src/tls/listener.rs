//! Accepting connections through TLS.

use axum::serve::Listener;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// Longest a client may take to agree on TLS, a desk on a poor line included.
const LONGEST_HANDSHAKE: Duration = Duration::from_secs(30);

type Accepted = (TlsStream<TcpStream>, SocketAddr);

/// Hands out connections that have agreed on TLS. Each handshake is a task of its own, so that one client that dawdles keeps
/// nobody waiting.
pub(crate) struct TlsListener {
    address: SocketAddr,
    accepted: mpsc::Receiver<Accepted>,
    accepting: JoinHandle<()>,
}

impl TlsListener {
    pub(crate) fn new(mut listener: TcpListener, config: Arc<rustls::ServerConfig>) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let (ready, accepted) = mpsc::channel(64);
        let acceptor = TlsAcceptor::from(config);
        let accepting = tokio::spawn(async move {
            while !ready.is_closed() {
                let (stream, peer) = Listener::accept(&mut listener).await;
                tokio::spawn(shake_hands(acceptor.clone(), stream, peer, ready.clone()));
            }
        });
        Ok(Self { address, accepted, accepting })
    }
}

async fn shake_hands(acceptor: TlsAcceptor, stream: TcpStream, peer: SocketAddr, ready: mpsc::Sender<Accepted>) {
    // Who speaks something else, or nothing, is not worth a line in the log.
    if let Ok(Ok(stream)) = tokio::time::timeout(LONGEST_HANDSHAKE, acceptor.accept(stream)).await {
        // The server has stopped listening.
        let _ = ready.send((stream, peer)).await;
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> Accepted {
        match self.accepted.recv().await {
            Some(accepted) => accepted,
            // The task that accepts ends only with this value.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

impl Drop for TlsListener {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}
