//! What can go wrong with a file on a stick.

use loket_journal::bundle::BundleFault;

/// Why a file was not saved, or not read. Nothing is changed by any of them: what waits goes on waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StickFault {
    /// Not a file of this protocol.
    #[error("Berkas ini bukan berkas balasan PPID Utama; pilih berkas balasan berakhiran .lku yang diterima dari sana.")]
    Strange,
    /// Made by a newer version.
    #[error("Berkas balasan ini dibuat PPID Utama yang lebih baru; perbarui Loket PPID di komputer ini, lalu baca lagi.")]
    Newer,
    /// The desk's own file.
    #[error(
        "Ini berkas dari meja untuk PPID Utama, bukan balasannya; serahkan ke PPID Utama, lalu baca berkas balasannya di sini."
    )]
    OtherWay,
    /// Larger than any acknowledgment.
    #[error("Berkas ini lebih besar daripada berkas balasan mana pun, jadi tidak dibaca; pilih berkas lain.")]
    TooLarge,
    /// For another desk, or for a series this desk does not write any more.
    #[error(
        "Berkas balasan ini untuk meja lain, atau untuk meja ini sebelum kuncinya berganti, jadi tidak dibaca. Simpan berkas baru \
         di sini lalu serahkan ke PPID Utama."
    )]
    OtherDesk,
    /// Cut short or changed.
    #[error("Berkas balasan ini rusak atau terpotong, jadi tidak dibaca; minta salinannya dari PPID Utama.")]
    Damaged,
    /// By another server.
    #[error(
        "Berkas balasan ini tidak ditandatangani PPID Utama tempat meja ini terhubung, jadi ditolak; simpan berkas baru di sini \
         lalu serahkan ke PPID Utama yang benar."
    )]
    Forged,
    /// No room where it should go.
    #[error("Tempat tujuan penuh, jadi berkas belum disimpan; kosongkan sebagian atau pakai USB lain, lalu simpan lagi.")]
    Full,
    /// The place is gone, locked, or fails.
    #[error(
        "Berkas tidak dapat disimpan di tempat itu; periksa apakah USB masih terpasang dan tidak terkunci, lalu simpan lagi."
    )]
    NotSaved,
    /// The file is gone or fails.
    #[error("Berkas itu tidak dapat dibaca; periksa apakah USB masih terpasang, lalu pilih lagi.")]
    NotRead,
}

impl From<BundleFault> for StickFault {
    fn from(fault: BundleFault) -> Self {
        match fault {
            BundleFault::Strange => Self::Strange,
            BundleFault::Newer => Self::Newer,
            BundleFault::OtherWay => Self::OtherWay,
            BundleFault::TooLarge => Self::TooLarge,
            BundleFault::OtherReader => Self::OtherDesk,
            BundleFault::Damaged => Self::Damaged,
            BundleFault::Forged => Self::Forged,
        }
    }
}
