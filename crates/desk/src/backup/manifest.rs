//! What a copy says of itself: enough to choose among copies and to know a damaged one. Nothing of a citizen stands in it.

use crate::backup::fault::BackupFault;
use chrono::NaiveDateTime;
use loket_domain::numbering::DeskCode;
use loket_domain::office::OfficeCode;
use loket_journal::{Digest, OriginId};
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::path::Path;

/// How the file is called.
pub(crate) const NAME: &str = "cadangan.json";
/// The database in the copy.
pub(crate) const DATABASE: &str = "loket.db";
/// The slots in the copy.
pub(crate) const SLOTS: &str = "loket.kunci";
/// The folder of attached files, beside the copies, which share it.
pub(crate) const FILES: &str = "berkas";

/// The only version there is.
const VERSION: u32 = 1;

/// A file by its length in bytes and its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileMark {
    pub(crate) size: u64,
    pub(crate) hash: Digest,
}

impl FileMark {
    /// The mark of a file as it lies there.
    pub(crate) fn of(path: &Path) -> std::io::Result<Self> {
        let mut file = std::fs::File::open(path)?;
        let (mut hasher, mut size, mut piece) = (blake3::Hasher::new(), 0, vec![0; 1 << 16]);
        loop {
            let read = file.read(&mut piece)?;
            if read == 0 {
                return Ok(Self { size, hash: Digest(*hasher.finalize().as_bytes()) });
            }
            size += read as u64;
            hasher.update(&piece[..read]);
        }
    }
}

/// What a copy says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    version: u32,
    /// Name of the office.
    pub(crate) office: String,
    /// Its code.
    pub(crate) office_code: OfficeCode,
    /// Of which desk.
    pub(crate) desk: DeskCode,
    /// The desk's series.
    pub(crate) origin: OriginId,
    /// When it was made, on the wall clock.
    pub(crate) made_at: NaiveDateTime,
    /// How many entries the desk itself had written.
    pub(crate) written: u64,
    /// The hash at the end of its own series.
    pub(crate) head: Digest,
    /// Entries of every writer.
    pub(crate) entries: u64,
    /// Requests.
    pub(crate) requests: u64,
    /// The registration number of the request that was registered last.
    pub(crate) last_number: Option<String>,
    /// The encrypted file.
    pub(crate) database: FileMark,
    /// The slots.
    pub(crate) slots: FileMark,
    /// Names and lengths of the sealed files that belong to it, in [`FILES`].
    pub(crate) files: Vec<(String, u64)>,
}

/// What of a manifest follows from the database alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contents {
    pub(crate) written: u64,
    pub(crate) head: Digest,
    pub(crate) entries: u64,
    pub(crate) requests: u64,
    pub(crate) last_number: Option<String>,
}

/// Whose copy it is.
#[derive(Debug, Clone)]
pub(crate) struct Whose {
    pub(crate) office: String,
    pub(crate) office_code: OfficeCode,
    pub(crate) desk: DeskCode,
    pub(crate) origin: OriginId,
}

impl Manifest {
    pub(crate) fn of(
        whose: Whose,
        made_at: NaiveDateTime,
        content: Contents,
        (database, slots): (FileMark, FileMark),
        files: Vec<(String, u64)>,
    ) -> Self {
        let Whose { office, office_code, desk, origin } = whose;
        let Contents { written, head, entries, requests, last_number } = content;
        Self {
            version: VERSION,
            office,
            office_code,
            desk,
            origin,
            made_at,
            written,
            head,
            entries,
            requests,
            last_number,
            database,
            slots,
            files,
        }
    }

    /// Reads the manifest of a copy.
    ///
    /// # Errors
    /// [`BackupFault::NoCopy`] where there is none, [`BackupFault::Newer`], [`BackupFault::Damaged`].
    pub(crate) fn read(copy: &Path) -> Result<Self, BackupFault> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let text = std::fs::read_to_string(copy.join(NAME)).map_err(|error| match BackupFault::from(error) {
            BackupFault::Gone(_) => BackupFault::NoCopy,
            fault => fault,
        })?;
        let damaged = |error: serde_json::Error| BackupFault::Damaged(Some(error.into()));
        let Versioned { version } = serde_json::from_str(&text).map_err(damaged)?;
        if version > VERSION {
            return Err(BackupFault::Newer);
        }
        serde_json::from_str(&text).map_err(damaged)
    }

    /// What follows from its database.
    pub(crate) fn content(&self) -> Contents {
        let Self { written, head, entries, requests, .. } = *self;
        Contents { written, head, entries, requests, last_number: self.last_number.clone() }
    }
}
