//! What a desk remembers of a round that is under way, so that the next one goes on where the link broke.

use crate::context::Context;
use crate::journal::Journal;
use crate::store::enrolment;
use crate::sync::state::State;

use loket_journal::protocol::{PullRequest, Resume};
use loket_journal::{Chain, OriginId, Parity};
use rusqlite::Connection;

use super::SyncFault;
use super::parcels::Outgoing;
use crate::error::DeskError;
use crate::store::enrolment::Enrolment;
use crate::store::entries;

impl State {
    /// A parcel is sent now. Whether it was sent before and not answered.
    pub(super) fn sets_out(&mut self, outgoing: &Outgoing) -> bool {
        let parcel = Some((outgoing.origin, outgoing.after, outgoing.last));
        std::mem::replace(&mut self.sending_parcel, parcel) == parcel
    }

    pub(super) fn arrived(&mut self) {
        self.sending_parcel = None;
        self.pace.went_well();
    }

    pub(super) fn did_not_arrive(&mut self, fault: &DeskError) {
        if !matches!(fault, DeskError::Sync(SyncFault::Unreachable | SyncFault::Busy(_))) {
            self.sending_parcel = None;
        }
        self.pace.broke();
    }

    /// What to ask for those who have this: the question of an answer that was cut off, where it is the same.
    pub(super) fn question(&self, have: &[(OriginId, u64)]) -> PullRequest {
        let room = match &self.download {
            Some((asked, ..)) if asked.have == have => asked.room,
            _ => u32::try_from(self.pace.room()).unwrap_or(u32::MAX),
        };
        PullRequest { have: have.to_vec(), room, resume: None }
    }

    /// The beginning of the answer that is here already; the question then asks for the rest.
    pub(super) fn begun(&self, asked: &mut PullRequest) -> Option<(Parity, Vec<u8>)> {
        let (before, digest, bytes) = self.download.as_ref()?;
        if (&before.have, before.room) != (&asked.have, asked.room) {
            asked.resume = None;
            return None;
        }
        asked.resume = u32::try_from(bytes.len()).ok().map(|offset| Resume { digest: *digest, offset });
        Some((*digest, bytes.clone()))
    }

    pub(super) fn keep_begun(&mut self, asked: &PullRequest, digest: Parity, bytes: Vec<u8>) {
        self.download = Some((asked.clone(), digest, bytes));
    }

    pub(super) fn fetched(&mut self, whole: bool) {
        if whole {
            self.download = None;
            self.pace.went_well();
        } else {
            self.pace.broke();
        }
    }
}

/// The enrolment to work with, unless there is none or sync is paused.
pub(super) fn begin_round(tables: &Connection, sync: &mut State) -> Result<Option<Enrolment>, DeskError> {
    if sync.paused {
        return Ok(None);
    }
    sync.sending = true;
    Ok(enrolment::enrolment(tables)?)
}

/// What is here now of the series that were asked for.
pub(super) fn further(
    tables: &Connection,
    context: &Context<'_>,
    have: &[(OriginId, u64)],
) -> Result<Vec<(OriginId, u64)>, DeskError> {
    let own = context.chain.origin;
    let here = entries::chains(tables, own)?;
    let asks_own = have.iter().any(|(origin, _)| *origin == own);
    let left_out = |origin| have.contains(&(origin, u64::MAX));
    let of = |chain: &Chain| (chain.origin, if left_out(chain.origin) { u64::MAX } else { chain.length });
    Ok(here.iter().filter(|chain| chain.origin != own || asks_own).map(of).collect())
}

/// How the comparison ended.
pub(super) fn noted(journal: &mut Journal, sync: &mut State, differing: usize) -> Result<(), DeskError> {
    sync.differing = differing;
    if differing == 0 { journal.release_hold() } else { Ok(()) }
}
