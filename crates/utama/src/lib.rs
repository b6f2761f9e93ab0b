//! PPID Utama: the central server of the kecamatan offices.
//!
//! Desks enrol with a one-time code, push what they wrote and pull what other desks of their office wrote; see
//! [`loket_journal::protocol`]. People at PPID Utama watch every office on server-rendered pages.
//!
//! # Who may see what
//!
//! - `/sync/v1/…` answers everyone: a desk proves itself with its code, its token and its signatures. TLS must stand before
//!   it (a reverse proxy) wherever it is reached over a network, for the journal carries personal data.
//! - The monitor (`/`, `/kantor/…`) has no logins yet. Until it has, it answers only to connections from the server itself
//!   that name it as `localhost` or by loopback address and carry no trace of a proxy; everyone else gets a page that says
//!   how to come in through an SSH tunnel. **A reverse proxy must pass on `/sync/v1/` and nothing else**: one that leaves no
//!   trace (nginx adds no `X-Forwarded-For` unless told to) looks like a person sitting at the server.
//! - The monitor shows numbers, dates and stages, never who asked or for what.
//!
//! # Layout
//!
//! - [`Store`] is the memory, with the pure rules beside it and SQLite beneath it; [`SqliteStore`] is its one implementation.
//! - [`projection`] folds the journal into the rows the monitor reads.
//! - [`Service`] answers the calls of desks, whoever carries them; `sync` and `monitor` are the two faces over HTTP; [`Server`]
//!   binds them to a socket.
//! - [`enrolment_code`] and [`check`](check()) are what the administrator runs beside it.

mod check;
mod clock;
mod code;
mod monitor;
mod office;
pub mod projection;
mod secret;
mod server;
pub mod store;
mod sync;

pub use check::{Checked, Finding, check};
pub use clock::Clock;
pub use code::{CodeFault, CodeOrder, enrolment_code};
pub use office::{UnknownOffice, office_code, office_name};
pub use secret::NoRandomness;
pub use server::{Config, RunningServer, Server, StartFault};
pub use store::{SqliteStore, Store, StoreFault};
pub use sync::{Dice, Service};
