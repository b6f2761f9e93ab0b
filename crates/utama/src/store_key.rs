//! The key of the server's file. It lies apart from the file, so that whoever carries the file away, or a copy of it, has noise: what the
//! desks sent, the accounts, and the seed that signs for PPID Utama.

use std::io::Write;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

use crate::secret::{NoRandomness, random};

/// Why a key is not read or made; each a sentence for the administrator.
#[derive(Debug, thiserror::Error)]
pub enum StoreKeyFault {
    /// The file of the key cannot be read.
    #[error("Berkas kunci {} tidak dapat dibaca: {source}. Tanpa kunci itu basis datanya tidak dapat dibuka oleh siapa pun.", .path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It is no key.
    #[error("Isi {} bukan kunci: harus satu baris berisi 64 angka heksadesimal, seperti yang dibuat `loket-utama key`.", .0.display())]
    NoKey(PathBuf),
    /// Something of that name is there.
    #[error("{} sudah ada dan dibiarkan. Kunci yang tertimpa tidak dapat dikembalikan; sebutkan nama lain.", .0.display())]
    InTheWay(PathBuf),
    /// It cannot be written.
    #[error("Berkas kunci {} tidak dapat ditulis: {source}.", .path.display())]
    Unwritable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// PostgreSQL keeps its own files.
    #[error(
        "Berkas kunci hanya untuk berkas SQLite. PostgreSQL disandikan oleh disknya; lihat panduan PPID Utama, bab Cadangan."
    )]
    Postgres,
    /// No random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// The key of the file.
#[derive(Clone, PartialEq, Eq)]
pub struct StoreKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StoreKey")
    }
}

impl StoreKey {
    /// Reads the key from its file.
    ///
    /// # Errors
    /// [`StoreKeyFault::Unreadable`] or [`StoreKeyFault::NoKey`].
    pub fn read(path: &Path) -> Result<Self, StoreKeyFault> {
        let unreadable = |source| StoreKeyFault::Unreadable { path: path.to_owned(), source };
        let text = Zeroizing::new(std::fs::read_to_string(path).map_err(unreadable)?);
        let key = blake3::Hash::from_hex(text.trim()).ok().map(|hash| Self(Zeroizing::new(*hash.as_bytes())));
        key.ok_or_else(|| StoreKeyFault::NoKey(path.to_owned()))
    }

    /// Makes a new key and writes it into a file that is not there yet, which only its owner may read.
    ///
    /// # Errors
    /// [`StoreKeyFault`]; a file of that name is never touched.
    pub fn make(path: &Path) -> Result<Self, StoreKeyFault> {
        let key = Self(Zeroizing::new(random()?));
        let unwritable = |source: std::io::Error| match source.kind() {
            std::io::ErrorKind::AlreadyExists => StoreKeyFault::InTheWay(path.to_owned()),
            _ => StoreKeyFault::Unwritable { path: path.to_owned(), source },
        };
        let mut options = std::fs::OpenOptions::new();
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.write(true).create_new(true).open(path).map_err(unwritable)?;
        let written = writeln!(file, "{}", key.hex().as_str()).and_then(|()| file.sync_all());
        written.map_err(|source| StoreKeyFault::Unwritable { path: path.to_owned(), source })?;
        Ok(key)
    }

    fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// As SQLCipher reads a key that is no password.
    pub(crate) fn written(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("x'{}'", self.hex().as_str()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_made_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kunci");
        let made = StoreKey::make(&path).unwrap();
        assert!(StoreKey::read(&path).unwrap() == made);
        assert!(matches!(StoreKey::make(&path), Err(StoreKeyFault::InTheWay(_))));
        assert!(StoreKey::read(&path).unwrap() == made);
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path).unwrap().permissions()) & 0o077, 0);
        std::fs::write(&path, "bukan kunci").unwrap();
        assert!(matches!(StoreKey::read(&path), Err(StoreKeyFault::NoKey(_))));
        assert!(!format!("{made:?}").contains(made.hex().as_str()));
    }
}
