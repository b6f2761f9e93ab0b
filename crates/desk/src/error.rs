//! What can go wrong at a desk, each as one Indonesian sentence that says what to do next: the sum of what each layer says.
//!
//! None of these texts repeats a name, an address or a number of a citizen.

use crate::backup::fault::BackupFault;
use crate::files::error::ShelfError;
use crate::kernel::cause::Cause;
use crate::kernel::file_error::FileError;
use crate::kernel::hold::Hold;
use crate::kernel::occupant;
use crate::kernel::random::NoRandomness;
use crate::kernel::slip::Slip;
use crate::kernel::vault_error::VaultError;
use crate::store::error::StoreError;
use crate::sync::fault::SyncFault;
use crate::sync::stick::fault::StickFault;
use loket_domain::calendar::CalendarError;
use loket_domain::pack::PackFault;
use loket_domain::problem::{PaperRefused, Refused, RequestRefused};
use loket_letters::PressError;

/// Why a desk could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The law, the state or the form says no.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The account was closed.
    #[error("Akun ini sudah ditutup; masuk dengan akun lain atau hubungi admin.")]
    AccountClosed,
    /// The password is one that an admin chose: its owner chooses another before anything is shown.
    #[error("Sandi ini sandi sementara dari admin; buat sandi Anda sendiri untuk masuk.")]
    TemporaryPassword,
    /// A password that an admin chose was not replaced in time.
    #[error("Sandi sementara ini sudah lewat waktunya; minta sandi sementara baru kepada admin.")]
    TemporaryOver,
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
    /// Another window has the desk open: that of this account of the computer, where it is known.
    #[error("{}", occupant::said(.0.as_deref()))]
    OpenElsewhere(Option<String>),
    /// An attached file that is not on this computer.
    #[error("Berkas ini belum ada di komputer ini; tekan Ambil berkas, lalu tunggu sinkron selesai.")]
    FileAway,
    /// The encrypted file failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key of the encrypted file was not opened, or not sealed.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The bytes of an attached file failed.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// A copy was not made, or no desk was made of one.
    #[error(transparent)]
    Backup(#[from] BackupFault),
    /// Another file of the data folder failed.
    #[error(transparent)]
    File(#[from] FileError),
    /// The operating system gave no random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// A mistake of the app.
    #[error(transparent)]
    Slip(#[from] Slip),
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
        move |cause| StoreError::unsound(what)(cause).into()
    }

    /// Makes an error of what the app could not put into its own form.
    pub(crate) fn slip<E: Into<Cause>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Slip::at(what)(cause).into()
    }
}

impl From<RequestRefused> for DeskError {
    fn from(why: RequestRefused) -> Self {
        Self::Refused(why.into())
    }
}

impl From<PaperRefused> for DeskError {
    fn from(why: PaperRefused) -> Self {
        Self::Refused(why.into())
    }
}

impl From<std::io::Error> for DeskError {
    fn from(error: std::io::Error) -> Self {
        FileError::from(error).into()
    }
}

impl From<rusqlite::Error> for DeskError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}
