//! The list of lists: each is a value of its room.
//!
//! It is a match and no array: so the compiler asks for the line of a list that is new.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::settings::packs;
use crate::views::rows::{ListKind, ListPage, ListQuery};
use crate::views::subject::SubjectRef;
use crate::words::rows::{ListOf, ListRows};
use crate::{blanks, catalogue, classifications, objections, old_book, questions, reports, requests, settings};
use rusqlite::Connection;

fn list_of(kind: ListKind) -> ListOf {
    match kind {
        ListKind::Objections => objections::list::OBJECTIONS,
        ListKind::Classifications => classifications::list::CLASSIFICATIONS,
        ListKind::Questions => questions::list::QUESTIONS,
        ListKind::Dip => catalogue::list::ITEMS,
        ListKind::Surveys => reports::list::SURVEYS,
        ListKind::Reports => reports::list::REPORTS,
        ListKind::Officials => settings::lists::OFFICIALS,
        ListKind::Accounts => settings::lists::ACCOUNTS,
        ListKind::DaysOff => settings::lists::DAYS_OFF,
        ListKind::Templates => settings::lists::TEMPLATES,
        ListKind::Packs => packs::view::PACKS,
        ListKind::NumberedForms => blanks::list::NUMBERED_FORMS,
        ListKind::OldRequests => old_book::list::OLD_REQUESTS,
        ListKind::Uses => settings::uses::USES,
        ListKind::Retained => requests::retained::RETAINED,
    }
}

/// The rows of a page alone, without what may be done with the list.
pub(crate) fn rows(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListRows, DeskError> {
    (list_of(query.list).rows)(tables, context, query, moment)
}

/// A page of a list.
pub(crate) fn list(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListPage, DeskError> {
    let list = list_of(query.list);
    let found = (list.rows)(tables, context, query, moment)?;
    Ok(ListPage {
        subject: SubjectRef::new(list.of, ""),
        columns: (list.columns)(),
        rows: found.rows,
        total: found.total,
        filters: found.filters,
        next: (list.next)(tables, context, moment)?,
        intro: list.intro.to_owned(),
    })
}
