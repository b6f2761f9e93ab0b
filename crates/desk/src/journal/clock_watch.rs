//! A clock that nobody should number by: one that stands before the last entry, as after a dead battery, or years behind it. It is asked
//! about before anything is written, and the answer stands in the story.

use chrono::NaiveDateTime;

use crate::error::DeskError;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::store::local;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_journal::Subject;

/// After so many days without an entry the date is asked about.
const LONG: i64 = 366;

/// Whether a date should be asked about, where the last entry was written at `last`.
fn is_doubtful(last: NaiveDateTime, now: NaiveDateTime) -> bool {
    let days = (now.date() - last.date()).num_days();
    !(0..=LONG).contains(&days)
}

impl Journal {
    /// Why nothing is written for now, if so: whether the date is right comes before whether the numbers are.
    pub(crate) fn held(&self) -> Option<Hold> {
        if self.clock_is_doubtful { Some(Hold::Clock) } else { self.hold }
    }

    /// Looks whether the computer's date fits what was written last.
    pub(crate) fn look_at_clock(&mut self, moment: Moment) -> Result<(), DeskError> {
        let last: Option<NaiveDateTime> = local::read_json(&self.connection, local::LAST_WRITTEN)?;
        self.clock_is_doubtful = last.is_some_and(|last| is_doubtful(last, moment.local)) && !mutant!(ClockBelieved);
        Ok(())
    }

    /// Somebody looked at a calendar: the date is right. It is written down, and the next entry is measured by it.
    pub(crate) fn believe_clock(&mut self, note: String, moment: Moment) -> Result<(), DeskError> {
        let last: Option<NaiveDateTime> = local::read_json(&self.connection, local::LAST_WRITTEN)?;
        let last = last.unwrap_or(moment.local).date();
        self.context().may(Duty::Serve)?;
        let (desk, now) = (self.desk_code.clone(), moment.local.date());
        let confirmed = OfficeChange::ClockConfirmed { desk, now, last, note };
        self.clock_is_doubtful = false;
        let held = self.hold.take();
        let done = self.commit(Duty::Serve, moment, |_, _, _| {
            Ok(vec![Written { subject: Subject::Office, changes: vec![Change::Office(confirmed)] }])
        });
        // What was not certain of the numbers is not certain now either.
        self.hold = held;
        self.clock_is_doubtful = done.is_err();
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn at(year: i32, month: u32, day: u32, hour: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(year, month, day).and_then(|date| date.and_hms_opt(hour, 0, 0)).unwrap_or_default()
    }

    #[test]
    fn an_earlier_day_and_one_years_later_are_asked_about_and_no_hour_or_holiday_between() {
        let last = at(2026, 11, 30, 15);
        for now in [at(2026, 11, 29, 23), at(2010, 1, 1, 0), at(2027, 12, 2, 9), at(2062, 1, 1, 9)] {
            assert!(is_doubtful(last, now), "{now}");
        }
        for now in [at(2026, 11, 30, 7), at(2026, 12, 1, 8), at(2027, 11, 30, 8)] {
            assert!(!is_doubtful(last, now), "{now}");
        }
    }
}
