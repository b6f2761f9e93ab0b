//! The server on its socket.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::routing::get;
use loket_domain::calendar::{Calendar, CalendarError};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, oneshot};
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

use crate::accounts::{HashFault, PasswordHash};
use crate::asking::{FilingLimits, FormSeal, WebBooks};
use crate::clock::ServerClock;
use crate::database::Database;
use crate::denials::Denials;
use crate::door::{Door, Forwarder};
use crate::fault::StoreFault;
use crate::guesses::Guesses;
use crate::memory::Memory;
use crate::objects::{ObjectPlace, PlaceFault};
use crate::reception::{Patience, receive};
use crate::secret::{NoRandomness, new_token, system_dice};
use crate::sending::Answers;
use crate::state::Shared;
use crate::strollers::Strollers;
use crate::tls::{Certificate, CertificateFault, CertificateFiles};
use crate::{api, pages, sync};

/// Longest a request may take, a desk with a large batch on a poor line included. Who stalls longer may try again.
const LONGEST_REQUEST: Duration = Duration::from_secs(600);
/// Longest that requests under way may still take once the server is told to stop.
const LONGEST_FAREWELL: Duration = Duration::from_secs(10);

/// Between two sweeps of files that were begun and not gone on with.
const BETWEEN_SWEEPS: Duration = Duration::from_secs(60 * 60);

/// Passwords looked at in the same moment; each takes 19 MiB.
const PROVEN_AT_ONCE: usize = 4;

/// What speaks TLS between this server and the network.
#[derive(Debug, Clone)]
pub enum Transport {
    /// Nothing: only this machine may connect.
    ThisMachine,
    /// A reverse proxy before it, which alone may connect.
    BehindProxy,
    /// A reverse proxy at this address; what others say about where they come from is not believed.
    BehindProxyAt(IpAddr),
    /// The server itself.
    Tls(CertificateFiles),
}

/// How a server is started.
#[derive(Clone)]
pub struct Config {
    /// Where to listen; port 0 takes any free one.
    pub listen: SocketAddr,
    /// What speaks TLS.
    pub transport: Transport,
    /// Where everything is kept.
    pub database: Database,
    /// Where the bytes of attached files are kept; none for a folder beside the database.
    pub objects: Option<ObjectPlace>,
    /// The clock.
    pub clock: ServerClock,
    /// Whether admins and verifiers must have a second factor before they see anything.
    pub second_factor_required: bool,
}

/// Why a server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    /// The days off cannot be read.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The place for attached files cannot be used.
    #[error(transparent)]
    Objects(#[from] PlaceFault),
    /// The certificate cannot be used.
    #[error(transparent)]
    Certificate(#[from] CertificateFault),
    /// A password cannot be hashed.
    #[error(transparent)]
    Hashing(#[from] HashFault),
    /// No random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// Personal data and passwords would travel in the clear.
    #[error(
        "Alamat {0} terbuka ke jaringan tanpa TLS. Beri --tls-cert dan --tls-key, atau --behind-proxy bila proksi di depannya memakai TLS."
    )]
    InTheClear(SocketAddr),
    /// The address cannot be listened on.
    #[error("Alamat {address} tidak dapat dipakai: {source}")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
}

/// PPID Utama.
pub struct Server;

/// A server that answers. Dropping it stops it without waiting.
pub struct RunningServer {
    /// Where it listens, with the real port.
    pub address: SocketAddr,
    /// Whether anybody can sign in; not before the first account was opened.
    pub staffed: bool,
    /// Whether what it works on lacks what was written last: a copy without its log.
    pub lacks_log: bool,
    certificate: Option<Arc<Certificate>>,
    /// Held by what serves: once that has ended, nobody has it open.
    store: Weak<dyn Memory>,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
    /// Ends when it is dropped.
    sweeping: JoinSet<()>,
}

/// Lets go, now and then, of files that were begun and not gone on with.
async fn sweep(shared: Arc<Shared>) {
    loop {
        if let Err(fault) = shared.sync.sweep_objects(shared.clock.millis()).await {
            tracing::error!(%fault, "the store failed");
        }
        tokio::time::sleep(BETWEEN_SWEEPS).await;
    }
}

impl Server {
    /// Opens the data and begins to answer.
    ///
    /// # Errors
    /// [`StartFault`], each a sentence for the administrator.
    pub async fn start(config: Config) -> Result<RunningServer, StartFault> {
        let certificate = match config.transport.clone() {
            Transport::ThisMachine if !config.listen.ip().is_loopback() => return Err(StartFault::InTheClear(config.listen)),
            Transport::ThisMachine | Transport::BehindProxy | Transport::BehindProxyAt(_) => None,
            Transport::Tls(files) => Some(Arc::new(Certificate::read(files)?)),
        };
        let calendar = Calendar::shipped()?;
        let store = config.database.open(calendar.clone(), config.clock.millis()).await?;
        let place = config.objects.unwrap_or_else(|| config.database.objects());
        let sync = sync::Service::open(store.clone(), system_dice()).await?.with_objects(&place)?;
        let form_key = sync.form_key();
        let lacks_log = store.lacks_log_since().is_some();
        let staffed = store.accounts().await?.iter().any(|account| account.closed.is_none());
        let listen = |source| StartFault::Listen { address: config.listen, source };
        let listener = TcpListener::bind(config.listen).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        store.begin_serving(config.clock.millis()).await?;
        let forwarder = match config.transport {
            Transport::BehindProxy => Forwarder::WhoeverConnects,
            Transport::BehindProxyAt(proxy) => Forwarder::Only(proxy.to_canonical()),
            Transport::ThisMachine | Transport::Tls(_) => Forwarder::Nobody,
        };
        let behind_proxy = forwarder != Forwarder::Nobody;
        let shared = Arc::new(Shared {
            store: Arc::clone(&store),
            sync,
            turns: sync::Turns::new(),
            clock: config.clock,
            calendar,
            door: Door { forwarder, secure: behind_proxy || certificate.is_some() },
            nobody: PasswordHash::of(&new_token()?)?,
            guesses: Guesses::default(),
            follow_guesses: Guesses::default(),
            denials: Denials::default(),
            strollers: Strollers::default(),
            forms: FormSeal::new(form_key),
            filings: FilingLimits::default(),
            books: WebBooks::default(),
            press: Arc::default(),
            answers: Answers::default(),
            proving: Semaphore::new(PROVEN_AT_ONCE),
            second_factor_required: config.second_factor_required,
        });
        let mut sweeping = JoinSet::new();
        sweeping.spawn(sweep(Arc::clone(&shared)));
        let (stop, stopped) = oneshot::channel();
        let tls = match &certificate {
            Some(certificate) => Some(TlsAcceptor::from(Arc::new(certificate.config()?))),
            None => None,
        };
        let weak = Arc::downgrade(&store);
        let receiving = receive(listener, tls, faces(shared), Patience::usual(behind_proxy), stopped);
        let serving = tokio::spawn(async move {
            let ended = receiving.await;
            end(store.as_ref()).await;
            ended
        });
        Ok(RunningServer { address, staffed, lacks_log, certificate, store: weak, stop, serving, sweeping })
    }
}

/// Says in the memory that no server works on it any more.
async fn end(store: &dyn Memory) {
    if let Err(fault) = store.end_serving().await {
        tracing::error!(%fault, "the store failed");
    }
}

fn faces(shared: Arc<Shared>) -> Router {
    let health = Router::new().route("/healthz", get(async || "ok\n")).route("/readyz", get(ready));
    Router::new()
        .merge(api::router())
        .merge(pages::router(&shared))
        .merge(health)
        .layer(middleware::from_fn(within_time))
        .with_state(shared)
}

/// Whether the memory answers: for whoever watches the server. It names nothing.
async fn ready(State(shared): State<Arc<Shared>>) -> (StatusCode, &'static str) {
    match shared.store.identity().await {
        Ok(_) => (StatusCode::OK, "siap\n"),
        Err(fault) => {
            tracing::error!(%fault, "the store failed");
            (StatusCode::SERVICE_UNAVAILABLE, "basis data tidak menjawab; lihat catatan server\n")
        }
    }
}

async fn within_time(request: axum::extract::Request, next: Next) -> axum::response::Response {
    match tokio::time::timeout(LONGEST_REQUEST, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

impl RunningServer {
    /// Whether it can still do its work: it reaches its memory.
    pub async fn alive(&self) -> bool {
        match self.store.upgrade() {
            Some(store) => store.identity().await.is_ok(),
            None => false,
        }
    }

    /// Reads the certificate again, for the connections from now on; those under way go on. Does nothing without TLS.
    ///
    /// # Errors
    /// [`CertificateFault`]; the present certificate then stays.
    pub fn renew_certificate(&self) -> Result<(), CertificateFault> {
        self.certificate.as_ref().map_or(Ok(()), |certificate| certificate.renew())
    }

    /// Takes no more requests, lets those under way finish, and returns when the socket is free.
    pub async fn stop(mut self) {
        // A server that ended by itself has nothing to be told.
        let _ = self.stop.send(());
        if tokio::time::timeout(LONGEST_FAREWELL, &mut self.serving).await.is_err() {
            self.serving.abort();
            if let Some(store) = self.store.upgrade() {
                end(store.as_ref()).await;
            }
        }
        // It holds the store, which whoever stopped the server may want to open.
        self.sweeping.shutdown().await;
    }
}
