//! A cell as its spreadsheet shows it: a year that is only a year, a time of day, digits and all.

use super::grid::CellSaid;
use super::number_shown;
use calamine::{Data, ExcelDateTime};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use loket_domain::indonesian;

/// What is shown of a cell of this format; an empty one where the file does not tell the format.
pub(super) fn shown(cell: &Data, code: &str) -> CellSaid {
    match cell {
        Data::Empty | Data::Error(_) => CellSaid::default(),
        // Whole numbers come from a file of numbers of the other kind and are as small.
        #[allow(clippy::cast_precision_loss)]
        Data::Int(number) => number_shown::shown(*number as f64, code),
        Data::Float(number) => number_shown::shown(*number, code),
        Data::Bool(yes) => CellSaid::text(if *yes { "TRUE" } else { "FALSE" }),
        Data::DateTime(when) => CellSaid::text(moment(when, code)),
        other => CellSaid::text(other.to_string()),
    }
}

/// Which parts of a moment a format shows, and how.
struct Parts {
    year: bool,
    month: bool,
    day: bool,
    hour: bool,
    seconds: bool,
    /// Months in words.
    named: bool,
    /// The year before the day.
    year_first: bool,
    /// What stands between hours and minutes.
    between: char,
}

fn moment(when: &ExcelDateTime, code: &str) -> String {
    let Some(at) = when.as_datetime() else { return String::new() };
    let value = when.as_f64();
    if when.is_duration() || code.contains("[h") {
        let seconds = (value * 86_400.0).round();
        return format!("{}:{:02}", (seconds / 3600.0).floor(), ((seconds / 60.0).floor() % 60.0));
    }
    let parts = if code.is_empty() { usual(at, value) } else { parts(code) };
    let said = [date_said(at.date(), &parts), time_said(at.time(), &parts)];
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Where the format is not known: a time of day, a day, or both.
fn usual(at: NaiveDateTime, value: f64) -> Parts {
    let (day, hour) = (value >= 1.0, at.time() != NaiveTime::MIN || value < 1.0);
    Parts { year: day, month: day, day, hour, seconds: false, named: false, year_first: false, between: ':' }
}

fn parts(code: &str) -> Parts {
    let code = bare(code);
    let has = |letter: char| code.contains(letter);
    let (year, day, hour, seconds) = (has('y'), has('d'), has('h'), has('s'));
    Parts {
        year,
        month: has('m') && (year || day || !hour && !seconds) || code.contains("mmm"),
        day,
        hour: hour || seconds,
        seconds,
        named: code.contains("mmm"),
        year_first: code.find('y').is_some_and(|y| code.find('d').is_some_and(|d| y < d)),
        between: if code.contains("h.m") || code.contains("hh.mm") { '.' } else { ':' },
    }
}

/// The format without what it only adds: quoted words, languages in brackets, other sections.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let (mut quoted, mut inside) = (false, false);
    for letter in code.to_lowercase().chars() {
        match letter {
            '"' => quoted = !quoted,
            '[' if !quoted => inside = true,
            ']' if !quoted => inside = false,
            ';' if !quoted && !inside => break,
            _ if !quoted && !inside => bare.push(letter),
            _ => {}
        }
    }
    bare
}

fn date_said(on: NaiveDate, parts: &Parts) -> String {
    match (parts.year, parts.month, parts.day) {
        (true, _, true) if parts.named => indonesian::date(on),
        (true, _, true) if parts.year_first => on.to_string(),
        (true, _, true) => on.format("%d/%m/%Y").to_string(),
        (true, true, false) if parts.named => indonesian::month_of(on),
        (true, true, false) => on.format("%m/%Y").to_string(),
        (true, false, false) => on.format("%Y").to_string(),
        (false, true, true) if parts.named => without_year(&indonesian::date(on)),
        (false, true, true) => on.format("%d/%m").to_string(),
        (false, true, false) => without_year(&indonesian::month_of(on)),
        (false, false, true) => indonesian::weekday(on).to_owned(),
        (false, false, false) => String::new(),
    }
}

fn without_year(date: &str) -> String {
    date.rsplit_once(' ').map_or_else(|| date.to_owned(), |(rest, _)| rest.to_owned())
}

fn time_said(at: NaiveTime, parts: &Parts) -> String {
    if !parts.hour {
        return String::new();
    }
    let minutes = format!("{:02}{}{:02}", at.hour(), parts.between, at.minute());
    if parts.seconds && at.second() > 0 { format!("{minutes}{}{:02}", parts.between, at.second()) } else { minutes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn a_day_a_year_and_a_time_are_read_as_their_cells_show_them() {
        let said = |value: f64, code: &str, since_1904: bool| {
            shown(&Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, since_1904)), code).text
        };
        for (value, code, text) in [
            (46_022.0, "yyyy-mm-dd", "2025-12-31"),
            (46_022.0, "dd/mm/yyyy", "31/12/2025"),
            (46_022.0, "mm-dd-yy", "31/12/2025"),
            (46_022.0, "[$-421]dd mmmm yyyy;@", "31 Desember 2025"),
            (46_022.5, "dd/mm/yyyy hh:mm", "31/12/2025 12:00"),
            (45_658.0, "yyyy", "2025"),
            (45_658.0, "mmmm yyyy", "Januari 2025"),
            (45_658.0, "mmm-yy", "Januari 2025"),
            (0.395_833_333_333_333_3, "hh:mm", "09:30"),
            (0.395_833_333_333_333_3, "h.mm", "09.30"),
            (0.395_833_333_333_333_3, "", "09:30"),
            (46_022.0, "", "31/12/2025"),
            (1.5, "[h]:mm", "36:00"),
        ] {
            assert_eq!(said(value, code, false), text, "{code}");
        }
        assert_eq!(said(44_560.0, "dd/mm/yyyy", true), "31/12/2025", "counted from 1904");
    }
}
