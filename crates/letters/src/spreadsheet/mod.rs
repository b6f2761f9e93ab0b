//! Registers and the catalogue as files for a spreadsheet, and tables of an office read back from one.

mod error;
mod grid;
mod guard;
mod mistaken;
mod number_shown;
mod old_workbook;
mod open_document;
mod plain;
mod reading;
mod separated;
mod shown;
mod workbook;
mod writing;

pub use error::{LARGEST_FILE, MOST_ROWS, SpreadsheetError};
pub use grid::{Line, ReadTable};
pub use guard::guarded;
pub use reading::{read, read_table};
pub use separated::{csv, csv_of};
pub use writing::xlsx;
