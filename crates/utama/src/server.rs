//! The server on its socket.

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use loket_domain::calendar::{Calendar, CalendarError};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::clock::Clock;
use crate::secret::NoRandomness;
use crate::store::{SqliteStore, Store, StoreFault};
use crate::{monitor, sync};

/// Longest a request may take, a desk with a large batch on a poor line included. Who stalls longer may try again.
const LONGEST_REQUEST: Duration = Duration::from_secs(600);
/// Longest that requests under way may still take once the server is told to stop.
const LONGEST_FAREWELL: Duration = Duration::from_secs(10);

/// How a server is started.
#[derive(Clone)]
pub struct Config {
    /// Where to listen; port 0 takes any free one.
    pub listen: SocketAddr,
    /// The data directory, made when it is not there.
    pub data: PathBuf,
    /// The clock.
    pub clock: Clock,
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
    /// The address cannot be listened on.
    #[error("Alamat {address} tidak dapat dipakai: {source}")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
}

/// What every request may use.
pub(crate) struct Shared {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) sync: sync::Service,
    pub(crate) turns: sync::Turns,
    pub(crate) clock: Clock,
    pub(crate) calendar: Calendar,
}

/// PPID Utama.
pub struct Server;

/// A server that answers. Dropping it stops it without waiting.
pub struct RunningServer {
    /// Where it listens, with the real port.
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
}

impl Server {
    /// Opens the data and begins to answer.
    ///
    /// # Errors
    /// [`StartFault`], each a sentence for the administrator.
    pub async fn start(config: Config) -> Result<RunningServer, StartFault> {
        let calendar = Calendar::shipped()?;
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&config.data, calendar.clone(), config.clock.millis()).await?);
        let dice: sync::Dice = Box::new(|bytes| getrandom::fill(bytes).map_err(|_| NoRandomness));
        let sync = sync::Service::open(store.clone(), dice).await?;
        let listen = |source| StartFault::Listen { address: config.listen, source };
        let listener = TcpListener::bind(config.listen).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        let shared = Arc::new(Shared { store, sync, turns: sync::Turns::new(), clock: config.clock, calendar });
        let (stop, stopped) = oneshot::channel();
        let service = faces(shared).into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(listener, service).with_graceful_shutdown(async {
            // A sender that was dropped means stop just as well.
            let _ = stopped.await;
        });
        Ok(RunningServer { address, stop, serving: tokio::spawn(serving.into_future()) })
    }
}

fn faces(shared: Arc<Shared>) -> Router {
    Router::new().merge(sync::router()).merge(monitor::router()).layer(middleware::from_fn(within_time)).with_state(shared)
}

async fn within_time(request: axum::extract::Request, next: Next) -> axum::response::Response {
    match tokio::time::timeout(LONGEST_REQUEST, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

impl RunningServer {
    /// Takes no more requests, lets those under way finish, and returns when the socket is free.
    pub async fn stop(mut self) {
        // A server that ended by itself has nothing to be told.
        let _ = self.stop.send(());
        if tokio::time::timeout(LONGEST_FAREWELL, &mut self.serving).await.is_err() {
            self.serving.abort();
        }
    }
}
