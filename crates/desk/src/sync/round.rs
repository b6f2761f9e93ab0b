//! One round: push what waits, pull what others wrote.

use loket_domain::indonesian::date as words;
use loket_journal::protocol::{PullAnswer, PullRequest, PushAnswer, Writer};
use loket_journal::{Batch, BatchFault, Chain, OriginId, SignedHead};
use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::asking::Peer;
use super::{Enrolment, Link, SyncFault};
use crate::desk::Desk;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::{entries, local, projection};

/// Entries in one batch: small enough to get through between two cuts of a bad link.
const BATCH: u32 = 200;
/// Batches pushed, and pulls made, in one round at most; the rest goes in the next.
const STEPS: u32 = 200;

/// What a round moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Entries the server took.
    pub sent: u64,
    /// Entries that came in.
    pub received: u64,
}

/// The desk that a window and a background task share; empty while it is locked.
type Shared = Mutex<Option<Desk>>;

fn with<T>(shared: &Shared, work: impl FnOnce(&mut Desk) -> Result<T, DeskError>) -> Result<T, DeskError> {
    let mut guard: MutexGuard<'_, _> = shared.lock().unwrap_or_else(PoisonError::into_inner);
    work(guard.as_mut().ok_or(SyncFault::Closed)?)
}

/// Enrols the desk with a one-time code.
///
/// # Errors
/// [`DeskError::Sync`] says what to do; nothing is kept unless the server agreed.
pub async fn enrol(shared: &Shared, link: &impl Link, server: &str, code: &str, moment: Moment) -> Result<(), DeskError> {
    let introduction = with(shared, |desk| Ok(desk.introduction(code)))?;
    let answer = Peer { link, server, token: None }.enrol(&introduction).await?;
    with(shared, |desk| {
        desk.keep_enrolment(&Enrolment {
            server: server.trim().to_owned(),
            server_origin: answer.server,
            server_key: answer.server_key,
            token: answer.token,
            since: words(moment.local.date()),
        })
    })
}

/// One round of sync. Does nothing on a desk that is not enrolled, or paused until a person has looked
/// ([`Desk::resume_sync`]).
///
/// # Errors
/// [`DeskError::Sync`]; what was sent stays sent, what waits goes on waiting.
pub async fn round(shared: &Shared, link: &impl Link, now: impl Fn() -> Moment) -> Result<Round, DeskError> {
    let Some(enrolment) = with(shared, Desk::begin_round)? else { return Ok(Round::default()) };
    let outcome = exchange(shared, link, &enrolment, &now).await;
    with(shared, |desk| desk.round_ended(outcome.as_ref().map(|_| ()), now()))?;
    outcome
}

async fn exchange(
    shared: &Shared,
    link: &impl Link,
    enrolment: &Enrolment,
    now: &impl Fn() -> Moment,
) -> Result<Round, DeskError> {
    let peer = Peer { link, server: &enrolment.server, token: Some(&enrolment.token) };
    let mut round = Round::default();
    let mut again_from = None;
    for _ in 0..STEPS {
        let Some((batch, count)) = with(shared, |desk| desk.next_batch(again_from.take()))? else { break };
        match peer.push(batch).await? {
            PushAnswer::Taken { receipt } => {
                with(shared, |desk| desk.keep_receipt(&receipt, enrolment))?;
                round.sent += count;
            }
            PushAnswer::Gap { expected } => again_from = Some(expected.saturating_sub(1)),
        }
    }
    for _ in 0..STEPS {
        let have = with(shared, |desk| desk.have())?;
        let answer = peer.pull(&have).await?;
        let more = answer.more;
        let received = with(shared, |desk| desk.take_in(answer, now()))?;
        round.received += received;
        if !more || received == 0 {
            break;
        }
    }
    Ok(round)
}

impl Desk {
    /// The enrolment to work with, unless there is none or sync is paused.
    fn begin_round(&mut self) -> Result<Option<Enrolment>, DeskError> {
        if self.status.paused {
            return Ok(None);
        }
        self.status.sending = true;
        self.enrolment()
    }

    /// The next batch to push and how many entries it holds: from where the server has them, or from where it asks.
    fn next_batch(&self, from: Option<u64>) -> Result<Option<(Vec<u8>, u64)>, DeskError> {
        let after = match from {
            Some(from) => from.min(self.chain.length),
            None => self.acknowledged()?,
        };
        let origin = self.chain.origin;
        let before = entries::chain(&self.connection, origin, Some(after))?;
        let mut limit = BATCH;
        loop {
            let run = entries::of_series(&self.connection, origin, after, limit)?;
            let Some(last) = run.last() else { return Ok(None) };
            let count = run.len() as u64;
            let end = Chain { origin, length: last.header.seq, head: last.header.hash() };
            let batch = Batch::pack(&self.office.profile.code, &before, run, self.key.sign(&end));
            match batch.encode() {
                Ok(bytes) => return Ok(Some((bytes, count))),
                Err(BatchFault::TooLarge) if limit > 1 => limit /= 2,
                Err(_) => return Err(DeskError::Journal("batch")),
            }
        }
    }

    /// Keeps the server's word that it has the series up to `receipt.seq`, if it is the server's and about this series.
    fn keep_receipt(&self, receipt: &SignedHead, enrolment: &Enrolment) -> Result<(), DeskError> {
        receipt.verify(self.chain.origin, &enrolment.server_key).map_err(|_| SyncFault::Forged)?;
        let upto = entries::chain(&self.connection, self.chain.origin, Some(receipt.seq))?;
        if (upto.length, upto.head) != (receipt.seq, receipt.hash) {
            return Err(SyncFault::Forked.into());
        }
        let json = serde_json::to_string(receipt).map_err(|_| DeskError::Journal("receipt"))?;
        local::write(&self.connection, local::RECEIPT, &json)
    }

    fn have(&self) -> Result<PullRequest, DeskError> {
        let mut have = entries::series(&self.connection)?;
        have.retain(|(origin, _)| *origin != self.chain.origin);
        Ok(PullRequest { have })
    }

    /// Takes in what others wrote: all of an answer, or nothing of it.
    fn take_in(&mut self, answer: PullAnswer, moment: Moment) -> Result<u64, DeskError> {
        let own = self.chain.origin;
        let mut clock = self.clock;
        let transaction = self.connection.transaction()?;
        let (mut received, mut touched) = (0, BTreeSet::new());
        for encoded in &answer.batches {
            let batch = Batch::decode(encoded).map_err(|_| SyncFault::Rubbish)?;
            if batch.office != self.office.profile.code || batch.origin == own {
                return Err(SyncFault::OtherOffice.into());
            }
            let key = pinned_key(&transaction, &answer.writers, batch.origin)?;
            let (origin, head) = (batch.origin, batch.head);
            let mut chain = entries::chain(&transaction, origin, None)?;
            for entry in batch.open(&key).map_err(|_| SyncFault::Forged)? {
                if entry.header.seq <= chain.length {
                    continue;
                }
                if !chain.accept(&entry) {
                    return Err(SyncFault::Forged.into());
                }
                entries::insert(&transaction, &entry)?;
                clock.witness(entry.header.time, moment.millis);
                touched.insert(entries::subject_name(entry.header.subject));
                received += 1;
            }
            entries::insert_head(&transaction, origin, &head)?;
        }
        let mut office = self.office.clone();
        if touched.contains("office") {
            // Who the office is decides every due date.
            office = projection::rebuild(&transaction, &self.shipped)?.ok_or(DeskError::Journal("office"))?;
        } else {
            for subject in &touched {
                projection::project(&transaction, subject, Some(&office), &self.calendar)?;
            }
        }
        transaction.commit()?;
        self.clock = clock;
        self.renew_office(office);
        Ok(received)
    }
}

/// The key of a writer: the one known since its first batch, or the one the server vouches for now.
fn pinned_key(
    connection: &rusqlite::Connection,
    writers: &[Writer],
    origin: OriginId,
) -> Result<loket_journal::PublicKey, DeskError> {
    if let Some(key) = entries::writer(connection, origin)? {
        return Ok(key);
    }
    let writer = writers.iter().find(|writer| writer.origin == origin).ok_or(SyncFault::Rubbish)?;
    entries::insert_writer(connection, origin, writer.key)?;
    Ok(writer.key)
}
