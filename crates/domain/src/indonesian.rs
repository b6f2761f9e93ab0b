//! How Indonesian office paper writes dates, hours, money and identity numbers.
//!
//! Official spelling: months and days in words, a dot between hours and minutes, `Rp` without a
//! space and a dot every three digits. Every function here is pure.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use crate::zone::Zone;

const MONTHS: [&str; 12] =
    ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

const ROMAN_MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

const SMALL_NUMBERS: [&str; 12] =
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

/// Names of the powers of a thousand above a thousand, largest first.
const LARGE_UNITS: [(u64, &str); 5] = [
    (1_000_000_000_000_000_000, "kuintiliun"),
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
];

/// The date as it stands in a letter: `23 November 2026`.
#[must_use]
pub fn date(d: NaiveDate) -> String {
    let month = MONTHS[d.month0() as usize];
    format!("{} {month} {}", d.day(), d.year())
}

/// A month as it stands over a calendar: `November 2026`.
#[must_use]
pub fn month_of(d: NaiveDate) -> String {
    format!("{} {}", MONTHS[d.month0() as usize], d.year())
}

/// Names of months that people write beside [`MONTHS`], each with the number of the month: older and shorter spellings, and those that
/// a spreadsheet in English writes. The first three letters are enough.
const OTHER_MONTHS: [(&str, u32); 13] = [
    ("january", 1),
    ("february", 2),
    ("pebruari", 2),
    ("march", 3),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("aug", 8),
    ("agt", 8),
    ("ags", 8),
    ("oct", 10),
    ("nop", 11),
    ("december", 12),
];

const WEEKDAYS: [&str; 8] = ["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"];

/// The month that a word names, from 1 to 12; the beginning of its name is enough.
fn month_named(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    if word.len() < 3 {
        return None;
    }
    let usual = (1..).zip(MONTHS).find(|(_, name)| name.to_lowercase().starts_with(&word)).map(|(month, _)| month);
    let other = |(name, _): &&(&str, u32)| name.starts_with(&word) || word.starts_with(name);
    usual.or_else(|| OTHER_MONTHS.iter().find(other).map(|(_, month)| *month)).or((word == "sept").then_some(9))
}

/// A date as people write it into a table: `2026-11-23`, `23/11/2026`, `23-11-26`, `23.11.2026`, `23112026`, `23 November 2026`,
/// `23-Nov-26`, also with the weekday before it or the time of day after it. The day comes before the month, and a year of two digits
/// is one of this century. None when it is no date.
#[must_use]
pub fn read_date(typed: &str) -> Option<NaiveDate> {
    let typed = typed.trim();
    let weekday = typed.split_once([',', ' ']).filter(|(first, _)| WEEKDAYS.contains(&first.to_lowercase().as_str()));
    let typed = weekday.map_or(typed, |(_, rest)| rest);
    let numeric = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if typed.len() == 8 && numeric(typed) {
        return NaiveDate::parse_from_str(typed, "%d%m%Y").ok();
    }
    let (typed, after) = typed.split_once('T').filter(|(day, _)| day.len() == 10).unwrap_or((typed, ""));
    let parts: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let ([first, middle, last], time) = parts.split_first_chunk::<3>()?;
    let of_time =
        |part: &&str| numeric(part) && part.len() <= 2 || matches!(part.to_uppercase().as_str(), "WIB" | "WITA" | "WIT");
    if !time.iter().all(of_time) || time.len() > 4 || !after.is_empty() && !time.is_empty() {
        return None;
    }
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let month = if numeric(middle) { middle.parse().ok()? } else { month_named(middle)? };
    let century = match year.len() {
        4 => 0,
        2 => 2000,
        _ => return None,
    };
    let year = year.parse::<i32>().ok().filter(|_| numeric(year))? + century;
    NaiveDate::from_ymd_opt(year, month, day.parse().ok().filter(|_| day.len() <= 2)?)
}

/// Whether a text names a year, or a month of a year, but no day: `2025`, `Juni 2025`, `06/2025`.
#[must_use]
pub fn is_without_day(typed: &str) -> bool {
    let parts: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let year = |part: &str| part.parse().is_ok_and(|year: u32| (1945..2100).contains(&year));
    let month = |part: &str| month_named(part).is_some() || part.parse().is_ok_and(|month: u32| (1..=12).contains(&month));
    match parts.as_slice() {
        [only] => year(only),
        [first, second] => year(second) && (month(first) || first.eq_ignore_ascii_case("tahun")),
        _ => false,
    }
}

/// A NIK in fours, as it is read out: `1218 0101 0190 0003`; anything else as it is.
#[must_use]
pub fn nik(number: &str) -> String {
    in_groups(number, &[4, 4, 4, 4])
}

/// A NIP as offices write it: birth, appointment, sex, serial: `19790412 200501 1 003`; anything else as it is.
#[must_use]
pub fn nip(number: &str) -> String {
    in_groups(number, &[8, 6, 1, 3])
}

fn in_groups(number: &str, groups: &[usize]) -> String {
    if number.len() != groups.iter().sum::<usize>() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut digits = number.chars();
    let group = |length: &usize| digits.by_ref().take(*length).collect::<String>();
    groups.iter().map(group).collect::<Vec<_>>().join(" ")
}

/// The date with its day of the week: `Senin, 23 November 2026`.
#[must_use]
pub fn weekday_date(d: NaiveDate) -> String {
    format!("{}, {}", weekday(d), date(d))
}

/// The day of the week, `Senin` to `Minggu`; Friday is `Jumat`, without an apostrophe.
#[must_use]
pub fn weekday(d: NaiveDate) -> &'static str {
    match d.weekday() {
        Weekday::Mon => "Senin",
        Weekday::Tue => "Selasa",
        Weekday::Wed => "Rabu",
        Weekday::Thu => "Kamis",
        Weekday::Fri => "Jumat",
        Weekday::Sat => "Sabtu",
        Weekday::Sun => "Minggu",
    }
}

/// The time of day in this zone, to the minute below: `09.15 WIB`.
#[must_use]
pub fn time(t: NaiveTime, zone: Zone) -> String {
    format!("{:02}.{:02} {}", t.hour(), t.minute(), zone.label())
}

/// The month of a letter number: 1 is `I`, 12 is `XII`. Values outside 1 to 12 are taken as the
/// nearest month.
#[must_use]
pub fn roman_month(month: u32) -> &'static str {
    ROMAN_MONTHS[month.clamp(1, 12) as usize - 1]
}

/// A length in bytes as people read it: `12 kB`, `3,4 MB`. Rounded up.
pub fn bytes(size: u64) -> String {
    if size < 1_000_000 {
        return format!("{} kB", size.div_ceil(1000));
    }
    let tenths = size.div_ceil(100_000);
    format!("{},{} MB", tenths / 10, tenths % 10)
}

/// Whole rupiah with two decimals: 25000 is `Rp25.000,00`.
#[must_use]
pub fn rupiah(amount: u64) -> String {
    let digits = amount.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 6);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("Rp{grouped},00")
}

/// The number in words (*terbilang*): 25000 is `dua puluh lima ribu`.
#[must_use]
pub fn spelled(n: u64) -> String {
    if n < 12 {
        // Below 12, so it is an index on every platform.
        #[allow(clippy::cast_possible_truncation)]
        return SMALL_NUMBERS[n as usize].to_owned();
    }
    if n < 20 {
        return format!("{} belas", spelled(n - 10));
    }
    if n < 100 {
        return multiple(n, 10, "puluh");
    }
    if n < 200 {
        return followed_by("seratus".to_owned(), n - 100);
    }
    if n < 1_000 {
        return multiple(n, 100, "ratus");
    }
    if n < 2_000 {
        return followed_by("seribu".to_owned(), n - 1_000);
    }
    for (unit, name) in LARGE_UNITS {
        if n >= unit {
            return multiple(n, unit, name);
        }
    }
    multiple(n, 1_000, "ribu")
}

fn multiple(n: u64, unit: u64, name: &str) -> String {
    followed_by(format!("{} {name}", spelled(n / unit)), n % unit)
}

fn followed_by(head: String, rest: u64) -> String {
    if rest == 0 { head } else { format!("{head} {}", spelled(rest)) }
}

/// An identity number as paper may show it: a 16-character NIK keeps its first and last four,
/// `1218••••••••0003`.
///
/// Anything of another length keeps its last four characters at most, and never more than half of
/// them, so that a short number is not shown whole. Characters are counted, not bytes.
#[must_use]
pub fn masked_nik(number: &str) -> String {
    let length = number.chars().count();
    let (head, tail) = if length == 16 { (4, 4) } else { (0, (length / 2).min(4)) };
    number.chars().enumerate().map(|(i, c)| if i < head || i >= length - tail { c } else { '•' }).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn dates_are_written_in_words() {
        assert_eq!(date(day(2026, 11, 23)), "23 November 2026");
        assert_eq!(date(day(2027, 1, 1)), "1 Januari 2027");
        for (d, text) in [
            (day(2026, 11, 23), "Senin, 23 November 2026"),
            (day(2026, 11, 24), "Selasa, 24 November 2026"),
            (day(2026, 12, 9), "Rabu, 9 Desember 2026"),
            (day(2026, 5, 14), "Kamis, 14 Mei 2026"),
            (day(2028, 2, 25), "Jumat, 25 Februari 2028"),
            (day(2026, 8, 1), "Sabtu, 1 Agustus 2026"),
            (day(2026, 3, 1), "Minggu, 1 Maret 2026"),
        ] {
            assert_eq!(weekday_date(d), text);
        }
    }

    #[test]
    fn a_date_in_a_table_is_read_however_it_was_written() {
        // The window reads dates of its own; the same table is its test.
        let table: Vec<(String, Option<NaiveDate>)> = serde_json::from_str(include_str!("../dates-as-written.json")).unwrap();
        for (typed, date) in table {
            assert_eq!(read_date(&typed), date, "{typed}");
        }
        for only in ["2025", "Juni 2025", "06/2025", "tahun 2025"] {
            assert!(is_without_day(only) && read_date(only).is_none(), "{only}");
        }
        assert!(!is_without_day("akhir tahun") && !is_without_day("23/11/2026") && !is_without_day("12"));
    }

    #[test]
    fn numbers_of_people_stand_in_the_groups_in_which_they_are_read() {
        assert_eq!(nik("1218010101900003"), "1218 0101 0190 0003");
        assert_eq!(nip("197904122005011003"), "19790412 200501 1 003");
        assert_eq!((nik("A1234567"), nip("-"), nik("")), ("A1234567".to_owned(), "-".to_owned(), String::new()));
    }

    #[test]
    fn hours_carry_a_dot_and_the_zone() {
        let at = |h, m, s| NaiveTime::from_hms_opt(h, m, s).unwrap();
        assert_eq!(time(at(9, 15, 0), Zone::Western), "09.15 WIB");
        assert_eq!(time(at(0, 0, 59), Zone::Western), "00.00 WIB");
        assert_eq!(time(at(23, 59, 59), Zone::Western), "23.59 WIB");
    }

    #[test]
    fn months_of_letter_numbers_are_roman() {
        let all: Vec<_> = (1..=12).map(roman_month).collect();
        assert_eq!(all.join(" "), "I II III IV V VI VII VIII IX X XI XII");
        assert_eq!(roman_month(0), "I");
        assert_eq!(roman_month(13), "XII");
    }

    #[test]
    fn money_has_no_space_and_dots_every_three_digits() {
        for (amount, text) in [
            (0, "Rp0,00"),
            (200, "Rp200,00"),
            (2_000, "Rp2.000,00"),
            (25_000, "Rp25.000,00"),
            (1_234_567, "Rp1.234.567,00"),
            (u64::MAX, "Rp18.446.744.073.709.551.615,00"),
        ] {
            assert_eq!(rupiah(amount), text);
        }
    }

    #[test]
    fn numbers_are_spelled_the_way_a_receipt_does() {
        for (n, text) in [
            (0, "nol"),
            (1, "satu"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (100, "seratus"),
            (111, "seratus sebelas"),
            (200, "dua ratus"),
            (999, "sembilan ratus sembilan puluh sembilan"),
            (1_000, "seribu"),
            (1_001, "seribu satu"),
            (1_999, "seribu sembilan ratus sembilan puluh sembilan"),
            (2_000, "dua ribu"),
            (11_000, "sebelas ribu"),
            (25_000, "dua puluh lima ribu"),
            (100_000, "seratus ribu"),
            (101_000, "seratus satu ribu"),
            (1_000_000, "satu juta"),
            (1_001_100, "satu juta seribu seratus"),
            (1_000_000_000, "satu miliar"),
            (2_000_000_000_000, "dua triliun"),
        ] {
            assert_eq!(spelled(n), text);
        }
        assert!(spelled(u64::MAX).starts_with("delapan belas kuintiliun empat ratus"));
    }

    #[test]
    fn identity_numbers_are_masked() {
        for (number, text) in [
            ("1218010101900003", "1218••••••••0003"),
            ("A1234567", "••••4567"),
            ("12345", "•••45"),
            ("1234", "••34"),
            ("7", "•"),
            ("", ""),
            ("١٢٣٤٥٦٧٨", "••••٥٦٧٨"),
            ("😀😀😀", "••😀"),
        ] {
            assert_eq!(masked_nik(number), text);
        }
    }
}
