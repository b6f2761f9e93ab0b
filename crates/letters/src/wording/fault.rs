//! What keeps a text from standing in a letter.

/// Longest text, in characters.
pub(super) const LONGEST: usize = 5_000;

/// Why a text cannot stand in a letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingFault {
    /// Nothing is left.
    #[error("Naskah masih kosong; tulis kalimatnya atau kembalikan naskah asli.")]
    Empty,
    /// Too long for its place.
    #[error("Naskah paling panjang {LONGEST} huruf; ringkas dahulu.")]
    TooLong,
    /// A placeholder nobody fills.
    #[error("Isian {{{0}}} tidak dikenal untuk naskah ini; periksa ejaannya.")]
    Unknown(String),
    /// A placeholder the letter must have.
    #[error("Isian {{{0}}} wajib ada dalam naskah ini; tambahkan kembali.")]
    Missing(&'static str),
    /// A brace without its partner.
    #[error("Ada kurung kurawal yang tidak berpasangan; tulis isian seperti {{nama}}.")]
    Unbalanced,
    /// An asterisk without its partner in the same paragraph.
    #[error("Ada tanda bintang yang tidak berpasangan; apit kata yang dicetak tebal seperti *ini*.")]
    HalfBold,
}
