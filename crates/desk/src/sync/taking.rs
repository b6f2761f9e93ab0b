//! Taking in what came from the server: what others wrote, and what this desk wrote itself and has lost.

use crate::journal::Journal;
use crate::store::projection;
use crate::sync::series;
use crate::sync::state::State;
use loket_journal::protocol::{PullAnswer, Writer};
use loket_journal::{Batch, BatchFault, Chain, OriginId, PublicKey};
use rusqlite::Connection;
use std::collections::BTreeSet;

use super::SyncFault;
use super::fault::rubbish;
use super::series::{Own, branch};
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::error::StoreError;
use crate::store::writing::Writing;
use crate::store::{adding, entries, offers};

/// What an answer brought.
#[derive(Debug, Default)]
pub(super) struct TakenIn {
    /// Entries that are new here.
    pub(super) received: u64,
    /// Whether something else moved on: the same question may now be answered otherwise.
    pub(super) moved_on: bool,
}

/// Takes in an answer: all of it, or nothing of it. `own` tells whether the own series was asked for.
pub(super) fn take_in(
    journal: &mut Journal,
    sync: &mut State,
    answer: &PullAnswer,
    own: bool,
    moment: Moment,
) -> Result<TakenIn, DeskError> {
    let mut clock = journal.clock;
    let (mut taken, mut touched) = (TakenIn::default(), BTreeSet::new());
    let mut branched: Option<Own> = None;
    let transaction = Writing::begin(&journal.connection)?;
    for encoded in &answer.batches {
        let batch = Batch::decode(encoded).map_err(rubbish)?;
        let is_own = batch.origin == journal.chain.origin && branched.is_none();
        if batch.office != journal.office.profile.code || (is_own && !own) {
            return Err(SyncFault::OtherOffice.into());
        }
        let key = if is_own { journal.key.public() } else { pinned_key(&transaction, &answer.writers, batch.origin)? };
        let (origin, head) = (batch.origin, batch.head);
        let before = Chain { origin, length: batch.after, head: batch.previous };
        let entries = batch.open(&key).map_err(unproven)?;
        if !entries::agrees(&transaction, &before)? {
            // It does not continue what is here. Of the own series the place where they parted lies further back; of
            // another's nobody here can tell which is right: parity says so.
            if is_own {
                taken.moved_on |= sync.alike.replace(0) != Some(0);
            }
            continue;
        }
        let mut chain = entries::chain(&transaction, origin, None)?;
        let mut kept = true;
        for entry in entries {
            let seq = entry.header.seq;
            if seq <= chain.length {
                let same = Chain { origin, length: seq, head: entry.header.hash() };
                if entries::agrees(&transaction, &same)? {
                    continue;
                }
                if !is_own {
                    kept = false;
                    break;
                }
                // This desk was restored and wrote on, in another way than it had before. Both are true: what was
                // written here goes on under a new series, and the old one becomes what the server has.
                branched = Some(branch(&transaction, &mut journal.dice, moment, &chain, seq - 1)?);
                chain = entries::chain(&transaction, origin, None)?;
            }
            if !chain.accept(&entry) {
                return Err(SyncFault::Forged.into());
            }
            adding::insert(&transaction, &entry)?;
            clock.witness(entry.header.time, moment.millis);
            touched.insert(entries::subject_name(entry.header.subject));
            taken.received += 1;
        }
        if kept {
            adding::insert_head(&transaction, origin, &head)?;
        }
        if is_own && branched.is_none() {
            taken.moved_on |= sync.alike.replace(head.seq) != Some(head.seq);
        }
        if branched.is_some() && is_own {
            offers::forget_behind(&transaction, origin)?;
        }
    }
    let mut office = journal.office.clone();
    if touched.contains("office") || branched.is_some() {
        // Who the office is decides every due date, and who wrote an entry decides its place among others.
        office = projection::rebuild(&transaction, &journal.shipped)?.ok_or(StoreError::lacking("office"))?;
    } else {
        for subject in &touched {
            projection::project(&transaction, subject, Some(&office), &journal.calendar)?;
        }
    }
    let chain = entries::chain(&transaction, journal.chain.origin, None)?;
    transaction.commit()?;
    journal.clock = clock;
    match branched {
        Some(own) => {
            sync.alike = None;
            taken.moved_on = true;
            series::take_over(journal, sync, own);
        }
        None => journal.chain = chain,
    }
    journal.renew_office(office);
    Ok(taken)
}

/// Whichever way its entries are not those of the signed head, the batch is not its writer's.
fn unproven(_: BatchFault) -> SyncFault {
    SyncFault::Forged
}

/// The key of a writer: the one known since its first batch, or the one the server vouches for now.
fn pinned_key(connection: &Connection, writers: &[Writer], origin: OriginId) -> Result<PublicKey, DeskError> {
    if let Some(key) = entries::writer(connection, origin)? {
        return Ok(key);
    }
    let writer = writers.iter().find(|writer| writer.origin == origin).ok_or(SyncFault::Rubbish)?;
    adding::insert_writer(connection, origin, writer.key)?;
    Ok(writer.key)
}
