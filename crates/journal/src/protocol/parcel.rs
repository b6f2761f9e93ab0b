//! What a push carries: a batch, a batch with its writer's key, or the rest of one that was cut off.

use crate::bytes::PublicKey;

const REST: &[u8; 4] = b"LKR1";
const VOUCHED: &[u8; 4] = b"LKV1";

/// The body of a push. Told apart by its first four bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parcel<'a> {
    /// An encoded [`crate::Batch`].
    Batch(&'a [u8]),
    /// `LKV1`, the 32 bytes of a key, and a batch of another writer of the office: whoever pushes it vouches for the key. Sent
    /// only to a server that does not know the writer any more.
    Vouched(PublicKey, &'a [u8]),
    /// `LKR1`, four bytes of length (little-endian), and what follows so many bytes of a parcel that was cut off.
    Rest(u32, &'a [u8]),
}

impl<'a> Parcel<'a> {
    /// Reads the body of a push. What is neither of the other two is taken for a batch.
    pub fn read(body: &'a [u8]) -> Self {
        let after = |magic: &[u8]| body.strip_prefix(magic);
        if let Some((length, rest)) = after(REST).and_then(<[u8]>::split_first_chunk) {
            return Self::Rest(u32::from_le_bytes(*length), rest);
        }
        match after(VOUCHED).and_then(<[u8]>::split_first_chunk) {
            Some((key, batch)) => Self::Vouched(PublicKey(*key), batch),
            None => Self::Batch(body),
        }
    }

    /// Whether these bytes carry a key beside their batch.
    pub fn is_vouched(body: &[u8]) -> bool {
        matches!(Parcel::read(body), Parcel::Vouched(..))
    }

    /// The bytes that travel.
    pub fn write(&self) -> Vec<u8> {
        match self {
            Self::Batch(batch) => batch.to_vec(),
            Self::Vouched(key, batch) => [VOUCHED.as_slice(), &key.0, batch].concat(),
            Self::Rest(length, rest) => [REST.as_slice(), &length.to_le_bytes(), rest].concat(),
        }
    }
}
