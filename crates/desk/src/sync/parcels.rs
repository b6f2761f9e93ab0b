//! What is sent next, and what is kept of the answer.
//!
//! A batch ends where a use case ended: a head is kept for each, and what a use case wrote travels together or waits together.

use crate::journal::Journal;
use crate::sync;
use crate::sync::state::State;
use loket_journal::protocol::{Doubt, Parcel};
use loket_journal::{Batch, BatchFault, Chain, OriginId, Receipt, SignedHead};
use rusqlite::Connection;

use super::{SyncFault, stick};
use crate::error::DeskError;
use crate::kernel::slip::Slip;
use crate::store::enrolment::Enrolment;
use crate::store::writing::{self, Writing};
use crate::store::{entries, local, objects, offers};

/// Entries looked at for one batch.
const ENTRIES: u32 = 4000;
/// Bytes of a header before packing, about.
const HEADER: usize = 160;

/// A batch ready to be sent.
pub(super) struct Outgoing {
    pub(super) origin: OriginId,
    pub(super) after: u64,
    pub(super) last: u64,
    pub(super) batch: Vec<u8>,
}

/// The next batch to push: of the own series from where the server has it, then of others' that it lacks.
pub(super) fn next_parcel(journal: &Journal, sync: &State) -> Result<Option<Outgoing>, DeskError> {
    let (sent, room) = (sync::acknowledged(journal.tables(), &journal.context(), sync)?, sync.pace.room());
    if sent < journal.chain.length {
        return compose(journal, sync, journal.chain.origin, sent, room);
    }
    for (origin, length) in offers::behind(&journal.connection)? {
        if let Some(outgoing) = compose(journal, sync, origin, length, room)? {
            return Ok(Some(outgoing));
        }
        writing::note(&journal.connection, |tables| offers::forget_behind(tables, origin))?;
    }
    Ok(None)
}

/// The entries of a series after the first `after`, about `room` bytes of them; none when there are none to send.
pub(super) fn compose(
    journal: &Journal,
    sync: &State,
    origin: OriginId,
    after: u64,
    room: usize,
) -> Result<Option<Outgoing>, DeskError> {
    let before = entries::chain(&journal.connection, origin, Some(after))?;
    if before.length != after {
        return Ok(None);
    }
    let mut room = room;
    loop {
        let Some(end) = end(journal, sync, origin, after, room)? else { return Ok(None) };
        let count = u32::try_from(end.seq - after).map_err(DeskError::slip("batch"))?;
        let run = entries::of_series(&journal.connection, origin, after, count)?;
        match Batch::pack(&journal.office.profile.code, &before, run, end).encode() {
            Ok(batch) => return Ok(Some(Outgoing { origin, after, last: end.seq, batch })),
            Err(BatchFault::TooLarge) if room > 1 => room /= 2,
            Err(_) => return Err(Slip::alone("batch").into()),
        }
    }
}

/// The head a batch of about `room` bytes after the first `after` entries ends at; none when nothing is left, or nobody
/// signed for it.
fn end(journal: &Journal, sync: &State, origin: OriginId, after: u64, room: usize) -> Result<Option<SignedHead>, DeskError> {
    let sign = |seq: u64| -> Result<Option<SignedHead>, DeskError> {
        let upto = entries::chain(&journal.connection, origin, Some(seq))?;
        Ok((origin == journal.chain.origin && upto.length > after).then(|| journal.key.sign(&upto)))
    };
    let heads = entries::heads(&journal.connection, origin, after, ENTRIES)?;
    // What is under way is sent again as it was, so that the server can use the beginning it has.
    if let Some((_, _, last)) = sync.sending_parcel.filter(|(of, from, _)| (*of, *from) == (origin, after)) {
        return match heads.iter().find(|head| head.seq == last) {
            Some(head) => Ok(Some(*head)),
            None => sign(last),
        };
    }
    if mutant!(CutInsideUseCase) {
        return sign(after + 1);
    }
    let (mut size, mut reach) = (0, after);
    for (seq, bytes) in entries::sizes(&journal.connection, origin, after, ENTRIES)? {
        size += bytes + HEADER;
        if size > room && reach > after {
            break;
        }
        reach = seq;
    }
    match heads.iter().rev().find(|head| head.seq <= reach).or(heads.first()) {
        Some(head) => Ok(Some(*head)),
        // Written before heads were kept for each use case.
        None => sign(reach),
    }
}

/// What travels of a batch: the batch alone, or with its writer's key for a server that does not know the writer.
pub(super) fn wrapped(tables: &Connection, outgoing: &Outgoing, vouched: bool) -> Result<Vec<u8>, DeskError> {
    let parcel = match entries::writer(tables, outgoing.origin)? {
        Some(key) if vouched => Parcel::Vouched(key, &outgoing.batch).write(),
        _ => Parcel::Batch(&outgoing.batch).write(),
    };
    Ok(parcel)
}

/// Keeps the server's word that it has a series up to `receipt.seq`, if it is about what is here. It is not where the server
/// has more than is here, or something else: then nothing is kept, and the two sides must compare.
pub(super) fn keep_receipt(
    journal: &mut Journal,
    sync: &State,
    origin: OriginId,
    receipt: &Receipt,
    enrolment: &mut Enrolment,
) -> Result<bool, DeskError> {
    receipt.verify(origin, &enrolment.server_key).map_err(SyncFault::from)?;
    if !entries::agrees(&journal.connection, &Chain { origin, length: receipt.seq, head: receipt.hash })? {
        return Ok(false);
    }
    let before = sync::acknowledged(journal.tables(), &journal.context(), sync)?;
    let transaction = Writing::begin(&journal.connection)?;
    if enrolment.epoch != Some(receipt.epoch) || (origin == journal.chain.origin && receipt.seq < before) {
        // A server that lost entries, or was set up anew, may have lost files as well.
        objects::forget_receipts(&transaction)?;
    }
    if enrolment.epoch != Some(receipt.epoch) {
        enrolment.epoch = Some(receipt.epoch);
        local::write_json(&transaction, local::ENROLMENT, enrolment)?;
    }
    if origin == journal.chain.origin {
        local::write_json(&transaction, local::RECEIPT, receipt)?;
        stick::heard(&transaction, receipt)?;
    } else if entries::chain(&transaction, origin, None)?.length > receipt.seq {
        offers::note_behind(&transaction, origin, receipt.seq)?;
    } else {
        offers::forget_behind(&transaction, origin)?;
    }
    transaction.commit()?;
    Ok(true)
}

/// Keeps what the server says about the entries of a series after one and up to another.
pub(super) fn keep_doubts(tables: &Connection, origin: OriginId, range: (u64, u64), doubts: &[Doubt]) -> Result<(), DeskError> {
    Ok(writing::note(tables, |tables| offers::keep_doubts(tables, origin, range, doubts))?)
}
