//! A table as plain text: CSV, tabs between, or what Excel calls Unicode Text.

use super::error::{MOST_COLUMNS, MOST_ROWS, ROWS_BESIDE, SpreadsheetError, unreadable};
use super::grid::{CellSaid, Grid, ReadTable};
use super::guard::unguarded;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A record of a file and the line it begins in, from one.
type Numbered = (u64, Vec<String>);

/// The rows of a text.
pub(super) fn read_plain(bytes: &[u8]) -> Result<ReadTable, SpreadsheetError> {
    let text = decoded(bytes)?;
    // Excel's own way to say what stands between the cells.
    let first = text.lines().next().unwrap_or_default();
    let said = first.trim_matches(['"', ' ', ';', ',']).strip_prefix("sep=").map(|_| first);
    let sign = said.and_then(|line| line.split_once("sep=")).and_then(|(_, rest)| rest.trim_start_matches('"').bytes().next());
    let text = if said.is_some() { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text.as_str() };
    let separator = sign.filter(u8::is_ascii).map_or_else(|| likeliest(text), Ok)?;
    let mut grid = Grid::default();
    let mut within = 0;
    for (line, cells) in records(text, separator)? {
        // A spreadsheet counts rows: a cell of several lines is in one of them.
        let row = usize::try_from(line.saturating_sub(within + 1)).unwrap_or(usize::MAX);
        for (column, cell) in cells.iter().enumerate() {
            within += u64::try_from(cell.matches('\n').count()).unwrap_or_default();
            let said = unguarded(cell.trim());
            let rounded = is_power(&said);
            grid.put(row, column, CellSaid { text: said, rounded })?;
        }
    }
    Ok(grid.read())
}

/// Whether a text is a long number as a spreadsheet abbreviates it: `1,21801E+15`.
fn is_power(text: &str) -> bool {
    let Some((digits, power)) = text.split_once("E+") else { return false };
    let numeric = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    numeric(power) && digits.split([',', '.']).all(numeric)
}

/// The text of a file in the letters it was written in: UTF-8, UTF-16, or those of Windows.
fn decoded(bytes: &[u8]) -> Result<String, SpreadsheetError> {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| likeliest_letters(bytes), |(encoding, _)| encoding);
    let (text, _, wrong) = encoding.decode(bytes);
    // Signs that Windows-1252 leaves without meaning are blanks; so are the page breaks of old programs.
    let blank = |c: char| matches!(c, '\u{80}'..='\u{9f}' | '\u{b}' | '\u{c}');
    let text: String = text.trim_end_matches(['\u{1a}', '\0']).chars().map(|c| if blank(c) { ' ' } else { c }).collect();
    let unwritten = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    // A page of the web that a program named like a table.
    if wrong || text.chars().any(unwritten) || text.trim_start().starts_with('<') {
        return Err(SpreadsheetError::Unreadable(None));
    }
    // Lines end as they do on Windows, on old Macs, or so.
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Without a mark: text in UTF-16 is half zeros, and what is no UTF-8 was saved by Excel on Windows.
fn likeliest_letters(bytes: &[u8]) -> &'static Encoding {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, third) = (zeros(0), zeros(1), bytes.len() / 6);
    match () {
        () if odd > third && even <= third / 4 => UTF_16LE,
        () if even > third && odd <= third / 4 => UTF_16BE,
        () if std::str::from_utf8(bytes).is_ok() => UTF_8,
        () => WINDOWS_1252,
    }
}

/// What most likely stands between the cells: what follows a first cell in quotes; else the sign by which most rows of the file have
/// the same number of cells; a bar only where it parts more rows than any other.
fn likeliest(text: &str) -> Result<u8, SpreadsheetError> {
    if let Some(sign) = after_quoted(text) {
        return Ok(sign);
    }
    let mut best = (0, true, 0, b',');
    for sign in [b'|', b',', b';', b'\t'] {
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        for (_, cells) in records(text, sign)? {
            *widths.entry(cells.len()).or_default() += 1;
        }
        let agreed =
            widths.into_iter().filter(|(width, _)| *width > 1).map(|(width, rows)| (rows, sign != b'|', width, sign)).max();
        best = best.max(agreed.unwrap_or_default());
    }
    Ok(best.3)
}

/// The sign behind the first cell, where that stands in quotes.
fn after_quoted(text: &str) -> Option<u8> {
    // Quotes within the cell are doubled.
    let mut behind = text.strip_prefix('"')?.split('"');
    let mut rest = behind.nth(1)?;
    while rest.is_empty() {
        behind.next()?;
        rest = behind.next()?;
    }
    rest.bytes().next().filter(|sign| matches!(sign, b',' | b';' | b'\t' | b'|'))
}

/// The records of a text; one row more than may be read shows that there are too many.
fn records(text: &str, separator: u8) -> Result<Vec<Numbered>, SpreadsheetError> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let numbered = |record: csv::StringRecord| {
        let (byte, line) = record.position().map_or((0, 1), |at| (at.byte(), at.line()));
        // Empty lines before a record are told as part of it.
        let rest = usize::try_from(byte).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| **byte == b'\n').count();
        let line = line.saturating_add(u64::try_from(empty).unwrap_or_default());
        (line, record.iter().take(MOST_COLUMNS).map(str::to_owned).collect())
    };
    let most = MOST_ROWS + ROWS_BESIDE + 2;
    reader.records().take(most).map(|record| record.map(numbered).map_err(unreadable)).collect()
}
