//! A changed calendar, by the office's own word or by a pack, or another way of counting: what it would move is shown first, and accepted as shown.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::shown;
use crate::forms::step::stayed;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::settings::packs::effect;

use crate::settings::packs::effect::piece;
use crate::settings::packs::effect::{PackPlan, WorkedOut};
use crate::store::matters;
use crate::store::requests;
use crate::views::action::Done;
use crate::views::difference::{CalendarChange, RecalculatedRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use chrono::NaiveDate;
use loket_domain::authority::Duty;
use loket_domain::calendar::{LocalDay, YearNotLoaded};
use loket_domain::change::{Change, OfficeChange, RequestChange};
use loket_domain::deadline::{Promised, Today};
use loket_domain::ids::RequestId;
use loket_domain::indonesian::{date as words, weekday_date};
use loket_domain::objection::Objection;
use loket_domain::office::{ClockStart, Office, OfficeProfile};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::request::{Command, Request, decide};
use loket_domain::working_days::WorkWeek;
use loket_journal::Subject;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What is to be changed in what the office works with.
#[derive(Serialize, Deserialize)]
pub(crate) enum CalendarPlan {
    /// The office's own word about a day.
    Set(LocalDay),
    /// That word taken back, and why.
    Cleared(NaiveDate, String),
    /// Another way of counting the days.
    Counted(CountingPlan),
    /// A pack of PPID Utama.
    Pack(PackPlan),
}

/// How the office is to count from then on.
#[derive(Serialize, Deserialize)]
pub(crate) struct CountingPlan {
    week: WorkWeek,
    clock_start: ClockStart,
    collective_leave_works: bool,
    fetch_reminder_days: Option<u32>,
}

impl CountingPlan {
    /// What of a profile says how days are counted.
    pub(crate) fn of(profile: &OfficeProfile) -> Self {
        let OfficeProfile { week, clock_start, collective_leave_works, fetch_reminder_days, .. } = *profile;
        Self { week, clock_start, collective_leave_works, fetch_reminder_days }
    }

    /// The profile with it.
    fn within(&self, profile: &OfficeProfile) -> OfficeProfile {
        let Self { week, clock_start, collective_leave_works, fetch_reminder_days } = *self;
        OfficeProfile { week, clock_start, collective_leave_works, fetch_reminder_days, ..profile.clone() }
    }
}

/// What is handed to the window and back: the plan, and a digest of what it was shown to do.
#[derive(Serialize, Deserialize)]
struct Token {
    plan: CalendarPlan,
    shown: String,
}

/// Under which name it is shown.
const CALENDAR: &str = "calendar";

/// The reason that stands beside a deadline moved by the office's own word about a day.
fn reason(day: &LocalDay) -> String {
    let (date, name, decree) = (weekday_date(day.date), &day.name, &day.decree);
    let what = if day.kind.is_some() { "libur" } else { "hari kerja" };
    format!("{date} ditetapkan {what}: {name} ({decree})")
}

/// A request whose deadline moves, and the change that moves it.
type Move = (RequestId, Request, Change);

/// What a plan would do, to be accepted as shown.
pub(crate) fn shown(
    tables: &Connection,
    context: &Context<'_>,
    plan: CalendarPlan,
    moment: Moment,
) -> Result<CalendarChange, DeskError> {
    let work = work_out_plan(tables, context, &plan)?;
    let (_, rows) = consequences(context, tables, &work, moment)?;
    let shown = digest(&rows, &work);
    let said = match rows.len() {
        _ if !work.calendar => format!("{}.", work.reason),
        0 => format!("{}. Tidak ada batas waktu yang bergeser.", work.reason),
        moved => format!("{}. {moved} batas waktu bergeser.", work.reason),
    };
    let token = shown::handed_out(tables, context, CALENDAR, &Token { plan, shown })?;
    let differences = work.differences.into_iter().map(piece).collect();
    Ok(CalendarChange { said, differences, rows, token })
}

/// Writes a change that was shown, and every deadline it moves, all in one transaction.
pub(crate) fn accept_calendar(journal: &mut Journal, token: &str, moment: Moment) -> Result<Done, DeskError> {
    journal.context().may(Duty::Administer)?;
    let token: Token = shown::handed_back(journal.tables(), &journal.context(), CALENDAR, token)?;
    let work = work_out_plan(journal.tables(), &journal.context(), &token.plan)?;
    let (moves, rows) = consequences(&journal.context(), &journal.connection, &work, moment)?;
    if digest(&rows, &work) != token.shown {
        return Err(Refused::NotNow("Keadaan berubah sejak daftar ini dibuat; lihat lagi akibatnya sebelum menerima.").into());
    }
    let mut written = vec![Written { subject: Subject::Office, changes: work.changes }];
    for (id, _, moved) in moves {
        written.push(Written { subject: Subject::Request(id), changes: vec![moved] });
    }
    let count = rows.len();
    journal.commit(Duty::Administer, moment, |_, _, _| Ok(written))?;
    let said = match &token.plan {
        CalendarPlan::Pack(_) if work.calendar => format!("{}; {count} batas waktu dihitung ulang.", work.reason),
        CalendarPlan::Pack(_) => format!("{}.", work.reason),
        CalendarPlan::Counted(_) => format!("Hitungan hari kerja disimpan; {count} batas waktu dihitung ulang."),
        CalendarPlan::Set(_) | CalendarPlan::Cleared(..) => format!("Kalender disimpan; {count} batas waktu dihitung ulang."),
    };
    Ok(stayed(said))
}

fn work_out_plan(tables: &Connection, context: &Context<'_>, plan: &CalendarPlan) -> Result<WorkedOut, DeskError> {
    let own = |change, reason| WorkedOut { changes: vec![change], reason, differences: vec![], calendar: true };
    match plan {
        CalendarPlan::Set(day) => Ok(own(Change::Office(OfficeChange::DayOffSet { day: day.clone() }), reason(day))),
        CalendarPlan::Cleared(date, reason) => {
            let said = format!("Hari libur kantor {} dihapus: {reason}", weekday_date(*date));
            Ok(own(Change::Office(OfficeChange::DayOffCleared { date: *date, reason: reason.clone() }), said))
        }
        CalendarPlan::Counted(plan) => {
            let profile = plan.within(&context.office.profile);
            let said = "Cara kantor menghitung hari kerja diubah".to_owned();
            Ok(own(Change::Office(OfficeChange::OfficeRevised { profile }), said))
        }
        CalendarPlan::Pack(plan) => effect::work_out(tables, context, plan),
    }
}

/// What a changed calendar does: the requests to which it is written, and every deadline that would move, also of objections, whose
/// clocks are counted anew each day and need no entry.
fn consequences(
    context: &Context<'_>,
    connection: &rusqlite::Connection,
    work: &WorkedOut,
    moment: Moment,
) -> Result<(Vec<Move>, Vec<RecalculatedRow>), DeskError> {
    let mut office = context.office.clone();
    for change in &work.changes {
        office = Office::apply(Some(office), change).ok_or(Refused::Unknown)?;
    }
    if !work.calendar {
        return Ok((vec![], vec![]));
    }
    let calendar = office.calendar(context.shipped);
    let today = Today { date: moment.local.date(), time: moment.local.time(), office: &office, calendar: &calendar };
    let moves = moves(connection, work, &today)?;
    let mut rows: Vec<RecalculatedRow> = moves.iter().map(|(id, request, change)| row(*id, request, change)).collect();
    rows.extend(objection_rows(context, connection, &today)?);
    Ok((moves, rows))
}

/// The open requests whose deadline would move.
fn moves(connection: &rusqlite::Connection, work: &WorkedOut, today: &Today<'_>) -> Result<Vec<Move>, DeskError> {
    let mut differences = Vec::new();
    for listed in requests::open(connection)? {
        let command = Command::MoveDeadline { reason: work.reason.clone() };
        match decide(Some(&listed.request), command, today) {
            Ok(changes) => differences.extend(changes.into_iter().map(|change| (listed.id, listed.request.clone(), change))),
            Err(Refused::Request(RequestRefused::NothingMoved)) => {}
            Err(refused) => return Err(refused.into()),
        }
    }
    Ok(differences)
}

/// The date a person reads: official where it runs, safe before.
fn told(promised: &Promised) -> String {
    promised.official.or(promised.safe).map_or_else(|| "belum dapat ditetapkan".to_owned(), words)
}

/// The objections whose clock would end on another day.
fn objection_rows(
    context: &Context<'_>,
    connection: &rusqlite::Connection,
    then: &Today<'_>,
) -> Result<Vec<RecalculatedRow>, DeskError> {
    let mut rows = Vec::new();
    for found in matters::all::<Objection>(connection)? {
        let objection = &found.state;
        let before = objection.turn_ends(&context.office.profile, context.calendar);
        let after = objection.turn_ends(&then.office.profile, then.calendar);
        if before == after {
            continue;
        }
        let said = |ends: Result<Option<NaiveDate>, YearNotLoaded>| {
            ends.ok().flatten().map_or_else(|| "belum dapat ditetapkan".to_owned(), words)
        };
        rows.push(RecalculatedRow {
            subject: SubjectRef::new(SubjectKind::Objection, found.id),
            number: objection.number.text.clone(),
            old_text: said(before),
            new_text: said(after),
            // The form promises the date that was counted when it was registered.
            printed: objection.issued.contains_key(&PaperKind::ObjectionForm),
        });
    }
    Ok(rows)
}

fn row(id: RequestId, request: &Request, change: &Change) -> RecalculatedRow {
    let moved = if let Change::Request(RequestChange::DeadlineMoved { moved }) = change {
        (told(&moved.before), told(&moved.after))
    } else {
        (String::new(), String::new())
    };
    let named = [PaperKind::Receipt, PaperKind::ExtensionNotice];
    RecalculatedRow {
        subject: SubjectRef::new(SubjectKind::Request, id),
        number: request.number.text.clone(),
        old_text: moved.0,
        new_text: moved.1,
        printed: named.iter().any(|paper| request.issued.contains_key(paper)),
    }
}

/// A digest of everything that was shown.
fn digest(rows: &[RecalculatedRow], work: &WorkedOut) -> String {
    blake3::hash(format!("{rows:?} {:?}", work.differences).as_bytes()).to_string()
}
