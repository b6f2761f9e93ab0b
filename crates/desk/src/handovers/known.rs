//! The handovers of the office, read back from what was written down.

use crate::error::DeskError;
use crate::store::entries::{self, Kept};
use loket_domain::change::{Change, OfficeChange};
use loket_domain::ids::AccountId;
use loket_domain::office::Handover;
use loket_domain::problem::Refused;
use loket_journal::Recorded;
use rusqlite::Connection;

/// Every handover and the entry it stands on, in the order of the fold.
pub(crate) fn all(tables: &Connection) -> Result<Vec<(Kept, Handover)>, DeskError> {
    let kept = entries::of_kinds(tables, "office", &["desk_handed_over"])?.into_iter();
    let of = |kept: Kept| {
        let Recorded::Known(Change::Office(OfficeChange::DeskHandedOver { handover })) = kept.recorded() else { return None };
        Some((kept, *handover))
    };
    Ok(kept.filter_map(of).collect())
}

/// The handover of this identity.
pub(crate) fn one(tables: &Connection, id: &str) -> Result<(Kept, Handover), DeskError> {
    let found = all(tables)?.into_iter().find(|(_, handover)| handover.id.to_string() == id);
    Ok(found.ok_or(Refused::Unknown)?)
}

/// Those by which an account passed to another person, or from one.
pub(crate) fn of_account(tables: &Connection, account: AccountId) -> Result<Vec<Handover>, DeskError> {
    let of = |handover: &Handover| handover.from.account == account || handover.to.account == account;
    Ok(all(tables)?.into_iter().map(|(_, handover)| handover).filter(of).collect())
}
