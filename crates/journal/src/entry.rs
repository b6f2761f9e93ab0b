//! One entry: who wrote what about which subject, and when.

use loket_domain::ids::{AccountId, RequestId};
use loket_domain::office::OfficeCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::bytes::Digest;
use crate::clock::Stamp;

/// Identity of an entry: a UUIDv7 made by its writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(pub Uuid);

/// A writer of entries: one installation of a desk, or PPID Utama.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OriginId(pub Uuid);

/// What an entry is about. Entries of one subject are folded together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// The office itself.
    Office,
    /// One request.
    Request(RequestId),
    /// Something a newer version knows: kind and identity are carried as they are.
    Other(u16, Uuid),
}

/// What an entry is about besides offices and requests. On the wire it is a [`Subject::Other`] with this number, so that a
/// version that does not know it carries it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum Matter {
    /// An objection and its dispute.
    Objection = 1,
    /// A consequence test and its classification.
    Classification = 2,
    /// An item of the catalogue of public information.
    DipItem = 3,
    /// An answer to the satisfaction survey.
    Survey = 4,
    /// A frozen yearly report.
    Report = 5,
    /// A question between the office and PPID Utama.
    Question = 6,
    /// A pack of PPID Utama.
    Pack = 8,
    /// A request that was copied from the book of before.
    OldRequest = 9,
}

impl Matter {
    /// Every matter this version knows.
    pub const ALL: [Self; 8] = [
        Self::Objection,
        Self::Classification,
        Self::DipItem,
        Self::Survey,
        Self::Report,
        Self::Question,
        Self::Pack,
        Self::OldRequest,
    ];
}

impl Subject {
    /// The subject that stands for this matter.
    pub fn matter(matter: Matter, id: Uuid) -> Self {
        Self::Other(matter as u16, id)
    }

    /// The matter this subject stands for, if this version knows it.
    pub fn as_matter(self) -> Option<(Matter, Uuid)> {
        let Self::Other(kind, id) = self else { return None };
        Matter::ALL.into_iter().find(|matter| *matter as u16 == kind).map(|matter| (matter, id))
    }
}

/// Everything about an entry but its content. Its postcard encoding is what is hashed: it may never change, so a new
/// layout needs a new version of the hashing context in [`Header::hash`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Identity.
    pub id: EntryId,
    /// Kemendagri code of the office the entry belongs to.
    pub office: OfficeCode,
    /// Who wrote it.
    pub origin: OriginId,
    /// Its place in the origin's series: 1, 2, 3 … without a gap.
    pub seq: u64,
    /// When, by the writer's hybrid clock.
    pub time: Stamp,
    /// The account that acted.
    pub actor: AccountId,
    /// What it is about.
    pub subject: Subject,
    /// Hash of the payload's bytes.
    pub payload: Digest,
    /// Hash of the header before, or zeros for the first.
    pub previous: Digest,
}

/// The order in which entries of any origin are folded.
pub type FoldOrder = (Stamp, OriginId, u64);

impl Header {
    /// The hash that the next header names.
    pub fn hash(&self) -> Digest {
        let mut hasher = blake3::Hasher::new_derive_key("loket-ppid journal header v1");
        // Encoding plain fields into memory cannot fail; were it to, the empty input would fail every check, not pass one.
        hasher.update(&postcard::to_allocvec(self).unwrap_or_default());
        Digest(*hasher.finalize().as_bytes())
    }

    /// Its place in the fold.
    pub fn order(&self) -> FoldOrder {
        (self.time, self.origin, self.seq)
    }
}

/// A header and the bytes it vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The header.
    pub header: Header,
    /// The payload exactly as its writer encoded it; read with [`crate::Payload::read`].
    pub payload: Vec<u8>,
}

/// Hash of a payload's bytes.
pub(crate) fn payload_hash(payload: &[u8]) -> Digest {
    let mut hasher = blake3::Hasher::new_derive_key("loket-ppid journal payload v1");
    hasher.update(payload);
    Digest(*hasher.finalize().as_bytes())
}

impl Entry {
    /// Whether the payload is the one the header names.
    pub fn is_whole(&self) -> bool {
        payload_hash(&self.payload) == self.header.payload
    }
}
