//! What the first screen says of numbered forms that nobody accounted for.

use crate::blanks::numbered::open_forms;
use crate::context::Context;
use crate::error::DeskError;
use crate::today::item;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::views::today::WorkItem;
use chrono::{Datelike, Days, NaiveDate};
use loket_domain::indonesian::date as words;
use loket_domain::request::Turn;
use rusqlite::Connection;

/// How long a form may lie in a drawer before it is asked for, in days.
const PATIENCE: Days = Days::new(3);

/// The numbered forms that lie too long, or whose year is over; none while each is accounted for in time.
pub(crate) fn reminder(
    tables: &Connection,
    context: &Context<'_>,
    today: NaiveDate,
) -> Result<Option<(NaiveDate, WorkItem)>, DeskError> {
    let long = |on: NaiveDate| on.checked_add_days(PATIENCE).is_some_and(|until| until <= today) || on.year() < today.year();
    let open = open_forms(tables, context)?;
    let lying: Vec<_> = open.iter().filter(|reserved| long(reserved.on)).collect();
    let Some(first) = lying.first() else { return Ok(None) };
    let numbers: Vec<String> = lying.iter().map(|reserved| format!("{:03}", reserved.number.serial)).collect();
    let title = format!("{} formulir bernomor belum dicatat", lying.len());
    let text =
        format!("{}; disediakan {}. Daftarkan yang terisi, nyatakan batal yang lain.", numbers.join(", "), words(first.on));
    let subject = SubjectRef::new(SubjectKind::NumberedForm, "");
    // No clock of the law runs here: those of the requests run from the day on the paper.
    Ok(Some((first.on, item::item(context, subject, title, text, None, Turn::Office, today))))
}
