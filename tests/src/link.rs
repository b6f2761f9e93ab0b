//! A link to the server that can be cut and restored.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// A proxy on a port of its own. Cut, it refuses and drops; restored, it carries again.
pub struct Link {
    address: String,
    up: Arc<AtomicBool>,
    cut: Arc<Notify>,
}

impl Link {
    /// A link to `server`, not yet connected.
    pub async fn cut_off(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (up, cut) = (Arc::new(AtomicBool::new(false)), Arc::new(Notify::new()));
        let (is_up, is_cut, server) = (up.clone(), cut.clone(), server.to_owned());
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                if !is_up.load(Ordering::SeqCst) {
                    continue;
                }
                let (server, is_cut) = (server.clone(), is_cut.clone());
                tokio::spawn(async move {
                    let Ok(mut far) = TcpStream::connect(server).await else { return };
                    tokio::select! {
                        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
                        () = is_cut.notified() => {}
                    }
                });
            }
        });
        Self { address, up, cut }
    }

    /// Where the desk is told the server is.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Carries from now on.
    pub fn restore(&self) {
        self.up.store(true, Ordering::SeqCst);
    }

    /// Drops what is under way and carries nothing.
    pub fn cut(&self) {
        self.up.store(false, Ordering::SeqCst);
        self.cut.notify_waiters();
    }
}
