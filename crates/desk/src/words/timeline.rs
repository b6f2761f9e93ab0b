//! What happened to a subject, line by line.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::entries;
use crate::store::entries::Kept;
use crate::sync;
use crate::sync::state::State;
use crate::views::*;
use crate::words::told::told;
use rusqlite::Connection;

/// The story of a subject, oldest first.
pub(crate) fn timeline(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    subject: &str,
) -> Result<Vec<TimelineItem>, DeskError> {
    let acknowledged = sync::acknowledged(tables, context, sync)?;
    let item = |kept: &Kept| {
        let (what, note) = told(&kept.recorded());
        TimelineItem {
            at: context.said_at(kept.payload.at),
            who: context.writer(kept),
            what,
            note,
            sent: kept.header.origin != context.chain.origin || kept.header.seq <= acknowledged,
        }
    };
    Ok(entries::of_subject(tables, subject)?.iter().map(item).collect())
}
