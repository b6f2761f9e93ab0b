//! How the core says no.

use chrono::NaiveDate;

use crate::authority::Duty;
use crate::calendar::YearNotLoaded;
pub use crate::fields::{FieldProblem, Problems};

/// The core's no: a value, not a failure. Each reads as one Indonesian sentence that says what to do next.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Something typed must change first.
    #[error("{}", first_of(.0))]
    Fields(Vec<FieldProblem>),
    /// The request already exists.
    #[error("Permohonan ini sudah terdaftar; buka dari daftar permohonan.")]
    AlreadyRegistered,
    /// The request is not known here.
    #[error("Permohonan ini tidak ada di meja ini; sinkronkan lalu cari lagi.")]
    NotRegistered,
    /// The papers are complete already.
    #[error("Berkas permohonan ini sudah dinyatakan lengkap.")]
    AlreadyComplete,
    /// An answer needs complete papers first.
    #[error("Nyatakan berkas lengkap dahulu, baru permohonan dapat diputuskan.")]
    NotComplete,
    /// The request has its answer.
    #[error("Permohonan ini sudah diputuskan; putusan yang sudah keluar tidak dapat diganti.")]
    AlreadyDecided,
    /// The applicant was told what is missing already.
    #[error("Surat Keterangan Tidak Lengkap sudah dibuat; tunggu pemohon melengkapi, lalu nyatakan lengkap.")]
    AlreadyIncomplete,
    /// Nothing was found missing.
    #[error("Permohonan ini tidak sedang menunggu kelengkapan dari pemohon.")]
    NotIncomplete,
    /// The applicant still has time to complete.
    #[error("Pemohon masih dapat melengkapi sampai {}; setelah itu permohonan dapat ditutup.", crate::indonesian::weekday_date(*.0))]
    CompletionRuns(NaiveDate),
    /// A second extension.
    #[error("Permohonan ini sudah diperpanjang; undang-undang hanya mengizinkan satu kali.")]
    AlreadyExtended,
    /// There is no letter yet.
    #[error("Permohonan ini belum dijawab dengan surat.")]
    NotAnswered,
    /// The applicant has the answer.
    #[error("Tanggal jawaban diterima sudah dicatat: {}.", crate::indonesian::date(*.0))]
    AlreadyReceived(NaiveDate),
    /// No fee, or no grant.
    #[error("Tidak ada biaya yang harus dibayar untuk permohonan ini.")]
    NothingToPay,
    /// The fee was taken.
    #[error("Biaya permohonan ini sudah dibayar; kuitansinya dapat dicetak lagi.")]
    AlreadyPaid,
    /// Nothing was granted.
    #[error("Belum ada informasi yang dikabulkan untuk diserahkan.")]
    NothingToHandOver,
    /// The information was handed over.
    #[error("Informasi sudah diserahkan; tanda buktinya dapat dicetak lagi.")]
    AlreadyHandedOver,
    /// The last forwarding waits for its answer.
    #[error("Permohonan ini sudah diteruskan dan jawabannya belum dicatat.")]
    AlreadyForwarded,
    /// Nothing was forwarded.
    #[error("Tidak ada penerusan yang menunggu jawaban.")]
    NothingForwarded,
    /// The dates are the same.
    #[error("Batas waktu permohonan ini tidak berubah.")]
    NothingMoved,
    /// A legal date lies in a year without a calendar.
    #[error("{0}")]
    YearNotLoaded(YearNotLoaded),
    /// The role of the account does not allow it.
    #[error("Tugas ini ({}) bukan wewenang peran akun Anda; minta akun yang berwenang atau ubah di Pengaturan.", .0.label())]
    NotYourDuty(Duty),
    /// The step does not fit where the matter stands.
    #[error("{0}")]
    NotNow(&'static str),
    /// It is not known here.
    #[error("Catatan ini tidak ada di meja ini; sinkronkan lalu cari lagi.")]
    Unknown,
    /// The recovery card can be printed only while its code is known.
    #[error("Kartu pemulihan hanya dapat dicetak saat pengaturan awal; kodenya tidak disimpan di komputer ini.")]
    NoCard,
    /// There is no decision to print or hand over yet.
    #[error("Surat ini belum ada karena permohonan belum diputuskan demikian.")]
    NoSuchPaper,
}

impl Problems {
    /// `made` when nothing was noted, otherwise everything that was.
    ///
    /// # Errors
    /// The problems, in the order of the form.
    pub fn or<T>(self, made: Option<T>) -> Result<T, Refused> {
        match made {
            Some(made) if self.is_empty() => Ok(made),
            _ => Err(Refused::Fields(self.into_vec())),
        }
    }
}

/// The first problem, and how many more there are.
fn first_of(problems: &[FieldProblem]) -> String {
    match problems {
        [] => "Periksa lagi isian formulir ini.".to_owned(),
        [only] => only.message.clone(),
        [first, more @ ..] => format!("{} Ada {} isian lain yang juga perlu diperbaiki.", first.message, more.len()),
    }
}
