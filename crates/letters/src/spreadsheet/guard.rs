//! Cells of a CSV as text that every spreadsheet leaves as it is.

use super::mistaken::is_mistaken;

/// What a formula begins with, also in the wide letters of East Asia, which some spreadsheets read alike.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What some spreadsheet, set to some language, takes for the end of a cell.
const ENDS: [char; 6] = [';', ',', '|', '\t', '\r', '\n'];

/// A text without the signs that no table can hold, such as those of old printers; blanks stand in their place.
pub(super) fn holdable(cell: &str) -> String {
    let held = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\n' | '\r' | '\t');
    cell.chars().map(|c| if held(c) { c } else { ' ' }).collect()
}

/// A cell of a CSV that no spreadsheet calculates with or rounds: wherever one might begin a cell, at the front and after anything
/// that ends one, an apostrophe stands before the sign of a formula; and one stands before what a spreadsheet would take for another
/// thing, such as a NIK, a telephone number, the code of an office, or a number of two parts that it reads as a day.
pub fn guarded(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len() + 1);
    if is_mistaken(cell.trim_start_matches('\'')) {
        text.push('\'');
        text.push_str(cell);
        return text;
    }
    let mut begins = true;
    for (at, letter) in cell.char_indices() {
        if begins && begins_formula(cell.get(at..).unwrap_or_default()) {
            text.push('\'');
        }
        begins = ENDS.contains(&letter) || begins && letter.is_whitespace();
        text.push(letter);
    }
    text
}

/// The cell that [`guarded`] was given.
pub(super) fn unguarded(cell: &str) -> String {
    if let Some(rest) = cell.strip_prefix('\'')
        && is_mistaken(rest.trim_start_matches('\''))
    {
        return rest.to_owned();
    }
    let mut text = String::with_capacity(cell.len());
    let mut begins = true;
    for (at, letter) in cell.char_indices() {
        if begins && letter == '\'' && begins_formula(cell.get(at..).unwrap_or_default()) {
            begins = false;
            continue;
        }
        begins = ENDS.contains(&letter) || begins && letter.is_whitespace();
        text.push(letter);
    }
    text
}

/// Whether a text begins with the sign of a formula, whatever apostrophes stand before it.
fn begins_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_becomes_a_formula_whatever_the_spreadsheet_takes_for_the_end_of_a_cell() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("Budi;=cmd|'/C calc'!A0;x", "Budi;'=cmd|'/C calc'!A0;x"),
            ("Jalan A, -5", "Jalan A, '-5"),
            ("a\t+b\r@c\n＝d", "a\t'+b\r'@c\n'＝d"),
            ("\u{ff0d}5", "'\u{ff0d}5"),
            ("\n=1", "\n'=1"),
            (" =1", " '=1"),
            ("a|=1", "a|'=1"),
            ("tanpa-tanda a=b", "tanpa-tanda a=b"),
            ("'=1", "''=1"),
            ("''0812", "'''0812"),
        ] {
            assert_eq!((guarded(cell).as_str(), unguarded(written).as_str()), (written, cell));
        }
    }

    #[test]
    fn signs_that_no_table_holds_do_not_spoil_it() {
        assert_eq!(holdable("a\0b\u{1b}c\u{ffff}d\te\n"), "a b c d\te\n");
    }

    #[test]
    fn digits_that_a_spreadsheet_would_round_or_drop_are_written_as_text() {
        for text in ["1218010101900003", "081234567890", "007", "12.18.01.2001", "12E5", "1218 0101 0190 0003"] {
            let written = guarded(text);
            assert_eq!((written.as_str(), unguarded(&written).as_str()), (format!("'{text}").as_str(), text));
        }
        for number in ["0", "7", "2025", "2,5", "123456789012345", "23/11/2026", "001/PPID/XI/2026", "31.5", ""] {
            assert_eq!(guarded(number), number);
        }
    }
}
