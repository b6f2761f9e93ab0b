//! Sync with PPID Utama: enrolment, and rounds that push what waits, pull what others wrote, and compare what both sides hold.
//!
//! The desk is never locked while the network is spoken to: a round takes it for a moment to read what to send, lets go,
//! and takes it again to keep the answer. Nothing counts as sent before the server's signed receipt is stored.
//!
//! - `link` is the seam: what carries a call to a server and its answer back. [`Client`] does it over HTTP.
//! - `asking` makes calls of messages and messages of answers, and finishes what a link cut off.
//! - `round` is the engine, `under_way` what it remembers between rounds; `parcels` chooses what to send, `taking` keeps what comes in, `standing` compares.
//! - `files` moves attached files after the entries; `pieces` chooses the next piece and keeps what came of it.
//! - [`stick`] carries a round in two files where there is no link.
//! - `series` goes on under a new series, `pace` says how much at once and how soon again, `chip` what a person sees.

pub(crate) mod asking;
pub(crate) mod backoff;
pub(crate) mod chip;
pub(crate) mod client;
pub(crate) mod enrolment;
pub(crate) mod fault;
pub(crate) mod files;
pub(crate) mod files_under_way;
pub(crate) mod link;
#[cfg(feature = "mutants")]
pub mod mutants;
pub(crate) mod pace;
pub(crate) mod parcels;
pub(crate) mod pieces;
pub(crate) mod review;
pub(crate) mod round;
pub(crate) mod series;
pub(crate) mod standing;
pub(crate) mod state;
pub mod stick;
pub(crate) mod taking;
pub(crate) mod under_way;

pub use crate::sync::backoff::Backoff;
pub(crate) use crate::sync::files_under_way::FilesUnderWay;
pub(crate) use crate::sync::state::State;
pub use chip::{SyncChip, SyncState};
pub use client::{Client, install_crypto};
pub use enrolment::Joining;
pub use fault::SyncFault;
pub use link::{Link, LinkFault};
pub use round::{Round, enrol, round};

use crate::context::Context;
use loket_journal::Receipt;
use rusqlite::Connection;

use crate::error::DeskError;
use crate::store::{entries, local, offers};

/// Up to where the last signed receipt vouches for this desk's series.
fn receipted(connection: &Connection) -> Result<u64, DeskError> {
    let receipt: Option<Receipt> = local::read_json(connection, local::RECEIPT)?;
    Ok(receipt.map_or(0, |receipt| receipt.seq))
}

/// Up to where the server has this desk's series, durably.
pub(crate) fn acknowledged(tables: &Connection, context: &Context<'_>, sync: &State) -> Result<u64, DeskError> {
    if mutant!(SentBeforeReceipt)
        && let Some((_, _, last)) = sync.sending_parcel.filter(|(origin, ..)| *origin == context.chain.origin)
    {
        return Ok(last);
    }
    receipted(tables)
}

/// Entries here that the server does not have yet.
pub(crate) fn waiting(tables: &Connection, context: &Context<'_>, sync: &State) -> Result<u64, DeskError> {
    let mut waiting = context.chain.length.saturating_sub(acknowledged(tables, context, sync)?);
    for (origin, length) in offers::behind(tables)? {
        waiting += entries::chain(tables, origin, None)?.length.saturating_sub(length);
    }
    Ok(waiting)
}
