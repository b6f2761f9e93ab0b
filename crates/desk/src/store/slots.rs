//! By which marks this desk knows the slots of its vault. The vault lies beside the database and can be edited; a slot of it that
//! is not known here opens nothing.

use chrono::NaiveDateTime;
use loket_journal::Digest;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::store::error::StoreError;
use crate::store::local;

/// The marks of each slot by its name: two of one that is being changed, for a power cut may leave either in the file.
pub(crate) type KnownSlots = BTreeMap<String, BTreeSet<Digest>>;

/// A password that an admin chose: it opens nothing but the door to a password of its owner's own.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Temporary {
    /// By which mark its slot is known: a slot that came after it is no such password.
    pub(crate) mark: Digest,
    /// Until when it can be replaced, on the wall clock.
    pub(crate) until: NaiveDateTime,
}

/// The temporary password of `login`, where the slot with this mark is one.
pub(crate) fn temporary(tables: &Connection, login: &str, mark: &Digest) -> Result<Option<Temporary>, StoreError> {
    let known: Option<Temporary> = local::read_json(tables, &local::temporary(login.trim()))?;
    Ok(known.filter(|known| known.mark == *mark))
}

/// What is known; none on a desk of before there were marks.
pub(crate) fn all(tables: &Connection) -> Result<Option<KnownSlots>, StoreError> {
    local::read_json(tables, local::SLOTS)
}

/// Whether the slot of this name is known by this mark; of a desk of before there were marks nothing is.
pub(crate) fn is_known(tables: &Connection, name: &str, mark: &Digest) -> Result<bool, StoreError> {
    Ok(all(tables)?.is_some_and(|known| known.get(name).is_some_and(|marks| marks.contains(mark))))
}

/// Keeps what is known.
pub(crate) fn keep(writing: &Connection, known: &KnownSlots) -> Result<(), StoreError> {
    local::write_json(writing, local::SLOTS, known)
}

/// Knows a slot by another mark too, which is about to be written.
pub(crate) fn expect(writing: &Connection, name: &str, mark: Digest) -> Result<(), StoreError> {
    let mut known = all(writing)?.unwrap_or_default();
    known.entry(name.to_owned()).or_default().insert(mark);
    keep(writing, &known)
}

/// Knows a slot by this mark alone: it is what stands in the file.
pub(crate) fn settle(writing: &Connection, name: &str, mark: Digest) -> Result<(), StoreError> {
    let mut known = all(writing)?.unwrap_or_default();
    known.insert(name.to_owned(), BTreeSet::from([mark]));
    keep(writing, &known)
}

/// Knows a slot no more.
pub(crate) fn forget(writing: &Connection, name: &str) -> Result<(), StoreError> {
    let mut known = all(writing)?.unwrap_or_default();
    known.remove(name);
    keep(writing, &known)
}
