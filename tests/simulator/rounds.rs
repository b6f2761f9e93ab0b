//! Rounds of sync, in a storm and after it, and what must hold after each.

use loket_desk::sync::{Joining, Round, SyncFault, SyncState, enrol, round};
use loket_desk::{Desk, DeskError, StoreError};

use crate::law::{Broken, Law, must};
use crate::link::Weather;
use crate::office::{OFFICES, PASSWORD};
use crate::world::{HOUR, World};

const SERVER: &str = "https://ppid.contoh.go.id";

impl World {
    /// One round, and what the officer does about what it says.
    pub(crate) async fn sync(&mut self, at: usize) -> Result<(), Broken> {
        let counter = &self.counters[at];
        let moment = counter.moment(self.now);
        self.wire.begin(counter.folder());
        let invitation = counter.invitation.clone();
        let enrolling = async {
            match invitation {
                Some(code) => {
                    let joining = Joining::new(SERVER, &code, PASSWORD);
                    let joined = match enrol(&counter.desk, &self.wire, &joining, moment).await {
                        Err(DeskError::Sync(SyncFault::OtherServer(agreed))) => {
                            enrol(&counter.desk, &self.wire, &Joining { agreed: &agreed, ..joining }, moment).await
                        }
                        joined => joined,
                    };
                    joined.map(|()| Round::default())
                }
                None => round(&counter.desk, &self.wire, || moment).await,
            }
        };
        let outcome = tokio::select! {
            biased;
            outcome = enrolling => Some(outcome),
            () = self.wire.struck.notified() => None,
        };
        let said = match &outcome {
            Some(Ok(round)) => format!("sent {} received {}", round.sent, round.received),
            Some(Err(error)) => format!("{error:?}"),
            None => "power lost".to_owned(),
        };
        self.say(format_args!("  {} sync: {said}", self.counters[at].name()));
        self.moved = !matches!(&outcome, Some(Ok(round)) if *round == Round::default());
        let armed = self.wire.take_armed();
        if self.wire.take_utama_crashed() {
            self.look_at_claims().await?;
        }
        match (outcome, armed) {
            (Some(outcome), None) => self.ended(at, outcome).await?,
            (_, before) => self.crash(at, before.as_ref())?,
        }
        self.look_at(at).await
    }

    async fn ended(&mut self, at: usize, outcome: Result<Round, DeskError>) -> Result<(), Broken> {
        self.learn(at);
        let dice = u32::try_from(self.chance.below(u32::MAX as usize)).unwrap_or(0);
        let counter = &mut self.counters[at];
        counter.due = self.now + u64::try_from(counter.backoff.after(&outcome, dice).as_millis()).unwrap_or(u64::MAX);
        let (state, enrolled) = (counter.with(|desk| desk.sync_chip()).unwrap().state, counter.invitation.is_none());
        match outcome {
            Ok(_) if !enrolled => {
                counter.invitation = None;
                counter.due = self.now;
            }
            Ok(_) if state == SyncState::NotEnrolled => self.invite(at).await,
            Ok(_) => counter.excused &= state == SyncState::Paused,
            Err(DeskError::Sync(fault)) => {
                if matches!(fault, SyncFault::Refused(_)) && (!enrolled || fault_is_login(&fault)) {
                    self.invite(at).await;
                }
                // Where the desk asks for a person, the officer looks, and lets it go on.
                if fault.needs_a_person() {
                    self.counters[at].with(Desk::resume_sync);
                }
            }
            Err(DeskError::Store(StoreError::Full)) => {}
            Err(error) => {
                let how = format!("sync of {}: {error:?}", self.counters[at].name());
                return Err(Broken { law: Law::NoSurprise, how });
            }
        }
        Ok(())
    }

    /// PPID Utama gives the desk a new code.
    async fn invite(&mut self, at: usize) {
        let (office, desk) = (OFFICES[self.counters[at].office].0, self.counters[at].code);
        self.counters[at].invitation = Some(self.utama.code(office, desk).await);
    }

    pub(crate) async fn look_at(&self, at: usize) -> Result<(), Broken> {
        let counter = &self.counters[at];
        let lengths = self.utama.lengths(OFFICES[counter.office].0).await;
        let (origin, claimed) = (counter.with(|desk| desk.origin()), counter.claimed());
        let there = lengths.get(&origin).copied().unwrap_or(0);
        must(counter.excused || claimed <= there, Law::SentIsDurable, || {
            format!("{} takes {claimed} for sent, PPID Utama has {there}", counter.name())
        })?;
        for (origin, length) in &lengths {
            let whole = self.told[counter.office].ends.get(origin).is_none_or(|ends| *length == 0 || ends.contains(length));
            must(whole, Law::UseCasesWhole, || format!("PPID Utama has {length} of a series of {}", counter.name()))?;
        }
        let chip = counter.with(|desk| desk.sync_chip()).unwrap();
        must(chip.waiting == 0 || chip.state != SyncState::Synced, Law::WaitingHasReason, || format!("{chip:?}"))
    }

    pub(crate) async fn look_at_claims(&self) -> Result<(), Broken> {
        for at in 0..self.counters.len() {
            self.look_at(at).await?;
        }
        Ok(())
    }

    /// The network is whole again, or thin but steady: desks go on by themselves, and officers do what they are asked to.
    pub(crate) async fn heal(&mut self) -> Result<(), Broken> {
        self.say(format_args!("the network heals: {:?}", self.plan.thin));
        self.wire.set_weather(self.plan.thin.map_or(Weather::Calm, Weather::Thin));
        self.wire.deliver_late().await;
        let end = self.now + 48 * HOUR.unsigned_abs();
        let mut quiet = vec![0; self.counters.len()];
        while self.now < end && quiet.iter().any(|rounds| *rounds < 2) {
            let next = (0..self.counters.len()).min_by_key(|at| self.counters[*at].due).unwrap_or(0);
            self.pass(self.counters[next].due.saturating_sub(self.now).max(1));
            self.sync(next).await?;
            let counter = &self.counters[next];
            if counter.with(|desk| desk.hold()).is_some() && self.chance.one_in(3) {
                self.let_go_on(next)?;
            }
            let counter = &self.counters[next];
            let chip = counter.with(|desk| desk.sync_chip()).unwrap();
            let done = chip.waiting == 0 && matches!(chip.state, SyncState::Synced | SyncState::Review) && counter.due > self.now;
            let held = counter.with(|desk| desk.hold()).is_some();
            if done && !held && !self.moved && counter.invitation.is_none() {
                quiet[next] += 1;
            } else {
                quiet.fill(0);
            }
        }
        Ok(())
    }
}

fn fault_is_login(fault: &SyncFault) -> bool {
    matches!(fault, SyncFault::Refused(loket_journal::protocol::RefusalKind::NotEnrolled))
}
