//! Why a step of an objection or its dispute is refused, each in one sentence.

use chrono::NaiveDate;

use crate::clock::Clock;
use crate::indonesian::date;

/// Why a step of an objection or its dispute is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ObjectionRefused {
    /// It is in the register.
    #[error("Keberatan ini sudah dicatat.")]
    AlreadyRegistered,
    /// The applicant withdrew it.
    #[error("Keberatan ini sudah dicabut pengaju.")]
    Withdrawn,
    /// The superior answered.
    #[error("Keberatan ini sudah ditanggapi; tanggapan yang sudah keluar tidak dapat diganti.")]
    AlreadyAnswered,
    /// The superior did not answer yet.
    #[error("Keberatan ini belum ditanggapi.")]
    NotAnswered,
    /// The answer left.
    #[error("Pengiriman tanggapan sudah dicatat: {}.", date(*.0))]
    AlreadySent(NaiveDate),
    /// The applicant has the answer.
    #[error("Tanggal jawaban diterima sudah dicatat: {}.", date(*.0))]
    AlreadyReceived(NaiveDate),
    /// The answer came back, and was not sent again.
    #[error("Tanggapan ini kembali; kirim lagi dan catat pengirimannya, lalu catat kapan diterima.")]
    LiesHere,
    /// The answer did not leave by a carrier.
    #[error("Tanggapan ini tidak tercatat dikirim melalui pos, kurir, atau saluran lain yang dapat kembali.")]
    NothingReturned,
    /// Nothing says that the applicant has the answer, or a dispute was filed upon it.
    #[error("Tidak ada tanggal tanggapan diterima yang dapat dibatalkan; setelah ada sengketa tanggal itu tetap.")]
    NothingReceived,
    /// What is before Komisi Informasi is withdrawn there.
    #[error("Sengketanya sudah diajukan; catat pencabutannya sebagai langkah sengketa.")]
    InDispute,
    /// What was ordered is done.
    #[error("Perintah Atasan PPID sudah dilaksanakan.")]
    AlreadyExecuted,
    /// The request was neither answered anew nor handed over.
    #[error(
        "Informasinya belum diserahkan atau permohonannya belum dijawab lagi; buka permohonannya, pilih Buka kembali atas perintah, \
         jawab dan serahkan, lalu catat pelaksanaannya."
    )]
    NotDone,
    /// Nothing was ordered, or no longer.
    #[error("Tidak ada perintah Atasan PPID yang menunggu dilaksanakan.")]
    NothingOrdered,
    /// The dispute is noted.
    #[error("Sengketa atas keberatan ini sudah dicatat.")]
    AlreadyFiled,
    /// Neither an answer nor the end of the time for it has come.
    #[error(
        "Sengketa baru dapat diajukan setelah ada tanggapan, atau setelah {} tanpa tanggapan.",
        Clock::ObjectionAnswer.length()
    )]
    TooEarlyToFile,
    /// There is no dispute to go on with.
    #[error("Belum ada sengketa yang dicatat.")]
    NotFiled,
    /// The dispute is over.
    #[error("Sengketa ini sudah selesai.")]
    Settled,
}
