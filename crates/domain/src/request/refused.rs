//! Why a step of a request is refused, each in one sentence.

use chrono::NaiveDate;

use crate::indonesian::{date, weekday_date};

/// Why a step of a request, or a file for it, is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RequestRefused {
    /// The request already exists.
    #[error("Permohonan ini sudah terdaftar; buka dari daftar permohonan.")]
    AlreadyRegistered,
    /// The request is not known here.
    #[error("Permohonan ini tidak ada di meja ini; sinkronkan lalu cari lagi.")]
    NotRegistered,
    /// The papers are complete already.
    #[error("Berkas permohonan ini sudah dinyatakan lengkap.")]
    AlreadyComplete,
    /// Neither a legal entity nor a group dies.
    #[error(
        "Badan hukum dan kelompok tidak meninggal; bila bubar, catat permohonannya sebagai dicabut oleh pengurus, likuidator, atau \
         anggotanya."
    )]
    NoPerson,
    /// An heir goes on with it.
    #[error("Ahli waris meneruskan permohonan ini; bila ia tidak meneruskannya lagi, catat dahulu kuasanya berakhir.")]
    HeirsGoOn,
    /// The letter about what is missing came after the check had ended: it ends nothing.
    #[error(
        "Surat Keterangan Tidak Lengkap keluar setelah pemeriksaan kelengkapan berakhir {}; permohonan ini tetap harus dijawab.",
        weekday_date(*.0)
    )]
    NoticeTooLate(NaiveDate),
    /// No letter was noted as received, or something was handed over upon it.
    #[error("Tidak ada tanggal diterima yang dapat dibetulkan; setelah informasi diserahkan tanggal itu tetap.")]
    NothingReceived,
    /// Every paper that is asked for is there.
    #[error("Semua berkas yang diminta sudah diterima; nyatakan lengkap.")]
    NothingMissing,
    /// An answer needs complete papers first.
    #[error("Nyatakan berkas lengkap dahulu, baru permohonan dapat diputuskan.")]
    NotComplete,
    /// The request has its answer.
    #[error("Permohonan ini sudah diputuskan; bila suratnya keliru, nyatakan dahulu surat itu tidak berlaku.")]
    AlreadyDecided,
    /// The applicant was told what is missing already.
    #[error("Surat Keterangan Tidak Lengkap sudah dibuat; tunggu pemohon melengkapi, lalu nyatakan lengkap.")]
    AlreadyIncomplete,
    /// Nothing is to be told.
    #[error("Pada keadaan ini tidak ada kabar yang perlu disampaikan kepada pemohon.")]
    NothingToTell,
    /// Nothing was found missing.
    #[error("Permohonan ini tidak sedang menunggu kelengkapan dari pemohon.")]
    NotIncomplete,
    /// The applicant still has time to complete.
    #[error("Pemohon masih dapat melengkapi sampai {}; setelah itu permohonan dapat ditutup.", weekday_date(*.0))]
    CompletionRuns(NaiveDate),
    /// Nobody noted yet when the applicant got the letter about what is missing.
    #[error("Catat dahulu kapan Surat Keterangan Tidak Lengkap diterima pemohon; waktu melengkapi dihitung dari hari itu.")]
    NoticeOnItsWay,
    /// What was ordered is done by its day.
    #[error("Perintah untuk membuka informasi tidak dapat diperpanjang; laksanakan sampai batasnya.")]
    OrderRuns,
    /// What was ordered to be given in full is not withheld again.
    #[error(
        "Perintahnya membuka seluruh informasi ini, jadi tidak dapat ditolak atau dihitamkan lagi; kabulkan seluruhnya, atau jawab \
         tidak dikuasai bila memang tidak ada."
    )]
    OrderedWhole,
    /// What was ordered to be given in part is not withheld as a whole.
    #[error("Perintahnya membuka sebagian informasi ini; berikan bagian itu dengan Kabulkan sebagian atau Jawab per bagian.")]
    OrderedInPart,
    /// Whoever was ordered to answer does not send the applicant away.
    #[error("Ada perintah untuk menjawab permohonan ini; laksanakan perintah itu.")]
    OrderStands,
    /// The order upon which it was opened again is on record no more.
    #[error("Perintahnya tidak berlaku lagi menurut catatan keberatannya; catat dahulu dengan Perintah tidak berlaku lagi.")]
    OrderGone,
    /// The order upon which it was opened again is on record as it was.
    #[error(
        "Menurut catatan keberatannya perintah ini masih berlaku; catat dahulu gugatan atau putusan yang membatalkannya di halaman \
         keberatan."
    )]
    OrderHolds,
    /// It was not opened again, or is answered already.
    #[error("Tidak ada perintah yang menunggu dilaksanakan pada permohonan ini.")]
    NoOrderWaits,
    /// Nothing says when the answer left that is to be replaced, and afterwards nobody could note it.
    #[error(
        "Pengiriman jawaban sebelumnya belum dicatat; catat dahulu dengan Catat pengiriman surat atau Catat jawaban diterima, lalu buka \
         kembali."
    )]
    SendingForgotten,
    /// There is no answer and no closing that an order could overturn.
    #[error("Permohonan ini masih terbuka; langsung dijawab sesuai perintahnya.")]
    NotToBeReopened,
    /// Every letter to the applicant was noted as sent.
    #[error("Tidak ada surat kepada pemohon yang belum tercatat pengirimannya.")]
    NothingToSend,
    /// What was acted on is no mistake of the register.
    #[error("Sudah ada surat atas permohonan ini, jadi pendaftarannya tidak dapat dibatalkan.")]
    ActedOn,
    /// What should have been answered by then is not cancelled.
    #[error(
        "Waktu menjawabnya habis {}, jadi pendaftaran ini tidak dapat dibatalkan; jawab permohonannya, bila kembar dengan menunjuk \
         jawaban atas nomor kembarnya.",
        weekday_date(*.0)
    )]
    TermIsOver(NaiveDate),
    /// Somebody objected to how it was handled.
    #[error("Sudah ada keberatan atas permohonan ini, jadi pendaftarannya tidak dapat dibatalkan; jawab permohonannya.")]
    ObjectedTo,
    /// A second extension.
    #[error("Permohonan ini sudah diperpanjang; undang-undang hanya mengizinkan satu kali.")]
    AlreadyExtended,
    /// There is no letter yet.
    #[error("Permohonan ini belum dijawab dengan surat.")]
    NotAnswered,
    /// The applicant has the answer.
    #[error("Tanggal jawaban diterima sudah dicatat: {}.", date(*.0))]
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
    /// Nobody acts for the applicant.
    #[error("Tidak ada kuasa, wali, atau ahli waris yang sedang bertindak bagi pemohon ini.")]
    NobodyActs,
    /// It was recorded already.
    #[error("Permohonan ini sudah dicatat sebagai permohonan yang tidak sungguh-sungguh.")]
    AlreadyVexatious,
    /// Nothing lies here.
    #[error("Tidak ada salinan yang menunggu diambil pemohon.")]
    NothingToFetch,
    /// No letter left by a carrier.
    #[error("Tidak ada surat yang dikirim melalui pos, kurir, atau saluran lain yang dapat kembali.")]
    NothingReturned,
    /// The office holds no money of the applicant.
    #[error("Tidak ada biaya yang sudah dibayar untuk dikembalikan.")]
    NothingToRefund,
    /// It was registered by mistake.
    #[error("Pendaftaran ini dibatalkan; catat pada permohonan yang berlaku.")]
    WasCancelled,
    /// The dates are the same.
    #[error("Batas waktu permohonan ini tidak berubah.")]
    NothingMoved,
    /// The file is attached already.
    #[error("Berkas yang sama sudah terlampir pada permohonan ini.")]
    FileAttached,
    /// The file holds nothing.
    #[error("Berkas ini kosong; pindai lagi atau pilih berkas lain.")]
    FileEmpty,
    /// The file is larger than this many megabytes.
    #[error(
        "Berkas ini lebih besar dari {0} MB, jadi tidak dilampirkan; pindai dengan 200 dpi atau bagi menjadi beberapa berkas."
    )]
    FileTooLarge(u64),
    /// Its type is not taken.
    #[error(
        "Jenis berkas ini tidak diterima; pakai PDF, gambar (JPEG, PNG, TIFF, WebP, HEIC), berkas Office atau LibreOffice, CSV, TXT, atau ZIP."
    )]
    FileTypeNotTaken,
    /// What it is for was not said.
    #[error("Pilih dahulu untuk apa berkas ini.")]
    FilePurposeMissing,
    /// Its type is taken only for information that is handed over.
    #[error(
        "Berkas Office, teks dan ZIP tidak membuktikan identitas, kuasa atau tanda tangan; pindai menjadi PDF atau gambar, atau pilih Lain-lain."
    )]
    FileForReleaseOnly,
    /// The request holds this many files, and no more.
    #[error("Permohonan ini sudah berisi {0} berkas; gabungkan pindaian berikutnya menjadi satu PDF.")]
    FilesTooMany(usize),
}
