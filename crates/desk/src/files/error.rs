//! What can go wrong with the bytes of attached files.

use crate::kernel::cause::Cause;
use crate::kernel::file_error::FileError;

/// Why a file of the shelf was not read or kept.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// It was on this computer and is gone or damaged.
    #[error(
        "Ada berkas lampiran di folder data yang hilang atau rusak. Ambil lagi dari PPID Utama, atau lampirkan lagi dari pindaian."
    )]
    Lost(#[source] Option<Cause>),
    /// The folder cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

impl ShelfError {
    /// Makes an error of what shows that a file is damaged.
    pub(crate) fn lost(cause: impl Into<Cause>) -> Self {
        Self::Lost(Some(cause.into()))
    }
}

impl From<std::io::Error> for ShelfError {
    fn from(error: std::io::Error) -> Self {
        FileError::from(error).into()
    }
}
