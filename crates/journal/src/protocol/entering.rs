//! How a desk is let in, and how it goes on under a new series.

use loket_domain::numbering::DeskCode;
use loket_domain::office::OfficeCode;
use serde::{Deserialize, Serialize};

use crate::bytes::{PublicKey, Signature};
use crate::chain::{DeskKey, ForgedHead, verify};
use crate::entry::OriginId;
use crate::receipt::Epoch;

/// A desk introduces itself with the one-time code it was given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolRequest {
    /// The one-time code, as typed.
    pub code: String,
    /// Kemendagri code of the office.
    pub office: OfficeCode,
    /// The desk's code within the office.
    pub desk: DeskCode,
    /// The desk's series.
    pub origin: OriginId,
    /// The key that signs it.
    pub key: PublicKey,
}

/// The desk is known from now on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnrolAnswer {
    /// Names the server.
    pub server: OriginId,
    /// The key with which the server signs what it has taken, and what it writes itself.
    pub server_key: PublicKey,
    /// Which setting-up of its store this is.
    pub epoch: Epoch,
    /// Secret that the desk shows with every other call.
    pub token: String,
    /// Whether the server has entries of this office that another series wrote: a fresh desk must fetch them before it gives
    /// numbers, for it may replace a PC that gave some.
    pub others: bool,
}

/// A desk goes on under a new series and key: its key is changed, or its old series was continued elsewhere. Asked with the
/// old token, and again with the new one when the answer was lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    /// The new series.
    pub origin: OriginId,
    /// The key that signs it.
    pub key: PublicKey,
    /// The secret the desk will show from now on: at least 64 characters.
    pub token: String,
    /// Ed25519 by the old key over context, old origin, new origin and new key.
    pub signature: Signature,
}

impl Succession {
    /// The word of `old`, the key of `from`, that the holder of `key` goes on as `origin`.
    pub fn new(old: &DeskKey, from: OriginId, origin: OriginId, key: PublicKey, token: String) -> Self {
        Self { origin, key, token, signature: old.sign_bytes(&signed_bytes(from, origin, &key)) }
    }

    /// Checks that the holder of `key`, who writes `from`, said so.
    ///
    /// # Errors
    /// [`ForgedHead`] when not.
    pub fn verify(&self, from: OriginId, key: &PublicKey) -> Result<(), ForgedHead> {
        verify(key, &signed_bytes(from, self.origin, &self.key), &self.signature)
    }
}

fn signed_bytes(from: OriginId, origin: OriginId, key: &PublicKey) -> Vec<u8> {
    let mut bytes = b"loket-ppid succession v1".to_vec();
    bytes.extend_from_slice(from.0.as_bytes());
    bytes.extend_from_slice(origin.0.as_bytes());
    bytes.extend_from_slice(&key.0);
    bytes
}
