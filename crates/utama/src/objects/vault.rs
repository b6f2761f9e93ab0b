//! The bytes of attached files, sealed.

use futures_util::TryStreamExt;
use loket_journal::object::{BrokenSeal, CHUNK, HEADER, Layout, NONCE, ObjectKey};
use loket_journal::{Digest, OriginId};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use std::num::TryFromIntError;
use std::sync::Arc;

/// Why bytes did not come out, or go in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ObjectFault {
    /// They are not there.
    #[error("the object is gone")]
    Gone,
    /// They are not what was put in.
    #[error(transparent)]
    Broken(#[from] BrokenSeal),
    /// The place does not do what it is told.
    #[error(transparent)]
    Place(object_store::Error),
}

impl From<object_store::Error> for ObjectFault {
    fn from(error: object_store::Error) -> Self {
        if matches!(error, object_store::Error::NotFound { .. }) { Self::Gone } else { Self::Place(error) }
    }
}

/// A length that this machine cannot count is of no object.
fn uncounted(_: TryFromIntError) -> BrokenSeal {
    BrokenSeal
}

/// The place with its key.
#[derive(Clone)]
pub(crate) struct ObjectVault {
    place: Arc<dyn ObjectStore>,
    key: ObjectKey,
}

/// What a whole file of an office is sealed as.
fn about_whole(office: &str, digest: &Digest) -> Vec<u8> {
    [b"whole ".as_slice(), office.as_bytes(), b"\0", &digest.0].concat()
}

/// What the pieces of a file that a desk sends are sealed as.
fn about_pieces(desk: OriginId, digest: &Digest) -> Vec<u8> {
    [b"pieces ".as_slice(), desk.0.as_bytes(), &digest.0].concat()
}

impl ObjectVault {
    /// The vault over `place`; its key grows from the server's seed.
    pub(crate) fn new(place: Arc<dyn ObjectStore>, seed: &[u8; 32]) -> Self {
        let secret = blake3::derive_key("loket-ppid utama objects v1", seed);
        Self { place, key: ObjectKey::from_secret(&secret) }
    }

    fn whole(&self, office: &str, digest: &Digest) -> Path {
        let name = self.key.name(&about_whole(office, digest));
        Path::from_iter(["berkas", &name[..2], &name])
    }

    fn pieces(&self, desk: OriginId, digest: &Digest) -> Path {
        Path::from_iter(["kiriman", &self.key.name(&about_pieces(desk, digest))])
    }

    /// Keeps a piece, durably, in the place of one that began at the same byte.
    pub(crate) async fn put_piece(
        &self,
        desk: OriginId,
        digest: &Digest,
        offset: u64,
        bytes: &[u8],
        nonce: [u8; NONCE],
    ) -> Result<(), ObjectFault> {
        let about = [about_pieces(desk, digest).as_slice(), &offset.to_le_bytes()].concat();
        let sealed = self.key.seal(&about, bytes.len() as u64, nonce).close_whole(bytes)?;
        let path = self.pieces(desk, digest).join(format!("{offset:012}"));
        self.place.put(&path, PutPayload::from(sealed)).await?;
        Ok(())
    }

    /// The pieces of a file of `size` bytes, put together.
    pub(crate) async fn joined(&self, desk: OriginId, digest: &Digest, size: u64) -> Result<Vec<u8>, ObjectFault> {
        let folder = self.pieces(desk, digest);
        let mut whole = Vec::new();
        while (whole.len() as u64) < size {
            let offset = whole.len() as u64;
            let sealed = self.place.get(&folder.clone().join(format!("{offset:012}"))).await?.bytes().await?;
            let about = [about_pieces(desk, digest).as_slice(), &offset.to_le_bytes()].concat();
            // A piece has at least one byte, or this would never end.
            let length =
                Layout::of_sealed(sealed.len() as u64).map(Layout::size).filter(|length| *length > 0).ok_or(BrokenSeal)?;
            whole.extend(self.key.open_whole(&about, length, &sealed)?);
        }
        if whole.len() as u64 == size { Ok(whole) } else { Err(BrokenSeal.into()) }
    }

    /// Lets the pieces of a file go.
    pub(crate) async fn forget_pieces(&self, desk: OriginId, digest: &Digest) -> Result<(), ObjectFault> {
        let pieces: Vec<_> = self.place.list(Some(&self.pieces(desk, digest))).try_collect().await?;
        for piece in pieces {
            self.place.delete(&piece.location).await?;
        }
        Ok(())
    }

    /// Lets pieces go that are of none of `begun` and were last changed before `before`, in milliseconds since 1970: those
    /// of a crash between a piece and the note of it. Says how many.
    pub(crate) async fn sweep(&self, begun: &[(OriginId, Digest)], before: u64) -> Result<usize, ObjectFault> {
        let known: Vec<Path> = begun.iter().map(|(desk, digest)| self.pieces(*desk, digest)).collect();
        let all: Vec<_> = self.place.list(Some(&Path::from("kiriman"))).try_collect().await?;
        let old = |at: i64| u64::try_from(at).is_ok_and(|at| at < before);
        let stray = all.into_iter().filter(|piece| {
            old(piece.last_modified.timestamp_millis()) && !known.iter().any(|folder| piece.location.prefix_matches(folder))
        });
        let mut swept = 0;
        for piece in stray {
            self.place.delete(&piece.location).await?;
            swept += 1;
        }
        Ok(swept)
    }

    /// Keeps a whole file of an office, durably.
    pub(crate) async fn put_whole(
        &self,
        office: &str,
        digest: &Digest,
        bytes: &[u8],
        nonce: [u8; NONCE],
    ) -> Result<(), ObjectFault> {
        let about = about_whole(office, digest);
        let sealed = self.key.seal(&about, bytes.len() as u64, nonce).close_whole(bytes)?;
        self.place.put(&self.whole(office, digest), PutPayload::from(sealed)).await?;
        Ok(())
    }

    /// A part of a whole file of `size` bytes: at most `room` bytes after the first `offset`.
    pub(crate) async fn part(
        &self,
        office: &str,
        digest: &Digest,
        size: u64,
        offset: u64,
        room: u64,
    ) -> Result<Vec<u8>, ObjectFault> {
        let wanted = offset.min(size)..offset.saturating_add(room).min(size);
        let layout = Layout::of(size);
        let chunks = layout.holding(&wanted);
        if chunks.is_empty() {
            return Ok(vec![]);
        }
        let sealed = layout.range(chunks.start).start..layout.range(chunks.end - 1).end;
        let path = self.whole(office, digest);
        let found = self.place.get_ranges(&path, &[0..HEADER, sealed.clone()]).await?;
        let [header, body] = found.as_slice() else { return Err(BrokenSeal.into()) };
        let about = about_whole(office, digest);
        let seal = self.key.reopen(&about, size, header)?;
        let mut plain = Vec::new();
        for chunk in chunks.clone() {
            let range = layout.range(chunk);
            let at = |place: u64| usize::try_from(place - sealed.start).map_err(uncounted);
            plain.extend(seal.open(chunk, body.get(at(range.start)?..at(range.end)?).ok_or(BrokenSeal)?)?);
        }
        let before = usize::try_from(wanted.start - chunks.start * CHUNK).map_err(uncounted)?;
        let length = usize::try_from(wanted.end - wanted.start).map_err(uncounted)?;
        Ok(plain.get(before..before + length).ok_or(BrokenSeal)?.to_vec())
    }
}
