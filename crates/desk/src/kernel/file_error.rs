//! What can go wrong with a file of the data folder.

/// What is said when no room is left, whatever was written.
pub(crate) const FULL: &str =
    "Disk penuh, jadi belum disimpan. Isian tetap ada di layar: kosongkan sebagian disk lalu simpan lagi.";

/// Why a file was not read or written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// No room on the disk.
    #[error("{FULL}")]
    Full,
    /// It cannot be read or written.
    #[error("Folder data tidak dapat dibaca atau ditulis; periksa izin folder dan ruang disk, lalu coba lagi.")]
    Failed(#[source] std::io::Error),
}

impl From<std::io::Error> for FileError {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::StorageFull { Self::Full } else { Self::Failed(error) }
    }
}
