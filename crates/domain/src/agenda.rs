//! The agenda book (*buku agenda*) of the office's letters, as far as they are here: which number would follow the last one.
//!
//! The book belongs to the whole office, not to its PPID. So a number is only offered, and never filled in by itself.

use chrono::{Datelike, NaiveDate};

use crate::indonesian::roman_month;

/// A number that a letter bears, and the civil date of that letter.
pub type Numbered<'a> = (&'a str, NaiveDate);

/// The last number of a row, and the one that would follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The last, as it was typed.
    pub last: String,
    /// The next by the same pattern.
    pub next: String,
}

/// A number in parts between its strokes, and which of them counts.
struct Row<'a> {
    parts: Vec<&'a str>,
    counts: usize,
    serial: u64,
    on: NaiveDate,
}

/// The number that would follow on `today`, by the pattern of the last letter of this year; none where no pattern can be read: a
/// year that has no letter yet, or a number of which two parts could be the one that counts.
pub fn following(letters: &[Numbered<'_>], today: NaiveDate) -> Option<Following> {
    // A letter whose number is still to follow says nothing of the row.
    let counted = |(number, on): &&Numbered<'_>| on.year() == today.year() && serials(number, *on).next().is_some();
    let this_year: Vec<Numbered<'_>> = letters.iter().filter(counted).copied().collect();
    let last = *this_year.iter().max_by_key(|(number, on)| (*on, serials(number, *on).map(|(_, serial)| serial).max()))?;
    let counts = counting_part(last, &this_year)?;
    let pattern = row(last, counts)?;
    // The book counts on, whichever letter was dated last.
    let alike = this_year.iter().filter_map(|letter| row(*letter, counts)).filter(|row| pattern.is_like(row));
    let highest = alike.max_by_key(|row| row.serial)?;
    Some(Following { last: highest.text(None), next: highest.text(Some(today)) })
}

/// The parts that count, but for the year: place and value of each.
fn serials(number: &str, on: NaiveDate) -> impl Iterator<Item = (usize, u64)> {
    let year = on.year().to_string();
    let parts = number.split('/').map(str::trim).enumerate();
    parts.filter_map(move |(place, part)| {
        let (_, digits) = counting(part).filter(|_| part != year)?;
        Some((place, digits.parse().ok()?))
    })
}

/// What stands before a number, and its digits: `B-1210` counts, and so does `12.A`, a letter that was put between two others.
/// A code of classification such as `000.8.3` does not.
fn counting(part: &str) -> Option<(&str, &str)> {
    let letter = |c: char| c.is_ascii_alphabetic();
    let sign = |c: char| matches!(c, '.' | '-' | ' ');
    let (before, rest) = part.split_at(part.find(|c: char| c.is_ascii_digit())?);
    let (digits, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
    let between = after.strip_prefix(sign).unwrap_or(after);
    let inserted = after.is_empty() || (1..=2).contains(&between.len()) && between.chars().all(letter);
    (inserted && before.trim_end_matches(sign).chars().all(letter)).then_some((before, digits))
}

/// Which part of the last number counts: its only one, or the only one that differs among numbers of as many parts.
fn counting_part(last: Numbered<'_>, all: &[Numbered<'_>]) -> Option<usize> {
    let candidates: Vec<(usize, u64)> = serials(last.0, last.1).collect();
    if let [(only, _)] = candidates.as_slice() {
        return Some(*only);
    }
    let parts = |number: &str| number.split('/').count();
    let others: Vec<Vec<(usize, u64)>> = all
        .iter()
        .filter(|(number, _)| parts(number) == parts(last.0))
        .map(|(number, on)| serials(number, *on).collect::<Vec<_>>())
        .filter(|other| other.len() == candidates.len())
        .collect();
    let differs = |place: &usize| {
        let mut values = others.iter().filter_map(|other| other.iter().find(|(at, _)| at == place).map(|(_, value)| value));
        values.next().is_some_and(|first| values.any(|value| value != first))
    };
    let mut differing = candidates.iter().map(|(place, _)| *place).filter(|place| differs(place));
    differing.next().filter(|_| differing.next().is_none())
}

fn row((number, on): Numbered<'_>, counts: usize) -> Option<Row<'_>> {
    let parts: Vec<&str> = number.split('/').map(str::trim).collect();
    let serial = serials(number, on).find(|(place, _)| *place == counts)?.1;
    Some(Row { parts, counts, serial, on })
}

impl Row<'_> {
    /// Whether the numbers are of one row: alike but for the part that counts and the month.
    fn is_like(&self, other: &Row<'_>) -> bool {
        let month = |row: &Row<'_>, part: &str| part == roman_month(row.on.month());
        let before = |part: &str| counting(part).map(|(before, _)| before.to_owned());
        let alike = |(place, (mine, theirs)): (usize, (&&str, &&str))| {
            mine == theirs
                || (month(self, mine) && month(other, theirs))
                || (place == self.counts && before(mine) == before(theirs))
        };
        self.parts.len() == other.parts.len() && self.parts.iter().zip(&other.parts).enumerate().all(alike)
    }

    /// The number itself, or the one that follows it in the month of that day.
    fn text(&self, following_on: Option<NaiveDate>) -> String {
        let Some(today) = following_on else { return self.parts.join("/") };
        let part = |(place, part): (usize, &&str)| match place {
            place if place == self.counts => {
                let (before, digits) = counting(part).unwrap_or(("", part));
                format!("{before}{:0width$}", self.serial.saturating_add(1), width = digits.len())
            }
            _ if *part == roman_month(self.on.month()) => roman_month(today.month()).to_owned(),
            _ => (*part).to_owned(),
        };
        self.parts.iter().enumerate().map(part).collect::<Vec<_>>().join("/")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn next(letters: &[(&str, &str)]) -> Option<String> {
        let letters: Vec<_> = letters.iter().map(|(number, on)| (*number, on.parse().unwrap())).collect();
        following(&letters, "2026-12-01".parse().unwrap()).map(|following| following.next)
    }

    #[test]
    fn the_next_number_follows_the_last_in_its_own_pattern() {
        for (last, follows) in [
            ("000.8.3/1210", "000.8.3/1211"),
            ("000.8.3/0099", "000.8.3/0100"),
            ("000.8.3/1210/KEC-PBG/XI/2026", "000.8.3/1211/KEC-PBG/XII/2026"),
            ("B/ 17 /2026", "B/18/2026"),
            ("17", "18"),
            ("000.8.3/1210/PPID/2026", "000.8.3/1211/PPID/2026"),
            ("12.A", "13"),
            ("000.8.3/12-b/PPID/2026", "000.8.3/13/PPID/2026"),
            ("B-0099/2026", "B-0100/2026"),
            ("KEP. 7/XI/2026", "KEP. 8/XII/2026"),
        ] {
            assert_eq!(next(&[(last, "2026-11-27")]).as_deref(), Some(follows), "{last}");
        }
    }

    #[test]
    fn of_two_parts_that_could_count_the_one_that_changes_does() {
        assert_eq!(next(&[("045/1210/2026", "2026-11-27")]), None);
        let two = [("045/1209/2026", "2026-11-26"), ("045/1210/2026", "2026-11-27")];
        assert_eq!(next(&two).as_deref(), Some("045/1211/2026"));
        let both = [("045/1209/2026", "2026-11-26"), ("046/1210/2026", "2026-11-27")];
        assert_eq!(next(&both), None);
    }

    #[test]
    fn the_book_counts_on_from_its_highest_number_whatever_date_that_letter_bears() {
        let dated_back = [("000.8.3/1212", "2026-11-20"), ("000.8.3/1210", "2026-11-27"), ("SK/9999", "2026-01-05")];
        assert_eq!(next(&dated_back).as_deref(), Some("000.8.3/1213"));
    }

    #[test]
    fn a_letter_put_between_two_others_takes_no_number_of_its_own_and_another_kind_is_another_row() {
        let between = [("000.8.3/12", "2026-11-26"), ("000.8.3/12.A", "2026-11-27")];
        assert_eq!(next(&between).as_deref(), Some("000.8.3/13"));
        let counted_on = [("000.8.3/13", "2026-11-26"), ("000.8.3/12.A", "2026-11-27")];
        assert_eq!(next(&counted_on).as_deref(), Some("000.8.3/14"));
        let kinds = [("KEP-99", "2026-11-26"), ("B-7", "2026-11-27")];
        assert_eq!(next(&kinds).as_deref(), Some("B-8"));
        assert_eq!(next(&[("2026/PPID/abc", "2026-11-27")]), None);
    }

    #[test]
    fn a_letter_whose_number_is_to_follow_says_nothing_of_the_row() {
        let follows = [("000.8.3/1210", "2026-11-26"), ("", "2026-11-30")];
        assert_eq!(next(&follows).as_deref(), Some("000.8.3/1211"));
    }

    #[test]
    fn what_cannot_be_read_is_not_guessed() {
        for letters in [&[] as &[(&str, &str)], &[("000.8.3/1210", "2025-12-30")], &[("menyusul", "2026-11-27")]] {
            assert_eq!(next(letters), None, "{letters:?}");
        }
    }
}
