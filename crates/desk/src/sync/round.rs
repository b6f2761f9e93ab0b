//! The engine: one round pushes what waits, compares what both sides hold, and fetches what is missing here. Attached files come
//! after (`files`).
//!
//! A round that finds both sides alike is one small call. A change that waits is one call too: the answer to a push says what
//! the server holds now. Only where the two differ is more exchanged, and the comparison alone decides what.

#[cfg(feature = "mutants")]
use crate::sync::mutants;
use crate::sync::parcels;
use crate::sync::series;
use crate::sync::standing;
use crate::sync::taking;
use crate::sync::under_way;
use crate::sync::{chip, enrolment};
use loket_journal::protocol::{Parcel, PullAnswer, PushAnswer, RefusalKind, Standing};
use loket_journal::{OriginId, Parity};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::asking::{Peer, Pulled};
use super::client::LARGEST_ANSWER;
use super::enrolment::Joining;
use super::fault::rubbish;
use super::parcels::Outgoing;
use super::standing::FetchPlan;
use super::{Link, SyncFault};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::enrolment::Enrolment;

/// Comparisons, and answers fetched after one, in one round at most; the rest goes in the next.
const STEPS: u32 = 200;

/// A digest of nothing: whoever says it is told what the server has.
const UNLIKE_ANY: Parity = Parity([0; 16]);

/// What a round moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Entries the server took.
    pub sent: u64,
    /// Entries that came in.
    pub received: u64,
    /// Attached files that became whole here, or of which the server said that it has them whole.
    pub files: u64,
}

/// The desk that a window and a background task share; empty while it is locked.
pub(super) type SharedDesk = Mutex<Option<Desk>>;

pub(super) fn with<T>(shared: &SharedDesk, work: impl FnOnce(&mut Desk) -> Result<T, DeskError>) -> Result<T, DeskError> {
    let mut guard: MutexGuard<'_, _> = shared.lock().unwrap_or_else(PoisonError::into_inner);
    work(guard.as_mut().ok_or(SyncFault::Closed)?)
}

/// Enrols the desk with a one-time code.
///
/// # Errors
/// [`DeskError::Refused`] for a role that may not, and for a password that is not one's own: nobody is asked then.
/// [`DeskError::Sync`] says what to do; nothing is kept unless the server agreed, and unless a person agreed to another server
/// than the present one.
pub async fn enrol(shared: &SharedDesk, link: &impl Link, joining: &Joining<'_>, moment: Moment) -> Result<(), DeskError> {
    let (introduction, by) = with(shared, |desk| enrolment::introduction(&desk.journal, joining, moment))?;
    let answer = Peer { link, server: joining.server, token: None }.enrol(&introduction).await?;
    with(shared, |desk| enrolment::keep_enrolment(&mut desk.journal, &mut desk.sync, (joining, by), answer, moment))
}

/// One round of sync. Does nothing on a desk that is not enrolled, or paused until a person has looked
/// ([`|desk| desk.sync.resume_sync()`]).
///
/// # Errors
/// [`DeskError::Sync`]; what was sent stays sent, what waits goes on waiting.
pub async fn round(shared: &SharedDesk, link: &impl Link, now: impl Fn() -> Moment) -> Result<Round, DeskError> {
    let Some(enrolment) = with(shared, |desk| under_way::begin_round(desk.journal.tables(), &mut desk.sync))? else {
        return Ok(Round::default());
    };
    let mut exchange = Exchange { shared, link, enrolment, now: &now, moved: Round::default() };
    let outcome = exchange.run().await;
    let moved = exchange.moved;
    with(shared, |desk| {
        let said = outcome.as_ref().map(|_| ());
        chip::round_ended(desk.journal.tables(), &desk.journal.context(), &mut desk.sync, said, now())
    })?;
    outcome.map(|()| moved)
}

pub(super) struct Exchange<'a, L, N> {
    pub(super) shared: &'a SharedDesk,
    link: &'a L,
    pub(super) enrolment: Enrolment,
    pub(super) now: &'a N,
    pub(super) moved: Round,
}

impl<L: Link, N: Fn() -> Moment> Exchange<'_, L, N> {
    pub(super) fn peer(&self) -> Peer<'_, L> {
        Peer { link: self.link, server: &self.enrolment.server, token: Some(&self.enrolment.token) }
    }

    /// Lets the desk know something that cannot fail.
    pub(super) fn tell(&self, what: impl FnOnce(&mut Desk)) -> Result<(), DeskError> {
        with(self.shared, |desk| {
            what(desk);
            Ok(())
        })
    }

    async fn run(&mut self) -> Result<(), DeskError> {
        self.records().await?;
        self.files().await
    }

    /// Pushes, compares and fetches entries until both sides hold the same.
    pub(super) async fn records(&mut self) -> Result<(), DeskError> {
        self.tell_successions().await?;
        let mut said = self.push_all().await?;
        for _ in 0..STEPS {
            let here =
                with(self.shared, |desk| standing::parity(desk.journal.tables(), &desk.journal.context(), &self.enrolment))?;
            if here.is_some() && here == said {
                return with(self.shared, |desk| under_way::noted(&mut desk.journal, &mut desk.sync, 0));
            }
            let Some(standing) = self.peer().hello(here.unwrap_or(UNLIKE_ANY)).await? else {
                return with(self.shared, |desk| under_way::noted(&mut desk.journal, &mut desk.sync, 0));
            };
            let plan =
                with(self.shared, |desk| standing::compare(&mut desk.journal, &mut desk.sync, &standing, &mut self.enrolment))?;
            let before = self.moved;
            let (fetched, moved_on) = self.fetch_all(&plan).await?;
            self.tell_successions().await?;
            said = self.push_all().await?.or(fetched);
            if self.moved == before && !moved_on {
                let here =
                    with(self.shared, |desk| standing::parity(desk.journal.tables(), &desk.journal.context(), &self.enrolment))?;
                let differing = usize::from(here != said && here != Some(standing_parity(&standing)));
                return with(self.shared, |desk| {
                    under_way::noted(&mut desk.journal, &mut desk.sync, plan.differing.max(differing))
                });
            }
        }
        Ok(())
    }

    /// Tells the server under which series and key the desk goes on.
    async fn tell_successions(&mut self) -> Result<(), DeskError> {
        while let Some((step, succession)) = with(self.shared, |desk| series::next_succession(&desk.journal))? {
            match self.peer().succeed(&succession).await {
                // Perhaps it was told before and its answer lost: then the old token is over and the new one good.
                Err(SyncFault::Refused(RefusalKind::NotEnrolled)) => {
                    let peer = Peer { token: Some(&step.token), ..self.peer() };
                    peer.succeed(&succession).await?;
                }
                told => told?,
            }
            self.enrolment = with(self.shared, |desk| series::succeeded(&mut desk.journal, &step))?;
        }
        Ok(())
    }

    /// Pushes until nothing waits, or the two sides must compare first. What the server last said to hold.
    async fn push_all(&mut self) -> Result<Option<Parity>, DeskError> {
        let mut said = None;
        while let Some(outgoing) = with(self.shared, |desk| parcels::next_parcel(&desk.journal, &desk.sync))? {
            let resuming = with(self.shared, |desk| Ok(desk.sync.sets_out(&outgoing)))?;
            match self.deliver(&outgoing, resuming).await {
                Ok(Delivered::Answered(PushAnswer::Taken { receipt, parity, doubts })) => {
                    said = Some(parity);
                    #[cfg(feature = "mutants")]
                    super::mutants::adopt(outgoing.origin, parity);
                    let enrolment = &mut self.enrolment;
                    let kept = with(self.shared, |desk| {
                        desk.sync.arrived();
                        parcels::keep_doubts(desk.journal.tables(), outgoing.origin, (outgoing.after, outgoing.last), &doubts)?;
                        parcels::keep_receipt(&mut desk.journal, &desk.sync, outgoing.origin, &receipt, enrolment)
                    })?;
                    if !kept || receipt.seq < outgoing.last {
                        return Ok(None);
                    }
                    self.moved.sent += outgoing.last - outgoing.after;
                }
                Ok(Delivered::Before(standing)) => {
                    self.moved.sent += outgoing.last - outgoing.after;
                    self.tell(|desk| desk.sync.arrived())?;
                    // It carries the receipt that was lost; where both sides hold the same, nobody would ask for it again.
                    with(self.shared, |desk| {
                        standing::compare(&mut desk.journal, &mut desk.sync, &standing, &mut self.enrolment)
                    })?;
                    return Ok(None);
                }
                Ok(Delivered::Answered(PushAnswer::Gap { .. } | PushAnswer::Lost))
                | Err(DeskError::Sync(SyncFault::Refused(RefusalKind::Forked))) => {
                    self.tell(|desk| desk.sync.arrived())?;
                    return Ok(None);
                }
                Err(fault) => {
                    self.tell(|desk| desk.sync.did_not_arrive(&fault))?;
                    #[cfg(feature = "mutants")]
                    if mutant!(LostAnswerDoubles) {
                        with(self.shared, |desk| mutants::write_again(&mut desk.journal, &mut desk.sync, (self.now)()))?;
                    }
                    return Err(fault);
                }
            }
        }
        Ok(said)
    }

    /// Sends one parcel, as often as the link cuts it off and yet carries some of it.
    async fn deliver(&self, outgoing: &Outgoing, resuming: bool) -> Result<Delivered, DeskError> {
        let mut vouched = false;
        let mut parcel = with(self.shared, |desk| parcels::wrapped(desk.journal.tables(), outgoing, vouched))?;
        let mut there = if resuming { self.arrived_of(outgoing, &parcel).await? } else { Arrived::Beginning(0) };
        loop {
            let from = match there {
                Arrived::Beginning(from) => from,
                Arrived::Whole(standing) => return Ok(Delivered::Before(standing)),
            };
            let message = match u32::try_from(from) {
                Ok(length) if length > 0 => Parcel::Rest(length, &parcel[from..]).write(),
                _ => parcel.clone(),
            };
            match self.peer().push(message).await {
                Ok(PushAnswer::Lost) if from > 0 => there = Arrived::Beginning(0),
                Err(SyncFault::Refused(RefusalKind::ForeignBatch)) if !vouched => {
                    vouched = true;
                    parcel = with(self.shared, |desk| parcels::wrapped(desk.journal.tables(), outgoing, vouched))?;
                    there = Arrived::Beginning(0);
                }
                Err(SyncFault::Unreachable) => {
                    there = self.arrived_of(outgoing, &parcel).await?;
                    if matches!(there, Arrived::Beginning(arrived) if arrived <= from) {
                        return Err(SyncFault::Unreachable.into());
                    }
                }
                answered => return Ok(Delivered::Answered(answered?)),
            }
        }
    }

    /// How much of a parcel is at the server.
    async fn arrived_of(&self, outgoing: &Outgoing, parcel: &[u8]) -> Result<Arrived, SyncFault> {
        let Some(standing) = self.peer().hello(UNLIKE_ANY).await? else { return Ok(Arrived::Beginning(0)) };
        if standing.series.iter().any(|chain| chain.origin == outgoing.origin && chain.length >= outgoing.last) {
            return Ok(Arrived::Whole(standing));
        }
        if mutant!(WholeOrNothing) {
            return Ok(Arrived::Beginning(0));
        }
        let begun = standing.upload.and_then(|upload| {
            let begun = parcel.get(..upload.length as usize)?;
            (Parity::of_message(begun) == upload.digest).then_some(begun.len())
        });
        Ok(Arrived::Beginning(begun.unwrap_or(0)))
    }

    /// Fetches what is missing here. What the server last said to hold, and whether anything but entries moved on.
    async fn fetch_all(&mut self, plan: &FetchPlan) -> Result<(Option<Parity>, bool), DeskError> {
        let (mut said, mut moved_on) = (None, false);
        let Some(mut have) = plan.fetch.clone() else { return Ok((said, moved_on)) };
        for _ in 0..STEPS {
            let own = with(self.shared, |desk| Ok(desk.origin()))?;
            let asks_own = have.iter().any(|(origin, _)| *origin == own);
            let answer = self.fetch(&have).await?;
            let taken =
                with(self.shared, |desk| taking::take_in(&mut desk.journal, &mut desk.sync, &answer, asks_own, (self.now)()))?;
            said = Some(answer.parity);
            #[cfg(feature = "mutants")]
            super::mutants::adopt(own, answer.parity);
            self.moved.received += taken.received;
            moved_on |= taken.moved_on;
            if !answer.more || taken.received == 0 || taken.moved_on {
                break;
            }
            have = with(self.shared, |desk| under_way::further(desk.journal.tables(), &desk.journal.context(), &have))?;
        }
        Ok((said, moved_on))
    }

    /// Fetches one answer, as often as the link cuts it off and yet carries some of it.
    async fn fetch(&self, have: &[(OriginId, u64)]) -> Result<PullAnswer, DeskError> {
        let mut asked = with(self.shared, |desk| Ok(desk.sync.question(have)))?;
        loop {
            let begun = with(self.shared, |desk| Ok(desk.sync.begun(&mut asked)))?;
            match self.peer().pull(&asked).await {
                Ok(Pulled::Whole(bytes)) => {
                    let (digest, rest) = PullAnswer::split(&bytes).ok_or(SyncFault::Rubbish)?;
                    let whole = joined(begun, digest, rest);
                    self.tell(|desk| desk.sync.fetched(true))?;
                    return Ok(PullAnswer::open(digest, &whole).map_err(rubbish)?);
                }
                Ok(Pulled::Cut(bytes)) => {
                    let Some((digest, rest)) = PullAnswer::split(&bytes).filter(|(_, rest)| !rest.is_empty()) else {
                        return Err(SyncFault::Unreachable.into());
                    };
                    let before = begun.as_ref().map_or(0, |(_, bytes)| bytes.len());
                    let arrived = joined(begun, digest, rest);
                    if arrived.len() > LARGEST_ANSWER {
                        self.tell(|desk| desk.sync.fetched(true))?;
                        return Err(SyncFault::Rubbish.into());
                    }
                    let further = arrived.len() > before;
                    self.tell(|desk| desk.sync.keep_begun(&asked, digest, arrived))?;
                    if !further {
                        return Err(SyncFault::Unreachable.into());
                    }
                }
                Err(fault) => {
                    self.tell(|desk| desk.sync.fetched(false))?;
                    return Err(fault.into());
                }
            }
        }
    }
}

/// What became of a parcel.
enum Delivered {
    /// The server answered it.
    Answered(PushAnswer),
    /// The server had taken it before, and the answer was lost.
    Before(Standing),
}

/// How much of a parcel is at the server.
enum Arrived {
    /// So many bytes of it.
    Beginning(usize),
    /// What it carries: only the answer was lost.
    Whole(Standing),
}

fn joined(begun: Option<(Parity, Vec<u8>)>, digest: Parity, rest: &[u8]) -> Vec<u8> {
    match begun {
        Some((of, mut bytes)) if of == digest => {
            bytes.extend_from_slice(rest);
            bytes
        }
        _ => rest.to_vec(),
    }
}

fn standing_parity(standing: &Standing) -> Parity {
    Parity::of(standing.receipt.epoch, standing.series.iter().copied())
}
