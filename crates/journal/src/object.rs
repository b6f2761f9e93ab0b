//! Files beside the entries: named by the hash of their bytes, cut into chunks, sealed wherever they rest.
//!
//! A sealed object is a header ([`HEADER`] bytes: the four bytes `LKS1` and a random nonce) and chunks of [`CHUNK`] bytes, the last
//! perhaps shorter, each with its tag: STREAM over XChaCha20-Poly1305. So any part is read without the rest, and a chunk
//! that was changed, moved, left out or taken from another object does not open.

use aead_stream::{NewStream, StreamBE32, StreamPrimitive};
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::Payload;
use std::ops::Range;

use crate::bytes::Digest;

/// Bytes of a chunk before it is sealed.
pub const CHUNK: u64 = 64 << 10;
/// Bytes before the first chunk.
pub const HEADER: u64 = MAGIC.len() as u64 + NONCE as u64;
/// Bytes of randomness that sealing takes.
pub const NONCE: usize = 19;
const MAGIC: &[u8; 4] = b"LKS1";
const TAG: u64 = 16;

/// A sealed object that is not what was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the object is damaged or sealed with another key")]
pub struct BrokenSeal;

/// Why a seal does not open is told to nobody: it would only help whoever tries keys or changes bytes.
fn broken<E>(_: E) -> BrokenSeal {
    BrokenSeal
}

impl Digest {
    /// The name of an object: plain BLAKE3, as any tool computes it.
    pub fn of_object(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

/// Where the chunks of an object of some length lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    size: u64,
}

impl Layout {
    /// An object of `size` bytes; an empty one has one empty chunk.
    pub fn of(size: u64) -> Self {
        Self { size }
    }

    /// The object that was sealed into so many bytes; none when none is.
    pub fn of_sealed(sealed: u64) -> Option<Self> {
        let chunks = sealed.checked_sub(HEADER)?.div_ceil(CHUNK + TAG);
        let layout = Self::of(sealed.checked_sub(HEADER + chunks * TAG)?);
        (layout.sealed() == sealed).then_some(layout)
    }

    /// Its length in bytes.
    pub fn size(self) -> u64 {
        self.size
    }

    /// Which chunk is the last.
    pub fn last(self) -> u64 {
        self.size.saturating_sub(1) / CHUNK
    }

    /// Length of the sealed object.
    pub fn sealed(self) -> u64 {
        HEADER + self.size + (self.last() + 1) * TAG
    }

    /// Bytes of a chunk before it is sealed.
    pub fn plain(self, chunk: u64) -> u64 {
        (self.size - (chunk * CHUNK).min(self.size)).min(CHUNK)
    }

    /// Where a chunk lies in the sealed object.
    pub fn range(self, chunk: u64) -> Range<u64> {
        let start = HEADER + chunk * (CHUNK + TAG);
        start..start + self.plain(chunk) + TAG
    }

    /// The chunks that hold these bytes of the plain object.
    pub fn holding(self, plain: &Range<u64>) -> Range<u64> {
        plain.start / CHUNK..plain.end.min(self.size).div_ceil(CHUNK)
    }
}

/// The key under which one party keeps its objects.
#[derive(Clone)]
pub struct ObjectKey {
    sealing: [u8; 32],
    naming: [u8; 32],
}

impl ObjectKey {
    /// The key that grows from this secret.
    pub fn from_secret(secret: &[u8; 32]) -> Self {
        Self {
            sealing: blake3::derive_key("loket-ppid object seal v1", secret),
            naming: blake3::derive_key("loket-ppid object name v1", secret),
        }
    }

    /// The name under which something is kept: it tells nothing to whoever lacks the key.
    pub fn name(&self, about: &[u8]) -> String {
        blake3::keyed_hash(&self.naming, about).to_hex().to_string()
    }

    /// Seals an object of `size` bytes with a nonce that was never used before. `about` says which object it is; it is not
    /// kept, and must be said again to open.
    pub fn seal<'a>(&self, about: &'a [u8], size: u64, nonce: [u8; NONCE]) -> Seal<'a> {
        let stream = StreamBE32::new(&self.sealing.into(), &nonce.into());
        Seal { stream, nonce, about, layout: Layout::of(size) }
    }

    /// Opens a sealed object by its header.
    ///
    /// # Errors
    /// [`BrokenSeal`] when these bytes do not begin with one.
    pub fn reopen<'a>(&self, about: &'a [u8], size: u64, header: &[u8]) -> Result<Seal<'a>, BrokenSeal> {
        let nonce = header.strip_prefix(MAGIC).and_then(|rest| rest.first_chunk::<NONCE>()).ok_or(BrokenSeal)?;
        Ok(self.seal(about, size, *nonce))
    }

    /// Opens a sealed object that is here whole.
    ///
    /// # Errors
    /// [`BrokenSeal`].
    pub fn open_whole(&self, about: &[u8], size: u64, sealed: &[u8]) -> Result<Vec<u8>, BrokenSeal> {
        let seal = self.reopen(about, size, sealed)?;
        if sealed.len() as u64 != seal.layout.sealed() {
            return Err(BrokenSeal);
        }
        let mut plain = Vec::with_capacity(usize::try_from(size).map_err(broken)?);
        for chunk in 0..=seal.layout.last() {
            plain.extend(seal.open(chunk, part(sealed, seal.layout.range(chunk))?)?);
        }
        Ok(plain)
    }
}

/// One object while it is sealed or opened, chunk by chunk.
pub struct Seal<'a> {
    stream: StreamBE32<XChaCha20Poly1305>,
    nonce: [u8; NONCE],
    about: &'a [u8],
    layout: Layout,
}

impl Seal<'_> {
    /// What stands before the first chunk.
    pub fn header(&self) -> Vec<u8> {
        [MAGIC.as_slice(), &self.nonce].concat()
    }

    /// Seals a chunk.
    ///
    /// # Errors
    /// [`BrokenSeal`] when the chunk is not as long as its place in the object asks.
    pub fn close(&self, chunk: u64, plain: &[u8]) -> Result<Vec<u8>, BrokenSeal> {
        let (place, last) = self.place(chunk)?;
        if plain.len() as u64 != self.layout.plain(chunk) {
            return Err(BrokenSeal);
        }
        self.stream.encrypt(place, last, Payload { msg: plain, aad: self.about }).map_err(broken)
    }

    /// Opens a chunk.
    ///
    /// # Errors
    /// [`BrokenSeal`] when it is not the one that was sealed there.
    pub fn open(&self, chunk: u64, sealed: &[u8]) -> Result<Vec<u8>, BrokenSeal> {
        let (place, last) = self.place(chunk)?;
        self.stream.decrypt(place, last, Payload { msg: sealed, aad: self.about }).map_err(broken)
    }

    /// The whole sealed object.
    ///
    /// # Errors
    /// [`BrokenSeal`] when `plain` is not as long as was said.
    pub fn close_whole(&self, plain: &[u8]) -> Result<Vec<u8>, BrokenSeal> {
        let mut sealed = self.header();
        for chunk in 0..=self.layout.last() {
            let start = chunk * CHUNK;
            sealed.extend(self.close(chunk, part(plain, start..start + self.layout.plain(chunk))?)?);
        }
        if sealed.len() as u64 == self.layout.sealed() && plain.len() as u64 == self.layout.size {
            Ok(sealed)
        } else {
            Err(BrokenSeal)
        }
    }

    fn place(&self, chunk: u64) -> Result<(u32, bool), BrokenSeal> {
        let place = u32::try_from(chunk).map_err(broken)?;
        Ok((place, chunk == self.layout.last()))
    }
}

fn part(bytes: &[u8], range: Range<u64>) -> Result<&[u8], BrokenSeal> {
    let index = |at| usize::try_from(at).map_err(broken);
    bytes.get(index(range.start)?..index(range.end)?).ok_or(BrokenSeal)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn noise(length: u64) -> Vec<u8> {
        (0..length).map(|at| (at.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect()
    }

    #[test]
    fn an_object_opens_whole_and_in_parts_whatever_its_length() {
        let key = ObjectKey::from_secret(&[7; 32]);
        for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5] {
            let plain = noise(size);
            let sealed = key.seal(b"a", size, [1; NONCE]).close_whole(&plain).unwrap();
            let layout = Layout::of(size);
            assert_eq!(sealed.len() as u64, layout.sealed());
            assert_eq!(Layout::of_sealed(layout.sealed()), Some(layout));
            assert_eq!(key.open_whole(b"a", size, &sealed).unwrap(), plain, "{size}");
            let seal = key.reopen(b"a", size, &sealed).unwrap();
            let last = layout.last();
            let chunk = seal.open(last, part(&sealed, layout.range(last)).unwrap()).unwrap();
            assert!(plain.ends_with(&chunk) && chunk.len() as u64 == layout.plain(last));
        }
    }

    #[test]
    fn what_was_changed_moved_cut_or_exchanged_does_not_open() {
        let key = ObjectKey::from_secret(&[7; 32]);
        let size = 2 * CHUNK + 9;
        let sealed = key.seal(b"a", size, [1; NONCE]).close_whole(&noise(size)).unwrap();
        let broken = |sealed: &[u8], about: &[u8], size| key.open_whole(about, size, sealed).unwrap_err();
        broken(&sealed, b"b", size);
        broken(&sealed[..sealed.len() - 1], b"a", size);
        broken(&sealed[..usize::try_from(Layout::of(CHUNK).sealed()).unwrap()], b"a", CHUNK);
        broken(b"", b"a", size);
        for at in [0, 5, 30, sealed.len() - 1] {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            broken(&changed, b"a", size);
        }
        let layout = Layout::of(size);
        let seal = key.reopen(b"a", size, &sealed).unwrap();
        seal.open(1, part(&sealed, layout.range(0)).unwrap()).unwrap_err();
        ObjectKey::from_secret(&[8; 32]).open_whole(b"a", size, &sealed).unwrap_err();
    }
}
