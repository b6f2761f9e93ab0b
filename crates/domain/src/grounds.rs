//! UU KIP Pasal 17 and Pasal 6(3): why information may be withheld.

use crate::coded::coded;

coded! {
    /// A letter of Pasal 17 UU KIP, with its short official label.
    pub enum Ground {
        /// Law enforcement.
        A = "a" => "menghambat proses penegakan hukum",
        /// Intellectual property and fair competition.
        B = "b" => "mengganggu kepentingan pelindungan hak atas kekayaan intelektual dan pelindungan dari persaingan usaha tidak sehat",
        /// Defence and security.
        C = "c" => "membahayakan pertahanan dan keamanan negara",
        /// Natural wealth.
        D = "d" => "mengungkapkan kekayaan alam Indonesia",
        /// National economy.
        E = "e" => "merugikan ketahanan ekonomi nasional",
        /// Foreign relations.
        F = "f" => "merugikan kepentingan hubungan luar negeri",
        /// Private deeds and wills.
        G = "g" => "mengungkapkan isi akta otentik yang bersifat pribadi dan kemauan terakhir ataupun wasiat seseorang",
        /// Privacy.
        H = "h" => "mengungkap rahasia pribadi",
        /// Internal memoranda.
        I = "i" => "memorandum atau surat antar-Badan Publik atau intra-Badan Publik yang menurut sifatnya dirahasiakan, kecuali atas putusan Komisi Informasi atau pengadilan",
        /// Another act forbids it; the act and article must be named.
        J = "j" => "informasi yang tidak boleh diungkapkan berdasarkan Undang-Undang",
    }
}

impl Ground {
    /// Letters a–f are never permanent (Ps 20(1)): a refusal under them needs a date on which the exemption ends.
    pub fn must_expire(self) -> bool {
        self <= Self::F
    }

    /// The longest an exemption under this letter may last, in years (PP 61/2010: 30 for law enforcement).
    pub fn longest_years(self) -> Option<u32> {
        (self == Self::A).then_some(30)
    }
}

coded! {
    /// A letter of Ps 6(3) UU KIP that lets a public body withhold; letter e has answers of its own (*belum dikuasai*,
    /// *belum didokumentasikan*).
    pub enum DutyLimit {
        /// Danger to the state.
        A = "a" => "informasi yang dapat membahayakan negara",
        /// Unfair competition.
        B = "b" => "informasi yang berkaitan dengan kepentingan pelindungan usaha dari persaingan usaha tidak sehat",
        /// Personal rights.
        C = "c" => "informasi yang berkaitan dengan hak-hak pribadi",
        /// Secrets of office.
        D = "d" => "informasi yang berkaitan dengan rahasia jabatan",
    }
}
