//! Pieces of which lists are made.

use crate::error::DeskError;
use crate::store::matters;

use crate::store::folded::Folded;
use crate::store::matters::{Found, MattersWanted};
use crate::views::deadline::Tone;
use crate::views::list::StageCount;
use crate::views::rows::{Column, ListPage, ListQuery, ListRow};
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

/// A page of matters: rows by `row`, filters by `label` of their stages.
pub(crate) fn page<S: Folded>(
    tables: &Connection,
    query: &ListQuery,
    label: impl Fn(&str) -> String,
    row: impl Fn(&Found<S>) -> ListRow,
) -> Result<ListPage, DeskError> {
    let stage = query.filter.as_deref().filter(|filter| !filter.is_empty());
    let wanted = MattersWanted { words: &query.words, stage, offset: query.offset, limit: query.limit.min(500) };
    let counts = matters::count_by_stage::<S>(tables, &query.words)?;
    let total = counts.iter().filter(|(code, _)| stage.is_none_or(|stage| stage == code)).map(|(_, count)| count).sum();
    let rows = matters::find::<S>(tables, &wanted)?.iter().map(row).collect();
    let filters = counts.into_iter().map(|(code, count)| StageCount { label: label(&code), code, count }).collect();
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Office, ""),
        columns: vec![],
        rows,
        total,
        filters,
        next: vec![],
        intro: String::new(),
    })
}
