//! A run of one origin's entries, as it travels.
//!
//! Layout: the four bytes `LKB1`, then zstd of the postcard encoding of [`Batch`]. Seq, origin, office and hashes of the
//! single entries are not sent: the receiver recomputes them, and the signed head at the end proves them all.

use loket_domain::ids::AccountId;
use loket_domain::office::OfficeCode;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::bytes::{Digest, PublicKey};
use crate::chain::{Chain, ForgedHead, SignedHead};
use crate::clock::Stamp;
use crate::entry::{Entry, EntryId, OriginId, Subject};

const MAGIC: &[u8; 4] = b"LKB1";
/// Largest encoded batch a receiver takes, in bytes.
pub const LARGEST_BATCH: usize = 4 << 20;
/// Largest batch once unpacked, in bytes: what is sent small and swells beyond this is not read.
const LARGEST_UNPACKED: usize = 32 << 20;

/// A run of entries of one origin, from the one after `after` to the one the head vouches for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Kemendagri code of the office.
    pub office: OfficeCode,
    /// Whose entries.
    pub origin: OriginId,
    /// How many entries of the series come before this batch.
    pub after: u64,
    /// Hash of the last header before this batch.
    pub previous: Digest,
    /// Vouches for the last entry of the batch and so for all of them.
    pub head: SignedHead,
    #[serde(deserialize_with = "not_too_many")]
    entries: Vec<Carried>,
}

/// Most entries of a batch that a receiver takes: what a desk writes in one act, many times over. Empty ones pack to nothing.
const MOST_ENTRIES: usize = 20_000;

/// Reads entries and gives up where there are more than a receiver takes, before they fill its memory.
fn not_too_many<'de, D: Deserializer<'de>>(reading: D) -> Result<Vec<Carried>, D::Error> {
    struct Few;
    impl<'de> Visitor<'de> for Few {
        type Value = Vec<Carried>;

        fn expecting(&self, text: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(text, "at most {MOST_ENTRIES} entries")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Self::Value, A::Error> {
            let mut entries = Vec::new();
            while let Some(entry) = all.next_element()? {
                if entries.len() == MOST_ENTRIES {
                    return Err(A::Error::invalid_length(MOST_ENTRIES + 1, &self));
                }
                entries.push(entry);
            }
            Ok(entries)
        }
    }
    reading.deserialize_seq(Few)
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Carried {
    id: EntryId,
    time: Stamp,
    actor: AccountId,
    subject: Subject,
    payload: Vec<u8>,
}

/// Why a batch is not taken. None of these texts repeats what the batch says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BatchFault {
    /// Not a batch, cut short, or larger than allowed.
    #[error("the batch cannot be read")]
    Unreadable,
    /// Larger than a receiver takes.
    #[error("the batch is larger than allowed")]
    TooLarge,
    /// Its entries are not the ones its head vouches for.
    #[error("the entries of the batch are not those its signed head names")]
    Tampered,
    /// The head was not signed by the origin.
    #[error("the head of the batch is not signed by its desk")]
    Forged,
}

impl From<ForgedHead> for BatchFault {
    fn from(_: ForgedHead) -> Self {
        Self::Forged
    }
}

/// What is wrong with bytes from outside is not told: it could repeat them, and nobody would do anything else for it.
fn unreadable<E>(_: E) -> BatchFault {
    BatchFault::Unreadable
}

impl Batch {
    /// Packs consecutive entries of one origin that follow `before`, ending at `head`.
    pub fn pack(office: &OfficeCode, before: &Chain, entries: impl IntoIterator<Item = Entry>, head: SignedHead) -> Self {
        let carried =
            |Entry { header: h, payload }| Carried { id: h.id, time: h.time, actor: h.actor, subject: h.subject, payload };
        Self {
            office: office.to_owned(),
            origin: before.origin,
            after: before.length,
            previous: before.head,
            head,
            entries: entries.into_iter().map(carried).collect(),
        }
    }

    /// The bytes that travel.
    ///
    /// # Errors
    /// [`BatchFault::TooLarge`] when no receiver would take them: send fewer entries.
    pub fn encode(&self) -> Result<Vec<u8>, BatchFault> {
        let plain = postcard::to_allocvec(self).map_err(unreadable)?;
        let packed = zstd::bulk::compress(&plain, 3).map_err(unreadable)?;
        let bytes = [MAGIC.as_slice(), &packed].concat();
        if bytes.len() > LARGEST_BATCH || plain.len() > LARGEST_UNPACKED || self.entries.len() > MOST_ENTRIES {
            Err(BatchFault::TooLarge)
        } else {
            Ok(bytes)
        }
    }

    /// Reads bytes that travelled. What comes out is not yet proven: see [`Batch::open`].
    ///
    /// # Errors
    /// [`BatchFault::TooLarge`] or [`BatchFault::Unreadable`].
    pub fn decode(bytes: &[u8]) -> Result<Self, BatchFault> {
        if bytes.len() > LARGEST_BATCH {
            return Err(BatchFault::TooLarge);
        }
        let packed = bytes.strip_prefix(MAGIC).ok_or(BatchFault::Unreadable)?;
        let size = zstd::zstd_safe::get_frame_content_size(packed).ok().flatten().ok_or(BatchFault::Unreadable)?;
        let size = usize::try_from(size).ok().filter(|size| *size <= LARGEST_UNPACKED).ok_or(BatchFault::TooLarge)?;
        let plain = zstd::bulk::decompress(packed, size).map_err(unreadable)?;
        let (batch, rest) = postcard::take_from_bytes(&plain).map_err(unreadable)?;
        if rest.is_empty() { Ok(batch) } else { Err(BatchFault::Unreadable) }
    }

    /// The entries, proven: recomputed from the first to the head that the holder of `key` signed.
    ///
    /// # Errors
    /// [`BatchFault::Tampered`] or [`BatchFault::Forged`].
    pub fn open(self, key: &PublicKey) -> Result<Vec<Entry>, BatchFault> {
        let mut chain = Chain { origin: self.origin, length: self.after, head: self.previous };
        self.after.checked_add(self.entries.len() as u64).ok_or(BatchFault::Tampered)?;
        let mut entries = Vec::with_capacity(self.entries.len());
        for Carried { id, time, actor, subject, payload } in self.entries {
            entries.push(chain.append(&self.office, id, time, actor, subject, payload));
        }
        if entries.is_empty() || (chain.length, chain.head) != (self.head.seq, self.head.hash) {
            return Err(BatchFault::Tampered);
        }
        self.head.verify(self.origin, key)?;
        Ok(entries)
    }

    /// Of each entry whether it is about the office itself, and how many bytes it says.
    pub fn lengths(&self) -> impl Iterator<Item = (bool, usize)> {
        self.entries.iter().map(|entry| (entry.subject == Subject::Office, entry.payload.len()))
    }

    /// The seq of its last entry, as the head says.
    pub fn last(&self) -> u64 {
        self.head.seq
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_batch_of_more_entries_than_anybody_writes_is_not_read_however_small_it_packs() {
        let (origin, key) = (OriginId(Uuid::from_u128(1)), crate::DeskKey::from_seed(&[7; 32]));
        let empty = |seq: u128| Carried {
            id: EntryId(Uuid::from_u128(seq)),
            time: Stamp(1),
            actor: AccountId(Uuid::from_u128(2)),
            subject: Subject::Office,
            payload: vec![],
        };
        let of = |count: usize| Batch {
            office: "12.18.02".into(),
            origin,
            after: 0,
            previous: Digest([0; 32]),
            head: key.sign(&Chain::empty(origin)),
            entries: (0..count as u128).map(empty).collect(),
        };
        // As whoever does not ask this program to pack would send it.
        let sent = |batch: &Batch| {
            let plain = postcard::to_allocvec(batch).unwrap();
            [MAGIC.as_slice(), &zstd::bulk::compress(&plain, 3).unwrap()].concat()
        };
        assert!(Batch::decode(&sent(&of(MOST_ENTRIES))).is_ok());
        let flood = of(MOST_ENTRIES + 1);
        assert!(sent(&flood).len() < LARGEST_BATCH / 4, "it packs to little");
        assert_eq!(Batch::decode(&sent(&flood)), Err(BatchFault::Unreadable));
        assert_eq!(flood.encode(), Err(BatchFault::TooLarge), "and no desk sends it");
    }
}
