//! How the monitor says times and deadlines.

use chrono::NaiveDateTime;
use loket_domain::calendar::Calendar;
use loket_domain::deadline::{Nearness, nearness};
use loket_domain::indonesian;
use loket_domain::office::OfficeProfile;

use crate::clock::civil;
use crate::projection::RequestRow;

/// The moment a page is made.
pub(super) struct Now<'a> {
    /// On the offices' wall clock.
    pub(super) civil: NaiveDateTime,
    pub(super) calendar: &'a Calendar,
}

/// How urgent something is: the class that colours it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Calm,
    Near,
    Overdue,
    Quiet,
}

impl Tone {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Near => "near",
            Self::Overdue => "overdue",
            Self::Quiet => "quiet",
        }
    }
}

/// How much time an open request has left, as a colour and in words.
pub(super) fn time_left(row: &RequestRow, profile: Option<&OfficeProfile>, now: &Now<'_>) -> (Tone, String) {
    let Some((due, profile)) = row.due.zip(profile) else {
        return (Tone::Quiet, "belum dapat dihitung".into());
    };
    let today = now.civil.date();
    match nearness(profile, now.calendar, today, due) {
        // On the weekend after a deadline no working day has passed yet.
        Ok((Nearness::Overdue, 0)) => (Tone::Overdue, "lewat batas".into()),
        Ok((Nearness::Overdue, left)) => (Tone::Overdue, format!("lewat {} hari kerja", left.unsigned_abs())),
        Ok((Nearness::Near, ..=0)) => (Tone::Near, "hari ini".into()),
        Ok((Nearness::Near, left)) => (Tone::Near, format!("{left} hari kerja lagi")),
        Ok((Nearness::Calm, left)) => (Tone::Calm, format!("{left} hari kerja lagi")),
        Err(_) if today > due => (Tone::Overdue, "lewat batas".into()),
        Err(_) => (Tone::Quiet, "belum dapat dihitung".into()),
    }
}

/// When something happened, shorter the nearer it is: `hari ini, 09.15 WIB`.
pub(super) fn moment(millis: u64, now: &Now<'_>) -> String {
    let at = civil(millis);
    let time = indonesian::time(at.time());
    match (now.civil.date() - at.date()).num_days() {
        0 => format!("hari ini, {time}"),
        1 => format!("kemarin, {time}"),
        days @ 2..=30 => format!("{days} hari lalu, {time}"),
        _ => format!("{}, {time}", indonesian::date(at.date())),
    }
}

/// `Senin, 23 November 2026, pukul 09.15 WIB`.
pub(super) fn full(at: NaiveDateTime) -> String {
    format!("{}, pukul {}", indonesian::weekday_date(at.date()), indonesian::time(at.time()))
}
