//! The first screen: everything with a clock, nearest first.

pub(crate) mod alert;
pub(crate) mod item;
pub(crate) mod month;
pub(crate) mod news;
pub(crate) mod notices;

use crate::backup::due;
use crate::blanks::reminder;
use crate::context::Context;
use crate::error::DeskError;
use crate::findings::subject_of;
use crate::kernel::moment::Moment;
use crate::questions::record;
use crate::requests::ordered::waits_for_nothing;
use crate::store::letters;
use crate::store::matters;
use crate::store::requests;
use crate::store::requests::MonthOf;
use crate::views::deadline::Tone;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::views::today::{MonthCount, TodayView, WorkGroup, WorkItem};
use crate::words::{deadline, short};
use chrono::{Datelike, Days, Months, NaiveDate};
use loket_domain::calendar::YearNotLoaded;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::clock::Clock;
use loket_domain::deadline::NEAR;
use loket_domain::dip::Listed;
use loket_domain::indonesian::{date as words, spelled, weekday_date};
use loket_domain::objection::{Objection, ObjectionStage};
use loket_domain::report::FiledReport;
use loket_domain::request::Turn;
use rusqlite::Connection;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

/// How long before its end a classification is named: an officer needs time for a new test.
const EXPIRY_NOTICE: Days = Days::new(90);

/// How long before its renewal a periodic item is named.
const RENEWAL_NOTICE: Days = Days::new(30);

fn group(code: &str, title: &str, empty: &str, items: Vec<WorkItem>) -> WorkGroup {
    WorkGroup { code: code.into(), title: title.into(), items, empty: empty.into() }
}

/// What is due today and after.
pub(crate) fn today_view(tables: &Connection, context: &Context<'_>, moment: Moment) -> Result<TodayView, DeskError> {
    let today = moment.local.date();
    let (mut unknown, mut overdue, mut near, mut later, mut waiting) = (vec![], vec![], vec![], vec![], vec![]);
    let mut reminded = vec![];
    for listed in requests::open(tables)? {
        let due = deadline::due_of(context, &listed.request, moment);
        // A reminder whose day is still to come is nobody's turn yet.
        let Some(turn) = due.turn else { continue };
        let form = &listed.request.registration;
        let gone = waits_for_nothing(tables, listed.id.0, &listed.request)?;
        let gone = if gone { "; perintah menjawab lagi tidak berlaku lagi, catat di sana" } else { "" };
        let item = WorkItem {
            subject: SubjectRef::new(SubjectKind::Request, listed.id),
            title: listed.request.number.text.clone(),
            text: format!("{}: {}{gone}", form.applicant.name, short::first_words(&form.information)),
            due_text: due.text,
            tone: due.tone,
            left: due.left,
            turn: Some(turn.label().to_owned()),
        };
        let Some(date) = due.date else {
            unknown.push(item);
            continue;
        };
        match item.tone {
            _ if due.reminds => reminded.push((date, item)),
            Tone::Overdue => overdue.push((date, item)),
            _ if turn == Turn::Applicant => waiting.push(item),
            Tone::Near => near.push(item),
            Tone::Calm | Tone::Done => later.push(item),
        }
    }
    let mut objections = Vec::new();
    for (ends, turn, item) in objections_due(tables, context, today)? {
        match ends {
            // Where others decide, nothing of ours is late.
            Ok(Some(date)) if item.tone == Tone::Overdue && !matches!(turn, Turn::Commission | Turn::Court) => {
                overdue.push((date, item));
            }
            Err(_) => unknown.push(item),
            Ok(_) => objections.push(item),
        }
    }
    reminded.extend(reminders(tables, context, today, |notice| today.checked_add_days(notice).unwrap_or(NaiveDate::MAX))?);
    reminded.sort_by_key(|(due, _)| *due);
    let (late, reminders): (Vec<_>, Vec<_>) = reminded.into_iter().partition(|(_, item)| item.tone == Tone::Overdue);
    // What is over is late, whatever clock it is: the longest over first.
    overdue.extend(late);
    overdue.sort_by_key(|(due, _)| *due);
    let items = |dated: Vec<(NaiveDate, WorkItem)>| dated.into_iter().map(|(_, item)| item).collect::<Vec<_>>();
    let (overdue, reminders) = (items(overdue), items(reminders));
    let mut groups = vec![
        group("overdue", "Terlambat", "Tidak ada yang terlambat.", overdue),
        group(
            "near",
            "Segera jatuh tempo",
            &format!("Tidak ada yang jatuh tempo dalam {} hari kerja.", spelled(NEAR.into())),
            near,
        ),
        group("news", "Berita dari PPID Utama", "Tidak ada berita dari PPID Utama.", news::all_news(tables, context, today)?),
        group("objections", "Keberatan dan sengketa", "Tidak ada keberatan yang menunggu.", objections),
        group("later", "Sedang diproses", "Tidak ada permohonan lain yang menunggu jawaban.", later),
        group("waiting_for_applicant", "Menunggu kelengkapan", "Tidak ada yang menunggu kelengkapan.", waiting),
        group("asked", "Menunggu jawaban PPID Utama", "Tidak ada pertanyaan yang menunggu jawaban.", record::asked(tables)?),
        group("reminders", "Pengingat", "Tidak ada yang perlu dimutakhirkan.", reminders),
    ];
    if !unknown.is_empty() {
        // A clock that cannot be named is said first of all.
        groups.insert(0, group("uncounted", "Batas waktu belum dapat dihitung: muat kalender tahunnya", "", unknown));
    }
    let notices = notices::unread(tables, context)?;
    let backup = due::notice(tables, context, today)?;
    Ok(TodayView { date_text: weekday_date(today), notices, backup, groups, months: months(tables, today)? })
}

/// An objection or its dispute that waits: until when, for whom.
pub(super) type Waiting = (Result<Option<NaiveDate>, YearNotLoaded>, Turn, WorkItem);

pub(super) fn objections_due(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<Vec<Waiting>, DeskError> {
    let mut items = Vec::new();
    for found in matters::all::<Objection>(tables)? {
        let objection = &found.state;
        for turn in objection.turns() {
            let ends = objection.ends_for(Some(turn), &context.office.profile, context.calendar);
            let due = ends.ok().flatten();
            let subject = SubjectRef::new(SubjectKind::Objection, found.id);
            let waits = if turn == Turn::Superior { ObjectionStage::Registered } else { objection.stage() };
            let unsent =
                if turn == Turn::Office && objection.waits_to_leave() { "; tanggapan belum dicatat dikirim" } else { "" };
            let text = format!("{}: {}{unsent}", objection.form.applicant.name, waits.label());
            let mut item = item::item(context, subject, objection.number.text.clone(), text, due, turn, today);
            if ends.is_err() {
                item.due_text = Some(deadline::NO_CALENDAR.to_owned());
            }
            items.push((ends, turn, item));
        }
    }
    items.sort_by_key(|(ends, ..)| ends.map(|due| (due.is_none(), due)).ok());
    Ok(items)
}

/// What ends or must be renewed: classifications, periodic items, the yearly report. `until` says up to which day something is named
/// of which an officer is told so long before.
pub(super) fn reminders(
    tables: &Connection,
    context: &Context<'_>,
    today: NaiveDate,
    until: impl Fn(Days) -> NaiveDate,
) -> Result<Vec<(NaiveDate, WorkItem)>, DeskError> {
    let mut items = Vec::new();
    let ours = |subject, title, text, due| (due, item::item(context, subject, title, text, Some(due), Turn::Office, today));
    for found in matters::due_until::<Classification>(tables, until(EXPIRY_NOTICE))? {
        let Some(expires) = found.state.worksheet.expires else { continue };
        let due = found.state.reopening_due(context.calendar, context.office.profile.counting());
        if found.state.stage() == ClassificationStage::Decreed {
            let subject = SubjectRef::new(SubjectKind::Classification, found.id);
            let text = short::first_words(&found.state.worksheet.information);
            let title = format!("Pengecualian berakhir {}: nyatakan terbuka", words(expires));
            let (day, mut item) = (due.unwrap_or(expires), item::item(context, subject, title, text, due, Turn::Office, today));
            if due.is_none() {
                item.due_text = Some(deadline::NO_CALENDAR.to_owned());
            }
            items.push((day, item));
        }
    }
    for found in matters::due_until::<Listed>(tables, until(RENEWAL_NOTICE))? {
        let Some(due) = found.state.renewal_due() else { continue };
        let subject = SubjectRef::new(SubjectKind::DipItem, found.id);
        let text = short::first_words(&found.state.item.summary);
        items.push(ours(subject, "Mutakhirkan informasi berkala".to_owned(), text, due));
    }
    for (name, letter) in letters::unnumbered(tables)? {
        let Some(subject) = subject_of(&name) else { continue };
        let text = format!("{} tanggal {}", letter.paper.label(), words(letter.on));
        // No clock of the law runs, so it is never late.
        let title = format!("Nomor surat menyusul: {}", letter.register);
        items.push((letter.on, item::item(context, subject, title, text, None, Turn::Office, today)));
    }
    items.extend(reminder::reminder(tables, context, today)?);
    if let Some((year, due)) = report_due(tables, context, today)? {
        let (subject, title) = (SubjectRef::new(SubjectKind::Report, ""), format!("Laporan tahunan {year}"));
        items.push(ours(subject, title, "Belum disusun".to_owned(), due));
    }
    for found in matters::at_stage::<FiledReport>(tables, "frozen")? {
        let Some(due) = found.state.due() else { continue };
        let (subject, title) =
            (SubjectRef::new(SubjectKind::Report, found.id), format!("Laporan tahunan {}", found.state.report.year));
        items.push(ours(subject, title, "Belum dikirim ke Komisi Informasi".to_owned(), due));
    }
    if let Some((year, due)) = calendar_due(context, today) {
        let text = "Belum dimuat; minta dari PPID Utama atau isi di Pengaturan".to_owned();
        items.push(ours(SubjectRef::new(SubjectKind::Office, ""), format!("Kalender {year}"), text, due));
    }
    Ok(items)
}

/// The report of last year is due until it is frozen, unless the office did not serve that year: which year, until when.
fn report_due(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<Option<(i32, NaiveDate)>, DeskError> {
    let year = today.year() - 1;
    let reported = matters::all::<FiledReport>(tables)?.iter().any(|found| found.state.report.year == year);
    let (from, to) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    if reported || !requests::any_registered_between(tables, &from, &to)? {
        return Ok(None);
    }
    let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today);
    let due = Clock::AnnualReport.ends(context.calendar, context.office.profile.counting(), last).unwrap_or(today);
    Ok(Some((year, due)))
}

/// The month from which next year's calendar is asked for: the joint decree is usually out by then.
const CALENDAR_ASKED_FROM: u32 = 10;

/// From October on next year's calendar is asked for while it is not loaded: deadlines of December already run into January. What was
/// not loaded by then is asked for until it is. Which year, until when.
fn calendar_due(context: &Context<'_>, today: NaiveDate) -> Option<(i32, NaiveDate)> {
    let asked = [Some(today.year()), (today.month() >= CALENDAR_ASKED_FROM).then(|| today.year() + 1)];
    let missing = |wanted: &i32| context.calendar.years().all(|(year, ..)| year != *wanted);
    let year = asked.into_iter().flatten().find(missing)?;
    Some((year, NaiveDate::from_ymd_opt(year - 1, 12, 31)?))
}

/// Months whose counts the first screen shows.
const SHOWN_MONTHS: u32 = 6;

fn months(tables: &Connection, today: NaiveDate) -> Result<Vec<MonthCount>, DeskError> {
    let since = today.checked_sub_months(Months::new(SHOWN_MONTHS - 1)).and_then(|date| date.with_day(1)).unwrap_or(today);
    let registered = requests::by_month(tables, MonthOf::Registration, since)?;
    let answered = requests::by_month(tables, MonthOf::Decision, since)?;
    let of = |counts: &[(String, u32)], month: &str| counts.iter().find(|(m, _)| m == month).map_or(0, |(_, n)| *n);
    let months = (0..SHOWN_MONTHS).rev().filter_map(|back| today.checked_sub_months(Months::new(back)));
    Ok(months
        .map(|date| {
            let month = date.format("%Y-%m").to_string();
            let label = format!("{} {}", MONTHS[date.month0() as usize], date.year());
            MonthCount { label, registered: of(&registered, &month), answered: of(&answered, &month), month }
        })
        .collect())
}
