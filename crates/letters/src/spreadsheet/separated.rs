//! A sheet as CSV.

use super::error::SpreadsheetError;
use super::guard::{guarded, holdable};

/// A sheet as CSV: UTF-8 with a mark at its beginning, so that Excel reads names right, semicolons, as Excel in Indonesian
/// expects them, and every cell in quotes. What a spreadsheet would calculate with or round gets an apostrophe before it
/// ([`guarded`]).
///
/// # Errors
/// [`SpreadsheetError::WritingCsv`].
pub fn csv(heads: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, SpreadsheetError> {
    csv_of(std::iter::once(heads).chain(rows.iter().map(Vec::as_slice)))
}

/// As [`csv`], the heads being the first of the rows.
///
/// # Errors
/// [`SpreadsheetError::WritingCsv`].
pub fn csv_of<'a>(rows: impl IntoIterator<Item = &'a [String]>) -> Result<Vec<u8>, SpreadsheetError> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut shape = csv::WriterBuilder::new();
    shape.delimiter(b';').quote_style(csv::QuoteStyle::Always).terminator(csv::Terminator::CRLF).flexible(true);
    let mut writer = shape.from_writer(&mut bytes);
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(&holdable(cell))))?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_stands_in_quotes_between_semicolons_after_a_mark() {
        let file = csv(&["Nama".into(), "NIK".into()], &[vec!["Budi;=1+1".into(), "1218010101900003".into()]]).unwrap();
        assert_eq!(String::from_utf8(file).unwrap(), "\u{feff}\"Nama\";\"NIK\"\r\n\"Budi;'=1+1\";\"'1218010101900003\"\r\n");
    }
}
