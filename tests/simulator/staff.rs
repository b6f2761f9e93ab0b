//! The staff of PPID Utama, who answer what offices forward.

use loket_domain::ids::AccountId;
use loket_journal::EntryId;
use loket_utama::InboxFault;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::disk::Files;
use crate::law::{Broken, Law, must};
use crate::office::OFFICES;
use crate::trace::Fault;
use crate::world::World;

/// Who answers.
pub(crate) const STAFF: AccountId = AccountId(Uuid::from_u128(0x5aff));

impl World {
    /// Somebody answers a request that this desk's office forwarded; the server may lose power while it is written.
    pub(crate) async fn answer(&mut self, at: usize) -> Result<(), Broken> {
        let office = self.counters[at].office;
        let code = OFFICES[office].0;
        let rows = self.utama.projection(code).await.requests;
        let waiting: Vec<_> = rows.iter().filter(|row| row.forwarded_on.is_some()).map(|row| row.request).collect();
        if waiting.is_empty() {
            return Ok(());
        }
        let request = *self.chance.pick(&waiting);
        let before = (self.plan.power && self.chance.one_in(2)).then(|| self.utama.files());
        let done = self.utama.reply(code, request).await;
        self.say(format_args!("PPID Utama answers office {office}: {}", if done.is_ok() { "done" } else { "no" }));
        if let Some(before) = before {
            self.fault(Fault::UtamaCrashed);
            self.fault(Fault::DiskTorn);
            let left = Files::torn(&before, &self.utama.files(), &mut self.chance);
            self.utama.live_on(&left).await;
            return self.look_at_claims().await;
        }
        match done {
            Ok(()) => {
                self.wire.trace(|trace| trace.answers += 1);
                self.answered(office).await
            }
            Err(InboxFault::Refused(_) | InboxFault::Unknown) => Ok(()),
            Err(error) => Err(Broken { law: Law::NoSurprise, how: format!("answering office {office}: {error:?}") }),
        }
    }

    /// The staff were told that it is written: it fits, and is never lost.
    async fn answered(&mut self, office: usize) -> Result<(), Broken> {
        let code = OFFICES[office].0;
        let misfits = self.utama.projection(code).await.misfits;
        let misfits: BTreeSet<_> = misfits.iter().map(|misfit| (misfit.origin, misfit.seq)).collect();
        for entry in self.utama.entries(code).await.into_iter().filter(|entry| entry.header.actor == STAFF) {
            let (id, place): (EntryId, _) = (entry.header.id, (entry.header.origin, entry.header.seq));
            if self.told[office].acknowledged.insert(id) {
                must(!misfits.contains(&place), Law::ActsFit, || format!("answer {} to office {office}", place.1))?;
            }
        }
        Ok(())
    }
}
