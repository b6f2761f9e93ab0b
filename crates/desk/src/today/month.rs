//! The calendar of a month: what falls due on which day, with holidays and weekends.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::requests;
use crate::today;
use crate::today::item;
use crate::views::deadline::Tone;
use crate::views::month::{DayOfMonth, DayWorks, MonthView};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::views::today::WorkItem;
use crate::words::short;
use chrono::{Datelike, Days, Months, NaiveDate};
use loket_domain::calendar::YearNotLoaded;
use loket_domain::indonesian::{month_of, weekday, weekday_date};
use loket_domain::problem::{Problems, Refused};
use loket_domain::request::{RequestDuty, Running};
use loket_domain::working_days::is_working_day;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

const WEEK: usize = 7;

/// What falls due, day by day.
type ByDay = BTreeMap<NaiveDate, Vec<WorkItem>>;

/// The month `wanted` (`YYYY-MM`), or the present one.
pub(crate) fn month_view(
    tables: &Connection,
    context: &Context<'_>,
    wanted: Option<&str>,
    moment: Moment,
) -> Result<MonthView, DeskError> {
    let today = moment.local.date();
    let first = first_of(wanted, today)?;
    let days = days_around(first);
    let last = days.last().copied().unwrap_or(first);
    let (mut due, uncounted) = requests_due(tables, context, today)?;
    let (others, uncounted_objections) = others_due(tables, context, today, last)?;
    let uncounted = uncounted + uncounted_objections;
    for (date, item) in others {
        due.entry(date).or_default().push(item);
    }
    let mut unloaded: BTreeSet<i32> = BTreeSet::new();
    let mut lines = Vec::with_capacity(days.len());
    for date in days {
        let items = due.remove(&date).unwrap_or_default();
        let day = day(context, date, (first, today), items);
        if day.works == DayWorks::Unknown {
            unloaded.insert(date.year());
        }
        lines.push(day);
    }
    let mut notes: Vec<String> = unloaded.into_iter().map(|year| YearNotLoaded(year).to_string()).collect();
    if uncounted > 0 {
        notes.push(format!(
            "Batas waktu {uncounted} permohonan atau keberatan belum dapat dihitung dan tidak tampak di sini; lihat Hari ini."
        ));
    }
    let month = |first: NaiveDate| first.format("%Y-%m").to_string();
    Ok(MonthView {
        month: month(first),
        title: month_of(first),
        before: first.checked_sub_months(Months::new(1)).filter(|date| date.year() > 0).map(month),
        after: first.checked_add_months(Months::new(1)).filter(|date| date.year() < LAST_YEAR).map(month),
        today: today.to_string(),
        notes,
        weekdays: lines.iter().take(WEEK).map(|day| weekday(day.date).to_owned()).collect(),
        weeks: lines.chunks(WEEK).map(<[DayOfMonth]>::to_vec).collect(),
    })
}

/// Years are written with four digits.
const LAST_YEAR: i32 = 10_000;

fn first_of(wanted: Option<&str>, today: NaiveDate) -> Result<NaiveDate, Refused> {
    let Some(wanted) = wanted else { return Ok(today.with_day(1).unwrap_or(today)) };
    let four_digits = |date: &NaiveDate| (1..LAST_YEAR).contains(&date.year());
    let first = format!("{wanted}-01").parse().ok().filter(four_digits);
    let mut p = Problems::default();
    p.when(first.is_none(), "month", "Bulan ini tidak dikenal; pilih bulan lain.");
    p.or(first)
}

/// Every day of the month that begins on `first`, and those that fill its first and last week.
fn days_around(first: NaiveDate) -> Vec<NaiveDate> {
    let before = Days::new(u64::from(first.weekday().num_days_from_monday()));
    let monday = first.checked_sub_days(before).unwrap_or(first);
    let weeks = monday.iter_weeks().take_while(|start| *start <= first || start.month() == first.month());
    weeks.flat_map(|start| start.iter_days().take(WEEK)).collect()
}

fn day(context: &Context<'_>, date: NaiveDate, (first, today): (NaiveDate, NaiveDate), items: Vec<WorkItem>) -> DayOfMonth {
    let off: Vec<String> = context.calendar.days_off(date).unwrap_or_default().iter().map(named).collect();
    let works = match is_working_day(context.calendar, context.office.profile.counting(), date) {
        Ok(true) => DayWorks::Works,
        Ok(false) if off.is_empty() => DayWorks::Weekend,
        Ok(false) => DayWorks::Off,
        Err(_) => DayWorks::Unknown,
    };
    DayOfMonth {
        date,
        text: weekday_date(date),
        number: date.day(),
        inside: date.month() == first.month(),
        today: date == today,
        works,
        off,
        tone: items.iter().map(|item| item.tone).min_by_key(|tone| urgency(*tone)),
        items,
    }
}

fn named(day: &loket_domain::calendar::DayOff) -> String {
    let estimated = if day.estimated { ", perkiraan" } else { "" };
    let kind = day.kind.label();
    // Some names say themselves what kind of day it is.
    if day.name.to_lowercase().starts_with(&kind.to_lowercase()) {
        return format!("{}{}", day.name, if day.estimated { " (perkiraan)" } else { "" });
    }
    format!("{} ({}{estimated})", day.name, kind.to_lowercase())
}

/// The more urgent first.
fn urgency(tone: Tone) -> u8 {
    match tone {
        Tone::Overdue => 0,
        Tone::Near => 1,
        Tone::Calm => 2,
        Tone::Done => 3,
    }
}

/// Every clock of every open request, and how many requests have one in a year that is not loaded.
fn requests_due(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<(ByDay, usize), DeskError> {
    let (mut due, mut uncounted) = (ByDay::new(), 0);
    for listed in requests::open(tables)? {
        let running = listed.request.running(&context.office.profile, context.calendar, today);
        let form = &listed.request.registration;
        let mut told = BTreeSet::new();
        let mut unknown = false;
        for clock in running {
            let Ok(Running { duty, count }) = clock else {
                unknown = true;
                continue;
            };
            let date = count.deadline;
            if !told.insert((duty.code(), date)) {
                continue;
            }
            let subject = SubjectRef::new(SubjectKind::Request, listed.id);
            let text = format!("{}: {}", form.applicant.name, short::first_words(&form.information));
            let item = item::item(context, subject, listed.request.number.text.clone(), text, Some(date), duty.turn(), today);
            // A reminder is no clock of the law: nothing is late by it.
            let calm = duty == RequestDuty::RemindToFetch;
            let tone = if calm { Tone::Calm } else { item.tone };
            let left = item.left.filter(|_| !calm);
            due.entry(date).or_default().push(WorkItem { due_text: Some(duty.label().to_owned()), tone, left, ..item });
        }
        uncounted += usize::from(unknown);
    }
    Ok((due, uncounted))
}

/// Things with the civil day on which each is due.
type Dated = Vec<(NaiveDate, WorkItem)>;

/// What else falls due until `last`: objections and disputes, and what must be renewed or reported; and how many objections have a
/// clock in a year that is not loaded.
fn others_due(
    tables: &Connection,
    context: &Context<'_>,
    today: NaiveDate,
    last: NaiveDate,
) -> Result<(Dated, usize), DeskError> {
    let (named, unnamed): (Vec<_>, Vec<_>) =
        today::objections_due(tables, context, today)?.into_iter().partition(|(ends, ..)| ends.is_ok());
    let objections = named.into_iter().filter_map(|(ends, _, item)| Some((ends.ok().flatten()?, item)));
    let reminders = today::reminders(tables, context, today, |_| last)?;
    // What has no clock stands on no day.
    let reminders = reminders.into_iter().filter(|(_, item)| item.due_text.is_some());
    // The date is that of the day it stands on.
    let all = objections.chain(reminders).map(|(due, item)| (due, WorkItem { due_text: None, ..item }));
    Ok((all.collect(), unnamed.len()))
}
