//! Packs as they travel: signed by PPID Utama, in an entry of its series or as a file.
//!
//! A file is the four bytes `LKP1`, the signature (64 bytes), then one zstd frame (with its content size) of the pack's
//! text. Whichever way it came, it is the same pack when its text is the same.

use loket_domain::pack::{LARGEST_PACK, Pack, PackFault, SignedPack};
use uuid::Builder;

use crate::bytes::{Digest, HexFault, PublicKey, Signature};
use crate::chain::{DeskKey, ForgedHead, verify};
use crate::entry::{Matter, Subject};

const MAGIC: &[u8; 3] = b"LKP";
const FORMAT: u8 = b'1';
const SIGNATURE: usize = 64;
/// Largest file of a pack, in bytes.
pub const LARGEST_PACK_FILE: usize = 256 << 10;

/// What is no signature was signed by nobody.
fn no_signature(_: HexFault) -> ForgedHead {
    ForgedHead
}

/// What is wrong with a file from outside is not told: whoever brought it gets it anew.
fn unreadable<E>(_: E) -> PackFault {
    PackFault::Unreadable
}

impl DeskKey {
    /// Signs a pack.
    ///
    /// # Errors
    /// [`PackFault`] when no reader would take it.
    pub fn sign_pack(&self, pack: &Pack) -> Result<SignedPack, PackFault> {
        let text = pack.text()?;
        let signature = self.sign_bytes(&signed_bytes(pack_digest(&text))).to_string();
        SignedPack::new(text, signature)
    }
}

/// Checks that the holder of `key` signed this pack.
///
/// # Errors
/// [`ForgedHead`] when not.
pub fn verify_pack(signed: &SignedPack, key: &PublicKey) -> Result<(), ForgedHead> {
    let signature: Signature = signed.signature().parse().map_err(no_signature)?;
    verify(key, &signed_bytes(pack_digest(signed.text())), &signature)
}

/// What entries about this pack are about: the same whoever writes them.
pub fn pack_subject(signed: &SignedPack) -> Subject {
    let mut id = [0; 16];
    id.copy_from_slice(&pack_digest(signed.text()).0[..16]);
    Subject::matter(Matter::Pack, Builder::from_custom_bytes(id).into_uuid())
}

/// The file of a pack.
///
/// # Errors
/// [`PackFault::TooLarge`] when no reader would take it.
pub fn encode_pack(signed: &SignedPack) -> Result<Vec<u8>, PackFault> {
    let signature: Signature = signed.signature().parse().map_err(unreadable)?;
    let packed = zstd::bulk::compress(signed.text().as_bytes(), 19).map_err(unreadable)?;
    let bytes = [MAGIC.as_slice(), &[FORMAT], &signature.0, &packed].concat();
    if bytes.len() > LARGEST_PACK_FILE { Err(PackFault::TooLarge) } else { Ok(bytes) }
}

/// Reads the file of a pack. Whose it is, is not yet proven: see [`verify_pack`].
///
/// # Errors
/// [`PackFault`] says why it cannot be used; of any bytes whatever.
pub fn decode_pack(bytes: &[u8]) -> Result<SignedPack, PackFault> {
    if bytes.len() > LARGEST_PACK_FILE {
        return Err(PackFault::TooLarge);
    }
    let (format, rest) = bytes.strip_prefix(MAGIC).and_then(<[u8]>::split_first).ok_or(PackFault::Unreadable)?;
    match *format {
        FORMAT => {}
        later if later > FORMAT && later.is_ascii_alphanumeric() => return Err(PackFault::Newer),
        _ => return Err(PackFault::Unreadable),
    }
    let (signature, packed) = rest.split_first_chunk::<SIGNATURE>().ok_or(PackFault::Unreadable)?;
    let size = zstd::zstd_safe::get_frame_content_size(packed).ok().flatten().ok_or(PackFault::Unreadable)?;
    let size = usize::try_from(size).ok().filter(|size| *size <= LARGEST_PACK).ok_or(PackFault::TooLarge)?;
    let plain = zstd::bulk::decompress(packed, size).map_err(unreadable)?;
    let text = String::from_utf8(plain).map_err(unreadable)?;
    SignedPack::new(text, Signature(*signature).to_string())
}

fn pack_digest(text: &str) -> Digest {
    let mut hasher = blake3::Hasher::new_derive_key("loket-ppid pack v1");
    hasher.update(text.as_bytes());
    Digest(*hasher.finalize().as_bytes())
}

fn signed_bytes(digest: Digest) -> Vec<u8> {
    [b"loket-ppid pack v1".as_slice(), &digest.0].concat()
}
