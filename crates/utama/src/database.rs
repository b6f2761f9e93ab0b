//! Where the memory is: a file in a directory, or PostgreSQL.

use loket_domain::calendar::Calendar;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::fault::StoreFault;
use crate::memory::Memory;
use crate::objects::ObjectPlace;
use crate::postgres::{self, PostgresStore};
use crate::secret::system_dice;
use crate::sqlite::{self, FilePlace, SqliteStore};
use crate::store_key::{StoreKey, StoreKeyFault};

/// Where the memory is.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// One SQLite file in this directory.
    Directory(PathBuf),
    /// One SQLite file in this directory, under a key that lies elsewhere.
    Sealed(PathBuf, StoreKey),
    /// PostgreSQL at this address, `postgres://…`, which may hold a password.
    Postgres(String),
}

/// Text that names no place for a database. It may hold a password, so only its beginning is repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "Basis data {0}… tidak dikenal. Tulis direktori untuk SQLite, atau alamat PostgreSQL seperti postgres://pengguna@komputer/nama."
)]
pub struct UnknownDatabase(String);

impl Database {
    /// As the administrator names it.
    ///
    /// # Errors
    /// [`UnknownDatabase`] for the address of something else: it is no directory of that name.
    pub fn named(named: OsString) -> Result<Self, UnknownDatabase> {
        match named.to_str().and_then(|text| text.split_once("://")) {
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(named.to_string_lossy().into_owned())),
            Some((scheme, _)) => Err(UnknownDatabase(format!("{scheme}://"))),
            None => Ok(Self::Directory(named.into())),
        }
    }

    /// The same under a key.
    ///
    /// # Errors
    /// [`StoreKeyFault::Postgres`], which keeps its own files.
    pub fn under(self, key: StoreKey) -> Result<Self, StoreKeyFault> {
        match self {
            Self::Directory(directory) | Self::Sealed(directory, _) => Ok(Self::Sealed(directory, key)),
            Self::Postgres(_) => Err(StoreKeyFault::Postgres),
        }
    }

    /// The directory of its file; none for PostgreSQL.
    pub fn directory(&self) -> Option<&Path> {
        match self {
            Self::Directory(directory) | Self::Sealed(directory, _) => Some(directory),
            Self::Postgres(_) => None,
        }
    }

    /// The file and its key; none for PostgreSQL.
    pub(crate) fn file(&self) -> Option<FilePlace> {
        let key = if let Self::Sealed(_, key) = self { Some(key.clone()) } else { None };
        self.directory().map(|directory| FilePlace { directory: directory.to_owned(), key })
    }

    /// Opens it, whichever it is, and makes what is missing; `now` dates the server's identity at the first start.
    ///
    /// # Errors
    /// [`StoreFault`], a sentence for the administrator.
    pub async fn open(&self, calendar: Calendar, now: u64) -> Result<Arc<dyn Memory>, StoreFault> {
        Ok(match (self.file(), self) {
            (Some(file), _) => Arc::new(SqliteStore::open_at(file, calendar, now, system_dice()).await?),
            (None, Self::Postgres(address)) => Arc::new(PostgresStore::open(address, calendar, now).await?),
            // Only PostgreSQL has no file.
            (None, Self::Directory(_) | Self::Sealed(..)) => return Err(StoreFault::Nothing { place: self.to_string() }),
        })
    }

    /// Opens one that a server made before: a name mistyped must not become a new server.
    ///
    /// # Errors
    /// [`StoreFault::Nothing`] or [`StoreFault::Hollow`] when no server ever kept anything there; else as [`Database::open`].
    pub async fn open_made(&self, calendar: Calendar, now: u64) -> Result<Arc<dyn Memory>, StoreFault> {
        match self {
            Self::Directory(directory) | Self::Sealed(directory, _) => sqlite::made(directory)?,
            Self::Postgres(address) if postgres::made(address).await? => {}
            Self::Postgres(_) => return Err(StoreFault::Nothing { place: self.to_string() }),
        }
        self.open(calendar, now).await
    }

    /// Where attached files are kept when nothing else is said: beside the file, or in the current directory.
    pub fn objects(&self) -> ObjectPlace {
        ObjectPlace::Folder(match self {
            Self::Directory(directory) | Self::Sealed(directory, _) => directory.join("berkas"),
            Self::Postgres(_) => "utama-berkas".into(),
        })
    }
}

/// Gives the file of `database` the key `fresh` in place of the one it has, if it has one. No server may work on it meanwhile.
///
/// # Errors
/// [`StoreFault::Served`] while one does, and as opening; [`StoreFault::Nothing`] for PostgreSQL. The file is then as it was.
pub async fn seal(database: &Database, fresh: StoreKey) -> Result<(), StoreFault> {
    let Some(file) = database.file() else { return Err(StoreFault::Nothing { place: database.to_string() }) };
    tokio::task::spawn_blocking(move || sqlite::reseal(&file, &fresh)).await.map_err(StoreFault::stopped)?
}

impl<P: AsRef<Path> + ?Sized> From<&P> for Database {
    fn from(directory: &P) -> Self {
        Self::Directory(directory.as_ref().to_owned())
    }
}

/// For the administrator: the whole path, or PostgreSQL without what opens it.
impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Directory(directory) | Self::Sealed(directory, _) => match std::path::absolute(directory) {
                Ok(whole) => whole.display().fmt(f),
                Err(_) => directory.display().fmt(f),
            },
            Self::Postgres(address) => {
                let behind = address.split_once("://").map_or("", |(_, rest)| rest);
                let place = behind.rsplit_once('@').map_or(behind, |(_, place)| place);
                write!(f, "postgres://{}", place.split('?').next().unwrap_or_default())
            }
        }
    }
}

/// Without the address, which may hold a password.
impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Directory(directory) => f.debug_tuple("Directory").field(directory).finish(),
            Self::Sealed(directory, _) => f.debug_tuple("Sealed").field(directory).finish(),
            Self::Postgres(_) => f.write_str("Postgres"),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_something_else_is_no_directory_and_no_password_is_repeated() {
        assert_eq!(Database::named("/srv/utama".into()).unwrap(), Database::Directory("/srv/utama".into()));
        let refused = Database::named("mysql://u:Rahasia123@host/x".into()).unwrap_err().to_string();
        assert!(refused.contains("mysql://") && !refused.contains("Rahasia123"), "{refused}");
        let postgres = Database::named("postgres://u:Rahasia123@host/utama?password=Rahasia123".into()).unwrap();
        assert_eq!(postgres.to_string(), "postgres://host/utama");
    }
}
