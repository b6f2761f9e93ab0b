//! Why a paper is not printed, each in one sentence.

/// Why a paper is not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperRefused {
    /// There is no decision to print or hand over yet.
    #[error("Surat ini belum ada karena permohonan belum diputuskan demikian.")]
    NoSuchPaper,
    /// Every letter has its number, and none was written that could get another.
    #[error("Belum ada surat yang nomornya dapat dicatat.")]
    NothingToNumber,
    /// There is no letter that could be taken back.
    #[error("Belum ada surat yang dapat dinyatakan tidak berlaku.")]
    NothingToCancel,
    /// What was done upon a letter cannot be undone by taking it back.
    #[error(
        "Surat ini sudah dilaksanakan atau dipersoalkan, jadi tidak dapat dinyatakan tidak berlaku; kekeliruannya diperbaiki lewat keberatan."
    )]
    ActedUpon,
    /// It was never printed.
    #[error("Surat ini belum pernah dicetak; cetak aslinya.")]
    NotPrinted,
    /// The original is with whom it was written to.
    #[error("Aslinya sudah disampaikan kepada pemohon; cetak salinannya.")]
    OriginalLeft,
    /// The recovery card can be printed only while its code is known.
    #[error("Kartu pemulihan hanya dapat dicetak saat pengaturan awal; kodenya tidak disimpan di komputer ini.")]
    NoCard,
}
