//! The journal of an open desk, and the one door through which everything is written.
//!
//! `transaction` is the door, `numbers` the next number of a series, `holding` the reason why nothing is written for now, `clock_watch`
//! whether the date can be true, `slots` who can open the file, `renewing` its new key, `uses` what is done
//! with what it holds.

pub(crate) mod clock_watch;
pub(crate) mod holding;
pub(crate) mod numbers;
pub(crate) mod renewing;
pub(crate) mod slots;
pub(crate) mod transaction;
pub(crate) mod uses;

use crate::context::Context;
use crate::kernel::folder::Folder;
use crate::kernel::hold::Hold;
use crate::kernel::random::Dice;
use loket_domain::calendar::Calendar;
use loket_domain::numbering::DeskCode;
use loket_domain::office::{Account, Office};
use loket_journal::{Chain, DeskKey, HybridClock, Stamp};
use rusqlite::Connection;

/// The journal of an open desk: its file, its own series, and the office as it stands after the last entry. Whoever writes
/// goes through [`Journal::commit`].
pub(crate) struct Journal {
    pub(crate) connection: Connection,
    pub(crate) clock: HybridClock,
    /// The latest stamp of another writer; it moves our clock only as far as [`HybridClock::witness`] allows.
    pub(crate) seen: Stamp,
    pub(crate) chain: Chain,
    pub(crate) key: DeskKey,
    pub(crate) office: Office,
    pub(crate) desk_code: DeskCode,
    pub(crate) account: Account,
    /// The calendar that came with the app.
    pub(crate) shipped: Calendar,
    /// That calendar with the packs in force and the office's own days.
    pub(crate) calendar: Calendar,
    pub(crate) folder: Folder,
    pub(crate) dice: Dice,
    /// Why nothing is written for now.
    pub(crate) hold: Option<Hold>,
    /// Whether the computer's date does not fit what was written last.
    pub(crate) clock_is_doubtful: bool,
}

impl Journal {
    /// The tables, to read from.
    pub(crate) fn tables(&self) -> &Connection {
        &self.connection
    }

    /// Who asks, of which office.
    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            office: &self.office,
            calendar: &self.calendar,
            shipped: &self.shipped,
            account: &self.account,
            desk_code: &self.desk_code,
            chain: self.chain,
            hold: self.held(),
        }
    }
}
