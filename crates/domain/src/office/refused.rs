//! Why an account of the office may not go on, in one sentence.

/// Why an account is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfficeRefused {
    /// The account was closed.
    #[error("Akun ini sudah ditutup; masuk dengan akun lain.")]
    AccountClosed,
}
