//! A number as a spreadsheet shows it in Indonesian.

use super::grid::CellSaid;

/// From here on a number has more digits than Excel keeps.
const SIXTEEN_DIGITS: f64 = 1e15;
/// Beyond it not every whole number has a value of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What a number format consists of.
#[derive(PartialEq)]
enum Piece {
    /// `0`, which is always shown, or `#` and `?`, which are shown when there is a digit.
    Digit(bool),
    Point,
    Grouped,
    /// The number as it is.
    General,
    Text(String),
}

/// A number in the format of its cell.
pub(super) fn shown(value: f64, code: &str) -> CellSaid {
    let whole = value.fract() == 0.0;
    let lost = value.abs() > EXACT || value % 10.0 == 0.0;
    let rounded = whole && value.abs() >= SIXTEEN_DIGITS && lost;
    let (pieces, percent) = pieces(code);
    let value = if percent { value * 100.0 } else { value };
    CellSaid { text: written(value, &pieces).unwrap_or_else(|| plain(value)), rounded }
}

/// A number without a format: a comma before its decimals, at most fifteen digits.
fn plain(value: f64) -> String {
    let fifteen = format!("{value:.14e}").parse().unwrap_or(value);
    let exact = if value.abs() >= SIXTEEN_DIGITS { value } else { fifteen };
    exact.to_string().replace('.', ",")
}

/// The pieces of the format for positive numbers, and whether it shows hundredths.
fn pieces(code: &str) -> (Vec<Piece>, bool) {
    let mut pieces = Vec::new();
    let mut percent = false;
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).unwrap_or_default();
        let mut next = after;
        match letter {
            ';' => break,
            '"' => {
                let (quoted, behind) = after.split_once('"').unwrap_or((after, ""));
                pieces.push(Piece::Text(quoted.to_owned()));
                next = behind;
            }
            '[' => {
                let (inside, behind) = after.split_once(']').unwrap_or((after, ""));
                // `[$Rp-421]` shows the sign of a currency; others choose a colour or a language.
                let sign = inside.strip_prefix('$').and_then(|sign| sign.split('-').next()).unwrap_or_default();
                pieces.push(Piece::Text(sign.to_owned()));
                next = behind;
            }
            '\\' => {
                let shown = after.chars().next().unwrap_or(' ');
                pieces.push(Piece::Text(shown.to_string()));
                next = after.get(shown.len_utf8()..).unwrap_or_default();
            }
            '_' | '*' => next = after.chars().next().and_then(|skipped| after.get(skipped.len_utf8()..)).unwrap_or_default(),
            '0' => pieces.push(Piece::Digit(true)),
            '#' | '?' => pieces.push(Piece::Digit(false)),
            '.' => pieces.push(Piece::Point),
            ',' => pieces.push(Piece::Grouped),
            'G' | 'g' if rest.len() >= 7 && rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("general")) => {
                pieces.push(Piece::General);
                next = rest.get(7..).unwrap_or_default();
            }
            '%' => {
                percent = true;
                pieces.push(Piece::Text("%".to_owned()));
            }
            '@' => pieces.push(Piece::General),
            other => pieces.push(Piece::Text(other.to_string())),
        }
        rest = next;
    }
    (pieces, percent)
}

/// The number in these pieces; none where they say nothing of digits, or something this knows nothing of: powers and fractions.
fn written(value: f64, pieces: &[Piece]) -> Option<String> {
    let text_of = |piece: &Piece| if let Piece::Text(text) = piece { text.clone() } else { String::new() };
    let odd = |piece: &Piece| matches!(piece, Piece::Text(text) if matches!(text.as_str(), "E" | "e" | "/"));
    if let Some(at) = pieces.iter().position(|piece| *piece == Piece::General) {
        let (before, after) = (pieces.get(..at)?, pieces.get(at + 1..)?);
        let around = |pieces: &[Piece]| pieces.iter().map(text_of).collect::<String>();
        return Some(format!("{}{}{}", around(before), plain(value), around(after)));
    }
    let digit = |piece: &Piece| matches!(piece, Piece::Digit(_));
    if !pieces.iter().any(digit) || pieces.iter().any(odd) {
        return None;
    }
    let point = pieces.iter().position(|piece| *piece == Piece::Point).unwrap_or(pieces.len());
    let (whole, part) = pieces.split_at(point);
    let decimals = part.iter().filter(|piece| digit(piece)).count().min(15);
    let fixed = format!("{:.decimals$}", value.abs());
    let (digits, after) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let wanted = whole.iter().filter(|piece| **piece == Piece::Digit(true)).count();
    let mut left: Vec<char> = "0".repeat(wanted.saturating_sub(digits.len())).chars().chain(digits.chars()).collect();
    if left == ['0'] && wanted == 0 {
        left.clear();
    }
    let first = whole.iter().position(digit);
    let grouped = whole.contains(&Piece::Grouped);
    let (mut backwards, mut count) = (Vec::new(), 0_usize);
    for (at, piece) in whole.iter().enumerate().rev() {
        let mut take = if digit(piece) { usize::from(!left.is_empty()) } else { 0 };
        if Some(at) == first {
            take = left.len();
        }
        for digit in std::iter::from_fn(|| left.pop()).take(take) {
            if grouped && count > 0 && count.is_multiple_of(3) {
                backwards.push('.');
            }
            backwards.push(digit);
            count += 1;
        }
        backwards.extend(text_of(piece).chars().rev());
    }
    let mut text = String::from(if value < 0.0 { "-" } else { "" });
    text.extend(backwards.into_iter().rev());
    if decimals > 0 {
        text.push(',');
        text.push_str(after);
    }
    text.extend(part.iter().map(text_of));
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_number_is_read_as_its_cell_shows_it() {
        for (value, code, text) in [
            (2025.0, "General", "2025"),
            (5.0, "", "5"),
            (2.5, "General", "2,5"),
            (0.1 + 0.2, "General", "0,3"),
            (7.0, "000", "007"),
            (5.0, "0 \"tahun\"", "5 tahun"),
            (5.0, "General\" tahun\"", "5 tahun"),
            (1_250_000.0, "#,##0", "1.250.000"),
            (25_000.0, "[$Rp-421]#,##0.00", "Rp25.000,00"),
            (0.5, "0%", "50%"),
            (-3.0, "0.0", "-3,0"),
            (197_904.0, "00\\ 00\\ 00", "19 79 04"),
            (12.0, "0.00E+00", "12"),
        ] {
            assert_eq!(shown(value, code).text, text, "{code}");
        }
    }

    #[test]
    fn digits_that_a_spreadsheet_has_lost_are_noticed() {
        assert!(shown(9_412_018_010_190_003.0, "0").rounded);
        assert!(shown(1_218_010_101_900_000.0, "General").rounded, "Excel keeps fifteen digits and writes a zero");
        assert!(!shown(123_456_789_012_345.0, "General").rounded);
        assert!(!shown(1_218_010_101_900_003.0, "0").rounded, "another program kept them");
    }
}
