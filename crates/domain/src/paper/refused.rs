//! Why a paper is not printed, each in one sentence.

/// Why a paper is not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperRefused {
    /// There is no decision to print or hand over yet.
    #[error("Surat ini belum ada karena permohonan belum diputuskan demikian.")]
    NoSuchPaper,
    /// The recovery card can be printed only while its code is known.
    #[error("Kartu pemulihan hanya dapat dicetak saat pengaturan awal; kodenya tidak disimpan di komputer ini.")]
    NoCard,
}
