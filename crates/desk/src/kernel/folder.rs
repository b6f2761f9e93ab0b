//! The folder in which a desk keeps its files.

use crate::error::DeskError;
use crate::kernel::disk::{Disk, OwnDisk};
use crate::kernel::emptying;
use crate::kernel::file_error::FileError;
use crate::kernel::machine::MachineMark;
use crate::kernel::occupant;
use crate::kernel::private_file::private_file;
use crate::kernel::vault::Vault;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Makes a folder that only this user of the computer may look into, also where it was there and others might.
pub(crate) fn make_private(folder: &Path) -> Result<(), FileError> {
    let mut maker = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.recursive(true).create(folder)?;
    Ok(tighten(folder, 0o700)?)
}

/// Lets nobody else have what is there; systems without such modes leave it to the folder of the user.
#[cfg(unix)]
fn tighten(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let found = std::fs::metadata(path)?.permissions();
    let tight = found.mode() & 0o777 & mode;
    if found.mode() & 0o777 == tight { Ok(()) } else { std::fs::set_permissions(path, PermissionsExt::from_mode(tight)) }
}

#[cfg(not(unix))]
fn tighten(_: &Path, _: u32) -> std::io::Result<()> {
    Ok(())
}

/// Lets nobody but this user of the computer read what lies in a folder, or below it. What another program takes away meanwhile,
/// or owns, is left.
fn tighten_within(folder: &Path) {
    let Ok(all) = std::fs::read_dir(folder) else { return };
    for found in all.flatten() {
        let Ok(kind) = found.file_type() else { continue };
        if kind.is_dir() {
            let _ = tighten(&found.path(), 0o700);
            tighten_within(&found.path());
        } else if kind.is_file() {
            let _ = tighten(&found.path(), 0o600);
        }
    }
}

/// Where a desk keeps its files.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    machine: Option<MachineMark>,
    account: Option<String>,
    disk: Arc<dyn Disk>,
}

impl Folder {
    /// The desk in this folder; nothing is read or made yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), machine: None, account: None, disk: Arc::new(OwnDisk) }
    }

    /// The same on a computer with this mark, so that a copy of it on another is known as one.
    pub fn known_by(self, machine: Option<MachineMark>) -> Self {
        Self { machine, ..self }
    }

    /// The same opened by whoever uses the computer under this name, so that another who comes meanwhile is told.
    pub fn opened_by(self, account: Option<String>) -> Self {
        Self { account, ..self }
    }

    /// The same on this disk.
    #[cfg(test)]
    pub(crate) fn on(self, disk: Arc<dyn Disk>) -> Self {
        Self { disk, ..self }
    }

    /// The desk in a folder of this name within it, which no computer left a mark in yet.
    pub(crate) fn within(&self, name: &str) -> Self {
        Self { path: self.path.join(name), machine: None, account: None, disk: self.disk.clone() }
    }

    /// The disk it lies on.
    pub(crate) fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The same, for what goes on without the folder.
    pub(crate) fn shared_disk(&self) -> Arc<dyn Disk> {
        self.disk.clone()
    }

    /// The mark of the computer it lies on.
    pub(crate) fn machine(&self) -> Option<MachineMark> {
        self.machine
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Finished files of the desk. It appears whole, by one rename at the end of the first start.
    pub(crate) fn data(&self) -> PathBuf {
        self.path.join("data")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.data().join("loket.db")
    }

    /// The encrypted file under its new key, while that is being made.
    pub(crate) fn renewed_database(&self) -> PathBuf {
        self.data().join("loket.db.baru")
    }

    pub(crate) fn slots(&self) -> PathBuf {
        self.data().join("loket.kunci")
    }

    /// How often secrets were tried in vain. It lies beside the data, so that a backup that is put back brings no old count.
    pub(crate) fn tries(&self) -> PathBuf {
        self.path.join("loket.coba")
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

    /// Keeps the slots in place of those before.
    ///
    /// # Errors
    /// [`FileError`]; those before are untouched.
    pub(crate) fn keep_vault(&self, vault: &Vault) -> Result<(), FileError> {
        vault.write(&*self.disk, &self.slots())
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

    /// Makes the folder, and lets nobody but this user of the computer look into it or read what lies there: also what other
    /// programs than this one made, or an earlier version of it.
    ///
    /// # Errors
    /// [`DeskError::File`].
    pub fn keep_private(&self) -> Result<(), DeskError> {
        make_private(&self.path)?;
        tighten_within(&self.path);
        Ok(())
    }

    /// Takes away once what `goes` names in a folder below this one, each by itself, and says how much of it stays.
    pub fn empty(&self, folder: &Path, goes: impl Fn(&Path) -> bool) -> usize {
        emptying::empty(self.disk(), folder, goes)
    }

    /// Takes away all in a folder below this one, waits a moment for what another program holds, and says how much of it stays.
    pub fn empty_patiently(&self, folder: &Path) -> usize {
        emptying::empty_patiently(self.disk(), folder)
    }

    /// Takes the folder for this process; the operating system gives it back when the process ends, however it ends.
    pub(crate) fn take(&self) -> Result<File, DeskError> {
        self.keep_private()?;
        let file = private_file().open(self.path.join("loket.pakai"))?;
        let by = self.path.join("loket.oleh");
        match file.try_lock() {
            Ok(()) => {
                occupant::leave(self.disk(), &by, self.account.as_deref());
                Ok(file)
            }
            // Whoever has it open under the same account has a window of it in sight.
            Err(TryLockError::WouldBlock) => {
                Err(DeskError::OpenElsewhere(occupant::told(&by).filter(|other| Some(other) != self.account.as_ref())))
            }
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
