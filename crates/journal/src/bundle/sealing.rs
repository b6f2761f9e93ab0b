//! A file sealed to one reader and signed by its writer.
//!
//! Layout: four letters, the reader's name (16 bytes), then RFC 9180 (HPKE) in base mode with DHKEM(X25519, HKDF-SHA256),
//! HKDF-SHA256 and ChaCha20-Poly1305: the encapsulated key (32 bytes) and the ciphertext, with the kind's context as `info`
//! and the first 20 bytes as associated data. The X25519 keys are the Ed25519 keys that both sides know since the enrolment,
//! converted as libsodium converts them. Within is the postcard encoding of [`Contents`].

use ed25519_dalek::VerifyingKey;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;

use super::content::{Content, KINDS};
use crate::bytes::{Digest, Signature};
use crate::chain::{DeskKey, verify};
use crate::entry::OriginId;
use crate::protocol::Writer;
use crate::stretched::Stretched;

type Suite = hpke::kem::X25519HkdfSha256;
type Kdf = hpke::kdf::HkdfSha256;
type Aead = hpke::aead::ChaCha20Poly1305;

/// Largest file a reader takes, in bytes.
pub const LARGEST_BUNDLE: usize = 64 << 20;
/// Letters and the reader's name.
const HEADER: usize = 20;
/// The encapsulated key.
const ENCAPSULATED: usize = 32;
/// Writers that sign one file at most: a desk's present series and those it went on from.
const SIGNERS: usize = 64;

/// Why a file is not used. None of these texts repeats what the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BundleFault {
    /// Not a file of this protocol.
    #[error("the file is not one of this protocol")]
    Strange,
    /// Of a later version of this protocol.
    #[error("the file was written by a newer version")]
    Newer,
    /// A bundle where an acknowledgment is read, or the other way round.
    #[error("the file goes the other way")]
    OtherWay,
    /// Larger than a reader takes.
    #[error("the file is larger than allowed")]
    TooLarge,
    /// Sealed to another reader.
    #[error("the file is for another reader")]
    OtherReader,
    /// Cut short, changed, or sealed to a key that is not the reader's any more.
    #[error("the file is damaged")]
    Damaged,
    /// Not signed by whom it names.
    #[error("the file is not signed by its writer")]
    Forged,
}

/// What is wrong with bytes from outside is not told: it could repeat them.
fn damaged<E>(_: E) -> BundleFault {
    BundleFault::Damaged
}

/// Whatever a key is not fit for, nobody can read with it.
fn other_reader<E>(_: E) -> BundleFault {
    BundleFault::OtherReader
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Contents {
    signatures: Vec<(OriginId, Signature)>,
    content: Vec<u8>,
}

/// A file that was opened. What it says is read once its writer is known.
pub struct Signed<T> {
    signatures: Vec<(OriginId, Signature)>,
    content: Vec<u8>,
    vouched: Vec<u8>,
    kind: PhantomData<T>,
}

impl<T: Content> Signed<T> {
    /// Opens a file that was sealed to `reader`, whose key is `key`.
    ///
    /// # Errors
    /// [`BundleFault`], all but [`BundleFault::Forged`].
    pub fn open(file: &[u8], reader: OriginId, key: &DeskKey) -> Result<Self, BundleFault> {
        let [header, encapsulated, sealed] = split::<T>(file)?;
        if header[4..] != *reader.0.as_bytes() {
            return Err(BundleFault::OtherReader);
        }
        let damaged = |_| BundleFault::Damaged;
        let key = <Suite as Kem>::PrivateKey::from_bytes(key.exchange_bytes().as_slice()).map_err(damaged)?;
        let encapsulated = <Suite as Kem>::EncappedKey::from_bytes(encapsulated).map_err(damaged)?;
        let info = T::CONTEXT.as_bytes();
        let plain = hpke::single_shot_open::<Aead, Kdf, Suite>(&OpModeR::Base, &key, &encapsulated, info, sealed, header)
            .map_err(damaged)?;
        let contents: Contents = whole(&plain)?;
        if contents.signatures.len() > SIGNERS {
            return Err(BundleFault::Damaged);
        }
        let vouched = vouched::<T>(header, &contents.content);
        Ok(Self { signatures: contents.signatures, content: contents.content, vouched, kind: PhantomData })
    }

    /// Who signed it, in the order they stand there.
    pub fn signers(&self) -> impl Iterator<Item = OriginId> {
        self.signatures.iter().map(|(origin, _)| *origin)
    }

    /// What it says, if `writer` is among those who signed it.
    ///
    /// # Errors
    /// [`BundleFault::Forged`] or [`BundleFault::Damaged`].
    pub fn by(self, writer: &Writer) -> Result<T, BundleFault> {
        let signed = |(origin, signature): &(OriginId, Signature)| {
            *origin == writer.origin && verify(&writer.key, &self.vouched, signature).is_ok()
        };
        if self.signatures.iter().any(signed) { decode(&self.content) } else { Err(BundleFault::Forged) }
    }
}

/// Seals `content` to `reader`, signed by each of `signers`; `dice` are 32 random bytes.
///
/// # Errors
/// [`BundleFault::TooLarge`] when no reader would take it, [`BundleFault::OtherReader`] when the reader's key is none.
pub(super) fn seal<T: Content>(
    content: &T,
    reader: &Writer,
    signers: &[(OriginId, &DeskKey)],
    dice: [u8; 32],
) -> Result<Vec<u8>, BundleFault> {
    let header = [T::MAGIC.as_slice(), reader.origin.0.as_bytes()].concat();
    let content = postcard::to_allocvec(content).map_err(damaged)?;
    let vouched = vouched::<T>(&header, &content);
    let signatures = signers.iter().map(|(origin, key)| (*origin, key.sign_bytes(&vouched))).collect();
    let plain = postcard::to_allocvec(&Contents { signatures, content }).map_err(damaged)?;
    if plain.len() > LARGEST_BUNDLE - HEADER - ENCAPSULATED - 16 {
        return Err(BundleFault::TooLarge);
    }
    let key = VerifyingKey::from_bytes(&reader.key.0).map_err(other_reader)?;
    let key = <Suite as Kem>::PublicKey::from_bytes(&key.to_montgomery().to_bytes()).map_err(other_reader)?;
    let mut dice = Stretched::from(dice);
    let info = T::CONTEXT.as_bytes();
    let (encapsulated, sealed) =
        hpke::single_shot_seal_with_rng::<Aead, Kdf, Suite>(&OpModeS::Base, &key, info, &plain, &header, &mut dice)
            .map_err(other_reader)?;
    Ok([header.as_slice(), &encapsulated.to_bytes(), &sealed].concat())
}

/// Header, encapsulated key and ciphertext.
fn split<T: Content>(file: &[u8]) -> Result<[&[u8]; 3], BundleFault> {
    if file.len() > LARGEST_BUNDLE {
        return Err(BundleFault::TooLarge);
    }
    let letters = file.first_chunk::<4>().ok_or(BundleFault::Strange)?;
    if letters != T::MAGIC {
        let later = |kind: &&[u8; 4]| kind[..3] == letters[..3] && letters[3].is_ascii_digit();
        return Err(match KINDS {
            kinds if kinds.contains(&letters) => BundleFault::OtherWay,
            kinds if kinds.iter().any(later) => BundleFault::Newer,
            _ => BundleFault::Strange,
        });
    }
    let (header, rest) = file.split_at_checked(HEADER).ok_or(BundleFault::Damaged)?;
    let (encapsulated, sealed) = rest.split_at_checked(ENCAPSULATED).ok_or(BundleFault::Damaged)?;
    Ok([header, encapsulated, sealed])
}

/// What a signature is over: kind, reader, and the hash of what is said.
fn vouched<T: Content>(header: &[u8], content: &[u8]) -> Vec<u8> {
    let hash = Digest(blake3::derive_key(T::CONTEXT, content));
    [T::CONTEXT.as_bytes(), header, &hash.0].concat()
}

/// Reads what stands in a file once it is opened; total on any bytes.
///
/// # Errors
/// [`BundleFault::Damaged`].
pub fn decode<T: Content>(content: &[u8]) -> Result<T, BundleFault> {
    whole(content)
}

fn whole<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BundleFault> {
    let (read, rest) = postcard::take_from_bytes(bytes).map_err(damaged)?;
    if rest.is_empty() { Ok(read) } else { Err(BundleFault::Damaged) }
}
