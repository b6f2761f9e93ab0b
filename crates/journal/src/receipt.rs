//! A server's word that it has a series, and how both sides tell that they hold the same.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::bytes::{Digest, Parity, PublicKey, Signature};
use crate::chain::{Chain, DeskKey, ForgedHead, verify};
use crate::entry::OriginId;

/// One setting-up of a server's store. A store that was set up anew has another, so that a receipt of the old one is not
/// taken for a receipt of the new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Epoch(pub Uuid);

/// The server's signed word that it has every entry of a series up to `seq`, durably, in this epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Of which store.
    pub epoch: Epoch,
    /// The last entry it has; 0 for none.
    pub seq: u64,
    /// Hash of that entry's header; zeros for none.
    pub hash: Digest,
    /// Ed25519 over context, epoch, origin, seq and hash.
    pub signature: Signature,
}

impl Receipt {
    /// Checks that the holder of `key` said this about the series of `origin`.
    ///
    /// # Errors
    /// [`ForgedHead`] when not.
    pub fn verify(&self, origin: OriginId, key: &PublicKey) -> Result<(), ForgedHead> {
        let end = Chain { origin, length: self.seq, head: self.hash };
        verify(key, &signed_bytes(self.epoch, &end), &self.signature)
    }
}

impl DeskKey {
    /// Says that everything of `chain` is kept durably in the store of `epoch`.
    pub fn receipt(&self, epoch: Epoch, chain: &Chain) -> Receipt {
        let signature = self.sign_bytes(&signed_bytes(epoch, chain));
        Receipt { epoch, seq: chain.length, hash: chain.head, signature }
    }
}

fn signed_bytes(epoch: Epoch, end: &Chain) -> Vec<u8> {
    let mut bytes = b"loket-ppid receipt v1".to_vec();
    bytes.extend_from_slice(epoch.0.as_bytes());
    bytes.extend_from_slice(end.origin.0.as_bytes());
    bytes.extend_from_slice(&end.length.to_le_bytes());
    bytes.extend_from_slice(&end.head.0);
    bytes
}

impl Parity {
    /// The digest of what one side has stored: the epoch, then every series that has an entry, in order of origin. Two sides
    /// with the same digest hold the same entries.
    pub fn of(epoch: Epoch, series: impl IntoIterator<Item = Chain>) -> Self {
        let mut series: Vec<Chain> = series.into_iter().filter(|chain| chain.length > 0).collect();
        series.sort_unstable_by_key(|chain| chain.origin);
        let mut hasher = blake3::Hasher::new_derive_key("loket-ppid parity v1");
        hasher.update(epoch.0.as_bytes());
        for Chain { origin, length, head } in series {
            hasher.update(origin.0.as_bytes());
            hasher.update(&length.to_le_bytes());
            hasher.update(&head.0);
        }
        Self::cut(&hasher.finalize())
    }

    /// The digest of a message, or of the beginning of one.
    pub fn of_message(bytes: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("loket-ppid message v1");
        hasher.update(bytes);
        Self::cut(&hasher.finalize())
    }

    fn cut(hash: &blake3::Hash) -> Self {
        let mut short = [0; 16];
        short.copy_from_slice(&hash.as_bytes()[..16]);
        Self(short)
    }
}
