//! What a number of the old book says: its place in a year.

use chrono::{Datelike, NaiveDate};

/// The largest serial that is taken for one.
const LARGEST: u32 = 99_999;

/// The calendar year that a number names, or that in which the request was received.
pub(super) fn year_of(number: &str, received_on: NaiveDate) -> i32 {
    let named = groups(number).filter(|group| group.len() == 4).filter_map(|group| group.parse().ok());
    named.filter(|year| (received_on.year() - 1..=received_on.year() + 1).contains(year)).last().unwrap_or(received_on.year())
}

/// The place of a number in its year: all of a number that is nothing else, or what stands before the first sign where no other
/// figure follows it at once. `470/12/PPID/2025` begins with the code of an archive perhaps, so nothing is read of it.
pub(super) fn serial_of(number: &str) -> Option<u32> {
    let number = number.trim().trim_end_matches('.');
    let mut parts = number.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty());
    let first = parts.next()?;
    let follows = parts.next();
    let is_figure = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let year = |part: &str| part.len() == 4 && parts.clone().next().is_none();
    if !is_figure(first) || follows.is_some_and(|part| is_figure(part) && !year(part)) {
        return None;
    }
    first.parse().ok().filter(|serial| (1..=LARGEST).contains(serial))
}

fn groups(number: &str) -> impl Iterator<Item = &str> {
    number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_book_tells_its_place_and_its_year_where_it_does() {
        let received: NaiveDate = "2024-06-03".parse().unwrap();
        for (number, serial, year) in [
            ("7", Some(7), 2024),
            ("007.", Some(7), 2024),
            ("007/PPID/KEC-PBG/VI/2024", Some(7), 2024),
            ("12/2024", Some(12), 2024),
            ("012-PPID-2023", Some(12), 2023),
            ("470/12/PPID/2024", None, 2024),
            ("PPID/7", None, 2024),
            ("0", None, 2024),
            ("1234567", None, 2024),
        ] {
            assert_eq!((serial_of(number), year_of(number, received)), (serial, year), "{number}");
        }
    }
}
