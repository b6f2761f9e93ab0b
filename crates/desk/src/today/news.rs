//! What PPID Utama wrote and nobody here has acted on yet, as the first screen shows it.

use crate::context::Context;
use crate::error::DeskError;
use crate::settings::packs;
use crate::store::matters;

use crate::store::news::News;
use crate::store::{entries, news, requests};
use crate::today::item;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::views::today::WorkItem;
use chrono::NaiveDate;
use loket_domain::question::Question;
use loket_domain::request::Turn;
use loket_journal::Matter;
use rusqlite::Connection;

/// Packs that wait, then the answers.
pub(crate) fn all_news(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<Vec<WorkItem>, DeskError> {
    Ok([packs::waiting_packs(tables, context)?, news(tables, context, today)?].concat())
}

/// The answers, latest first.
fn news(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<Vec<WorkItem>, DeskError> {
    let items = news::all(tables, today)?.into_iter().map(|news| news_item(tables, context, news, today));
    items.filter_map(Result::transpose).collect()
}

fn news_item(
    tables: &Connection,
    context: &Context<'_>,
    News { subject, text }: News,
    today: NaiveDate,
) -> Result<Option<WorkItem>, DeskError> {
    if let Some(id) = entries::request_of(&subject) {
        let Some(request) = requests::one(tables, id)? else { return Ok(None) };
        let due = request.due(&context.office.profile, context.calendar);
        return Ok(Some(item::item(
            context,
            SubjectRef::new(SubjectKind::Request, id),
            request.number.text,
            text,
            due,
            Turn::Office,
            today,
        )));
    }
    let (subject, title) = match entries::matter_of(&subject) {
        Some((Matter::Classification, id)) => (SubjectRef::new(SubjectKind::Classification, id), "Uji konsekuensi".to_owned()),
        Some((Matter::Question, id)) => {
            let Some(question) = matters::one::<Question>(tables, id)? else { return Ok(None) };
            (SubjectRef::new(SubjectKind::Question, id), question.line)
        }
        _ => return Ok(None),
    };
    Ok(Some(item::item(context, subject, title, text, None, Turn::Office, today)))
}
