//! What keeps a paper from being printed.

use crate::emblem::EmblemError;

/// Why a paper could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// The letterhead's emblem is not a readable picture.
    #[error(transparent)]
    Emblem(#[from] EmblemError),
    /// A code is too long to be drawn as a QR.
    #[error("kode terlalu panjang untuk QR")]
    CodeTooLong(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A bundled font could not be reduced to the glyphs in use.
    #[error("huruf {face} tidak dapat disematkan: {reason}")]
    Font {
        /// The PostScript name of the font.
        face: &'static str,
        /// What the subsetter says.
        reason: String,
    },
    /// The finished document could not be written.
    #[error("berkas PDF tidak dapat ditulis: {0}")]
    Writing(#[from] std::io::Error),
    /// A finished document could not be read again, to be moved or measured.
    #[error("berkas PDF tidak dapat dibaca kembali")]
    Reading(#[from] lopdf::Error),
}
