//! The cells of a table while it is read.

use super::error::{MOST_COLUMNS, MOST_ROWS, MOST_TEXT, ROWS_BESIDE, SpreadsheetError};

/// A row of a file: the number that stands before it in a spreadsheet, and its cells as text.
pub type Line = (usize, Vec<String>);

/// A table as it was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ReadTable {
    /// The rows that say something, every cell as it is shown.
    pub lines: Vec<Line>,
    /// Numbers of more digits than a spreadsheet keeps, so that the last ones are lost: number of the row, place among its cells.
    pub rounded: Vec<(usize, usize)>,
}

/// What a cell says, and whether digits of it are lost.
#[derive(Default)]
pub(super) struct CellSaid {
    pub(super) text: String,
    pub(super) rounded: bool,
}

impl CellSaid {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), rounded: false }
    }
}

/// Cells by their place; rows and columns count from zero.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<String>>,
    rounded: Vec<(usize, usize)>,
    bytes: usize,
}

impl Grid {
    /// Puts a cell in. What stands too far to the right is passed over; what stands too far down is an error, because it would be
    /// lost.
    pub(super) fn put(&mut self, row: usize, column: usize, said: CellSaid) -> Result<(), SpreadsheetError> {
        let text = said.text.trim();
        if text.is_empty() || column >= MOST_COLUMNS {
            return Ok(());
        }
        if row > MOST_ROWS + ROWS_BESIDE {
            return Err(SpreadsheetError::TooManyRows);
        }
        self.bytes += text.len();
        if self.bytes > MOST_TEXT {
            return Err(SpreadsheetError::TooLarge);
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(row) {
            cells.resize_with(cells.len().max(column + 1), String::new);
            if let Some(cell) = cells.get_mut(column) {
                text.clone_into(cell);
            }
        }
        if said.rounded {
            self.rounded.push((row + 1, column));
        }
        Ok(())
    }

    /// Writes what stands in the first cell of a merged region into all of them; the region is that of `first` to `last`, both
    /// (row, column).
    pub(super) fn fill(&mut self, first: (usize, usize), last: (usize, usize)) -> Result<(), SpreadsheetError> {
        let Some(text) = self.rows.get(first.0).and_then(|row| row.get(first.1)).cloned() else { return Ok(()) };
        let bottom = last.0.min(self.rows.len().saturating_sub(1));
        for row in first.0..=bottom {
            for column in first.1..=last.1.min(MOST_COLUMNS - 1) {
                let free = self.rows.get(row).is_none_or(|cells| cells.get(column).is_none_or(String::is_empty));
                if free {
                    self.put(row, column, CellSaid::text(text.as_str()))?;
                }
            }
        }
        Ok(())
    }

    /// The rows that say something, all of one width.
    pub(super) fn read(mut self) -> ReadTable {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        self.rows.iter_mut().for_each(|row| row.resize_with(width, String::new));
        let filled = |(_, row): &Line| row.iter().any(|cell| !cell.is_empty());
        ReadTable { lines: (1..).zip(self.rows).filter(filled).collect(), rounded: self.rounded }
    }
}
