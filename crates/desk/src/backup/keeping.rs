//! Which copies stay: the newest of each of seven days, of five weeks and of twelve months. Days without a copy count for nothing, so
//! a month of leave takes none away.

use chrono::{Datelike, NaiveDateTime};
use std::collections::BTreeSet;

const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;

/// Those that stay of the copies made at these times.
pub(crate) fn kept(made: &[NaiveDateTime]) -> BTreeSet<NaiveDateTime> {
    let mut kept = newest(made, DAYS, |at| at.date());
    kept.extend(newest(made, WEEKS, |at| at.date().iso_week()));
    kept.extend(newest(made, MONTHS, |at| (at.year(), at.month())));
    kept
}

/// The newest of each of the last so many periods in which any was made.
fn newest<P: PartialEq>(made: &[NaiveDateTime], periods: usize, period: impl Fn(NaiveDateTime) -> P) -> BTreeSet<NaiveDateTime> {
    let mut newest_first = made.to_vec();
    newest_first.sort_unstable_by(|one, other| other.cmp(one));
    newest_first.dedup_by_key(|at| period(*at));
    newest_first.into_iter().take(periods).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn a_year_of_working_days_leaves_seven_days_five_weeks_and_twelve_months() {
        let mut made = Vec::new();
        for day in NaiveDate::from_ymd_opt(2026, 1, 1)
            .unwrap()
            .iter_days()
            .take(365)
            .filter(|day| day.weekday().number_from_monday() < 6)
        {
            made.push(day.and_hms_opt(15, 30, 0).unwrap());
            // As it would be done: what goes at once is not there the next day.
            let stay = kept(&made);
            made.retain(|at| stay.contains(at));
            assert!(stay.contains(made.last().unwrap()), "what was just made stays");
        }
        let days: Vec<String> = made.iter().map(|at| at.format("%m-%d").to_string()).collect();
        assert_eq!(
            days,
            [
                "01-30", "02-27", "03-31", "04-30", "05-29", "06-30", "07-31", "08-31", "09-30", "10-30", "11-30", "12-04",
                "12-11", "12-18", "12-23", "12-24", "12-25", "12-28", "12-29", "12-30", "12-31"
            ]
        );
    }

    #[test]
    fn of_one_day_the_last_stays() {
        let at = |hour| NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(hour, 0, 0).unwrap();
        assert_eq!(kept(&[at(9), at(16), at(11)]), [at(16)].into());
        assert!(kept(&[]).is_empty());
    }
}
