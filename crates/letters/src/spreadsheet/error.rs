//! How large a table may be, and why one cannot be written or read.

use rust_xlsxwriter::XlsxError;

/// Largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// Most rows that are taken in.
pub const MOST_ROWS: usize = 5_000;
/// Rows of a file beyond that: titles above the heads, sections and empty rows between.
pub(super) const ROWS_BESIDE: usize = 200;
/// Columns beyond this many are not read; a catalogue has twelve.
pub(super) const MOST_COLUMNS: usize = 100;
/// Most letters of all cells together, in bytes: a merged cell is written into each of its places.
pub(super) const MOST_TEXT: usize = 64 * 1024 * 1024;

/// Why a file of figures cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum SpreadsheetError {
    /// The file could not be put together.
    #[error("Berkas Excel tidak dapat dibuat; coba lagi atau simpan sebagai CSV.")]
    Writing(#[from] XlsxError),
    /// The CSV could not be put together.
    #[error("Berkas CSV tidak dapat dibuat; coba lagi atau simpan sebagai Excel.")]
    WritingCsv(#[from] csv::Error),
    /// Too large to be a catalogue.
    #[error("Berkas ini lebih besar daripada tabel yang dapat dibaca; pisahkan menjadi beberapa berkas.")]
    TooLarge,
    /// Too many rows.
    #[error("Berkas ini memuat lebih dari {MOST_ROWS} baris; pisahkan menjadi beberapa berkas.")]
    TooManyRows,
    /// Only a password opens it.
    #[error("Berkas ini dilindungi kata sandi; buka di Excel, hapus kata sandinya, simpan, lalu coba lagi.")]
    Protected,
    /// None of the forms a table comes in.
    #[error(
        "Berkas ini bukan tabel yang dapat dibaca (.xlsx, .xls, .ods, .csv, atau .txt); simpan ulang dari Excel sebagai .xlsx tanpa \
         kata sandi, lalu coba lagi."
    )]
    Unreadable(#[source] Option<Box<dyn std::error::Error + Send + Sync>>),
}

/// As a cause of [`SpreadsheetError::Unreadable`].
pub(super) fn unreadable(cause: impl std::error::Error + Send + Sync + 'static) -> SpreadsheetError {
    SpreadsheetError::Unreadable(Some(cause.into()))
}
