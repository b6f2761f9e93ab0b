//! What can go wrong with a copy of a desk.

use crate::kernel::cause::Cause;
use std::io::ErrorKind;

/// Why a copy was not made, or no desk was made of one.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// Nobody said where copies go.
    #[error("Tempat cadangan belum dipilih; admin kantor memilihnya di Pengaturan, bagian Cadangan.")]
    NoPlace,
    /// The place is the folder of the desk itself.
    #[error("Cadangan tidak boleh disimpan di dalam folder data itu sendiri; pilih flashdisk atau folder jaringan.")]
    WithinTheDesk,
    /// The place is not there.
    #[error("Tempat cadangan tidak ditemukan; pasang flashdisknya atau sambungkan folder jaringannya, lalu coba lagi.")]
    Gone(#[source] Option<Cause>),
    /// Nothing can be written there.
    #[error("Tempat cadangan tidak dapat ditulisi; lepas kunci tulis flashdisknya atau pilih tempat lain, lalu cadangkan lagi.")]
    ReadOnly(#[source] Cause),
    /// It is full.
    #[error("Tempat cadangan penuh. Cadangan yang lama tetap utuh; kosongkan sebagian isinya atau pilih tempat lain.")]
    Full,
    /// Somebody stopped it.
    #[error("Pencadangan dihentikan; cadangan yang lama tetap utuh.")]
    Stopped,
    /// What was written is not what was read.
    #[error("Cadangan yang baru dibuat tidak sama dengan aslinya, jadi dibuang; ganti flashdisknya, lalu cadangkan lagi.")]
    Differs(#[source] Option<Cause>),
    /// It could not be read or written for another reason.
    #[error("Cadangan tidak selesai dibaca atau ditulis; periksa flashdisk atau folder jaringannya, lalu coba lagi.")]
    Failed(#[source] Cause),
    /// No copy lies there.
    #[error("Di folder ini tidak ada cadangan Loket PPID; pilih flashdisk atau folder tempat cadangan disimpan.")]
    NoCopy,
    /// It is of another desk than the one whose data lie here.
    #[error("Cadangan ini milik kantor atau meja lain daripada data di komputer ini, jadi tidak dipulihkan.")]
    AnotherDesk,
    /// It is not whole.
    #[error("Cadangan ini rusak atau tidak lengkap, jadi tidak dipulihkan; pilih cadangan lain.")]
    Damaged(#[source] Option<Cause>),
    /// A newer version of the app made it.
    #[error("Cadangan ini dibuat aplikasi yang lebih baru; pasang versi itu dahulu, lalu pulihkan lagi.")]
    Newer,
}

impl From<std::io::Error> for BackupFault {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::StaleNetworkFileHandle => Self::Gone(Some(error.into())),
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly(error.into()),
            _ => Self::Failed(error.into()),
        }
    }
}

impl From<rusqlite::Error> for BackupFault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(error.into()),
            _ => Self::Failed(error.into()),
        }
    }
}
