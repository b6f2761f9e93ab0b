//! What can go wrong at a desk, each as one Indonesian sentence that says what to do next.
//!
//! None of these texts repeats a name, an address or a number of a citizen.

use crate::kernel::hold::Hold;
use crate::sync::fault::SyncFault;
use crate::sync::stick::fault::StickFault;
use loket_domain::calendar::CalendarError;
use loket_domain::pack::PackFault;
use loket_domain::problem::Refused;
use loket_letters::PressError;
use rusqlite::ErrorCode;

/// What an error follows from.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why a desk could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The law, the state or the form says no.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The login or its password is not right.
    #[error("Nama akun atau sandi tidak cocok; periksa huruf besar-kecil lalu coba lagi.")]
    WrongPassword,
    /// The account was closed.
    #[error("Akun ini sudah ditutup; masuk dengan akun lain atau hubungi admin.")]
    AccountClosed,
    /// The recovery card does not open this desk.
    #[error("Kode kartu pemulihan tidak cocok; ketik lagi persis seperti di kartu.")]
    WrongCard,
    /// The next number is not certain.
    #[error("{}", .0.said())]
    Held(Hold),
    /// One entry, or what one action writes, is larger than what can be sent.
    #[error(
        "Isian ini terlalu besar untuk dikirim ke PPID Utama, jadi belum disimpan; ringkas atau bagi menjadi beberapa bagian."
    )]
    TooLarge,
    /// Nobody is signed in.
    #[error("Aplikasi sedang terkunci; masuk dahulu.")]
    Locked,
    /// The desk has not had its first start.
    #[error("Meja ini belum disiapkan; selesaikan pengaturan awal dahulu.")]
    NotStarted,
    /// The first start was done before.
    #[error("Meja ini sudah disiapkan; masuk dengan akun yang ada.")]
    AlreadyStarted,
    /// Another window has the desk open.
    #[error("Loket PPID sudah terbuka di komputer ini; pakai jendela yang sudah ada.")]
    OpenElsewhere,
    /// The database file cannot be read although its key is right.
    #[error(
        "Berkas data rusak sehingga tidak dapat dibuka. Jangan hapus apa pun: salin seluruh folder data ke USB dan hubungi admin."
    )]
    Damaged,
    /// The database file is gone although its keys are there.
    #[error(
        "Berkas loket.db tidak ada di folder data. Jangan hapus apa pun: salin seluruh folder data ke USB dan hubungi admin."
    )]
    Missing,
    /// An attached file that is not on this computer.
    #[error("Berkas ini belum ada di komputer ini; tekan Ambil berkas, lalu tunggu sinkron selesai.")]
    FileAway,
    /// An attached file that was on this computer and is gone or damaged.
    #[error(
        "Ada berkas lampiran di folder data yang hilang atau rusak. Ambil lagi dari PPID Utama, atau lampirkan lagi dari pindaian."
    )]
    FileLost,
    /// Written by a newer version of the app.
    #[error("Data ini ditulis versi Loket PPID yang lebih baru; perbarui aplikasi di komputer ini.")]
    NewerVersion,
    /// No room on the disk.
    #[error("Disk penuh, jadi belum disimpan. Isian tetap ada di layar: kosongkan sebagian disk lalu simpan lagi.")]
    DiskFull,
    /// The linked SQLite has known faults.
    #[error("Pustaka SQLite {0} terlalu lama; pasang ulang Loket PPID versi terbaru.")]
    OldSqlite(String),
    /// A file of the data folder cannot be read or written.
    #[error("Folder data tidak dapat dibaca atau ditulis; periksa izin folder dan ruang disk, lalu coba lagi.")]
    File(#[source] std::io::Error),
    /// The database failed in another way.
    #[error("Penyimpanan data terganggu; tidak ada yang hilang. Tutup aplikasi, buka lagi, lalu ulangi.")]
    Database(#[source] rusqlite::Error),
    /// What is stored is not what was written.
    #[error("Catatan di berkas data tidak utuh. Jangan hapus apa pun: salin folder data ke USB dan hubungi admin.")]
    Journal {
        /// Which part of it.
        what: &'static str,
        /// What could not be read in it. It may repeat what is stored, so it is neither shown nor logged.
        #[source]
        source: Option<Cause>,
    },
    /// A mistake of the app: what is stored is whole, and nothing was written.
    #[error(
        "Aplikasi keliru mengolah isian ini, bukan Anda; data tetap utuh dan tidak ada yang berubah. Hubungi admin dan sebutkan: {what}."
    )]
    Slip {
        /// Where.
        what: &'static str,
        /// What went wrong there; neither shown nor logged, as above.
        #[source]
        source: Option<Cause>,
    },
    /// The operating system gave no random numbers.
    #[error("Komputer belum siap membuat kunci acak; tunggu sebentar lalu coba lagi.")]
    NoRandomness,
    /// A paper could not be made.
    #[error("Surat tidak dapat dibuat; data tersimpan aman. Hubungi admin dan sebutkan nama suratnya.")]
    Paper(#[from] PressError),
    /// A file of figures cannot be written or read.
    #[error(transparent)]
    Spreadsheet(#[from] loket_letters::spreadsheet::SpreadsheetError),
    /// The calendar files are not usable.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The file of a pack cannot be used.
    #[error(transparent)]
    Pack(#[from] PackFault),
    /// The pack is not one of the PPID Utama this desk is enrolled with.
    #[error(
        "Tanda tangan paket ini bukan dari PPID Utama tempat meja ini tersambung, jadi tidak dipakai; minta berkasnya langsung dari PPID Utama."
    )]
    ForeignPack,
    /// Enrolment or sync failed.
    #[error(transparent)]
    Sync(#[from] SyncFault),
    /// A file of sync was not saved, or not read.
    #[error(transparent)]
    Stick(#[from] StickFault),
}

impl DeskError {
    /// Makes an error of what could not be read from the file.
    pub(crate) fn unsound<E: Into<Cause>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self::Journal { what, source: Some(cause.into()) }
    }

    /// Makes an error of what the app could not put into its own form.
    pub(crate) fn slip<E: Into<Cause>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self::Slip { what, source: Some(cause.into()) }
    }
}

impl From<std::io::Error> for DeskError {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::StorageFull { Self::DiskFull } else { Self::File(error) }
    }
}

impl From<rusqlite::Error> for DeskError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged,
            _ => Self::Database(error),
        }
    }
}
