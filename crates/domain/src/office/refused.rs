//! Why an account of the office may not go on, or a numbered form may not be used, in one sentence.

/// Why an account or a numbered form is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfficeRefused {
    /// The account was closed.
    #[error("Akun ini sudah ditutup; masuk dengan akun lain.")]
    AccountClosed,
    /// No such number was given to a form of this desk.
    #[error("Nomor ini tidak disediakan untuk formulir di meja ini; pilih dari daftar formulir bernomor.")]
    NoSuchForm,
    /// Every numbered form is accounted for.
    #[error("Tidak ada formulir bernomor yang belum dicatat; sediakan dahulu nomornya.")]
    NoOpenForm,
    /// A request bears it.
    #[error("Formulir ini sudah didaftarkan; buka permohonannya dari daftar formulir bernomor.")]
    FormUsed,
    /// It is void.
    #[error(
        "Nomor formulir ini sudah dinyatakan batal; daftarkan permohonannya dengan nomor baru dan sebut nomor formulir di Catatan."
    )]
    FormVoid,
}
