//! Packs: what PPID Utama publishes for every office to apply.
//!
//! A published pack is kept first ([`Packs`]) and then written into the server's own series of each office when a desk of it
//! compares and both sides hold the same (`sync/deliver.rs`): no office is written for while its entries may be on their way
//! back to a restored server, publishing costs the same for one office and for four hundred, and whoever enrols later gets
//! what holds. The stories every implementation must pass are in `tests/utama/packs.rs`.

pub(crate) mod lines;

use async_trait::async_trait;
use loket_domain::pack::{PackLine, SignedPack};

use crate::fault::StoreFault;

/// A pack as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedPack {
    /// The pack.
    pub signed: SignedPack,
    /// When, in milliseconds since 1970.
    pub published: u64,
    /// Login of who; empty when this store learned it back from an office.
    pub login: String,
}

impl PublishedPack {
    /// The line it belongs to.
    pub fn line(&self) -> PackLine {
        self.signed.pack().line()
    }

    /// Its version.
    pub fn version(&self) -> u32 {
        self.signed.pack().version
    }
}

/// The memory of packs, beside [`crate::Store`]. Whatever a method wrote is durable when it answers.
#[async_trait]
pub trait Packs: Send + Sync {
    /// Keeps a pack; says whether this version of its line was not there before, and so is there now as given.
    async fn keep_pack(&self, pack: PublishedPack) -> Result<bool, StoreFault>;

    /// Every pack, in order of line and version.
    async fn packs(&self) -> Result<Vec<PublishedPack>, StoreFault>;

    /// The latest pack of each line that is not known to stand in the server's own series of an office.
    async fn undelivered(&self, office: &str) -> Result<Vec<PublishedPack>, StoreFault>;

    /// Whether an entry of an office is about this pack.
    async fn holds_pack(&self, office: &str, signed: &SignedPack) -> Result<bool, StoreFault>;

    /// Notes that a version of a line stands in the server's own series of an office.
    async fn note_delivered(&self, office: &str, line: PackLine, version: u32) -> Result<(), StoreFault>;

    /// The offices in whose series a version of a line stands, in order of code.
    async fn delivered(&self, line: PackLine, version: u32) -> Result<Vec<String>, StoreFault>;
}

/// A pack as its columns have it.
pub(crate) fn stored(text: String, signature: String, published: u64, login: String) -> Result<PublishedPack, StoreFault> {
    let signed = SignedPack::new(text, signature).map_err(StoreFault::damaged("paket"))?;
    Ok(PublishedPack { signed, published, login })
}
