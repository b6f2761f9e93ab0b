//! Attached files that entries name.

use loket_journal::Digest;

use super::ledger::Ledger;
use crate::fault::StoreFault;
use crate::projection::Told;

/// The files that are named by what was told about an office, each with its length.
pub(crate) fn names<'a>(office: &'a str, told: impl Iterator<Item = &'a Told>) -> Vec<(&'a str, Digest, u64)> {
    told.filter_map(Told::names).map(|(digest, size)| (office, digest, size)).collect()
}

/// Remembers that these files are named.
pub(crate) async fn name(ledger: &impl Ledger, named: &[(&str, Digest, u64)]) -> Result<(), StoreFault> {
    if named.is_empty() { Ok(()) } else { ledger.name(named).await }
}
