//! A link as it is in a far kecamatan: slow, late, and cut every few kilobytes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

/// How bad it is.
#[derive(Clone, Copy)]
pub struct Badness {
    /// Bits a second in each direction.
    pub bits_per_second: u64,
    /// From one end to the other and back.
    pub round_trip: Duration,
    /// After how many bytes, in both directions together, a connection is cut.
    pub cut_every: Option<u64>,
}

impl Badness {
    /// A link in the same room.
    pub const NONE: Self = Self { bits_per_second: u64::MAX, round_trip: Duration::ZERO, cut_every: None };
}

/// A proxy on a port of its own that counts every byte it is given.
pub struct BadLink {
    address: String,
    bytes: Arc<AtomicU64>,
    cuts: Arc<AtomicU64>,
}

impl BadLink {
    /// A link to `server`.
    pub async fn to(server: &str, badness: Badness) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (bytes, cuts) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let (counted, cut, server) = (bytes.clone(), cuts.clone(), server.to_owned());
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let (counted, cut, server) = (counted.clone(), cut.clone(), server.clone());
                tokio::spawn(async move {
                    let Ok(far) = TcpStream::connect(server).await else { return };
                    let left = Arc::new(AtomicU64::new(badness.cut_every.unwrap_or(u64::MAX)));
                    let (near_in, near_out) = near.into_split();
                    let (far_in, far_out) = far.into_split();
                    // Either direction that ends takes the other with it.
                    tokio::select! {
                        () = carry(near_in, far_out, badness, &counted, &left) => {}
                        () = carry(far_in, near_out, badness, &counted, &left) => {}
                    }
                    if left.load(Ordering::SeqCst) == 0 {
                        cut.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
        });
        Self { address, bytes, cuts }
    }

    /// Where the desk is told the server is.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Bytes given to it in both directions so far, heads of HTTP included.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::SeqCst)
    }

    /// How often it was cut.
    pub fn cuts(&self) -> u64 {
        self.cuts.load(Ordering::SeqCst)
    }
}

/// Carries bytes one way until either end closes or the link is cut.
async fn carry(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    badness: Badness,
    counted: &AtomicU64,
    left: &AtomicU64,
) {
    let (sender, mut under_way) = mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
    let reading = async {
        let mut free_at = Instant::now();
        let mut buffer = [0; 1024];
        while let Ok(read @ 1..) = from.read(&mut buffer).await {
            let read = u64::try_from(read).unwrap();
            counted.fetch_add(read, Ordering::SeqCst);
            let passed = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| Some(left.saturating_sub(read))).unwrap();
            let takes = Duration::from_nanos(read.saturating_mul(8_000_000_000) / badness.bits_per_second);
            free_at = free_at.max(Instant::now()) + takes;
            sleep_until(free_at).await;
            let carried = usize::try_from(read.min(passed)).unwrap();
            let _ = sender.send((free_at + badness.round_trip / 2, buffer[..carried].to_vec()));
            if passed <= read {
                break;
            }
        }
        drop(sender);
    };
    let writing = async {
        while let Some((arrives, bytes)) = under_way.recv().await {
            sleep_until(arrives).await;
            if to.write_all(&bytes).await.is_err() {
                break;
            }
        }
    };
    tokio::join!(reading, writing);
}
