//! How the bytes of attached files travel, after the entries that name them.

use serde::{Deserialize, Serialize};

use super::Upload;
use crate::bytes::{Digest, Parity, PublicKey, Signature};
use crate::chain::{DeskKey, ForgedHead, verify};
use crate::receipt::Epoch;

/// Largest piece of an object in one message, in bytes.
pub const LARGEST_PIECE: usize = 256 << 10;
/// Objects that one message may ask about.
pub const MOST_ASKED: usize = 1000;

/// A desk asks what the server has of some objects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectsAsked {
    /// Which, at most [`MOST_ASKED`].
    pub digests: Vec<Digest>,
}

/// What the server has of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectsHeld {
    /// For each that was asked about, in the same order.
    pub objects: Vec<Held>,
    /// A piece of this desk that was cut off on its way here.
    pub upload: Option<Upload>,
}

/// What the server has of one object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Held {
    /// No entry of the desk's office that is here names it.
    Unnamed,
    /// So many of its first bytes, durably, from this desk.
    Begun(u64),
    /// All of it.
    Whole(ObjectReceipt),
}

/// The server's signed word that it has an object whole and durably, in this epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectReceipt {
    /// Of which store.
    pub epoch: Epoch,
    /// Ed25519 over context, epoch and digest.
    pub signature: Signature,
}

impl ObjectReceipt {
    /// Checks that the holder of `key` said this about the object of `digest`.
    ///
    /// # Errors
    /// [`ForgedHead`] when not.
    pub fn verify(&self, digest: &Digest, key: &PublicKey) -> Result<(), ForgedHead> {
        verify(key, &signed_bytes(self.epoch, digest), &self.signature)
    }
}

impl DeskKey {
    /// Says that the object of `digest` is kept whole and durably in the store of `epoch`.
    pub fn object_receipt(&self, epoch: Epoch, digest: &Digest) -> ObjectReceipt {
        ObjectReceipt { epoch, signature: self.sign_bytes(&signed_bytes(epoch, digest)) }
    }
}

fn signed_bytes(epoch: Epoch, digest: &Digest) -> Vec<u8> {
    [b"loket-ppid object v1".as_slice(), epoch.0.as_bytes(), &digest.0].concat()
}

/// A piece of an object on its way to the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectPiece<'a> {
    /// Of which object.
    pub digest: Digest,
    /// How many bytes of the object come before it.
    pub offset: u64,
    /// The bytes; none asks the server to look again at an object of which it has every byte.
    pub bytes: &'a [u8],
}

const PIECE: &[u8; 4] = b"LKO1";
/// Bytes before those of the object: magic, digest, offset, hash.
pub(crate) const BEFORE_PIECE: usize = 4 + 32 + 8 + 16;
/// Largest message that carries a piece, or the rest of one.
pub const LARGEST_PIECE_MESSAGE: usize = LARGEST_PIECE + BEFORE_PIECE + 8;

/// A message that is no piece, or whose bytes are not those that were sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the piece is damaged")]
pub struct DamagedPiece;

impl<'a> ObjectPiece<'a> {
    /// The bytes that travel: `LKO1`, the digest (32 bytes), the offset (8 bytes, little-endian), [`Parity::of_message`] the bytes
    /// of the piece, and these.
    pub fn write(&self) -> Vec<u8> {
        let hash = Parity::of_message(self.bytes);
        [PIECE.as_slice(), &self.digest.0, &self.offset.to_le_bytes(), &hash.0, self.bytes].concat()
    }

    /// Reads a piece.
    ///
    /// # Errors
    /// [`DamagedPiece`] when it is none, is too large, or its hash is another.
    pub fn read(message: &'a [u8]) -> Result<Self, DamagedPiece> {
        let rest = message.strip_prefix(PIECE).ok_or(DamagedPiece)?;
        let (digest, rest) = rest.split_first_chunk().ok_or(DamagedPiece)?;
        let (offset, rest) = rest.split_first_chunk().ok_or(DamagedPiece)?;
        let (hash, bytes) = rest.split_first_chunk().ok_or(DamagedPiece)?;
        if bytes.len() > LARGEST_PIECE || Parity::of_message(bytes) != Parity(*hash) {
            return Err(DamagedPiece);
        }
        Ok(Self { digest: Digest(*digest), offset: u64::from_le_bytes(*offset), bytes })
    }
}

/// What became of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PieceAnswer {
    /// So many of the object's first bytes are here now, durably; the next piece begins there.
    Begun(u64),
    /// The object is whole, its hash is right, and it is durable.
    Whole(ObjectReceipt),
    /// Nothing stored: the beginning of this message is no longer here. Send it whole.
    Lost,
}

/// A desk asks for a part of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartAsked {
    /// Which object.
    pub digest: Digest,
    /// How many bytes of the object come before the part.
    pub offset: u64,
    /// How long the part is; the server sends less where the object ends, and never more than [`LARGEST_PIECE`].
    pub room: u32,
    /// How many bytes of the part are here already, from an answer that was cut off.
    pub skip: u32,
}

impl PartAsked {
    /// The bytes that travel back: [`Parity::of_message`] the part, then what of it follows the skipped bytes.
    pub fn answer(&self, part: &[u8]) -> Vec<u8> {
        let rest = part.get(self.skip as usize..).unwrap_or_default();
        [Parity::of_message(part).0.as_slice(), rest].concat()
    }

    /// Splits what arrived, whole or cut, into the hash of the part and what follows it. None when not even the hash is there.
    pub fn split(arrived: &[u8]) -> Option<(Parity, &[u8])> {
        arrived.split_first_chunk::<16>().map(|(hash, rest)| (Parity(*hash), rest))
    }
}
