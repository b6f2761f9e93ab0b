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

mod asking;
mod chip;
mod client;
mod enrolment;
mod fault;
mod files;
mod link;
#[cfg(feature = "mutants")]
pub mod mutants;
mod pace;
mod parcels;
mod pieces;
mod round;
mod series;
mod standing;
pub mod stick;
mod taking;
mod under_way;

pub(crate) use chip::Status;
pub use chip::{SyncChip, SyncState};
pub use client::{Client, install_crypto};
pub(crate) use enrolment::Enrolment;
pub use fault::SyncFault;
pub use link::{Link, LinkFault};
pub use pace::Backoff;
pub(crate) use pieces::FilesUnderWay;
pub use round::{Round, enrol, round};

use loket_journal::Receipt;
use rusqlite::Connection;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::store::{entries, local, offers};

/// Up to where the server has this desk's series, durably.
fn acknowledged(connection: &Connection) -> Result<u64, DeskError> {
    let receipt: Option<Receipt> = local::read_json(connection, local::RECEIPT)?;
    Ok(receipt.map_or(0, |receipt| receipt.seq))
}

impl Desk {
    /// Up to where the server has this desk's series, durably.
    pub(crate) fn acknowledged(&self) -> Result<u64, DeskError> {
        if mutant!(SentBeforeReceipt)
            && let Some((_, _, last)) = self.status.sending_parcel.filter(|(origin, ..)| *origin == self.chain.origin)
        {
            return Ok(last);
        }
        acknowledged(&self.connection)
    }

    /// Entries here that the server does not have yet.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn waiting(&self) -> Result<u64, DeskError> {
        let mut waiting = self.chain.length.saturating_sub(self.acknowledged()?);
        for (origin, length) in offers::behind(&self.connection)? {
            waiting += entries::chain(&self.connection, origin, None)?.length.saturating_sub(length);
        }
        Ok(waiting)
    }
}
