//! One origin's series: gap-free, chained, its head signed.

use ed25519_dalek::{SignatureError, Signer, SigningKey, VerifyingKey};
use loket_domain::ids::AccountId;
use loket_domain::office::OfficeCode;
use serde::{Deserialize, Serialize};

use crate::bytes::{Digest, PublicKey, Signature};
use crate::clock::Stamp;
use crate::entry::{Entry, EntryId, Header, OriginId, Subject, payload_hash};

/// The end of a series: what the next entry continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// Whose series.
    pub origin: OriginId,
    /// How many entries it has.
    pub length: u64,
    /// Hash of its last header; zeros while it is empty.
    pub head: Digest,
}

impl Chain {
    /// A series without entries.
    pub fn empty(origin: OriginId) -> Self {
        Self { origin, length: 0, head: Digest([0; 32]) }
    }

    /// Writes the next entry and moves on.
    pub fn append(
        &mut self,
        office: &OfficeCode,
        id: EntryId,
        time: Stamp,
        actor: AccountId,
        subject: Subject,
        payload: Vec<u8>,
    ) -> Entry {
        let header = Header {
            id,
            office: office.to_owned(),
            origin: self.origin,
            seq: self.length + 1,
            time,
            actor,
            subject,
            payload: payload_hash(&payload),
            previous: self.head,
        };
        self.head = header.hash();
        self.length += 1;
        Entry { header, payload }
    }

    /// Whether `entry` continues this series, whole; moves on when it does.
    pub fn accept(&mut self, entry: &Entry) -> bool {
        let header = &entry.header;
        let fits = header.origin == self.origin && header.seq == self.length + 1 && header.previous == self.head;
        let accepted = fits && entry.is_whole();
        if accepted {
            self.head = header.hash();
            self.length += 1;
        }
        accepted
    }
}

/// The key with which an origin vouches for its series.
pub struct DeskKey(SigningKey);

impl DeskKey {
    /// The key grown from 32 random bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// What others verify with.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Vouches for every entry of `chain` so far.
    pub fn sign(&self, chain: &Chain) -> SignedHead {
        let signature = self.sign_bytes(&signed_bytes(chain.origin, chain.length, chain.head));
        SignedHead { seq: chain.length, hash: chain.head, signature }
    }

    /// The X25519 secret that belongs to this key, as libsodium converts it.
    pub(crate) fn exchange_bytes(&self) -> zeroize::Zeroizing<[u8; 32]> {
        zeroize::Zeroizing::new(self.0.to_scalar_bytes())
    }

    pub(crate) fn sign_bytes(&self, bytes: &[u8]) -> Signature {
        Signature(self.0.sign(bytes).to_bytes())
    }
}

/// A head vouched for: every entry of the origin up to `seq` is as its writer wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedHead {
    /// The last entry vouched for.
    pub seq: u64,
    /// Hash of its header.
    pub hash: Digest,
    /// Ed25519 over context, origin, seq and hash.
    pub signature: Signature,
}

/// A head, receipt or succession that was not signed by whom it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature of a series does not hold")]
pub struct ForgedHead;

impl SignedHead {
    /// Checks that the holder of `key` signed this head of `origin`.
    ///
    /// # Errors
    /// [`ForgedHead`] when not.
    pub fn verify(&self, origin: OriginId, key: &PublicKey) -> Result<(), ForgedHead> {
        verify(key, &signed_bytes(origin, self.seq, self.hash), &self.signature)
    }
}

/// A signature that does not hold says no more than that, by design of the library too.
fn forged(_: SignatureError) -> ForgedHead {
    ForgedHead
}

/// Whether the holder of `key` signed these bytes. Strictly: a key of small order, with which one signature would do for
/// anything, signs nothing, and no signature has a second form.
pub(crate) fn verify(key: &PublicKey, bytes: &[u8], signature: &Signature) -> Result<(), ForgedHead> {
    let key = VerifyingKey::from_bytes(&key.0).map_err(forged)?;
    key.verify_strict(bytes, &ed25519_dalek::Signature::from_bytes(&signature.0)).map_err(forged)
}

impl PublicKey {
    /// Whether this is a key that somebody can hold: a point of the curve, and none of small order, for which anybody signs.
    pub fn is_sound(&self) -> bool {
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| !key.is_weak())
    }

    /// What two people compare over the telephone: `3F2A 91BC 0D44 77E1`.
    pub fn fingerprint(&self) -> String {
        let hash = blake3::derive_key("loket-ppid key fingerprint v1", &self.0);
        let groups: Vec<String> = hash[..8].chunks(2).map(|pair| format!("{:02X}{:02X}", pair[0], pair[1])).collect();
        groups.join(" ")
    }
}

fn signed_bytes(origin: OriginId, seq: u64, hash: Digest) -> Vec<u8> {
    let mut bytes = b"loket-ppid head v1".to_vec();
    bytes.extend_from_slice(origin.0.as_bytes());
    bytes.extend_from_slice(&seq.to_le_bytes());
    bytes.extend_from_slice(&hash.0);
    bytes
}
