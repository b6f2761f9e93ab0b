//! Who signed a paper, as the office knew that person then.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::entries;
use crate::store::entries::Kept;
use crate::store::error::StoreError;
use chrono::NaiveDate;
use loket_domain::ids::OfficialId;
use loket_domain::office::{Office, Official};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_journal::{FoldOrder, Recorded};
use rusqlite::Connection;

/// The official who signed, as the office knew that person when `entry` was written: a copy printed years later shows
/// who signed then.
pub(crate) fn signatory(
    tables: &Connection,
    context: &Context<'_>,
    id: OfficialId,
    entry: Option<&Kept>,
) -> Result<Official, DeskError> {
    let then = entry.map(|entry| office_at(tables, entry.header.order())).transpose()?.flatten();
    let known = then.as_ref().and_then(|office| office.official(id)).or_else(|| context.office.official(id));
    known.cloned().ok_or_else(|| StoreError::lacking("official").into())
}

/// Whoever may sign a paper of this kind on this day, where what it stands on names nobody.
///
/// # Errors
/// [`Refused::NotNow`] while the office has no such official.
pub(crate) fn usual(context: &Context<'_>, kind: PaperKind, on: NaiveDate) -> Result<Official, DeskError> {
    let office = context.office;
    let may = |official: &&Official| office.signing.allows(kind, official.role) && official.serves_on(on);
    let nobody = Refused::NotNow("Belum ada pejabat yang boleh menandatangani surat ini; tambahkan di Pengaturan.");
    Ok(office.officials.iter().find(may).cloned().ok_or(nobody)?)
}

/// The office after everything up to a place in the fold.
fn office_at(tables: &Connection, order: FoldOrder) -> Result<Option<Office>, DeskError> {
    let mut office = None;
    for kept in entries::of_subject(tables, "office")?.iter().take_while(|kept| kept.header.order() <= order) {
        if let Recorded::Known(change) = kept.recorded() {
            office = Office::apply(office.clone(), &change).or(office);
        }
    }
    Ok(office)
}
