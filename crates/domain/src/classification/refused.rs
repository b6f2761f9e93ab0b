//! Why a step of a consequence test or its classification is refused, each in one sentence.

/// Why a step of a consequence test or its classification is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClassificationRefused {
    /// The leader approved or rejected the test.
    #[error("Lembar uji ini sudah diputus pimpinan dan tidak dapat diubah; buat pengujian baru.")]
    AlreadyDecided,
    /// The leader did not say yet.
    #[error("Penetapan memerlukan persetujuan pimpinan lebih dahulu.")]
    NotApproved,
    /// There is nothing left to decree.
    #[error("Klasifikasi ini sudah ditetapkan atau tidak disetujui.")]
    NothingToDecree,
    /// What was not decreed cannot be lifted.
    #[error("Hanya informasi yang sudah ditetapkan dikecualikan yang dapat dibuka.")]
    NotDecreed,
}
