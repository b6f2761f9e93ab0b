//! Working days: the vectors of the domain study, and laws that hold for every date.

use chrono::{Days, NaiveDate};
use loket_domain::calendar::{Calendar, YearNotLoaded};
use loket_domain::clock::{Clock, Length};
use loket_domain::deadline::{Clocks, Course, Nearness, time_left};
use loket_domain::office::{ClockStart, OfficeProfile};
use loket_domain::working_days::{Counting, DayVerdict, WorkWeek, between, count, is_working_day};
use proptest::prelude::*;

use crate::office::{date, perbaungan};

const FIVE: Counting = Counting { week: WorkWeek::MonFri, collective_leave_works: false };
const SIX: Counting = Counting { week: WorkWeek::MonSat, collective_leave_works: false };

fn course(received: NaiveDate, registered: NaiveDate, complete: Option<NaiveDate>) -> Course {
    Course { received, registered, complete, told: None }
}

fn plus(counting: Counting, from: &str, length: u32) -> String {
    count(&Calendar::shipped().unwrap(), counting, date(from), length).unwrap().deadline.to_string()
}

#[test]
fn the_test_vectors_of_the_domain_study_hold() {
    // day 0, +3, then (+10, +7 after it) for: five days, five days with cuti bersama as work, six days
    let vectors = [
        ("2025-08-04", "2025-08-07", ["2025-08-19", "2025-08-28", "2025-08-18", "2025-08-27", "2025-08-15", "2025-08-25"]),
        ("2026-03-09", "2026-03-12", ["2026-03-30", "2026-04-09", "2026-03-24", "2026-04-02", "2026-03-27", "2026-04-06"]),
        ("2026-05-11", "2026-05-18", ["2026-05-29", "2026-06-10", "2026-05-26", "2026-06-08", "2026-05-25", "2026-06-05"]),
        ("2026-11-23", "2026-11-26", ["2026-12-07", "2026-12-16", "2026-12-07", "2026-12-16", "2026-12-04", "2026-12-12"]),
        ("2026-12-14", "2026-12-17", ["2026-12-30", "2027-01-12", "2026-12-29", "2027-01-11", "2026-12-28", "2027-01-07"]),
        ("2026-12-18", "2026-12-23", ["2027-01-07", "2027-01-18", "2027-01-06", "2027-01-15", "2027-01-02", "2027-01-12"]),
        ("2027-03-01", "2027-03-04", ["2027-03-23", "2027-04-05", "2027-03-18", "2027-03-30", "2027-03-19", "2027-03-30"]),
        ("2027-05-10", "2027-05-13", ["2027-05-28", "2027-06-09", "2027-05-26", "2027-06-07", "2027-05-26", "2027-06-04"]),
    ];
    for (from, three, expected) in vectors {
        assert_eq!(plus(FIVE, from, 3), three, "three working days from {from}");
        for (pair, counting) in expected.chunks(2).zip([FIVE, FIVE.strictest(), SIX]) {
            assert_eq!(plus(counting, from, 10), pair[0], "ten from {from}, {counting:?}");
            assert_eq!(plus(counting, pair[0], 7), pair[1], "seven from {}, {counting:?}", pair[0]);
        }
    }
}

#[test]
fn the_long_clocks_of_the_domain_study_hold() {
    assert_eq!(plus(FIVE, "2026-12-07", 30), "2027-01-22");
    assert_eq!(plus(FIVE, "2027-01-11", 30), "2027-02-23");
    assert_eq!(plus(FIVE, "2027-02-26", 14), "2027-03-30");
}

#[test]
fn a_year_has_as_many_working_days_as_the_decrees_leave() {
    let calendar = Calendar::shipped().unwrap();
    for (year, expected) in [(2025, 237), (2026, 240), (2027, 242)] {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = first.iter_days().take_while(|day| day.to_string().starts_with(&year.to_string()));
        let working = days.filter(|day| is_working_day(&calendar, FIVE, *day).unwrap()).count();
        assert_eq!(working, expected, "{year}");
    }
}

#[test]
fn an_explanation_names_every_day_counted_or_skipped_and_why() {
    let calendar = Calendar::shipped().unwrap();
    let count = count(&calendar, FIVE, date("2026-12-23"), 2).unwrap();
    let told: Vec<String> = count.days.iter().map(|day| format!("{} {:?}", day.date, day.verdict)).collect();
    assert_eq!(
        told,
        [
            "2026-12-23 DayZero",
            "2026-12-24 Off(CollectiveLeave, \"Cuti bersama Natal\")",
            "2026-12-25 Off(National, \"Natal\")",
            "2026-12-26 Weekend",
            "2026-12-27 Weekend",
            "2026-12-28 Counted(1)",
            "2026-12-29 Counted(2)",
        ]
    );
}

#[test]
fn no_date_is_named_in_a_year_that_is_not_loaded() {
    let calendar = Calendar::shipped().unwrap();
    let refusal = count(&calendar, FIVE, date("2027-12-27"), 10).unwrap_err();
    assert_eq!(refusal, YearNotLoaded(2028));
    assert!(refusal.to_string().starts_with("Kalender 2028 belum dimuat"));
    assert!(count(&calendar, FIVE, date("2018-12-20"), 10).is_err(), "2018 is not loaded either");
}

#[test]
fn a_calendar_file_must_keep_to_its_year_and_format() {
    assert!(Calendar::from_file("{}").is_err());
    assert!(
        Calendar::from_file(r#"{"year": 2030, "days": [{"date": "2031-01-01", "kind": "libur_nasional", "name": "x"}]}"#)
            .is_err()
    );
    assert!(
        Calendar::from_file(r#"{"year": 2030, "days": [{"date": "2030-02-30", "kind": "libur_nasional", "name": "x"}]}"#)
            .is_err()
    );
    assert!(Calendar::from_file(r#"{"year": 2030, "days": []}"#).is_ok());
}

#[test]
fn both_readings_of_the_clock_are_shown_and_the_earlier_is_the_safe_one() {
    let (office, calendar) = (perbaungan(), Calendar::shipped().unwrap());
    let received = date("2026-11-23");
    let waiting = Clocks::of(&office.profile, &calendar, &course(received, received, None)).promised();
    assert_eq!((waiting.completeness, waiting.official), (Some(date("2026-11-26")), None));
    assert_eq!(waiting.safe, Some(date("2026-12-07")));
    let complete = Clocks::of(&office.profile, &calendar, &course(received, received, Some(date("2026-11-24")))).promised();
    assert_eq!((complete.official, complete.safe), (Some(date("2026-12-08")), Some(date("2026-12-07"))));
}

#[test]
fn each_start_of_the_ten_days_counts_from_its_own_event() {
    let (office, calendar) = (perbaungan(), Calendar::shipped().unwrap());
    let (received, registered, complete) = (date("2026-11-20"), date("2026-11-23"), date("2026-11-24"));
    for (clock_start, expected) in
        [(ClockStart::Received, "2026-12-04"), (ClockStart::Registered, "2026-12-07"), (ClockStart::Complete, "2026-12-08")]
    {
        let profile = OfficeProfile { clock_start, ..office.profile.clone() };
        let promised = Clocks::of(&profile, &calendar, &course(received, registered, Some(complete))).promised();
        assert_eq!(promised.official, Some(date(expected)), "{clock_start:?}");
        assert_eq!(promised.safe, Some(date("2026-12-04")), "the safe date does not follow the setting");
    }
}

#[test]
fn every_screen_says_the_time_that_is_left_in_the_same_words() {
    let (office, calendar) = (perbaungan().profile, Calendar::shipped().unwrap());
    let left = |today, due| time_left(&office, &calendar, date(today), date(due)).map(|left| (left.nearness, left.words));
    for (today, due, nearness, words) in [
        ("2026-12-01", "2026-12-07", Nearness::Calm, "4 hari kerja lagi"),
        ("2026-12-04", "2026-12-07", Nearness::Near, "1 hari kerja lagi"),
        ("2026-12-07", "2026-12-07", Nearness::Near, "hari ini terakhir"),
        // A deadline that moved onto a Sunday leaves Friday as the last day of work.
        ("2026-12-04", "2026-12-06", Nearness::Near, "hari ini terakhir"),
        ("2026-12-05", "2026-12-06", Nearness::Near, "hari kerja terakhir sudah lewat"),
        ("2026-12-05", "2026-12-04", Nearness::Overdue, "terlambat"),
        ("2026-12-08", "2026-12-04", Nearness::Overdue, "terlambat 2 hari kerja"),
        ("2031-01-02", "2026-12-04", Nearness::Overdue, "terlambat"),
    ] {
        assert_eq!(left(today, due), Ok((nearness, words.to_owned())), "{today} {due}");
    }
    assert_eq!(left("2026-12-04", "2031-01-02"), Err(YearNotLoaded(2028)));
}

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..3200).prop_map(|offset| date("2019-01-01") + Days::new(offset))
}

fn some_counting() -> impl Strategy<Value = Counting> {
    (any::<bool>(), any::<bool>()).prop_map(|(six, collective_leave_works)| Counting {
        week: if six { WorkWeek::MonSat } else { WorkWeek::MonFri },
        collective_leave_works,
    })
}

proptest! {
    #[test]
    fn a_deadline_is_a_working_day_and_counts_exactly_its_length(from in some_day(), length in 1u32..40, counting in some_counting()) {
        let calendar = Calendar::shipped().unwrap();
        let count = count(&calendar, counting, from, length).unwrap();
        prop_assert!(is_working_day(&calendar, counting, count.deadline).unwrap());
        prop_assert_eq!(between(&calendar, counting, from, count.deadline).unwrap(), i64::from(length));
        let counted = count.days.iter().filter(|day| matches!(day.verdict, DayVerdict::Counted(_))).count();
        prop_assert_eq!(counted, length as usize);
    }

    #[test]
    fn counting_is_monotone_and_additive(from in some_day(), a in 1u32..20, b in 1u32..20, counting in some_counting()) {
        let calendar = Calendar::shipped().unwrap();
        let at = |from, length| count(&calendar, counting, from, length).unwrap().deadline;
        prop_assert!(at(from, a) < at(from, a + 1));
        prop_assert!(at(from, a) <= at(from + Days::new(1), a));
        prop_assert_eq!(at(at(from, a), b), at(from, a + b));
    }

    #[test]
    fn the_strictest_reading_is_never_later(from in some_day(), length in 1u32..40, counting in some_counting()) {
        let calendar = Calendar::shipped().unwrap();
        let at = |counting| count(&calendar, counting, from, length).unwrap().deadline;
        prop_assert!(at(counting.strictest()) <= at(counting));
    }
}

#[test]
fn a_clock_says_its_length_as_screens_and_as_letters_write_it() {
    for (clock, short, long) in [
        (Clock::Completeness, "3 hari kerja", "3 (tiga) hari kerja"),
        (Clock::Completion, "3 hari kerja", "3 (tiga) hari kerja"),
        (Clock::Answer, "10 hari kerja", "10 (sepuluh) hari kerja"),
        (Clock::Extension, "7 hari kerja", "7 (tujuh) hari kerja"),
        (Clock::Objection, "30 hari kerja", "30 (tiga puluh) hari kerja"),
        (Clock::ObjectionAnswer, "30 hari kerja", "30 (tiga puluh) hari kerja"),
        (Clock::Dispute, "14 hari kerja", "14 (empat belas) hari kerja"),
        (Clock::DisputeBegins, "14 hari kerja", "14 (empat belas) hari kerja"),
        (Clock::DisputeEnds, "100 hari kerja", "100 (seratus) hari kerja"),
        (Clock::AnnualReport, "sampai 31 Maret", "sampai 31 Maret"),
        (Clock::Periodic, "6 bulan", "6 (enam) bulan"),
        (Clock::Immediate, "hari itu juga", "hari itu juga"),
    ] {
        assert_eq!((clock.length().to_string().as_str(), clock.in_words().as_str()), (short, long), "{clock:?}");
        if let Length::WorkingDays(_) = clock.length() {
            assert!(clock.label().contains(&format!(": {short} sejak ")), "{}", clock.label());
        }
    }
}
