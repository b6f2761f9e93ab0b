//! The list of lists: each is one line here.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::questions::list;
use crate::settings::lists;
use crate::settings::packs::view;

use crate::views::rows::{ListKind, ListPage, ListQuery};
use crate::{catalogue, classifications, objections, reports};
use rusqlite::Connection;

/// A page of a list.
pub(crate) fn list(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListPage, DeskError> {
    match query.list {
        ListKind::Objections => objections::list::objections(tables, context, query, moment),
        ListKind::Classifications => classifications::list::classifications(tables, context, query, moment),
        ListKind::Questions => list::question_list(tables, context, query),
        ListKind::Dip => catalogue::list::dip(tables, context, query, moment),
        ListKind::Surveys => reports::list::surveys(tables, context, query),
        ListKind::Reports => reports::list::reports(tables, context, query),
        ListKind::Officials => Ok(lists::officials(context)),
        ListKind::Accounts => Ok(lists::accounts(context)),
        ListKind::DaysOff => Ok(lists::days_off(context)),
        ListKind::Templates => Ok(lists::templates(context)),
        ListKind::Packs => view::pack_list(tables, context),
    }
}
