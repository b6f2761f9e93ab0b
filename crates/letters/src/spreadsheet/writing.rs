//! A sheet as a file of Excel.

use super::error::SpreadsheetError;
use super::guard::holdable;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use std::borrow::Cow;

/// What a cell of Excel holds, in the units in which it counts: a letter beyond the first 65,536 of Unicode is two.
const CELL_HOLDS: usize = 32_767;
/// Widest column, in characters.
const WIDEST: f64 = 60.0;

/// A sheet as an XLSX file. Every cell is text, so that a NIK keeps its digits and nothing typed becomes a formula; the
/// same rows give the same bytes.
///
/// # Errors
/// [`SpreadsheetError::Writing`].
pub fn xlsx(title: &str, heads: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, SpreadsheetError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2020, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.set_name(title.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect::<String>())?;
    let (head, text) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("@"));
    for (column, label) in (0_u16..).zip(heads) {
        sheet.write_string_with_format(0, column, label, &head)?;
        let cells = rows.iter().filter_map(|row| row.get(usize::from(column)));
        let longest = cells.map(|cell| cell.chars().count()).chain([label.chars().count()]).max().unwrap_or(0);
        // A width of at most sixty is exact in an f64.
        #[allow(clippy::cast_precision_loss)]
        sheet.set_column_width(column, (longest.min(200) as f64 + 2.0).min(WIDEST))?;
    }
    for (line, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            sheet.write_string_with_format(line, column, fitting(&holdable(cell)), &text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let (Ok(last_row), Ok(last_column)) = (u32::try_from(rows.len()), u16::try_from(heads.len().saturating_sub(1))) {
        sheet.autofilter(0, 0, last_row, last_column)?;
        sheet.set_print_area(0, 0, last_row, last_column)?;
    }
    // On paper the heads stand on every page, and no column falls off it.
    sheet.set_repeat_rows(0, 0)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(workbook.save_to_buffer()?)
}

/// As much of a text as a cell holds; one long text is no reason to save none of the rows.
fn fitting(cell: &str) -> Cow<'_, str> {
    const MARK: &str = " … (dipotong; selengkapnya di aplikasi)";
    let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    if units(cell) <= CELL_HOLDS {
        return Cow::Borrowed(cell);
    }
    let mut room = CELL_HOLDS - units(MARK);
    let holds = |letter: &char| {
        let left = room.checked_sub(letter.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    Cow::Owned(cell.chars().take_while(holds).chain(MARK.chars()).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_text_longer_than_a_cell_is_cut_with_a_mark_however_its_letters_are_counted() {
        let holds = |text: &str| text.encode_utf16().count();
        for long in ["a".repeat(40_000), "𝒜".repeat(20_000), format!("a{}", "😀".repeat(20_000))] {
            let cut = fitting(&long);
            assert!(cut.ends_with("(dipotong; selengkapnya di aplikasi)"));
            assert!((CELL_HOLDS - 1..=CELL_HOLDS).contains(&holds(&cut)), "{}", holds(&cut));
            let rows = [vec![long], vec!["Pendek".to_owned()]];
            xlsx("Register", &["Isi".to_owned()], &rows).unwrap();
        }
        assert_eq!(fitting(&"a".repeat(CELL_HOLDS)).len(), CELL_HOLDS);
    }
}
