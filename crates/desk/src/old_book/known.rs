//! What is here already of the old book.

use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::store::matters;
use crate::store::matters::Found;
use loket_domain::old_book::{CopiedRequest, OldRequest};
use loket_domain::problem::Refused;
use rusqlite::Connection;
use uuid::Uuid;

/// The request of the old book with this identity.
pub(crate) fn known_copy(tables: &Connection, id: &str) -> Result<(Uuid, CopiedRequest), DeskError> {
    let id: Uuid = id.parse().map_err(nothing)?;
    Ok((id, matters::one(tables, id)?.ok_or(Refused::Unknown)?))
}

/// The requests of the old book that stand in the registers, received in a period (both days part of it), oldest first.
pub(crate) fn copied_between(tables: &Connection, from: &str, to: &str) -> Result<Vec<Found<CopiedRequest>>, DeskError> {
    let mut found = matters::between::<CopiedRequest>(tables, from, to)?;
    found.retain(|found| found.state.holds());
    Ok(found)
}

/// The requests that came in by one act and were not taken back.
pub(crate) fn copied_by(tables: &Connection, import: Uuid) -> Result<Vec<Found<CopiedRequest>>, DeskError> {
    let mut found = matters::at_stage::<CopiedRequest>(tables, COPIED)?;
    found.retain(|found| found.state.import == import);
    Ok(found)
}

/// Every request of the old book that stands in the registers.
pub(crate) fn all_copied(tables: &Connection) -> Result<Vec<Found<CopiedRequest>>, DeskError> {
    Ok(matters::at_stage::<CopiedRequest>(tables, COPIED)?)
}

/// The stage of what stands in the registers.
const COPIED: &str = "copied";

/// A number as one is known from another: neither blanks nor capitals are a difference.
pub(crate) fn number_key(request: &OldRequest) -> (i32, String) {
    (request.year, request.number.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect())
}
