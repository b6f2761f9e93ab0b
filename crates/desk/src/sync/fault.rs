//! What can go wrong between a desk and PPID Utama.

use loket_journal::ForgedHead;
use loket_journal::protocol::RefusalKind;

use super::link::LinkFault;

/// Why enrolment or a round did not go through. Nothing is lost by any of them: what waits goes on waiting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SyncFault {
    /// The address is not one.
    #[error("Alamat PPID Utama belum benar; bentuknya https://ppid.contoh.go.id.")]
    Address,
    /// Plain http is for this computer only.
    #[error("Alamat PPID Utama harus diawali https:// agar data warga tidak terbaca di jalan.")]
    NotEncrypted,
    /// No answer.
    #[error("PPID Utama belum dapat dihubungi; catatan tetap aman di sini dan dikirim sendiri begitu tersambung.")]
    Unreachable,
    /// The server asks to be left alone for so many seconds.
    #[error("PPID Utama sedang ramai; catatan tetap aman di sini dan dikirim sendiri sebentar lagi.")]
    Busy(u32),
    /// The desk has no server.
    #[error("Meja ini belum terhubung ke PPID Utama; buka Pengaturan lalu masukkan kode sekali pakai.")]
    NotEnrolled,
    /// An answer that is not of the protocol.
    #[error("Jawaban dari alamat itu tidak dikenal, jadi tidak dipakai; periksa alamat PPID Utama atau hubungi admin.")]
    Rubbish,
    /// A receipt or a batch whose signature does not hold.
    #[error("Tanda tangan jawaban PPID Utama tidak cocok, jadi ditolak; hubungi admin sebelum menyinkronkan lagi.")]
    Forged,
    /// Entries of another office.
    #[error("PPID Utama mengirim catatan kantor lain, jadi ditolak dan tidak disimpan; hubungi admin.")]
    OtherOffice,
    /// The desk has another server, and nobody agreed yet that it leaves that one: the sentence to agree to.
    #[error("{0}")]
    OtherServer(String),
    /// The server said no.
    #[error("{}", said(*.0))]
    Refused(RefusalKind),
    /// The desk was closed while the round was under way.
    #[error("Aplikasi terkunci sebelum sinkron selesai; sisanya dikirim setelah masuk lagi.")]
    Closed,
}

impl From<ForgedHead> for SyncFault {
    fn from(_: ForgedHead) -> Self {
        Self::Forged
    }
}

/// What is wrong with what a server sent is not kept: it could repeat it, and the officer's sentence is the same.
pub(crate) fn rubbish<E>(_: E) -> SyncFault {
    SyncFault::Rubbish
}

impl From<LinkFault> for SyncFault {
    fn from(fault: LinkFault) -> Self {
        match fault {
            LinkFault::Address => Self::Address,
            LinkFault::NotEncrypted => Self::NotEncrypted,
            LinkFault::TooLarge => Self::Rubbish,
            LinkFault::Broken { .. } => Self::Unreachable,
        }
    }
}

fn said(kind: RefusalKind) -> &'static str {
    match kind {
        RefusalKind::Code => {
            "Kode sekali pakai tidak dikenal, sudah dipakai atau kedaluwarsa; minta kode baru kepada PPID Utama."
        }
        RefusalKind::OtherOffice => "Kode ini diberikan untuk kantor atau meja lain; minta kode untuk meja ini.",
        RefusalKind::NotEnrolled => {
            "PPID Utama tidak lagi mengenali meja ini; catatan tetap aman di sini. Minta kode sekali pakai yang baru, lalu isi di Pengaturan."
        }
        RefusalKind::Batch | RefusalKind::ForeignBatch | RefusalKind::Message => {
            "PPID Utama menolak kiriman meja ini; catatan tetap aman di sini. Hubungi admin."
        }
        RefusalKind::Object => {
            "Berkas ini tidak utuh saat sampai, jadi tidak dipakai; buka berkasnya, dan bila rusak lampirkan lagi dari pindaian."
        }
        RefusalKind::Unnamed => {
            "Catatan tentang berkas ini belum ada di PPID Utama; tekan Sinkronkan sekarang, lalu hubungi admin bila tetap begini."
        }
        RefusalKind::ObjectAbsent => {
            "PPID Utama belum memiliki berkas ini; ambil lagi setelah komputer yang melampirkannya selesai mengirim."
        }
        RefusalKind::ObjectSize => "Berkas ini lebih besar dari yang diterima PPID Utama; bagi menjadi beberapa berkas.",
        RefusalKind::ObjectRoom => "Ruang berkas kantor ini di PPID Utama penuh; hubungi admin PPID Utama.",
        RefusalKind::EntryRoom => {
            "Catatan kantor ini sudah memenuhi tempatnya di PPID Utama; catatan tetap aman di sini. Hubungi admin PPID Utama."
        }
        RefusalKind::Forked => {
            "Catatan meja ini di PPID Utama berbeda dari yang ada di sini; jangan lanjutkan dan hubungi admin."
        }
    }
}

impl SyncFault {
    /// Whether trying again will not help before a person has looked.
    pub fn needs_a_person(&self) -> bool {
        !matches!(self, Self::Unreachable | Self::Busy(_) | Self::Rubbish | Self::Closed)
    }

    /// The field of the enrolment form it is about.
    pub(crate) fn field(&self) -> Option<&'static str> {
        match self {
            Self::Address | Self::NotEncrypted | Self::Unreachable | Self::Busy(_) | Self::Rubbish => Some("server"),
            Self::Refused(RefusalKind::Code | RefusalKind::OtherOffice) => Some("code"),
            Self::OtherServer(_) => Some("agreed"),
            _ => None,
        }
    }
}
