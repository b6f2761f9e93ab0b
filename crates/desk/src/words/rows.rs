//! Pieces of which lists are made.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::matters;

use crate::store::folded::Folded;
use crate::store::matters::{Found, MattersWanted};
use crate::views::deadline::Tone;
use crate::views::list::StageCount;
use crate::views::rows::{Column, ListQuery, ListRow};
use crate::views::step::NextStep;
use crate::views::subject::{SubjectKind, SubjectRef};
use rusqlite::Connection;

pub(crate) fn columns<const N: usize>(labels: [(&str, &str); N]) -> Vec<Column> {
    let column = |(key, label): (&str, &str)| Column { key: key.into(), label: label.into(), numeric: false };
    labels.map(column).to_vec()
}

pub(crate) fn short(text: &str) -> String {
    let mut short: String = text.chars().take(160).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

pub(crate) fn row(kind: SubjectKind, id: impl ToString, cells: Vec<String>) -> ListRow {
    ListRow { subject: SubjectRef::new(kind, id), cells, tone: Tone::Calm, left: None }
}

/// A list as one value: what it shows of what, and how one begins.
pub(crate) struct ListOf {
    /// What its rows are, and what a step of the list begins.
    pub(crate) of: SubjectKind,
    pub(crate) columns: fn() -> Vec<Column>,
    /// What it is for, and how to begin.
    pub(crate) intro: &'static str,
    /// What begins a new row.
    pub(crate) next: fn(&Connection, &Context<'_>, Moment) -> Result<Vec<NextStep>, DeskError>,
    pub(crate) rows: fn(&Connection, &Context<'_>, &ListQuery, Moment) -> Result<ListRows, DeskError>,
}

/// The rows of a page, and how many there are beside them.
pub(crate) struct ListRows {
    pub(crate) rows: Vec<ListRow>,
    /// How many there are in all.
    pub(crate) total: u32,
    /// How many stand where.
    pub(crate) filters: Vec<StageCount>,
}

impl ListRows {
    /// All of a list on one page.
    pub(crate) fn all(rows: impl Iterator<Item = ListRow>) -> Self {
        let rows: Vec<ListRow> = rows.collect();
        Self { total: u32::try_from(rows.len()).unwrap_or(u32::MAX), rows, filters: vec![] }
    }

    /// Without filters: there is but one stage.
    pub(crate) fn unfiltered(self) -> Self {
        Self { filters: vec![], ..self }
    }
}

/// A page of matters: rows by `row`, filters by `label` of their stages.
pub(crate) fn page<S: Folded>(
    tables: &Connection,
    query: &ListQuery,
    label: impl Fn(&str) -> String,
    row: impl Fn(&Found<S>) -> ListRow,
) -> Result<ListRows, DeskError> {
    let stage = query.filter.as_deref().filter(|filter| !filter.is_empty());
    let wanted = MattersWanted { words: &query.words, stage, offset: query.offset, limit: query.limit.min(500) };
    let counts = matters::count_by_stage::<S>(tables, &query.words)?;
    let total = counts.iter().filter(|(code, _)| stage.is_none_or(|stage| stage == code)).map(|(_, count)| count).sum();
    let rows = matters::find::<S>(tables, &wanted)?.iter().map(row).collect();
    let filters = counts.into_iter().map(|(code, count)| StageCount { label: label(&code), code, count, more: false }).collect();
    Ok(ListRows { rows, total, filters })
}
