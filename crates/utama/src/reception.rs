//! Accepting connections, and keeping room for whoever comes next.
//!
//! A connection that does not say what it wants within a while is closed, before its first request as between two. Where there
//! are as many as there may be, the one that has waited longest without a request makes room: so a crowd of connections that say
//! nothing crowds out itself, and whoever does say something is heard.

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, oneshot, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::door::ClientAddress;

/// How long the server waits before it accepts again, when the machine has no room for a connection.
const BREATH: Duration = Duration::from_millis(200);

/// How many connections there may be, and how long one may say nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// In all. With the files of the database well below the usual 1,024 open files of a process.
    pub(crate) all: usize,
    /// From one address, or one network of IPv6; none where a proxy speaks for everybody.
    pub(crate) each: Option<usize>,
    /// Until the head of a request is there, and between two requests.
    pub(crate) head: Duration,
    /// Until both have agreed on TLS.
    pub(crate) handshake: Duration,
}

impl Patience {
    /// That of a server in service.
    pub(crate) fn usual(behind_proxy: bool) -> Self {
        let each = (!behind_proxy).then_some(96);
        Self { all: 768, each, head: Duration::from_secs(30), handshake: Duration::from_secs(30) }
    }
}

/// A connection, as long as it lasts.
struct Guest {
    from: IpAddr,
    /// Requests of it that are being answered.
    at_work: AtomicUsize,
    /// Whether it ever asked for anything.
    heard: AtomicBool,
    leave: Notify,
}

impl Guest {
    fn is_idle(&self) -> bool {
        self.at_work.load(Ordering::Relaxed) == 0
    }
}

/// Whoever is connected, in the order in which they came.
#[derive(Default)]
struct Guests {
    came: AtomicUsize,
    here: Mutex<BTreeMap<usize, Arc<Guest>>>,
}

/// A place, given back when its connection ends.
struct Seat {
    number: usize,
    guest: Arc<Guest>,
    guests: Arc<Guests>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.guests.here().remove(&self.number);
    }
}

/// An address, or of IPv6 the network that is given to one household: whoever has that has all of its addresses.
pub(crate) fn neighbourhood(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        v4 => v4,
    }
}

/// Sends one of `who` away that is not being answered: one that never asked for anything first, and of those whoever came first.
fn send_away(here: &mut BTreeMap<usize, Arc<Guest>>, who: impl Fn(&Guest) -> bool) -> bool {
    let idle = here.iter().filter(|(_, guest)| who(guest) && guest.is_idle());
    let longest = idle.min_by_key(|(number, guest)| (guest.heard.load(Ordering::Relaxed), **number)).map(|(number, _)| *number);
    let gone = longest.and_then(|number| here.remove(&number));
    if let Some(gone) = &gone {
        gone.leave.notify_one();
    }
    gone.is_some()
}

impl Guests {
    fn here(&self) -> MutexGuard<'_, BTreeMap<usize, Arc<Guest>>> {
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a connection from `peer`; none when all are taken by others who are being answered.
    fn enter(self: &Arc<Self>, peer: SocketAddr, patience: &Patience) -> Option<Seat> {
        let from = neighbourhood(peer.ip());
        let mut here = self.here();
        let neighbours = here.values().filter(|guest| guest.from == from).count();
        if patience.each.is_some_and(|each| neighbours >= each) && !send_away(&mut here, |guest| guest.from == from) {
            return None;
        }
        if here.len() >= patience.all && !send_away(&mut here, |_| true) {
            return None;
        }
        let number = self.came.fetch_add(1, Ordering::Relaxed);
        let guest = Guest { from, at_work: AtomicUsize::new(0), heard: AtomicBool::new(false), leave: Notify::new() };
        let guest = Arc::new(guest);
        here.insert(number, Arc::clone(&guest));
        Some(Seat { number, guest, guests: Arc::clone(self) })
    }
}

/// Accepts connections until it is told to stop, and lets those under way finish.
///
/// # Errors
/// None as it stands; whoever waits for it does not have to know.
pub(crate) async fn receive(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    router: Router,
    patience: Patience,
    stopped: oneshot::Receiver<()>,
) -> io::Result<()> {
    let (close, closing) = watch::channel(());
    let guests = Arc::new(Guests::default());
    let mut talks = JoinSet::new();
    let mut stopped = pin!(stopped);
    loop {
        // A sender that was dropped means stop just as well.
        let accepted = tokio::select! { biased; _ = &mut stopped => break, accepted = listener.accept() => accepted };
        while talks.try_join_next().is_some() {}
        match accepted {
            Ok((stream, peer)) => {
                if let Some(seat) = guests.enter(peer, &patience) {
                    talks.spawn(talk(stream, peer, seat, tls.clone(), router.clone(), patience, closing.clone()));
                }
            }
            // It hung up before it was heard.
            Err(fault) if matches!(fault.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            Err(fault) => {
                tracing::error!(kind = ?fault.kind(), "no connection can be accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    // Nobody may be left to be told.
    let _ = close.send(());
    while talks.join_next().await.is_some() {}
    Ok(())
}

async fn talk(
    stream: TcpStream,
    peer: SocketAddr,
    seat: Seat,
    tls: Option<TlsAcceptor>,
    router: Router,
    patience: Patience,
    closing: watch::Receiver<()>,
) {
    let talk = async {
        match tls {
            None => converse(stream, peer, &seat.guest, router, patience, closing).await,
            // Who speaks something else, or nothing, is not worth a line in the log.
            Some(tls) => {
                if let Ok(Ok(stream)) = tokio::time::timeout(patience.handshake, tls.accept(stream)).await {
                    converse(stream, peer, &seat.guest, router, patience, closing).await;
                }
            }
        }
    };
    tokio::select! { () = talk => {}, () = seat.guest.leave.notified() => {} }
}

async fn converse(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    peer: SocketAddr,
    guest: &Arc<Guest>,
    router: Router,
    patience: Patience,
    mut closing: watch::Receiver<()>,
) {
    let router = TowerToHyperService::new(router);
    let answering = service_fn(|mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(ClientAddress::of(peer)));
        guest.heard.store(true, Ordering::Relaxed);
        guest.at_work.fetch_add(1, Ordering::Relaxed);
        let (answer, guest) = (router.call(request), Arc::clone(guest));
        async move {
            let answer = answer.await;
            guest.at_work.fetch_sub(1, Ordering::Relaxed);
            answer
        }
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(patience.head);
    let mut connection = pin!(server.serve_connection(TokioIo::new(stream), answering));
    tokio::select! {
        // However it ended: it ended.
        _ = connection.as_mut() => return,
        _ = closing.changed() => {}
    }
    if !guest.is_idle() {
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    const IMPATIENT: Patience =
        Patience { all: 6, each: Some(4), head: Duration::from_millis(150), handshake: Duration::from_millis(150) };

    async fn served(patience: Patience) -> (SocketAddr, oneshot::Sender<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let router = Router::new().route("/", get(|| async { "hadir" }));
        tokio::spawn(receive(listener, None, router, patience, stopped));
        (address, stop)
    }

    async fn half_a_head(to: SocketAddr) -> TcpStream {
        let mut stream = TcpStream::connect(to).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n").await.unwrap();
        stream
    }

    async fn rest(mut stream: TcpStream) -> String {
        let mut answer = Vec::new();
        // Reset or ended: nothing more comes.
        let _ = stream.read_to_end(&mut answer).await;
        String::from_utf8(answer).unwrap()
    }

    async fn asked(to: SocketAddr) -> String {
        let mut stream = TcpStream::connect(to).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
        rest(stream).await
    }

    #[tokio::test]
    async fn a_head_that_does_not_end_is_not_waited_for_and_nor_is_a_second_request() {
        let (address, _stop) = served(IMPATIENT).await;
        let answer = rest(half_a_head(address).await).await;
        assert!(!answer.contains("hadir"), "{answer}");
        let mut kept = TcpStream::connect(address).await.unwrap();
        kept.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        assert!(rest(kept).await.contains("hadir"), "and then it is closed by itself");
    }

    #[tokio::test]
    async fn whoever_says_nothing_makes_room_for_whoever_does() {
        let patient = Patience { head: Duration::from_secs(600), ..IMPATIENT };
        let (address, _stop) = served(patient).await;
        let mut silent = Vec::new();
        for _ in 0..20 {
            silent.push(half_a_head(address).await);
        }
        assert!(asked(address).await.contains("hadir"));
        let first = silent.remove(0);
        assert!(!rest(first).await.contains("hadir"), "whoever waited longest went");
    }

    #[tokio::test]
    async fn whoever_is_told_to_stop_waits_for_no_half_head() {
        let (address, stop) = served(Patience { head: Duration::from_secs(600), ..IMPATIENT }).await;
        let silent = half_a_head(address).await;
        assert!(asked(address).await.contains("hadir"));
        stop.send(()).unwrap();
        assert_eq!(rest(silent).await, "");
    }

    #[test]
    fn whoever_has_a_network_of_ipv6_is_one_neighbour() {
        let same = |one: &str, other: &str| neighbourhood(one.parse().unwrap()) == neighbourhood(other.parse().unwrap());
        assert!(same("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"));
        assert!(!same("2001:db8:1:2::1", "2001:db8:1:3::1"));
        assert!(same("::ffff:192.0.2.1", "192.0.2.1"));
        assert!(!same("192.0.2.1", "192.0.2.2"));
    }
}
