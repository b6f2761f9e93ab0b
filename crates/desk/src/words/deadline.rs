//! Deadlines in words: what the counts of `domain` look like to an officer.

use crate::context::Context;
use crate::kernel::moment::Moment;
use crate::views::deadline::{DayKind, DayLine, Deadline, Deadlines, Tone};
use chrono::NaiveDate;
use loket_domain::calendar::{DayOffKind, YearNotLoaded};
use loket_domain::clock::Clock;
use loket_domain::deadline::{Clocks, Nearness, time_left};
use loket_domain::indonesian::{date as words, weekday, weekday_date};
use loket_domain::office::ClockStart;
use loket_domain::request::Request;
use loket_domain::working_days::{Count, DayVerdict, ExplainedDay};

/// How near a due date is and how that is said.
pub(crate) struct Left {
    pub(crate) tone: Tone,
    pub(crate) text: String,
}

/// How near `due` is on this day, in this office's working days.
pub(crate) fn left(context: &Context<'_>, due: NaiveDate, today: NaiveDate) -> Left {
    match time_left(&context.office.profile, context.calendar, today, due) {
        Ok(left) => Left { tone: tone(left.nearness), text: left.words },
        Err(year) => Left { tone: Tone::Calm, text: year.to_string() },
    }
}

/// The deadlines of a request as it stands, or of a form that would be registered now.
pub(crate) fn deadlines(context: &Context<'_>, clocks: &Clocks, answered: Option<NaiveDate>, moment: Moment) -> Deadlines {
    let today = moment.local.date();
    let start = context.office.profile.clock_start;
    let official_basis = match start {
        ClockStart::Complete => "sejak berkas dinyatakan lengkap (praktik PERKI 1/2021)",
        ClockStart::Received => "sejak diterima (UU 14/2008 Pasal 22 ayat (7))",
        ClockStart::Registered => "sejak dicatat dalam register",
    };
    let safe_basis = "sejak diterima, cuti bersama dihitung kerja: tanggal paling awal menurut semua tafsir";
    let told = |clock: &Result<Count, YearNotLoaded>, length: Clock, from: &str| {
        let basis = format!("{} {from}", length.length());
        clock.as_ref().ok().map(|count| deadline(context, count, &basis, answered.map(|on| ("dijawab", on)), today))
    };
    let official = clocks.official.as_ref().and_then(|clock| told(clock, Clock::Answer, official_basis));
    let safe = told(&clocks.safe, Clock::Answer, safe_basis);
    let unloaded = [clocks.official.as_ref(), Some(&clocks.safe)].into_iter().flatten().find_map(|clock| clock.as_ref().err());
    let official_note = match (&clocks.official, unloaded) {
        (_, Some(year)) => Some(year.to_string()),
        (None, None) => Some("Batas resmi mulai dihitung setelah berkas dinyatakan lengkap.".to_owned()),
        (Some(_), None) => None,
    };
    let warning = if answered.is_some() { None } else { warning(official.as_ref(), safe.as_ref()) };
    let completeness = clocks.completeness.as_ref().filter(|_| answered.is_none());
    let completeness =
        completeness.and_then(|clock| told(clock, Clock::Completeness, "sejak didaftarkan untuk memeriksa kelengkapan"));
    Deadlines { official, official_note, safe, completeness, warning }
}

/// A deadline with its days; `met` tells what ended the clock, and when.
pub(crate) fn deadline(
    context: &Context<'_>,
    count: &Count,
    basis: &str,
    met: Option<(&str, NaiveDate)>,
    today: NaiveDate,
) -> Deadline {
    let left = match met {
        Some((what, on)) if on <= count.deadline => Left { tone: Tone::Done, text: format!("{what} {}, tepat waktu", words(on)) },
        Some((what, on)) => Left { tone: Tone::Overdue, text: format!("{what} {}, terlambat", words(on)) },
        None => left(context, count.deadline, today),
    };
    Deadline {
        date: count.deadline,
        text: weekday_date(count.deadline),
        basis: basis.to_owned(),
        left: left.text,
        tone: left.tone,
        days: count.days.iter().map(|day| day_line(day, today)).collect(),
    }
}

/// The tone, the due date and the words of a request in a list.
pub(crate) fn due_of(
    context: &Context<'_>,
    request: &Request,
    moment: Moment,
) -> (Option<NaiveDate>, Option<String>, Option<Left>) {
    if let Some(outcome) = &request.outcome {
        let what = if request.answered() { "dijawab" } else { "ditutup" };
        let text = format!("{what} {}", words(outcome.on()));
        return (None, None, Some(Left { tone: Tone::Done, text }));
    }
    match request.due(&context.office.profile, context.calendar) {
        Some(due) => (Some(due), Some(weekday_date(due)), Some(left(context, due, moment.local.date()))),
        None => (None, Some("kalender belum dimuat".to_owned()), None),
    }
}

fn tone(nearness: Nearness) -> Tone {
    match nearness {
        Nearness::Calm => Tone::Calm,
        Nearness::Near => Tone::Near,
        Nearness::Overdue => Tone::Overdue,
    }
}

fn warning(official: Option<&Deadline>, safe: Option<&Deadline>) -> Option<String> {
    let safe = safe?;
    match (safe.tone, official) {
        (Tone::Overdue, Some(official)) if official.tone != Tone::Overdue => {
            Some(format!("Batas aman {} sudah lewat; jawab sebelum batas resmi {}.", safe.text, official.text))
        }
        (Tone::Overdue, _) => Some("Batas waktu sudah lewat; jawab hari ini juga dan catat alasannya.".to_owned()),
        (Tone::Near, _) => Some(format!("Jawab paling lambat {}: itu tanggal paling awal menurut semua tafsir.", safe.text)),
        (Tone::Calm | Tone::Done, _) => None,
    }
}

fn day_line(day: &ExplainedDay, today: NaiveDate) -> DayLine {
    let (kind, count, reason) = match &day.verdict {
        DayVerdict::DayZero => (DayKind::Start, None, Some("hari ke-0".to_owned())),
        DayVerdict::Counted(n) => (DayKind::Counted, Some(*n), None),
        DayVerdict::Weekend => (DayKind::Weekend, None, Some(weekday(day.date).to_owned())),
        DayVerdict::Off(DayOffKind::National, name) => (DayKind::NationalHoliday, None, Some(name.clone())),
        DayVerdict::Off(DayOffKind::CollectiveLeave, name) => (DayKind::CollectiveLeave, None, Some(name.clone())),
        DayVerdict::Off(DayOffKind::Local, name) => (DayKind::LocalHoliday, None, Some(name.clone())),
    };
    DayLine { date: day.date, text: weekday_date(day.date), kind, count, reason, today: day.date == today }
}
