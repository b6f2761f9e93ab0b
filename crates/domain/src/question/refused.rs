//! Why nothing may be asked, answered or closed, each in one sentence.

/// Why a step of a question is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuestionRefused {
    /// It was asked.
    #[error("Pertanyaan ini sudah diajukan; buka dari daftarnya.")]
    AlreadyAsked,
    /// It is closed.
    #[error("Pertanyaan ini sudah ditutup; ajukan pertanyaan baru bila perlu.")]
    Closed,
    /// It holds as many messages as one may.
    #[error("Percakapan ini sudah terlalu panjang; tutup lalu ajukan pertanyaan baru.")]
    TooLong,
    /// Somebody else asked it.
    #[error("Hanya yang mengajukan pertanyaan ini yang dapat melanjutkan atau menutupnya.")]
    AskedByOthers,
    /// Whoever asks does not answer.
    #[error("Pertanyaan ini diajukan dari sini; jawabannya datang dari yang ditanya.")]
    AskedHere,
    /// Nothing waits for an answer.
    #[error("Pertanyaan ini sudah dijawab; tunggu bila ada pertanyaan lanjutan.")]
    AlreadyAnswered,
}
