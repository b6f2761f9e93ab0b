//! What befalls the computers of a run: power, disks, and backups put back.

use loket_journal::EntryId;
use std::collections::BTreeSet;

use crate::disk::Files;
use crate::law::{Broken, Law, must};
use crate::office::OFFICES;
use crate::trace::Fault;
use crate::world::World;

impl World {
    /// The desk loses power, in the midst of a write that began with `before` where there was one.
    pub(crate) fn crash(&mut self, at: usize, before: Option<&Files>) -> Result<(), Broken> {
        self.fault(Fault::DeskCrashed);
        let mut left = self.counters[at].files();
        if let Some(before) = before {
            self.fault(Fault::DiskTorn);
            left = Files::torn(before, &left, &mut self.chance);
        }
        let known = self.counters[at].glass().ids();
        self.reopen(at, &left)?;
        self.learn(at);
        let counter = &self.counters[at];
        let now = counter.glass().ids();
        let lost = known.difference(&now).count();
        must(lost == 0, Law::AcknowledgedKept, || format!("{lost} entries went with the power of {}", counter.name()))?;
        if self.chance.one_in(3) { self.verify(at) } else { Ok(()) }
    }

    pub(crate) fn verify(&self, at: usize) -> Result<(), Broken> {
        let counter = &self.counters[at];
        let verified = counter.with(|desk| desk.verify());
        must(verified.is_ok(), Law::TablesFollow, || format!("{}: {verified:?}", counter.name()))
    }

    pub(crate) fn reopen(&mut self, at: usize, files: &Files) -> Result<(), Broken> {
        let opened = self.counters[at].live_on(files, &mut self.chance, self.now);
        opened.map_err(|error| Broken { law: Law::NoSurprise, how: format!("opening {}: {error:?}", self.counters[at].name()) })
    }

    pub(crate) fn fill_disk(&mut self, at: usize) -> Result<(), Broken> {
        self.fault(Fault::DiskFull);
        self.counters[at].with(|desk| desk.fill_disk()).unwrap();
        for _ in 0..3 {
            self.register(at)?;
        }
        // Room is made, and the app opened again.
        let files = self.counters[at].files();
        self.reopen(at, &files)?;
        self.learn(at);
        Ok(())
    }

    pub(crate) fn keep_backup(&mut self, at: usize) {
        if self.chance.one_in(4) {
            self.say(format_args!("backup of PPID Utama"));
            self.server_backups.push(self.utama.files());
        } else {
            self.keep_backup_of(at);
        }
    }

    pub(crate) fn keep_backup_of(&mut self, at: usize) {
        self.say(format_args!("backup of {}", self.counters[at].name()));
        let files = self.counters[at].files().under("data/");
        self.counters[at].backups.push(files);
    }

    pub(crate) async fn put_back(&mut self, at: usize) -> Result<(), Broken> {
        let Some(backup) = self.counters[at].backups.last().cloned() else { return Ok(()) };
        self.fault(Fault::DeskRestored);
        // On the same computer the trail is there; another has none.
        let trail = if self.chance.one_in(2) { self.counters[at].files().under("loket.jejak") } else { Files::default() };
        self.reopen(at, &backup.with(&trail))?;
        self.counters[at].excused = true;
        self.learn_anew().await;
        Ok(())
    }

    pub(crate) async fn put_back_utama(&mut self) -> Result<(), Broken> {
        let files = if self.chance.one_in(2) { self.server_backups.last().cloned() } else { Some(Files::default()) };
        let Some(files) = files else { return Ok(()) };
        self.fault(if files == Files::default() { Fault::UtamaReset } else { Fault::UtamaRestored });
        self.utama.live_on(&files).await;
        self.counters.iter_mut().for_each(|counter| counter.excused = true);
        self.learn_anew().await;
        Ok(())
    }

    /// A disk is gone: what no other holds is lost with it.
    async fn learn_anew(&mut self) {
        for (office, known) in OFFICES.iter().enumerate().take(self.told.len()) {
            let there = self.utama.entries(known.0).await;
            let mut alive: BTreeSet<EntryId> = there.iter().map(|entry| entry.header.id).collect();
            for at in 0..self.counters.len() {
                if self.counters[at].office == office {
                    self.learn(at);
                    alive.extend(self.counters[at].glass().ids());
                }
            }
            self.told[office].acknowledged.retain(|id| alive.contains(id));
        }
    }
}
