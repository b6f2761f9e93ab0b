//! Registration numbers: a serial per desk and calendar year, written in the office's pattern.
//!
//! The number *is* the legal receipt (UU KIP Ps 22(4)): it exists the moment the paper is handed over and never changes.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::fields::Problems;
use crate::indonesian::roman_month;
use crate::text_code::text_code;

/// What may stand in a pattern, as told to the person who types it.
pub const PATTERN_HELP: &str =
    "{nomor} nomor urut, {bulan} bulan Romawi, {tahun} tahun, {meja} kode meja. Contoh: {nomor}/PPID/KEC-PBG/{bulan}/{tahun}";

text_code! {
    /// The short name of a counter (e.g. `A`): it tells two desks of one office apart.
    pub struct DeskCode
}

/// How the code of every desk begins that is no counter but the web: PPID Utama registers there what people file on its pages.
pub const WEB_DESK: &str = "W";

impl DeskCode {
    /// The code typed in `field`: one to four capital letters or digits, and not one that the web has.
    pub fn check(problems: &mut Problems, field: &str, typed: &str) -> Self {
        let code = typed.trim().to_uppercase();
        let shaped = (1..=4).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphanumeric());
        problems.when(!shaped, field, "Kode meja terdiri atas 1 sampai 4 huruf atau angka, misalnya A.");
        problems.when(
            shaped && code.starts_with(WEB_DESK),
            field,
            "Kode meja yang berawalan W dipakai untuk permohonan lewat laman; pilih kode lain, misalnya A.",
        );
        Self(code)
    }
}

/// A pattern whose placeholders were checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NumberPattern(String);

impl NumberPattern {
    /// The pattern typed in `field` for `desk`. It must hold `{nomor}` and `{tahun}`: without the year a number would come
    /// back every January. A desk other than `A` must name itself with `{meja}`, or two desks could give the same number.
    pub fn check(problems: &mut Problems, field: &str, typed: &str, desk: &DeskCode) -> Self {
        let pattern = problems.text(field, typed, 60, "Isi pola nomor pendaftaran.");
        for needed in ["{nomor}", "{tahun}"] {
            if !pattern.is_empty() && !pattern.contains(needed) {
                problems.add(field, format!("Pola nomor harus memuat {needed}."));
            }
        }
        problems.when(
            desk.as_str() != "A" && !pattern.is_empty() && !pattern.contains("{meja}"),
            field,
            "Meja selain A harus memuat {meja} di pola nomornya, supaya nomor dua meja tidak pernah sama.",
        );
        let mut rest = pattern.clone();
        for known in ["{nomor}", "{bulan}", "{tahun}", "{meja}"] {
            rest = rest.replace(known, "");
        }
        problems.when(
            rest.contains(['{', '}']),
            field,
            "Pola nomor hanya mengenal {nomor}, {bulan}, {tahun} dan {meja}; periksa kurung kurawalnya.",
        );
        Self(pattern)
    }

    /// The pattern of the desk's objection numbers: its own with `KEB-` before `PPID`, or `KEB/` before all of it, so that
    /// the two series are never taken for each other.
    #[must_use]
    pub fn for_objections(&self) -> Self {
        if self.0.contains("PPID") { Self(self.0.replacen("PPID", "KEB-PPID", 1)) } else { Self(format!("KEB/{}", self.0)) }
    }

    /// The pattern of another desk of the same office: this one where it names its desk, else with the desk behind the serial
    /// (`007-W/PPID/KEC-PBG/XI/2026`).
    #[must_use]
    pub fn naming_its_desk(&self) -> Self {
        if self.0.contains("{meja}") { self.clone() } else { Self(self.0.replacen("{nomor}", "{nomor}-{meja}", 1)) }
    }

    /// How numbers are written where no desk of the office has said how.
    #[must_use]
    pub fn usual() -> Self {
        Self("{nomor}-{meja}/PPID/{bulan}/{tahun}".to_owned())
    }

    /// The pattern as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number with this serial, for a request registered on `date`.
    pub fn number(&self, desk: &DeskCode, serial: u32, date: NaiveDate) -> RegistrationNumber {
        let text = self
            .0
            .replace("{nomor}", &format!("{serial:03}"))
            .replace("{bulan}", roman_month(date.month()))
            .replace("{tahun}", &date.year().to_string())
            .replace("{meja}", desk.as_str());
        RegistrationNumber { desk: desk.clone(), year: date.year(), serial, text }
    }
}

/// A number that was given out; `desk`, `year` and `serial` make it unique in an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationNumber {
    /// The desk that gave it.
    pub desk: DeskCode,
    /// The calendar year of its series.
    pub year: i32,
    /// Its place in the series, from 1.
    pub serial: u32,
    /// What the paper says.
    pub text: String,
}

coded! {
    /// What is numbered: each has a series of its own.
    pub enum NumberSeries {
        /// Requests.
        Requests = "requests" => "Permohonan",
        /// Objections.
        Objections = "objections" => "Keberatan",
    }
}

/// Numbers that are accounted for though nothing here bears them: void, or handed out on paper before the desk's file was
/// restored from a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoidedNumbers {
    /// Of which series.
    pub series: NumberSeries,
    /// Of which desk.
    pub desk: DeskCode,
    /// Of which calendar year.
    pub year: i32,
    /// The first serial.
    pub from: u32,
    /// The last serial.
    pub to: u32,
    /// The civil date of the account.
    pub on: NaiveDate,
    /// Why, in the officer's words.
    pub reason: String,
}

/// Where a desk's series begins: offices continue their paper book in the year they start, and begin at 1 after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesStart {
    /// The year in which the desk was opened.
    pub year: i32,
    /// The first serial it gives in that year.
    pub first: u32,
}

impl SeriesStart {
    /// The serial that follows `last`, the highest given in `year`.
    pub fn next(self, year: i32, last: Option<u32>) -> u32 {
        match last {
            Some(last) => last.saturating_add(1),
            None if year == self.year => self.first,
            None => 1,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn desk(code: &str) -> DeskCode {
        DeskCode::check(&mut Problems::default(), "desk_code", code)
    }

    fn pattern(text: &str) -> Result<NumberPattern, usize> {
        pattern_at("A", text)
    }

    fn pattern_at(code: &str, text: &str) -> Result<NumberPattern, usize> {
        let mut problems = Problems::default();
        let pattern = NumberPattern::check(&mut problems, "number_pattern", text, &desk(code));
        let count = problems.into_vec().len();
        if count == 0 { Ok(pattern) } else { Err(count) }
    }

    #[test]
    fn a_number_carries_serial_roman_month_year_and_desk() {
        let desk = desk(" a ");
        let date = "2026-11-23".parse().unwrap();
        let number = pattern("{nomor}/PPID/KEC-PBG.{meja}/{bulan}/{tahun}").unwrap().number(&desk, 7, date);
        assert_eq!(number.text, "007/PPID/KEC-PBG.A/XI/2026");
    }

    #[test]
    fn a_pattern_that_could_repeat_a_number_is_refused() {
        for (wrong, problems) in
            [("", 1), ("{nomor}/PPID", 1), ("PPID/{bulan}", 2), ("{nomor}/{tahun}/{kota}", 1), ("{nomor}{/{tahun}", 1)]
        {
            assert_eq!(pattern(wrong).unwrap_err(), problems, "{wrong}");
        }
    }

    #[test]
    fn objections_have_a_series_that_nobody_takes_for_requests() {
        let objection = pattern("{nomor}/PPID/KEC-PBG/{bulan}/{tahun}").unwrap().for_objections();
        let number = objection.number(&desk("A"), 1, "2026-12-07".parse().unwrap());
        assert_eq!(number.text, "001/KEB-PPID/KEC-PBG/XII/2026");
        assert_eq!(pattern("{nomor}/{tahun}").unwrap().for_objections().as_str(), "KEB/{nomor}/{tahun}");
    }

    #[test]
    fn a_second_desk_names_itself_in_its_numbers() {
        assert_eq!(pattern_at("B", "{nomor}/PPID/{tahun}").unwrap_err(), 1);
        assert!(pattern_at("B", "{nomor}/PPID.{meja}/{tahun}").is_ok());
    }

    #[test]
    fn the_web_is_a_desk_whose_numbers_nobody_takes_for_those_of_a_counter() {
        let date = "2026-11-23".parse().unwrap();
        for (of_a, number) in [
            ("{nomor}/PPID/KEC-PBG/{bulan}/{tahun}", "007-W/PPID/KEC-PBG/XI/2026"),
            ("{nomor}/PPID/KEC-PBG.{meja}/{bulan}/{tahun}", "007/PPID/KEC-PBG.W/XI/2026"),
        ] {
            assert_eq!(pattern(of_a).unwrap().naming_its_desk().number(&WEB_DESK.into(), 7, date).text, number);
        }
        assert_eq!(NumberPattern::usual().number(&WEB_DESK.into(), 7, date).text, "007-W/PPID/XI/2026");
        for of_the_web in ["W", "w", "W7K3"] {
            let mut problems = Problems::default();
            DeskCode::check(&mut problems, "desk_code", of_the_web);
            assert_eq!(problems.into_vec().len(), 1, "{of_the_web} is no counter");
        }
    }

    #[test]
    fn a_desk_continues_its_paper_book_and_begins_at_one_the_next_january() {
        let start = SeriesStart { year: 2026, first: 107 };
        assert_eq!(start.next(2026, None), 107);
        assert_eq!(start.next(2026, Some(107)), 108);
        assert_eq!(start.next(2027, None), 1);
        assert_eq!(start.next(2027, Some(1)), 2);
    }
}
