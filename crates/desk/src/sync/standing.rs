//! Comparing what both sides hold, each from what it has stored.

use crate::context::Context;
use crate::journal::Journal;
use crate::sync;
use crate::sync::parcels;
use crate::sync::state::State;
use loket_journal::protocol::Standing;
use loket_journal::{Chain, OriginId, Parity};
use rusqlite::Connection;
use std::collections::BTreeMap;

use super::SyncFault;
use crate::error::DeskError;
use crate::store::enrolment::Enrolment;
use crate::store::writing;
use crate::store::{entries, offers};

/// What follows from a comparison.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FetchPlan {
    /// What to say is here when the rest is fetched; none when nothing is missing here.
    pub(super) fetch: Option<Vec<(OriginId, u64)>>,
    /// Series of others that both sides hold differently: nobody here can tell which is right.
    pub(super) differing: usize,
}

/// The digest of what is stored here.
pub(super) fn parity(tables: &Connection, context: &Context<'_>, enrolment: &Enrolment) -> Result<Option<Parity>, DeskError> {
    let Some(epoch) = enrolment.epoch else { return Ok(None) };
    #[cfg(feature = "mutants")]
    if let (true, Some(adopted)) = (mutant!(ParityAdopted), super::mutants::adopted(context.chain.origin)) {
        return Ok(Some(adopted));
    }
    Ok(Some(Parity::of(epoch, entries::chains(tables, context.chain.origin)?)))
}

/// Compares series by series, and notes what the server lacks.
pub(super) fn compare(
    journal: &mut Journal,
    sync: &mut State,
    standing: &Standing,
    enrolment: &mut Enrolment,
) -> Result<FetchPlan, DeskError> {
    let own = journal.chain.origin;
    let theirs: BTreeMap<OriginId, Chain> = standing.series.iter().map(|chain| (chain.origin, *chain)).collect();
    let at_server = |origin| theirs.get(&origin).copied().unwrap_or(Chain::empty(origin));
    let mut plan = FetchPlan::default();
    let mut have = Vec::new();
    let mut missing = false;

    let there = at_server(own);
    if entries::agrees(&journal.connection, &there)? {
        // Also when it has less than it once signed for: then it lost some, and is offered them again from here on.
        let ignored =
            mutant!(WatermarkPastHole) && there.length < sync::acknowledged(journal.tables(), &journal.context(), sync)?;
        if !ignored && !parcels::keep_receipt(journal, sync, own, &standing.receipt, enrolment)? {
            return Err(SyncFault::Forged.into());
        }
        sync.alike = None;
    } else {
        // It has more than is here, or something else: fetched from the last entry both are known to share.
        let alike = sync.alike.map_or_else(|| sync::acknowledged(journal.tables(), &journal.context(), sync), Ok)?;
        have.push((own, alike.min(journal.chain.length)));
        missing = true;
    }
    let here = entries::chains(&journal.connection, own)?;
    for chain in here.iter().filter(|chain| chain.origin != own) {
        let there = at_server(chain.origin);
        if there.length > chain.length {
            missing = true;
            have.push((chain.origin, chain.length));
        } else if entries::agrees(&journal.connection, &there)? {
            writing::note(&journal.connection, |tables| match there.length < chain.length {
                true => offers::note_behind(tables, chain.origin, there.length),
                false => offers::forget_behind(tables, chain.origin),
            })?;
            have.push((chain.origin, chain.length));
        } else {
            writing::note(&journal.connection, |tables| offers::forget_behind(tables, chain.origin))?;
            plan.differing += 1;
            have.push((chain.origin, u64::MAX));
        }
    }
    missing |= theirs.keys().any(|origin| *origin != own && here.iter().all(|chain| chain.origin != *origin));
    plan.fetch = missing.then_some(have);
    Ok(plan)
}
