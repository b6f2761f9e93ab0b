//! A round of sync in two files: what a desk would say over a network, carried to the server on a USB stick, and what the
//! server answers, carried back. docs/protocol.md tells how they are used.
//!
//! Both are sealed ([`sealing`]): whoever finds the stick learns which server or which series it is for, and about how much is
//! in it. What they hold are the messages of [`crate::protocol`]; nothing is said in a file that is not said in a call.

mod content;
mod sealing;

use loket_domain::office::OfficeCode;
use serde::{Deserialize, Serialize};

use crate::bytes::Parity;
use crate::chain::{Chain, DeskKey};
use crate::entry::OriginId;
use crate::protocol::{PullAnswer, PushAnswer, RefusalKind, Standing, Succession, Writer};

pub use content::Content;
pub use sealing::{BundleFault, LARGEST_BUNDLE, Signed, decode};

/// What a desk had heard of the server when it made a bundle. It comes back in the acknowledgment, so that the desk can tell
/// whether that is newer than all it knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Changes each time the server is heard over a network.
    pub heard: Parity,
    /// The acknowledgment that was read last since then; zeros for none.
    pub read: Parity,
}

/// A run of one series on its way, as a push carries it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Of which series, after which entry, up to which.
    pub run: PartOf,
    /// A [`crate::protocol::Parcel`], never the rest of one.
    pub parcel: Vec<u8>,
}

/// Which entries of a series, by the desk's own word; the server tells back what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOf {
    /// The series.
    pub origin: OriginId,
    /// The entries after this one.
    pub after: u64,
    /// Up to and including this one.
    pub last: u64,
}

/// What a desk carries to the server. Signed by every series the desk goes on from and by its present one, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// Kemendagri code of the office.
    pub office: OfficeCode,
    /// The end of the desk's own series here.
    pub end: Chain,
    /// How the desk went on, from the first of its signers to the last: one less than there are signers.
    pub successions: Vec<Succession>,
    /// What the server lacks, as far as the desk knows; each series in order.
    pub parts: Vec<Part>,
    /// What is here of each series. The own one counts as far as the last receipt: the server sends of it only what differs
    /// from `end`, or goes beyond it.
    pub have: Vec<(OriginId, u64)>,
    /// Comes back unchanged.
    pub mark: Mark,
}

/// What became of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartAnswer {
    /// What a push would have been answered.
    Answered(PushAnswer),
    /// Nothing of it was kept.
    Refused(RefusalKind),
}

/// What the server gives back for a bundle. Signed by the server, sealed to the desk's present series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgment {
    /// Kemendagri code of the office.
    pub office: OfficeCode,
    /// As the bundle had it.
    pub mark: Mark,
    /// When, by the server's clock, in milliseconds since 1970.
    pub at: u64,
    /// What became of each part.
    pub parts: Vec<(PartOf, PartAnswer)>,
    /// What the server holds of the office after taking them, with its receipt over the desk's own series.
    pub standing: Standing,
    /// What the desk lacks, each answer continuing the one before.
    pub pulled: Vec<PullAnswer>,
}

impl Content for Bundle {
    const MAGIC: &'static [u8; 4] = content::BUNDLE;
    const CONTEXT: &'static str = "loket-ppid bundle v1";
}

impl Content for Acknowledgment {
    const MAGIC: &'static [u8; 4] = content::ACKNOWLEDGMENT;
    const CONTEXT: &'static str = "loket-ppid acknowledgment v1";
}

impl Bundle {
    /// The file for `server`; `signers` oldest first, `dice` 32 random bytes.
    ///
    /// # Errors
    /// [`BundleFault::TooLarge`], or [`BundleFault::OtherReader`] when the server's key is none.
    pub fn seal(&self, server: &Writer, signers: &[(OriginId, &DeskKey)], dice: [u8; 32]) -> Result<Vec<u8>, BundleFault> {
        sealing::seal(self, server, signers, dice)
    }
}

impl Acknowledgment {
    /// The file for `desk`, signed by `server`; `dice` 32 random bytes.
    ///
    /// # Errors
    /// [`BundleFault::TooLarge`], or [`BundleFault::OtherReader`] when the desk's key is none.
    pub fn seal(&self, desk: &Writer, server: (OriginId, &DeskKey), dice: [u8; 32]) -> Result<Vec<u8>, BundleFault> {
        sealing::seal(self, desk, &[server], dice)
    }

    /// What the server held of the office when it had answered everything.
    pub fn parity(&self) -> Parity {
        let standing = || Parity::of(self.standing.receipt.epoch, self.standing.series.iter().copied());
        self.pulled.last().map_or_else(standing, |answer| answer.parity)
    }

    /// Whether the server has more for the desk than this file could carry.
    pub fn more(&self) -> bool {
        self.pulled.last().is_some_and(|answer| answer.more)
    }
}
