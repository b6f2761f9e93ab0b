//! What can go wrong with the encrypted file.

use rusqlite::ErrorCode;

use crate::kernel::cause::Cause;
use crate::kernel::file_error::FULL;
use crate::kernel::slip::Slip;
use crate::kernel::vault_error::DAMAGED;

/// Why the database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file cannot be read although its key is right.
    #[error("{DAMAGED}")]
    Damaged(#[source] Option<rusqlite::Error>),
    /// The file is gone although its keys are there.
    #[error(
        "Berkas loket.db tidak ada di folder data. Jangan hapus apa pun: salin seluruh folder data ke USB dan hubungi admin."
    )]
    Missing,
    /// Written by a newer version of the app.
    #[error("Data ini ditulis versi Loket PPID yang lebih baru; perbarui aplikasi di komputer ini.")]
    NewerVersion,
    /// The linked SQLite has known faults.
    #[error("Pustaka SQLite {0} terlalu lama; pasang ulang Loket PPID versi terbaru.")]
    OldSqlite(&'static str),
    /// No room on the disk.
    #[error("{FULL}")]
    Full,
    /// The database failed in another way.
    #[error("Penyimpanan data terganggu; tidak ada yang hilang. Tutup aplikasi, buka lagi, lalu ulangi.")]
    Database(#[source] rusqlite::Error),
    /// What is stored is not what was written.
    #[error("Catatan di berkas data tidak utuh. Jangan hapus apa pun: salin folder data ke USB dan hubungi admin.")]
    Unsound {
        /// Which part of it.
        what: &'static str,
        /// What could not be read in it.
        #[source]
        source: Option<Cause>,
    },
    /// What was to be stored could not be written as it is stored.
    #[error(transparent)]
    Slip(#[from] Slip),
}

impl StoreError {
    /// Makes an error of what could not be read from the file.
    pub(crate) fn unsound<E: Into<Cause>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self::Unsound { what, source: Some(cause.into()) }
    }

    /// Something that must be in the file is not, or does not fit the rest.
    pub(crate) fn lacking(what: &'static str) -> Self {
        Self::Unsound { what, source: None }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged(Some(error)),
            _ => Self::Database(error),
        }
    }
}
