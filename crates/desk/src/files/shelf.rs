//! The folder where the bytes of attached files lie, sealed, beside the encrypted database.
//!
//! Names tell nothing without the key, which is in the database. A file appears whole, by one rename; one that is being
//! fetched grows beside it, chunk by chunk, so that a power cut costs no more than the chunk under way.

use loket_journal::Digest;
use loket_journal::object::{CHUNK, HEADER, Layout, NONCE, ObjectKey};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::files::error::ShelfError;
use crate::kernel::disk::Disk;
use crate::kernel::folder::make_private;
use crate::kernel::patience;
use crate::kernel::private_file::private_file;
use crate::kernel::settling::settle_names;

/// Ending of a file that is being written or fetched.
const UNFINISHED: &str = "sebagian";

/// The folder with its keys: what comes in is sealed with the newest, what lies there is opened with the one it was sealed with.
pub(crate) struct Shelf {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
    /// With which new files are sealed.
    key: ObjectKey,
    /// Those of before, the newest first.
    earlier: Vec<ObjectKey>,
}

impl Shelf {
    /// The folder with keys that grow from these secrets, the first one first.
    pub(crate) fn new(folder: PathBuf, disk: Arc<dyn Disk>, first: &Digest, later: &[Digest]) -> Self {
        let mut shelf = Self { folder, disk, key: ObjectKey::from_secret(&first.0), earlier: vec![] };
        later.iter().for_each(|secret| shelf.begin_key(secret));
        shelf
    }

    /// Seals what comes in from now on with another key.
    fn begin_key(&mut self, secret: &Digest) {
        self.earlier.insert(0, std::mem::replace(&mut self.key, ObjectKey::from_secret(&secret.0)));
    }

    /// Takes over the secrets that the file knows by now, the first one left out.
    pub(crate) fn learn(&mut self, later: &[Digest]) {
        later.iter().skip(self.earlier.len()).for_each(|secret| self.begin_key(secret));
    }

    fn keys(&self) -> impl Iterator<Item = &ObjectKey> {
        std::iter::once(&self.key).chain(&self.earlier)
    }

    fn at(&self, key: &ObjectKey, digest: &Digest) -> PathBuf {
        self.folder.join(key.name(&digest.0))
    }

    fn unfinished_at(&self, key: &ObjectKey, digest: &Digest) -> PathBuf {
        self.at(key, digest).with_extension(UNFINISHED)
    }

    /// The key that a file was sealed with; the newest for one that is not there.
    fn key_of(&self, digest: &Digest) -> &ObjectKey {
        self.keys().find(|key| self.at(key, digest).exists()).unwrap_or(&self.key)
    }

    /// The same of a file that is being fetched.
    fn key_of_unfinished(&self, digest: &Digest) -> &ObjectKey {
        self.keys().find(|key| self.unfinished_at(key, digest).exists()).unwrap_or(&self.key)
    }

    fn path(&self, digest: &Digest) -> PathBuf {
        self.at(self.key_of(digest), digest)
    }

    /// Under which name a file lies in the folder, and how long it is there; none where it does not.
    pub(crate) fn lies_as(&self, digest: &Digest) -> Option<(String, u64)> {
        let key = self.key_of(digest);
        let found = std::fs::metadata(self.at(key, digest)).ok()?;
        Some((key.name(&digest.0), found.len()))
    }

    fn unfinished(&self, digest: &Digest) -> PathBuf {
        self.unfinished_at(self.key_of_unfinished(digest), digest)
    }

    /// Keeps a file, durably, before anything names it.
    pub(crate) fn put(&self, digest: &Digest, bytes: &[u8], nonce: [u8; NONCE]) -> Result<(), ShelfError> {
        make_private(&self.folder)?;
        let sealed = self.key.seal(&digest.0, bytes.len() as u64, nonce).close_whole(bytes).map_err(ShelfError::lost)?;
        let mut file = private_file().open(self.unfinished_at(&self.key, digest))?;
        file.set_len(0)?;
        file.write_all(&sealed)?;
        self.finish(&self.key, digest, &file)
    }

    /// Moves what was written beside with this key into place.
    fn finish(&self, key: &ObjectKey, digest: &Digest, file: &File) -> Result<(), ShelfError> {
        file.sync_all()?;
        patience::rename(&*self.disk, &self.unfinished_at(key, digest), &self.at(key, digest))?;
        Ok(settle_names(&self.folder)?)
    }

    /// The whole file of `size` bytes, if it is what its digest says.
    pub(crate) fn whole(&self, digest: &Digest, size: u64) -> Result<Vec<u8>, ShelfError> {
        let key = self.key_of(digest);
        let sealed = std::fs::read(self.at(key, digest)).map_err(gone)?;
        let plain = key.open_whole(&digest.0, size, &sealed).map_err(ShelfError::lost)?;
        if Digest::of_object(&plain) == *digest { Ok(plain) } else { Err(ShelfError::Lost(None)) }
    }

    /// The file, whatever its length.
    pub(crate) fn whole_of_any_size(&self, digest: &Digest) -> Result<Vec<u8>, ShelfError> {
        let length = std::fs::metadata(self.path(digest)).map_err(gone)?.len();
        self.whole(digest, Layout::of_sealed(length).ok_or(ShelfError::Lost(None))?.size())
    }

    /// A part of a file of `size` bytes; nothing of it beyond its end.
    pub(crate) fn part(&self, digest: &Digest, size: u64, range: Range<u64>) -> Result<Vec<u8>, ShelfError> {
        if range.start >= size {
            return Ok(vec![]);
        }
        let key = self.key_of(digest);
        let mut file = File::open(self.at(key, digest)).map_err(gone)?;
        let seal = key.reopen(&digest.0, size, &header(&mut file)?).map_err(ShelfError::lost)?;
        let layout = Layout::of(size);
        let chunks = layout.holding(&range);
        let mut plain = Vec::new();
        for chunk in chunks.clone() {
            let sealed = layout.range(chunk);
            let mut bytes = vec![0; length(sealed.end - sealed.start)?];
            file.seek(SeekFrom::Start(sealed.start))?;
            file.read_exact(&mut bytes).map_err(gone)?;
            plain.extend(seal.open(chunk, &bytes).map_err(ShelfError::lost)?);
        }
        let before = length(range.start - chunks.start * CHUNK)?;
        let wanted = length(range.end.min(size) - range.start)?;
        Ok(plain.get(before..before + wanted).ok_or(ShelfError::Lost(None))?.to_vec())
    }

    /// How many bytes of a file that is being fetched are here, in whole chunks.
    pub(crate) fn fetched(&self, digest: &Digest, size: u64) -> u64 {
        let length = std::fs::metadata(self.unfinished(digest)).map_or(0, |found| found.len());
        let layout = Layout::of(size);
        (0..=layout.last()).take_while(|chunk| layout.range(*chunk).end <= length).map(|chunk| layout.plain(chunk)).sum()
    }

    /// Adds chunks to a file that is being fetched, after its first `offset` bytes. Whether it is whole now, and what its digest
    /// says; one that is not is thrown away.
    pub(crate) fn add(
        &self,
        digest: &Digest,
        size: u64,
        offset: u64,
        bytes: &[u8],
        nonce: [u8; NONCE],
    ) -> Result<bool, ShelfError> {
        make_private(&self.folder)?;
        let key = self.key_of_unfinished(digest);
        let path = self.unfinished_at(key, digest);
        let mut file = private_file().read(true).open(&path)?;
        let layout = Layout::of(size);
        let seal = if offset == 0 {
            let seal = key.seal(&digest.0, size, nonce);
            file.set_len(0)?;
            file.write_all(&seal.header())?;
            seal
        } else {
            key.reopen(&digest.0, size, &header(&mut file)?).map_err(ShelfError::lost)?
        };
        let first = offset / CHUNK;
        file.seek(SeekFrom::Start(layout.range(first).start))?;
        for (chunk, plain) in (first..).zip(bytes.chunks(length(CHUNK)?)) {
            file.write_all(&seal.close(chunk, plain).map_err(ShelfError::lost)?)?;
        }
        file.sync_data()?;
        if offset + (bytes.len() as u64) < size {
            return Ok(false);
        }
        file.seek(SeekFrom::Start(0))?;
        let mut sealed = Vec::new();
        file.read_to_end(&mut sealed)?;
        let right = key.open_whole(&digest.0, size, &sealed).is_ok_and(|plain| Digest::of_object(&plain) == *digest);
        if !right {
            drop(file);
            patience::remove_file(&*self.disk, &path)?;
            return Err(ShelfError::Lost(None));
        }
        self.finish(key, digest, &file)?;
        Ok(true)
    }

    /// Lets a file go that is being fetched.
    pub(crate) fn forget_fetched(&self, digest: &Digest) {
        // One that is not there is gone already.
        let _ = patience::remove_file(&*self.disk, &self.unfinished(digest));
    }

    /// Removes what nothing names: files of a crash between file and entry.
    pub(crate) fn sweep(&self, here: &[Digest], wanted: &[Digest]) -> Result<(), ShelfError> {
        let named = |path: PathBuf| path.file_name().map(OsString::from);
        let kept: BTreeSet<OsString> = here
            .iter()
            .flat_map(|digest| self.keys().map(|key| self.at(key, digest)))
            .chain(wanted.iter().flat_map(|digest| self.keys().map(|key| self.unfinished_at(key, digest))))
            .filter_map(named)
            .collect();
        let Ok(found) = std::fs::read_dir(&self.folder) else { return Ok(()) };
        for file in found {
            let file = file?;
            if !kept.contains(&file.file_name()) {
                self.remove(&file.path())?;
            }
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<(), ShelfError> {
        if path.is_dir() { Ok(()) } else { Ok(patience::remove_file(&*self.disk, path)?) }
    }
}

/// What stands before the first chunk.
fn header(file: &mut File) -> Result<Vec<u8>, ShelfError> {
    let mut header = vec![0; length(HEADER)?];
    file.read_exact(&mut header).map_err(gone)?;
    Ok(header)
}

fn length(bytes: u64) -> Result<usize, ShelfError> {
    usize::try_from(bytes).map_err(ShelfError::lost)
}

fn gone(error: std::io::Error) -> ShelfError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::UnexpectedEof => ShelfError::lost(error),
        _ => error.into(),
    }
}
