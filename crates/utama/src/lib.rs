//! PPID Utama: the central server of the offices of a regency.
//!
//! Desks enrol with a one-time code, push what they wrote and pull what other desks of their office wrote; see
//! [`loket_journal::protocol`]. People at PPID Utama watch every office on server-rendered pages.
//!
//! # Who may see what
//!
//! - `/sync/v1/…` answers everyone: a desk proves itself with its code, its token and its signatures.
//! - Every page for people but the sign-in and those of the public's door asks who it is; [`accounts::may`](may) alone says what that
//!   person may do.
//! - The public's door ([`PublicDoor`]) is shut until an admin opens it; behind it stands what offices publish, and for whoever shows
//!   number and code of a receipt where that request stands: nobody is named there.
//! - The monitor shows numbers, dates and stages, never who asked or for what. A request that was forwarded to PPID Utama is
//!   read whole in the inbox, by those who answer for its office, and every look is written down.
//! - Personal data and passwords never travel in the clear: without TLS ([`Transport`]) only this machine is answered.
//!
//! # Layout
//!
//! - [`Store`] is the memory, with the rules beside it; [`Database`] opens it on SQLite ([`SqliteStore`], one process and a
//!   file) or on PostgreSQL ([`PostgresStore`], several processes).
//! - [`objects`] are the attached files: which there are, and their bytes in a folder or a bucket.
//! - [`projection`] folds the journal into the rows the monitor reads.
//! - [`Accounts`] and [`Oversight`] are the same memory as the staff needs it; `access` stands before every page.
//! - [`Packs`] keeps what is published for every office; `sync` brings it to each.
//! - `inbox` writes the answers of PPID Utama, through `domain`, into the server's own series.
//! - [`Filing`] registers what people file at the public's door, through `domain`, into the same series.
//! - [`Service`] answers the calls of desks, whoever carries them; `sync` and `pages` are the two faces over HTTP; [`Server`]
//!   binds them to a socket.
//! - [`enrolment_code`] and [`check`](check()) are what the administrator runs beside it.

mod access;
mod accounts;
mod api;
mod asking;
mod backup;
mod called;
mod casework;
mod check;
mod clock;
mod code;
mod database;
mod denials;
mod directory;
mod door;
mod fault;
mod guesses;
mod inbox;
mod matters;
mod memory;
pub mod objects;
mod office;
mod oversight;
mod own_series;
mod packs;
mod pages;
mod postgres;
pub mod projection;
mod publishing;
mod reception;
mod secret;
mod sending;
mod server;
mod settings;
mod sqlite;
mod state;
mod sticks;
pub mod store;
mod store_key;
mod strollers;
mod sync;
mod tls;

pub use accounts::{
    ABSOLUTE, ATTEMPTS_OF_ACCOUNT, ATTEMPTS_OF_ADDRESS, AccountFault, AccountOrder, AccountRefusal, Accounts, AuditChain,
    AuditLine, AuditNarrowing, Audited, COMMAND_LINE, ChainedLine, HashFault, IDLE, PasswordHash, Reach, Right, SecondFactor,
    Session, StaffAccount, StaffRole, WINDOW, WeakPassword, close_account, may, new_password, open_account, staff,
};
pub use asking::{Filed, Filing, FilingFault, NumberClaim, WebBook, WebBooks, WebEntry, WebNumbers, renew_web_desk};
pub use backup::{CopyFault, CopyList, Lack, back_up, check_copy, restore};
pub use called::office_name;
pub use casework::{CaseStanding, CaseStep, CaseStepKind, Casework};
pub use check::{Checked, Finding, ObjectCheckFault, check, check_objects};
pub use clock::{ServerClock, civil};
pub use code::{CodeFault, CodeOrder, Given, enrolment_code, give_code};
pub use database::{Database, UnknownDatabase, seal};
pub use directory::{Directory, ListedOffice, UnusedCode};
pub use door::{Entrance, Route};
pub use fault::StoreFault;
pub use inbox::{Inbox, InboxAnswer, InboxFault};
pub use matters::{EVERY_ROW, MatterNarrowing, MatterOrder, Matters};
pub use memory::Memory;
pub use objects::{Holdings, ObjectPlace, PlaceFault, S3Access};
pub use office::{UnknownOffice, listed_office, office_code};
pub use oversight::{Answered, AnsweredKind, DeskRow, Oversight, Tally};
pub use packs::{Packs, PublishedPack};
pub use pages::routes;
pub use postgres::PostgresStore;
pub use secret::{Dice, NoRandomness};
pub use server::{Config, RunningServer, Server, StartFault, Transport};
pub use settings::{PublicDoor, ServerSettings};
pub use sqlite::SqliteStore;
pub use sticks::{Acknowledged, StickRow, Sticks};
pub use store::Store;
pub use store_key::{StoreKey, StoreKeyFault};
pub use sync::{BundleRefusal, OpenedBundle, Service};
pub use tls::{CertificateFault, CertificateFiles};
