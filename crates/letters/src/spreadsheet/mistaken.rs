//! Texts that a spreadsheet takes for something else, and loses by it.

/// More digits than these a spreadsheet rounds.
const DIGITS_KEPT: usize = 15;

/// How the months begin, in Indonesian and English, as far as a spreadsheet needs them.
const MONTHS: [&str; 18] = [
    "jan", "feb", "mar", "apr", "mei", "may", "jun", "jul", "agu", "ags", "aug", "sep", "okt", "oct", "nov", "nop", "des", "dec",
];

/// Whether a spreadsheet takes a text for a number or a day and something of it is gone: zeros at its front, digits at its end, the
/// points of a code, which it reads as thousands or as the time of day, or that it was no day at all. A day that is written whole
/// stays one, and a number stays a number.
pub(super) fn is_mistaken(text: &str) -> bool {
    let text = text.trim();
    is_rounded(text) || is_taken_for_less_than_zero(text) || is_taken_for_a_day(text)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_rounded(text: &str) -> bool {
    let (digits, others): (Vec<char>, Vec<char>) = text.chars().partition(char::is_ascii_digit);
    if digits.is_empty() {
        return false;
    }
    let too_long = digits.len() > DIGITS_KEPT;
    let zeros = text.starts_with('0') && text.chars().nth(1).is_some_and(|next| next.is_ascii_digit());
    match others.as_slice() {
        [] | ['.' | ','] => too_long || zeros,
        ['e' | 'E'] => text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit()),
        [first, ..] if others.iter().all(|other| other == first) => match first {
            '.' => true,
            ' ' | '\u{a0}' => too_long,
            _ => false,
        },
        _ => too_long && others.iter().all(|other| matches!(other, '.' | ',')),
    }
}

/// Brackets around a number, or a line after it, mean in books of money that it is owed.
fn is_taken_for_less_than_zero(text: &str) -> bool {
    let within = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).or_else(|| text.strip_suffix('-'));
    within.is_some_and(|within| {
        within.starts_with(|c: char| c.is_ascii_digit()) && within.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    })
}

/// Two or three short numbers, or a month beside one number: a spreadsheet adds the day or the year that was not said.
fn is_taken_for_a_day(text: &str) -> bool {
    [&['/'][..], &['-'], &[' ', '\u{a0}']].iter().any(|between| {
        let parts: Vec<&str> = text.split(*between).collect();
        match parts.as_slice() {
            [first, second] if is_digits(first) && is_digits(second) => {
                !between.contains(&' ') && [first, second].iter().any(|part| matches!(part.parse(), Ok(1..=12_u32)))
            }
            [first, second] => is_digits(first) && is_month(second) || is_month(first) && is_digits(second),
            [_, _, _] => !between.contains(&' ') && parts.iter().all(|part| is_digits(part) && part.len() <= 2),
            _ => false,
        }
    })
}

fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    word.chars().all(char::is_alphabetic) && MONTHS.iter().any(|month| word.starts_with(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_make_another_thing_of_is_known() {
        for text in ["1218010101900003", "007", "00,5", "08.30", "12.18.01.2001", "1.250.000", "12E5", "1218 0101 0190 0003"] {
            assert!(is_mistaken(text), "{text} loses digits");
        }
        for text in ["1234567890123456,5", "12.345.678.901.234,567"] {
            assert!(is_mistaken(text), "{text} is rounded");
        }
        for text in ["(7)", "(1.250)", "7-", "2,5-"] {
            assert!(is_mistaken(text), "{text} becomes less than zero");
        }
        for text in
            ["1/2", "11/12", "007/2026", "2026-11", "5-10", "1/2/3", "01-02-03", "Desember 2025", "5 Mei", "1-Jan", "MEI/26"]
        {
            assert!(is_mistaken(text), "{text} becomes a day");
        }
    }

    #[test]
    fn numbers_days_written_whole_and_words_stay_as_they_are() {
        for text in ["", "-", "0", "7", "2025", "0,5", "2,5", "31.5", "1.250,75", "123456789012345", "23/11/2026", "2026-11-23"] {
            assert!(!is_mistaken(text), "{text}");
        }
        for text in ["23 November 2026", "2025/2026", "001/PPID/XI/2026", "B-0099", "0812-3456-7890", "(061) 555", "3/XI", "RT 5"]
        {
            assert!(!is_mistaken(text), "{text}");
        }
    }
}
