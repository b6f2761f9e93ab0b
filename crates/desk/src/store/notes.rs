//! What happened to the keys of this desk and is not in its journal yet: kept while nothing may be written, and put down with
//! the next entry, under the name of whoever did it and the hour it happened.

use chrono::NaiveDateTime;
use loket_domain::change::OfficeChange;
use loket_domain::ids::AccountId;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::store::error::StoreError;
use crate::store::local;

/// One thing that happened.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KeptNote {
    /// Who did it.
    pub(crate) actor: AccountId,
    /// When, on the wall clock.
    pub(crate) at: NaiveDateTime,
    /// What.
    pub(crate) change: OfficeChange,
}

/// What is kept, oldest first.
pub(crate) fn all(tables: &Connection) -> Result<Vec<KeptNote>, StoreError> {
    Ok(local::read_json(tables, local::NOTES)?.unwrap_or_default())
}

/// Keeps one more.
pub(crate) fn keep(writing: &Connection, note: KeptNote) -> Result<(), StoreError> {
    let mut kept = all(writing)?;
    kept.push(note);
    local::write_json(writing, local::NOTES, &kept)
}

/// Takes all of them, to be put down in the same transaction.
pub(crate) fn take(writing: &Connection) -> Result<Vec<KeptNote>, StoreError> {
    let kept = all(writing)?;
    if !kept.is_empty() {
        local::forget(writing, local::NOTES)?;
    }
    Ok(kept)
}
