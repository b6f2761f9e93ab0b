//! The first sheet of a workbook of Excel.

use super::error::{SpreadsheetError, unreadable};
use super::grid::{Grid, ReadTable};
use super::old_workbook;
use super::shown::shown;
use calamine::{Data, Dimensions, Reader, SheetVisible, Xls, Xlsx};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most bytes that the parts of a file may unpack to: a catalogue of the most rows takes a tenth of it. A file of a megabyte
/// can be made to unpack to a thousand.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Most parts of a file.
const MOST_PARTS: usize = 1_000;

/// Unpacks every part and throws it away, and stops where they come to more than a catalogue could: what a file says of its own
/// sizes may be untrue.
pub(super) fn check_unpacked(bytes: &[u8]) -> Result<(), SpreadsheetError> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if parts.len() > MOST_PARTS {
        return Err(SpreadsheetError::TooLarge);
    }
    let mut room = MOST_UNPACKED;
    for part in 0..parts.len() {
        let part = parts.by_index(part).map_err(unreadable)?;
        if part.size() > room {
            return Err(SpreadsheetError::TooLarge);
        }
        let unpacked = std::io::copy(&mut part.take(room + 1), &mut std::io::sink()).map_err(unreadable)?;
        room = room.checked_sub(unpacked).ok_or(SpreadsheetError::TooLarge)?;
    }
    Ok(())
}

/// The sheets that are shown, in order; all of them where none is.
fn sheets<R: Reader<Cursor<T>>, T: AsRef<[u8]>>(workbook: &R) -> Vec<String> {
    let shown = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let shown: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
    if shown.is_empty() { workbook.sheet_names() } else { shown }
}

/// The first sheet that says anything, of these.
fn first_filled(
    names: Vec<String>,
    mut read: impl FnMut(&str) -> Result<ReadTable, SpreadsheetError>,
) -> Result<ReadTable, SpreadsheetError> {
    for name in names {
        let table = read(&name)?;
        if !table.lines.is_empty() {
            return Ok(table);
        }
    }
    Ok(ReadTable::default())
}

fn at(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

fn fill(grid: &mut Grid, merged: &[Dimensions]) -> Result<(), SpreadsheetError> {
    merged.iter().try_for_each(|of| grid.fill((at(of.start.0), at(of.start.1)), (at(of.end.0), at(of.end.1))))
}

/// An `.xlsx`, read cell by cell, because a sheet with one cell in its last corner would make a table of seventeen thousand million.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<ReadTable, SpreadsheetError> {
    check_unpacked(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    first_filled(sheets(&workbook), |name| {
        let mut grid = Grid::default();
        let mut cells = workbook.worksheet_cells_reader(name).map_err(unreadable)?;
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(unreadable)? {
            let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
            let code = format.map_or("General", |format| format.format_code.as_str());
            let (row, column) = cell.get_position();
            grid.put(at(row), at(column), shown(&Data::from(cell.get_value().clone()), code))?;
        }
        drop(cells);
        let merged = workbook.merge_cells_by_sheet_name(name).map_err(unreadable)?;
        fill(&mut grid, &merged)?;
        Ok(grid.read())
    })
}

/// An `.xls` of Excel 97 to 2003.
pub(super) fn read_xls(bytes: &[u8]) -> Result<ReadTable, SpreadsheetError> {
    old_workbook::check_reach(bytes)?;
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(unreadable)?;
    first_filled(sheets(&workbook), |name| {
        let mut grid = Grid::default();
        let range = workbook.worksheet_range(name).map_err(unreadable)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            grid.put(at(top) + row, at(left) + column, shown(cell, ""))?;
        }
        let merged = workbook.merge_cells_by_sheet_name(name).map_err(unreadable)?;
        fill(&mut grid, &merged)?;
        Ok(grid.read())
    })
}
