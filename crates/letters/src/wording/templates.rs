//! Which texts of letters an office may word its own way; their originals are the files of `wording/` beside `src`.

macro_rules! templates {
    ($( $(#[$doc:meta])* $name:ident = $code:literal, $title:literal, $paper:literal, needs [$($need:literal),*], may [$($may:literal),*]; )+) => {
        /// A text of a letter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Template { $( $(#[$doc])* $name ),+ }

        impl Template {
            /// Every template, in the order of the letters.
            pub const ALL: &'static [Self] = &[ $( Self::$name ),+ ];

            /// The stable code, as it is stored.
            pub fn code(self) -> &'static str {
                match self { $( Self::$name => $code ),+ }
            }

            /// What it is, for a list.
            pub fn title(self) -> &'static str {
                match self { $( Self::$name => $title ),+ }
            }

            /// The letter it stands in.
            pub fn paper(self) -> &'static str {
                match self { $( Self::$name => $paper ),+ }
            }

            /// The text that comes with the app.
            pub fn original(self) -> &'static str {
                match self { $( Self::$name => include_str!(concat!("../../wording/", $code, ".txt")).trim_ascii_end() ),+ }
            }

            /// The placeholders without which the letter would leave out what the law asks.
            pub fn needed(self) -> &'static [&'static str] {
                match self { $( Self::$name => &[$($need),*] ),+ }
            }

            /// Every placeholder it knows.
            pub fn placeholders(self) -> &'static [&'static str] {
                match self { $( Self::$name => &[$($need,)* $($may),*] ),+ }
            }
        }
    };
}

templates! {
    /// The rights on the back of the request form, one paragraph each.
    ApplicantRights = "hak-pemohon", "Hak-hak pemohon informasi publik", "Formulir Permohonan Informasi Publik",
        needs ["keputusan_biaya"], may [];
    /// Opening of the Surat Keterangan Tidak Lengkap.
    IncompleteOpening = "tidak-lengkap-pembuka", "Pembuka surat tidak lengkap", "Surat Keterangan Tidak Lengkap",
        needs ["nomor_pendaftaran"], may ["nama", "tanggal_permohonan"];
    /// Its closing: by when, and what follows otherwise.
    IncompleteClosing = "tidak-lengkap-penutup", "Batas melengkapi dan akibatnya", "Surat Keterangan Tidak Lengkap",
        needs ["batas"], may ["nama"];
    /// The same where the letter travels: from its receipt on.
    IncompleteClosingOnItsWay = "tidak-lengkap-penutup-kirim", "Batas melengkapi bila surat dikirim", "Surat Keterangan Tidak Lengkap",
        needs [], may ["nama"];
    /// Opening of the extension.
    ExtensionOpening = "perpanjangan-pembuka", "Pembuka pemberitahuan perpanjangan", "Pemberitahuan Perpanjangan Waktu",
        needs ["nomor_pendaftaran"], may ["nama", "tanggal_permohonan"];
    /// Its closing: from when to when.
    ExtensionClosing = "perpanjangan-penutup", "Batas lama, batas baru, dan penutup", "Pemberitahuan Perpanjangan Waktu",
        needs ["batas_lama", "batas_baru"], may ["nama"];
    /// Opening of the written notice.
    NoticeOpening = "pemberitahuan-pembuka", "Pembuka Pemberitahuan Tertulis", "Pemberitahuan Tertulis",
        needs ["nomor_pendaftaran"], may ["tanggal_permohonan", "nama"];
    /// To whom the applicant may turn when another body holds the information.
    NoticeOtherBody = "pemberitahuan-badan-lain", "Petunjuk kepada badan publik lain", "Pemberitahuan Tertulis",
        needs ["badan"], may ["nama"];
    /// What an applicant who does not get everything may do.
    ObjectionRight = "hak-keberatan", "Hak mengajukan keberatan", "Pemberitahuan Tertulis dan SK Penolakan",
        needs [], may ["nama"];
    /// Opening of the hand-over receipt.
    HandOverOpening = "penyerahan-pembuka", "Pembuka tanda bukti penyerahan", "Tanda Bukti Penyerahan Informasi",
        needs ["nomor_pendaftaran", "tanggal"], may ["penerima"];
    /// The same where the information travels: whoever signs it only sent it.
    HandOverOpeningOnItsWay = "penyerahan-pembuka-kirim", "Pembuka bila informasi dikirim", "Tanda Bukti Penyerahan Informasi",
        needs ["nomor_pendaftaran", "tanggal"], may ["penerima"];
    /// Its closing: the information was received.
    HandOverClosing = "penyerahan-penutup", "Penutup tanda bukti penyerahan", "Tanda Bukti Penyerahan Informasi",
        needs [], may ["penerima"];
    /// Opening of the superior's answer.
    AnswerOpening = "tanggapan-pembuka", "Pembuka tanggapan keberatan", "Tanggapan atas Keberatan",
        needs ["nomor_keberatan"], may ["tanggal_keberatan", "nama"];
    /// What follows for the applicant: the right to a dispute.
    DisputeRight = "hak-sengketa", "Hak mengajukan sengketa", "Tanggapan atas Keberatan",
        needs [], may ["nama"];
    /// Opening of the forwarding slip.
    DispositionOpening = "penerusan-pembuka", "Pembuka lembar penerusan", "Lembar Penerusan",
        needs ["nomor_pendaftaran"], may ["tujuan"];
    /// Its closing: the clock does not stop.
    DispositionClosing = "penerusan-penutup", "Penutup lembar penerusan", "Lembar Penerusan",
        needs ["batas"], may ["tujuan"];
    /// Opening of the decree that classifies.
    DecreeOpening = "penetapan-pembuka", "Pembuka penetapan klasifikasi", "Surat Penetapan Klasifikasi",
        needs [], may [];
    /// Its closing: what follows when the period ends.
    DecreeClosing = "penetapan-penutup", "Penutup penetapan klasifikasi", "Surat Penetapan Klasifikasi",
        needs [], may [];
    /// The body of the addendum.
    AddendumBody = "perubahan-batas", "Isi pemberitahuan perubahan batas waktu", "Pemberitahuan Perubahan Batas Waktu",
        needs ["nomor_pendaftaran", "batas_lama", "batas_baru", "alasan"], may ["nama"];
}
