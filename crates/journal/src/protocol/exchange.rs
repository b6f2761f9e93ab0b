//! What a desk and the server say to each other about their series.

use serde::{Deserialize, Serialize};

use crate::bytes::{Parity, PublicKey};
use crate::chain::Chain;
use crate::entry::OriginId;
use crate::receipt::Receipt;

/// What a desk has, in one digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// [`Parity::of`] the epoch of the desk's last receipt and everything it has stored of its office.
    pub parity: Parity,
}

/// What the server has of the desk's office, computed from what it has stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Over the desk's own series as the server has it now.
    pub receipt: Receipt,
    /// The end of every series of the office that has an entry.
    pub series: Vec<Chain>,
    /// A parcel of this desk that was cut off on its way here.
    pub upload: Option<Upload>,
}

/// How much of a parcel arrived before the link was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Bytes that are here.
    pub length: u32,
    /// [`Parity::of_message`] them.
    pub digest: Parity,
}

/// What became of a parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PushAnswer {
    /// Durably stored up to and including `receipt.seq`, which may be further than this batch reaches.
    Taken {
        /// Signed with the server's key over the *batch's* series: proof that the server has it.
        receipt: Receipt,
        /// [`Parity::of`] what the server has of the office now.
        parity: Parity,
        /// Entries of this batch that are kept, but wait for a person.
        doubts: Vec<Doubt>,
    },
    /// Nothing stored: entries before this batch are missing.
    Gap {
        /// The seq the server expects next.
        expected: u64,
    },
    /// Nothing stored: the beginning of the parcel is no longer here. Send it whole.
    Lost,
}

/// An entry that the server keeps and cannot use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Its place in the series.
    pub seq: u64,
    /// Why.
    pub kind: DoubtKind,
}

/// Why the server cannot use an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DoubtKind {
    /// Its payload is not one, or its change is damaged.
    Unreadable,
    /// It is about something, or says something, that this server is too old to know.
    Newer,
    /// It does not fit the state it arrived in.
    Misfit,
}

/// What a desk has already, so that only the rest is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PullRequest {
    /// For each series known to the desk: how many entries of it are here. Its own series is sent only when it stands here.
    pub have: Vec<(OriginId, u64)>,
    /// About how many bytes of entries the answer may carry, before they are packed; the server may send less.
    pub room: u32,
    /// An answer to this very question that was cut off.
    pub resume: Option<Resume>,
}

/// How much of an answer arrived before the link was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resume {
    /// Which answer: the digest it began with.
    pub digest: Parity,
    /// Bytes after the digest that are here.
    pub offset: u32,
}

/// What others wrote about the desk's office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PullAnswer {
    /// The writers of the batches, vouched for by the server.
    pub writers: Vec<Writer>,
    /// Encoded [`crate::Batch`]es, each continuing what the desk has.
    pub batches: Vec<Vec<u8>>,
    /// Whether the server has more than fits in one answer.
    pub more: bool,
    /// [`Parity::of`] what the server has of the office now.
    pub parity: Parity,
}

impl PullAnswer {
    /// The bytes that travel: the digest of the answer's postcard encoding, then that encoding, or only its rest where
    /// `resume` names the same digest.
    ///
    /// # Errors
    /// When the answer cannot be encoded.
    pub fn seal(&self, resume: Option<Resume>) -> Result<Vec<u8>, postcard::Error> {
        let whole = postcard::to_allocvec(self)?;
        let digest = Parity::of_message(&whole);
        let rest = resume.filter(|resume| resume.digest == digest).and_then(|resume| whole.get(resume.offset as usize..));
        Ok([digest.0.as_slice(), rest.unwrap_or(&whole)].concat())
    }

    /// Splits what arrived, whole or cut, into the digest and what follows it. `None` when not even the digest is there.
    pub fn split(arrived: &[u8]) -> Option<(Parity, &[u8])> {
        arrived.split_first_chunk::<16>().map(|(digest, rest)| (Parity(*digest), rest))
    }

    /// Reads an answer put together again.
    ///
    /// # Errors
    /// When its bytes are not those of `digest`, or not an answer.
    pub fn open(digest: Parity, whole: &[u8]) -> Result<Self, postcard::Error> {
        if Parity::of_message(whole) != digest {
            return Err(postcard::Error::DeserializeBadCrc);
        }
        postcard::from_bytes(whole)
    }
}

/// A writer of entries and the key that signs its series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writer {
    /// The series.
    pub origin: OriginId,
    /// Its key.
    pub key: PublicKey,
}
