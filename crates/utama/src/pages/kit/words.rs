//! How the monitor says times and deadlines.

use chrono::{NaiveDate, NaiveDateTime};
use loket_domain::calendar::Calendar;
use loket_domain::deadline::{Nearness, time_left as left};
use loket_domain::indonesian;
use loket_domain::zone::Zone;

use crate::clock::civil;
use crate::projection::{OfficeCounting, RequestRow};
use crate::store::OfficeOverview;

/// The moment a page is made.
pub(crate) struct Now<'a> {
    /// On the offices' wall clock.
    pub(crate) civil: NaiveDateTime,
    pub(crate) calendar: &'a Calendar,
}

/// How urgent something is: the class that colours it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Urgency {
    Calm,
    Near,
    Overdue,
    Done,
    Quiet,
}

impl Urgency {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Calm => "tone calm",
            Self::Near => "tone near",
            Self::Overdue => "tone overdue",
            Self::Done => "tone done",
            Self::Quiet => "quiet",
        }
    }
}

/// What the deadlines of an office are counted with; none until it was established.
pub(crate) fn counting<'a>(office: &'a OfficeOverview, now: &Now<'_>) -> Option<OfficeCounting<'a>> {
    let profile = office.profile.as_ref()?;
    Some(OfficeCounting { profile, calendar: office.packs.calendar(now.calendar, &office.days_off) })
}

/// How much time an open request has left, as a colour and in the words the desk uses.
pub(crate) fn time_left(row: &RequestRow, office: Option<&OfficeCounting<'_>>, now: &Now<'_>) -> (Urgency, String) {
    due_left(row.due, office, now)
}

/// How much time is left until a deadline.
pub(crate) fn due_left(due: Option<NaiveDate>, office: Option<&OfficeCounting<'_>>, now: &Now<'_>) -> (Urgency, String) {
    let left = due.zip(office).map(|(due, office)| left(office.profile, &office.calendar, now.civil.date(), due));
    match left {
        Some(Ok(left)) => (left.nearness.into(), left.words),
        Some(Err(_)) | None => (Urgency::Quiet, "belum dapat dihitung".into()),
    }
}

impl From<Nearness> for Urgency {
    fn from(nearness: Nearness) -> Self {
        match nearness {
            Nearness::Calm => Self::Calm,
            Nearness::Near => Self::Near,
            Nearness::Overdue => Self::Overdue,
        }
    }
}

/// When something happened, shorter the nearer it is: `hari ini, 09.15 WIB`.
pub(crate) fn moment(millis: u64, now: &Now<'_>) -> String {
    let at = civil(millis);
    let time = indonesian::time(at.time(), Zone::Western);
    match (now.civil.date() - at.date()).num_days() {
        0 => format!("hari ini, {time}"),
        1 => format!("kemarin, {time}"),
        days @ 2..=30 => format!("{days} hari lalu, {time}"),
        _ => format!("{}, {time}", indonesian::date(at.date())),
    }
}

/// `23 November 2026, 09.15 WIB`.
pub(crate) fn dated(at: NaiveDateTime) -> String {
    format!("{}, {}", indonesian::date(at.date()), indonesian::time(at.time(), Zone::Western))
}

/// `Senin, 23 November 2026, pukul 09.15 WIB`.
pub(crate) fn full(at: NaiveDateTime) -> String {
    format!("{}, pukul {}", indonesian::weekday_date(at.date()), indonesian::time(at.time(), Zone::Western))
}
