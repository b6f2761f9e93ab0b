//! What can go wrong beneath the server.

use std::path::PathBuf;

use crate::secret::NoRandomness;

/// The store could not do its work. None of these texts repeats what an entry says.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    /// The data directory cannot be made.
    #[error("Direktori data {path} tidak dapat dibuat: {source}")]
    Directory {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// SQLite before 3.51.3 can lose what a write-ahead log holds.
    #[error("SQLite {0} terlalu lama; PPID Utama memerlukan SQLite 3.51.3 atau yang lebih baru.")]
    OldSqlite(&'static str),
    /// The database was written by a newer version.
    #[error("Basis data ini dibuat oleh versi yang lebih baru (skema {0}); pasang versi PPID Utama yang terbaru.")]
    NewerSchema(i64),
    /// SQLite said no.
    #[error("Basis data tidak dapat dibaca atau ditulis: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// Something stored is not what this program stores.
    #[error("Isi basis data rusak: {0}")]
    Damaged(&'static str),
    /// No random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The work was cut off because the server stops.
    #[error("Pekerjaan terputus karena server berhenti.")]
    Stopped,
}
