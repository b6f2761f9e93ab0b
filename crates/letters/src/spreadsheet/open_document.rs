//! The first table of an OpenDocument spreadsheet, which keeps beside each value what is shown of it.

use super::error::{MOST_COLUMNS, MOST_ROWS, ROWS_BESIDE, SpreadsheetError, unreadable};
use super::grid::{CellSaid, Grid, ReadTable};
use super::number_shown;
use super::workbook::check_unpacked;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The part of the file that holds its tables.
pub(super) const CONTENT: &str = "content.xml";

/// A cell that is being read.
#[derive(Default)]
struct Open {
    said: CellSaid,
    paragraphs: usize,
    /// How many cells it stands for, one beside the other.
    times: usize,
    /// How many rows and columns it was merged over.
    spans: (usize, usize),
}

/// An `.ods`.
pub(super) fn read_ods(bytes: &[u8]) -> Result<ReadTable, SpreadsheetError> {
    check_unpacked(bytes)?;
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let part = |name: &str, parts: &mut ZipArchive<Cursor<&[u8]>>| {
        let mut text = String::new();
        parts.by_name(name).map_err(unreadable)?.read_to_string(&mut text).map_err(unreadable)?;
        Ok::<_, SpreadsheetError>(text)
    };
    if part("META-INF/manifest.xml", &mut parts).is_ok_and(|manifest| manifest.contains("encryption-data")) {
        return Err(SpreadsheetError::Protected);
    }
    let content = part(CONTENT, &mut parts)?;
    let mut reader = Reader::from_str(&content);
    loop {
        match reader.read_event().map_err(unreadable)? {
            Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                let table = read_one(&mut reader)?;
                if !table.lines.is_empty() {
                    return Ok(table);
                }
            }
            Event::Eof => return Ok(ReadTable::default()),
            _ => {}
        }
    }
}

/// The rows of one table, up to its end.
fn read_one(reader: &mut Reader<&[u8]>) -> Result<ReadTable, SpreadsheetError> {
    let mut grid = Grid::default();
    let mut merged = Vec::new();
    let (mut row, mut column, mut repeated) = (0_usize, 0_usize, 1_usize);
    let mut from = 0;
    let mut cell: Option<Open> = None;
    let mut row_cells: Vec<(usize, usize, CellSaid)> = Vec::new();
    let mut noted = 0_usize;
    loop {
        let event = reader.read_event().map_err(unreadable)?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "table:table-row" => (repeated, column, from) = (number(tag, "table:number-rows-repeated"), 0, row),
                "table:table-cell" | "table:covered-table-cell" => cell = Some(begun(tag)),
                // What somebody noted beside a cell is not what it says.
                "office:annotation" if matches!(event, Event::Start(_)) => noted += 1,
                "text:p" if noted == 0 => {
                    if let Some(cell) = &mut cell {
                        cell.paragraphs += 1;
                        if cell.paragraphs > 1 {
                            cell.said.text.push('\n');
                        }
                    }
                }
                "text:s" => add(&mut cell, noted, &" ".repeat(number(tag, "text:c").min(100))),
                "text:tab" => add(&mut cell, noted, "\t"),
                "text:line-break" => add(&mut cell, noted, "\n"),
                _ => {}
            },
            Event::Text(text) => add(&mut cell, noted, &text.xml10_content()),
            Event::CData(text) => add(&mut cell, noted, &text.xml10_content()),
            Event::GeneralRef(reference) => add(&mut cell, noted, &resolved(reference)?),
            _ => {}
        }
        let ended = match &event {
            Event::End(tag) => Some(tag.name().as_ref().to_owned()),
            Event::Empty(tag) => Some(tag.name().as_ref().to_owned()),
            Event::Eof => return Err(SpreadsheetError::Unreadable(None)),
            _ => None,
        };
        match ended.as_deref() {
            Some("table:table-cell" | "table:covered-table-cell") => {
                let Open { said, times, spans, .. } = cell.take().unwrap_or_default();
                if spans != (1, 1) {
                    merged.push(((row, column), (row + spans.0 - 1, column + spans.1 - 1)));
                }
                if !said.text.trim().is_empty() {
                    row_cells.push((column, times, said));
                }
                column = column.saturating_add(times);
            }
            Some("table:table-row") => {
                let filled = std::mem::take(&mut row_cells);
                if !filled.is_empty() && from.saturating_add(repeated) > MOST_ROWS + ROWS_BESIDE {
                    return Err(SpreadsheetError::TooManyRows);
                }
                for (column, times, said) in filled {
                    for (row, column) in
                        (from..from + repeated).flat_map(|row| (column..column + times).map(move |column| (row, column)))
                    {
                        grid.put(row, column, CellSaid { text: said.text.clone(), rounded: said.rounded })?;
                    }
                }
                row = from.saturating_add(repeated);
            }
            Some("office:annotation") => noted = noted.saturating_sub(1),
            Some("table:table") => {
                merged.iter().try_for_each(|(first, last)| grid.fill(*first, *last))?;
                return Ok(grid.read());
            }
            _ => {}
        }
    }
}

/// A cell at its beginning.
fn begun(tag: &BytesStart<'_>) -> Open {
    let value = tag.try_get_attribute("office:value").ok().flatten().and_then(|value| value.value.parse().ok());
    let rounded = value.is_some_and(|value: f64| number_shown::shown(value, "").rounded);
    let spanned = |what: &str| number(tag, what).min(MOST_ROWS);
    Open {
        said: CellSaid { text: String::new(), rounded },
        paragraphs: 0,
        times: number(tag, "table:number-columns-repeated").min(MOST_COLUMNS),
        spans: (spanned("table:number-rows-spanned"), spanned("table:number-columns-spanned")),
    }
}

/// What an attribute counts; one where it says nothing.
fn number(tag: &BytesStart<'_>, name: &str) -> usize {
    let found = tag.try_get_attribute(name).ok().flatten();
    found.and_then(|found| found.value.parse().ok()).filter(|count| *count > 0).unwrap_or(1)
}

fn add(cell: &mut Option<Open>, noted: usize, text: &str) {
    if let Some(cell) = cell.as_mut().filter(|cell| noted == 0 && cell.paragraphs > 0) {
        cell.said.text.push_str(text);
    }
}

/// The letter that a reference such as `&amp;` stands for.
fn resolved(reference: &BytesRef<'_>) -> Result<String, SpreadsheetError> {
    if let Some(letter) = reference.resolve_char_ref().map_err(unreadable)? {
        return Ok(letter.to_string());
    }
    Ok(resolve_predefined_entity(&reference.xml10_content()).unwrap_or_default().to_owned())
}
