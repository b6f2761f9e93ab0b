//! Attached files at PPID Utama: which there are, and where their bytes are kept.
//!
//! - [`Holdings`] is the memory of which files entries name, which are here whole, and how far a desk has come with others. It
//!   is part of the database, so several server processes agree on it.
//! - [`ObjectPlace`] is where the bytes are: a folder, or a bucket of an S3-compatible store. Everything there is sealed with a key
//!   that grows from the server's seed, which is in the database alone: whoever has only the place reads nothing, not even names.
//! - [`ObjectVault`] seals and opens.
//!
//! A file is kept for each office that names it, though two may name the same: no office can fetch what it never had.

mod place;
mod vault;

pub use place::{ObjectPlace, PlaceFault, S3Access};
pub(crate) use vault::{ObjectFault, ObjectVault};

use async_trait::async_trait;
use loket_journal::{Digest, OriginId};

use crate::fault::StoreFault;

/// Bytes that the files of one office may fill: some ten thousand scans.
pub const ROOM_OF_OFFICE: u64 = 20 << 30;
/// Files that a desk may have begun to send at the same time; beginning another lets the oldest go.
pub const MOST_BEGUN: usize = 8;
/// How long a file that was begun waits for its next piece, in milliseconds: a fortnight.
pub const LONGEST_BEGUN: u64 = 14 * 24 * 60 * 60 * 1000;

/// A file that an entry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedObject {
    /// Hash of its bytes.
    pub digest: Digest,
    /// Its length in bytes; until it is here whole, as the first entry that named it says.
    pub size: u64,
    /// Since when it is here whole, in milliseconds since 1970.
    pub whole: Option<u64>,
}

/// A file that a desk has begun to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BegunObject {
    /// Which desk's series.
    pub origin: OriginId,
    /// Hash of its bytes.
    pub digest: Digest,
    /// So many of its first bytes are here.
    pub bytes: u64,
    /// When the last of them came, in milliseconds since 1970.
    pub at: u64,
}

/// The memory of attached files. Whatever a method wrote is durable when it answers. The names themselves come in with the
/// entries, in their transaction.
#[async_trait]
pub trait Holdings: Send + Sync {
    /// Every file that entries of this office name, in order.
    async fn named(&self, office: &str) -> Result<Vec<NamedObject>, StoreFault>;

    /// One of them.
    async fn named_object(&self, office: &str, digest: Digest) -> Result<Option<NamedObject>, StoreFault>;

    /// How long entries of this office say that a file is: more than one says it where somebody was mistaken, or lied.
    async fn sizes_named(&self, office: &str, digest: Digest) -> Result<Vec<u64>, StoreFault>;

    /// Bytes that the entries of this office fill, about.
    async fn entries_size(&self, office: &str) -> Result<u64, StoreFault>;

    /// Bytes of the files of this office that are here whole.
    async fn room_used(&self, office: &str) -> Result<u64, StoreFault>;

    /// What this desk has begun to send, the oldest first.
    async fn begun(&self, origin: OriginId) -> Result<Vec<BegunObject>, StoreFault>;

    /// What any desk has begun to send.
    async fn all_begun(&self) -> Result<Vec<BegunObject>, StoreFault>;

    /// Notes that `next.bytes` bytes are here where `from` were; false when that is no longer so.
    async fn move_on(&self, from: u64, next: BegunObject) -> Result<bool, StoreFault>;

    /// Notes since when a file is here whole and how long it is, or (none) that it was lost.
    async fn note_whole(&self, office: &str, digest: Digest, whole: Option<(u64, u64)>) -> Result<(), StoreFault>;

    /// Forgets what this desk had begun of a file.
    async fn forget_begun(&self, origin: OriginId, digest: Digest) -> Result<(), StoreFault>;
}
