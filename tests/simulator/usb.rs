//! Trips on a USB stick, as a further thing that happens: files are saved, carried late, twice or torn, and their answers read
//! in any order with rounds over the network. The same laws hold.

use loket_desk::DeskError;
use loket_desk::sync::SyncFault;
use loket_desk::sync::stick::ROOM;
use loket_utama::BundleRefusal;

use crate::disk::Files;
use crate::law::{Broken, Law, must};
use crate::seeds::{hold, plan};
use crate::trace::Fault;
use crate::world::{Plan, World};

/// Files lying about, each with whose it is.
#[derive(Default)]
pub(crate) struct Drawer {
    to_utama: Vec<(usize, Vec<u8>)>,
    to_desk: Vec<(usize, Vec<u8>)>,
}

impl World {
    /// Somebody does something with a stick.
    pub(crate) async fn stick(&mut self, at: usize) -> Result<(), Broken> {
        match self.chance.below(3) {
            0 => self.save_stick(at),
            1 => self.carry_stick().await,
            _ => self.read_stick().await,
        }
    }

    fn save_stick(&mut self, at: usize) -> Result<(), Broken> {
        let room = if self.chance.one_in(3) { 600 } else { ROOM };
        let counter = &self.counters[at];
        let moment = counter.moment(self.now);
        match counter.with(|desk| desk.bundle(room, moment)) {
            Ok(bundle) => {
                self.say(format_args!("{} saves a file with {} entries", self.counters[at].name(), bundle.carries));
                self.drawer.to_utama.push((at, bundle.bytes));
                Ok(())
            }
            Err(DeskError::Sync(SyncFault::NotEnrolled)) => Ok(()),
            Err(error) => self.surprise(at, "saving a file", &error),
        }
    }

    async fn carry_stick(&mut self) -> Result<(), Broken> {
        let which = self.chance.below(self.drawer.to_utama.len());
        let Some((at, file)) = self.drawer.to_utama.get(which).cloned() else { return Ok(()) };
        if self.chance.one_in(2) {
            self.drawer.to_utama.remove(which);
        } else {
            self.fault(Fault::StickAgain);
        }
        let (file, torn) = self.perhaps_torn(file);
        let before = (self.plan.power && self.chance.one_in(12)).then(|| self.utama.files());
        let taken = self.utama.take_bundle(file).await;
        self.say(format_args!("a file of {}: {:?}", self.counters[at].name(), taken.as_ref().map(|done| done.taken)));
        must(!torn || taken.is_err(), Law::TornIsRefused, || format!("a file of {}", self.counters[at].name()))?;
        match (taken, before) {
            // The power went: nobody got the answer, and what was written is there or not.
            (_, Some(before)) => {
                self.fault(Fault::UtamaCrashed);
                self.fault(Fault::DiskTorn);
                let left = Files::torn(&before, &self.utama.files(), &mut self.chance);
                self.utama.live_on(&left).await;
            }
            (Ok(done), None) => self.drawer.to_desk.push((at, done.file)),
            // A server set up anew, or a desk let in again under another series: the officer saves another file.
            (Err(BundleRefusal::OtherServer | BundleRefusal::NotEnrolled), None) => {}
            (Err(_), None) if torn => {}
            (Err(refusal), None) => {
                let how = format!("a file of {}: {refusal:?}", self.counters[at].name());
                return Err(Broken { law: Law::NoSurprise, how });
            }
        }
        self.look_at_claims().await
    }

    async fn read_stick(&mut self) -> Result<(), Broken> {
        let which = self.chance.below(self.drawer.to_desk.len());
        let Some((at, file)) = self.drawer.to_desk.get(which).cloned() else { return Ok(()) };
        if self.chance.one_in(2) {
            self.drawer.to_desk.remove(which);
        } else {
            self.fault(Fault::StickAgain);
        }
        let (file, torn) = self.perhaps_torn(file);
        let before = (self.plan.power && self.chance.one_in(12)).then(|| self.counters[at].files());
        let counter = &self.counters[at];
        let moment = counter.moment(self.now);
        let waiting = counter.with(|desk| desk.waiting()).unwrap();
        let read = counter.with(|desk| desk.read_acknowledgment(&file, moment));
        self.say(format_args!("{} reads an answer: {read:?}", self.counters[at].name()));
        must(!torn || read.is_err(), Law::TornIsRefused, || format!("an answer for {}", self.counters[at].name()))?;
        match &read {
            Ok(_) => {}
            // Of another server, or of the series before: nothing is written.
            Err(DeskError::Stick(_) | DeskError::Sync(SyncFault::NotEnrolled)) => {
                let now = self.counters[at].with(|desk| desk.waiting()).unwrap();
                must(now == waiting, Law::TornIsRefused, || format!("{} of {waiting} wait after a no", now))?;
            }
            Err(error) => return self.surprise(at, "reading an answer", error),
        }
        match before {
            Some(before) => self.crash(at, Some(&before))?,
            None => drop(self.learn(at)),
        }
        self.look_at(at).await
    }

    /// The file, which its stick may have kept only in part, or changed.
    fn perhaps_torn(&mut self, mut file: Vec<u8>) -> (Vec<u8>, bool) {
        if !self.chance.one_in(5) {
            return (file, false);
        }
        self.fault(Fault::StickTorn);
        let place = self.chance.below(file.len());
        if self.chance.one_in(2) {
            file.truncate(place);
        } else {
            file[place] ^= 1 << self.chance.below(8);
        }
        (file, true)
    }

    fn surprise(&self, at: usize, what: &str, error: &DeskError) -> Result<(), Broken> {
        Err(Broken { law: Law::NoSurprise, how: format!("{what} at {}: {error:?}", self.counters[at].name()) })
    }
}

/// Seeds on which sticks go about while everything else goes wrong too.
const SEEDS: u64 = 30;

#[test]
fn trips_on_sticks_hold_the_laws_whatever_else_happens() {
    for seed in 0..SEEDS {
        let plan = plan(seed);
        drop(hold(Plan { sticks: true, restores: true, steps: 2 * plan.steps, ..plan }));
    }
}
