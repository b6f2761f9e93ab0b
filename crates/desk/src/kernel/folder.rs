//! The folder in which a desk keeps its files.

use crate::error::DeskError;
use crate::kernel::file_error::FileError;
use crate::kernel::vault::Vault;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Makes a folder that only this user of the computer may look into.
pub(crate) fn make_private(folder: &Path) -> Result<(), FileError> {
    let mut maker = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    Ok(maker.recursive(true).create(folder)?)
}

/// Where a desk keeps its files.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The desk in this folder; nothing is read or made yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Finished files of the desk. It appears whole, by one rename at the end of the first start.
    pub(crate) fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.data().join("loket.db")
    }

    pub(crate) fn slots(&self) -> PathBuf {
        self.data().join("loket.kunci")
    }

    /// The bytes of attached files.
    pub(crate) fn files(&self) -> PathBuf {
        self.data().join("berkas")
    }

    /// Whether the first start was done here.
    pub fn is_started(&self) -> bool {
        self.slots().exists()
    }

    /// The vault of a started desk.
    pub(crate) fn vault(&self) -> Result<Vault, DeskError> {
        if self.is_started() { Ok(Vault::read(&self.slots())?) } else { Err(DeskError::NotStarted) }
    }

    /// The office's name and the logins, for the sign-in screen.
    ///
    /// # Errors
    /// [`DeskError::NotStarted`] or [`DeskError::Vault`].
    pub fn welcome(&self) -> Result<(String, Vec<String>), DeskError> {
        let vault = self.vault()?;
        let logins = vault.logins();
        Ok((vault.office, logins))
    }

    /// Takes the folder for this process; the operating system gives it back when the process ends, however it ends.
    pub(crate) fn take(&self) -> Result<File, DeskError> {
        make_private(&self.0)?;
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(self.0.join("loket.pakai"))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(DeskError::OpenElsewhere),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
