//! Where the file lies, and the key it is opened with.

use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::fault::StoreFault;
use crate::store_key::StoreKey;

/// Name of the file within its directory.
pub(super) const FILE: &str = "utama.sqlite";
/// With what every SQLite file begins that anybody can read.
const OPEN_FILE: &[u8; 16] = b"SQLite format 3\0";

/// The file of a store: in which directory, and under which key, if under one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FilePlace {
    pub(crate) directory: PathBuf,
    pub(crate) key: Option<StoreKey>,
}

impl FilePlace {
    /// The file of a store that lies in `directory` under no key.
    pub(crate) fn open_to_all(directory: &Path) -> Self {
        Self { directory: directory.to_owned(), key: None }
    }

    /// The file of the same key elsewhere.
    pub(crate) fn moved_to(&self, directory: &Path) -> Self {
        Self { directory: directory.to_owned(), ..self.clone() }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.directory.join(FILE)
    }

    /// Opens the file with its key.
    ///
    /// # Errors
    /// [`StoreFault::Sealed`], [`StoreFault::Unsealed`] and [`StoreFault::WrongKey`] where file and key do not belong together.
    pub(crate) fn connect(&self, flags: OpenFlags) -> Result<Connection, StoreFault> {
        connect(&self.file(), self.key.as_ref(), flags)
    }
}

/// Whether anybody can read the file; none where there is none, or nothing is in it.
pub(crate) fn is_open_to_all(path: &Path) -> Option<bool> {
    let mut head = [0; OPEN_FILE.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).ok()?;
    Some(head == *OPEN_FILE)
}

/// Opens a file with its key.
pub(crate) fn connect(path: &Path, key: Option<&StoreKey>, flags: OpenFlags) -> Result<Connection, StoreFault> {
    let place = || path.parent().unwrap_or(path).display().to_string();
    match (is_open_to_all(path), key) {
        (Some(true), Some(_)) => return Err(StoreFault::Unsealed { place: place() }),
        (Some(false), None) => return Err(StoreFault::Sealed { place: place() }),
        _ => {}
    }
    let connection = Connection::open_with_flags(path, flags)?;
    let Some(key) = key else { return Ok(connection) };
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key.written().as_str())?;
    match connection.query_row("select count(*) from sqlite_schema", [], |_| Ok(())) {
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            Err(StoreFault::WrongKey { place: place() })
        }
        other => Ok(other.map(|()| connection)?),
    }
}
