//! Where the memory is: a file in a directory, or PostgreSQL.

use loket_domain::calendar::Calendar;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::fault::StoreFault;
use crate::memory::Memory;
use crate::objects::ObjectPlace;
use crate::postgres::PostgresStore;
use crate::sqlite::SqliteStore;

/// Where the memory is.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// One SQLite file in this directory, made when it is not there.
    Directory(PathBuf),
    /// PostgreSQL at this address, `postgres://…`, which may hold a password.
    Postgres(String),
}

impl Database {
    /// Opens it, whichever it is; `now` dates the server's identity at the first start.
    ///
    /// # Errors
    /// [`StoreFault`], a sentence for the administrator.
    pub async fn open(&self, calendar: Calendar, now: u64) -> Result<Arc<dyn Memory>, StoreFault> {
        Ok(match self {
            Self::Directory(directory) => Arc::new(SqliteStore::open(directory, calendar, now).await?),
            Self::Postgres(address) => Arc::new(PostgresStore::open(address, calendar, now).await?),
        })
    }

    /// Where attached files are kept when nothing else is said: beside the file, or in the current directory.
    pub fn objects(&self) -> ObjectPlace {
        ObjectPlace::Folder(match self {
            Self::Directory(directory) => directory.join("berkas"),
            Self::Postgres(_) => "utama-berkas".into(),
        })
    }
}

/// As the administrator names it.
impl From<OsString> for Database {
    fn from(named: OsString) -> Self {
        let address = |text: &&str| ["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme));
        match named.to_str().filter(address) {
            Some(address) => Self::Postgres(address.to_owned()),
            None => Self::Directory(named.into()),
        }
    }
}

impl<P: AsRef<Path> + ?Sized> From<&P> for Database {
    fn from(directory: &P) -> Self {
        Self::Directory(directory.as_ref().to_owned())
    }
}

/// Without the address, which may hold a password.
impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Directory(directory) => f.debug_tuple("Directory").field(directory).finish(),
            Self::Postgres(_) => f.write_str("Postgres"),
        }
    }
}
