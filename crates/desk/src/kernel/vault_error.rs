//! What keeps the database's key from being sealed or opened.

use crate::kernel::file_error::FileError;
use crate::kernel::random::NoRandomness;
use crate::kernel::slip::Slip;

/// What is said of data that cannot be read at all.
pub(crate) const DAMAGED: &str =
    "Berkas data rusak sehingga tidak dapat dibuka. Jangan hapus apa pun: salin seluruh folder data ke USB dan hubungi admin.";

/// How long somebody waits, in words.
fn waited(seconds: u64) -> String {
    if seconds < 60 { format!("{seconds} detik") } else { format!("{} menit", seconds.div_ceil(60)) }
}

/// Why no slot was opened or made.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The login or its password is not right. Nothing tells which, nor how a slot refused.
    #[error("Nama akun atau sandi tidak cocok; periksa huruf besar-kecil lalu coba lagi.")]
    WrongPassword,
    /// The recovery card does not open this desk.
    #[error("Kode kartu pemulihan tidak cocok; ketik lagi persis seperti di kartu.")]
    WrongCard,
    /// It was tried in vain too often: in so many seconds it may be tried again.
    #[error("Sudah beberapa kali salah; tunggu {} lalu coba lagi.", waited(*.0))]
    TooOften(u64),
    /// It opens, and is not the slot that this desk knows: the file of the slots was edited, or is an older one.
    #[error(
        "Berkas kunci loket.kunci pernah diubah di luar aplikasi, jadi akun ini tidak dibuka; kembalikan berkas itu dari cadangan yang sama dengan loket.db, atau hubungi admin."
    )]
    Altered,
    /// The file of the slots is none.
    #[error("{DAMAGED}")]
    Damaged(#[source] serde_json::Error),
    /// It cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The operating system gave no random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The key could not be sealed.
    #[error(transparent)]
    Slip(#[from] Slip),
}
