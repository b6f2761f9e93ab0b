//! What can go wrong beneath the server.

use rusqlite::ErrorCode;
use std::path::PathBuf;
use std::sync::Arc;
use tokio_postgres::error::SqlState;

use crate::secret::NoRandomness;

/// What a fault follows from. It may repeat what is stored, so it is neither shown nor logged.
pub(crate) type Cause = Box<dyn std::error::Error + Send + Sync>;

/// The store could not do its work; each text is a sentence for the administrator. None repeats what an entry says.
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
    /// No server ever kept anything there.
    #[error("Di {place} tidak ada basis data PPID Utama. Periksa --database; basis data baru hanya dibuat `loket-utama serve`.")]
    Nothing {
        /// Where.
        place: String,
    },
    /// A file with nothing in it.
    #[error(
        "Basis data di {place} kosong. Bila ini salinan, berkas utama.sqlite-wal tertinggal: ambil juga berkas itu, atau pulihkan cadangan dari `loket-utama backup`."
    )]
    Hollow {
        /// Where.
        place: String,
    },
    /// The file has a key and none was named; or its beginning is damaged, which looks the same.
    #[error(
        "Berkas basis data rusak, atau disandikan ({place}). Bila disandikan, sebutkan berkas kuncinya (--key-file, atau key-file di /etc/loket-utama.toml). Bila tidak, hentikan PPID Utama, simpan salinan direktori data, lalu pulihkan cadangan terakhir; meja-meja mengirim lagi sisanya."
    )]
    Sealed {
        /// Where.
        place: String,
    },
    /// A key was named, and anybody can read the file.
    #[error(
        "Basis data di {place} belum disandikan, padahal berkas kunci disebut. Hentikan server, buat cadangan, lalu jalankan `loket-utama seal`; atau jangan menyebut key-file."
    )]
    Unsealed {
        /// Where.
        place: String,
    },
    /// The file has another key.
    #[error(
        "Kunci itu bukan kunci basis data di {place}. Sebutkan berkas kunci yang dipakai saat basis data atau cadangan itu dibuat."
    )]
    WrongKey {
        /// Where.
        place: String,
    },
    /// A database of something else.
    #[error("Basis data ini bukan milik PPID Utama; isinya dibiarkan. Pilih tempat lain dengan --database.")]
    Foreign,
    /// Another server works on it.
    #[error(
        "Server lain sedang berjalan pada direktori data ini. Hentikan dahulu yang itu, atau pilih tempat lain dengan --database."
    )]
    Served,
    /// SQLite before 3.51.3 can lose what a write-ahead log holds.
    #[error("SQLite {0} terlalu lama; PPID Utama memerlukan SQLite 3.51.3 atau yang lebih baru.")]
    OldSqlite(&'static str),
    /// The database was written by a newer version.
    #[error("Basis data ini dibuat oleh versi yang lebih baru (skema {0}); pasang versi PPID Utama yang terbaru.")]
    NewerSchema(i64),
    /// Not the address of a database.
    #[error("Alamat PostgreSQL tidak dapat dibaca. Tulis seperti postgres://pengguna@komputer/nama-basis-data.")]
    Address,
    /// The machine has no certificates to know a database server by.
    #[error(
        "Sertifikat tepercaya komputer ini tidak dapat dibaca, jadi hubungan terenkripsi ke PostgreSQL tidak dapat dibuat. Pasang paket ca-certificates."
    )]
    NoCertificates(#[source] Option<rustls::Error>),
    /// PostgreSQL does not answer, or stopped while it worked.
    #[error(
        "PostgreSQL tidak dapat dihubungi ({0}). Periksa apakah PostgreSQL berjalan dan alamatnya benar; begitu hidup kembali, PPID Utama memakainya lagi tanpa perlu dijalankan ulang."
    )]
    Unreachable(String),
    /// PostgreSQL does not let the server in.
    #[error(
        "PostgreSQL menolak masuk (kode {0}). Periksa nama pengguna, kata sandi, dan nama basis data, dan apakah basis datanya sudah dibuat."
    )]
    NotLetIn(String),
    /// PostgreSQL said no to the work itself.
    #[error("PostgreSQL menolak pekerjaan ini (kode {0}); sebabnya tertulis di catatan PostgreSQL.")]
    Postgres(String),
    /// No room is left.
    #[error("Ruang penyimpanan basis data habis. Kosongkan atau tambah ruang; setelah itu PPID Utama melanjutkan sendiri.")]
    Full,
    /// The disk does not do what it is told.
    #[error("Penyimpanan basis data gagal dibaca atau ditulis ({0}). Periksa diska, ruang kosong, dan hak akses direktori data.")]
    Disk(rusqlite::Error),
    /// The file is not, or no longer, a database.
    #[error(
        "Berkas basis data rusak ({0}). Hentikan PPID Utama, simpan salinan direktori data, lalu pulihkan cadangan terakhir; meja-meja mengirim lagi sisanya."
    )]
    Broken(rusqlite::Error),
    /// SQLite said no.
    #[error("Basis data tidak dapat dibaca atau ditulis: {0}")]
    Sqlite(rusqlite::Error),
    /// Something stored is not what this program stores.
    #[error("Isi basis data rusak: {what}")]
    Damaged {
        /// Which part of it.
        what: &'static str,
        /// What could not be read in it.
        #[source]
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    },
    /// No random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The work was cut off because the server stops.
    #[error("Pekerjaan terputus karena server berhenti.")]
    Stopped(#[source] Option<Box<dyn std::error::Error + Send + Sync>>),
    /// What befell several runs that were stored together.
    #[error(transparent)]
    Together(Arc<StoreFault>),
}

impl StoreFault {
    /// Makes a fault of what could not be read, or not be written as it is stored.
    pub(crate) fn damaged<E: Into<Cause>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self::Damaged { what, source: Some(cause.into()) }
    }

    /// Something that must be stored is not, or is not of its kind.
    pub(crate) fn lacking(what: &'static str) -> Self {
        Self::Damaged { what, source: None }
    }

    /// Makes a fault of work that did not come to its end.
    pub(crate) fn stopped(cause: impl Into<Cause>) -> Self {
        Self::Stopped(Some(cause.into()))
    }

    /// Whether the cause lies in the database as a whole, so that trying a part of the work is pointless.
    pub(super) fn is_for_everyone(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::NotLetIn(_) | Self::Broken(_))
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                Self::Disk(error)
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Broken(error),
            _ => Self::Sqlite(error),
        }
    }
}

impl From<tokio_postgres::Error> for StoreFault {
    /// Only PostgreSQL's code is kept: its messages may quote values.
    fn from(error: tokio_postgres::Error) -> Self {
        let Some(code) = error.code() else { return Self::Unreachable(error.to_string()) };
        let class = code.code().get(..2).unwrap_or_default();
        match code {
            &SqlState::DISK_FULL => Self::Full,
            // Connection exceptions, and a server that starts, stops or has no connection left.
            _ if class == "08" || code.code().starts_with("57P") || code == &SqlState::TOO_MANY_CONNECTIONS => {
                Self::Unreachable(code.code().to_owned())
            }
            // Authorisation, and no such database.
            _ if class == "28" || class == "3D" => Self::NotLetIn(code.code().to_owned()),
            _ => Self::Postgres(code.code().to_owned()),
        }
    }
}

impl From<deadpool_postgres::PoolError> for StoreFault {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        match error {
            deadpool_postgres::PoolError::Backend(error) => error.into(),
            error => Self::Unreachable(error.to_string()),
        }
    }
}
