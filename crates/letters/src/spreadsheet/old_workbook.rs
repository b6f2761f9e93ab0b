//! How far the cells of an `.xls` reach, before a table of that size is made.

use super::error::{MOST_ROWS, ROWS_BESIDE, SpreadsheetError, unreadable};
use std::io::{Cursor, Read};

/// Records of one cell or a run of them; all begin with row and column, both of two bytes.
const CELLS: [u16; 8] = [0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];

/// Refuses what only a password opens, and what reaches further down than a table that can be taken in.
pub(super) fn check_reach(bytes: &[u8]) -> Result<(), SpreadsheetError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(unreadable)?;
    // So Excel wraps an `.xlsx` that has a password.
    if file.exists("/EncryptedPackage") {
        return Err(SpreadsheetError::Protected);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.exists(name)).ok_or(SpreadsheetError::Unreadable(None))?;
    let mut records = Vec::new();
    file.open_stream(name).map_err(unreadable)?.read_to_end(&mut records).map_err(unreadable)?;
    let mut rest = records.as_slice();
    while let [a, b, c, d, after @ ..] = rest {
        let (kind, length) = (u16::from_le_bytes([*a, *b]), usize::from(u16::from_le_bytes([*c, *d])));
        // FILEPASS: what follows is encrypted.
        if kind == 0x002f {
            return Err(SpreadsheetError::Protected);
        }
        if let [low, high, ..] = after
            && CELLS.contains(&kind)
            && usize::from(u16::from_le_bytes([*low, *high])) > MOST_ROWS + ROWS_BESIDE
        {
            return Err(SpreadsheetError::TooManyRows);
        }
        rest = after.get(length..).unwrap_or_default();
    }
    Ok(())
}
