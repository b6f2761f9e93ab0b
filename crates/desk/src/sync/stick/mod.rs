//! Sync on a USB stick, for a desk without a link: a file out to PPID Utama, an acknowledgment file back.
//!
//! A trip is a round in two files ([`loket_journal::bundle`]); `making` packs what a round would push and ask, `reading` keeps
//! what comes back with the code that keeps answers of the network. The two ways may be mixed in any order: entries are told
//! apart by their place, and `Heard` tells whether an acknowledgment is newer than all that was heard of the server.

pub(crate) mod fault;
pub(crate) mod keeping;
pub(crate) mod making;
pub(crate) mod reading;

pub use fault::StickFault;
pub use keeping::{fetch, save};
pub use making::{BundleFile, ROOM};
pub use reading::StickRound;

use loket_journal::bundle::{Acknowledgment, Mark};
use loket_journal::{Parity, Receipt};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::error::DeskError;
use crate::store::local;

/// What was heard of the server last. An acknowledgment lies between two such moments, and by its mark the desk knows which
/// the first was; whether it is newer than the second decides whether it is the server's present word.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Heard {
    /// Digest of every receipt that came over the network, one after the other.
    network: Parity,
    /// The acknowledgment read last since then, and when the server made it.
    read: Option<(Parity, u64)>,
}

impl Heard {
    fn of(connection: &Connection) -> Result<Self, DeskError> {
        let nothing = Self { network: Parity([0; 16]), read: None };
        Ok(local::read_json(connection, local::HEARD)?.unwrap_or(nothing))
    }

    fn mark(&self) -> Mark {
        Mark { heard: self.network, read: self.read.map_or(Parity([0; 16]), |(read, _)| read) }
    }

    /// Whether this acknowledgment is the server's latest word, as far as can be told: nothing was heard since its bundle was
    /// made, or only this acknowledgment or one that the server made before it.
    fn is_before(&self, acknowledgment: &Acknowledgment) -> bool {
        let mark = acknowledgment.mark;
        mark == self.mark() || (mark.heard == self.network && self.read.is_some_and(|(_, at)| at <= acknowledgment.at))
    }
}

/// The server was heard over the network: what it said before then on a stick is its present word no more.
pub(super) fn heard(connection: &Connection, receipt: &Receipt) -> Result<(), DeskError> {
    let receipt = postcard::to_allocvec(receipt).map_err(DeskError::slip("receipt"))?;
    let network = Parity::of_message(&[Heard::of(connection)?.network.0.as_slice(), &receipt].concat());
    Ok(local::write_json(connection, local::HEARD, &Heard { network, read: None })?)
}
