//! One reader for every table that an office brings, whatever it was saved as.

use super::error::{LARGEST_FILE, SpreadsheetError};
use super::grid::{Line, ReadTable};
use super::open_document::{CONTENT, read_ods};
use super::plain::read_plain;
use super::workbook::{read_xls, read_xlsx};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The first bytes of a file that keeps others in it, as `.xls` does.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The rows of a file, every cell as text; empty ones are left out.
///
/// # Errors
/// As [`read_table`].
pub fn read(bytes: &[u8]) -> Result<Vec<Line>, SpreadsheetError> {
    Ok(read_table(bytes)?.lines)
}

/// The table in a file: `.xlsx`, `.xls`, `.ods`, or text with commas, semicolons or tabs. Which it is shows in its first bytes. Every
/// cell says what is shown of it, and what several cells were merged into stands in each of them.
///
/// # Errors
/// [`SpreadsheetError`] says what to do about the file.
pub fn read_table(bytes: &[u8]) -> Result<ReadTable, SpreadsheetError> {
    if bytes.len() > LARGEST_FILE {
        return Err(SpreadsheetError::TooLarge);
    }
    at_the_border(|| {
        if bytes.starts_with(b"PK") {
            let names = CONTENT.as_bytes();
            // The list of parts stands at the end of the file, with their names as they are.
            let open = bytes.windows(names.len()).any(|part| part == names);
            if open { read_ods(bytes) } else { read_xlsx(bytes) }
        } else if bytes.starts_with(&COMPOUND) {
            read_xls(bytes)
        } else {
            read_plain(bytes)
        }
    })
}

/// Reads what others wrote with code of others: where that code gives up, the file is one that cannot be read.
fn at_the_border(read: impl FnOnce() -> Result<ReadTable, SpreadsheetError>) -> Result<ReadTable, SpreadsheetError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_given_up| Err(SpreadsheetError::Unreadable(None)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_gives_up_is_a_file_that_cannot_be_read() {
        let gave_up = at_the_border(|| std::panic::resume_unwind(Box::new(())));
        assert!(matches!(gave_up, Err(SpreadsheetError::Unreadable(None))));
    }
}
