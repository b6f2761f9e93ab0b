//! The one door for writing: entry, tables, search index and number in one transaction.

use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::{Dice, new_uuid, roll};
use crate::store::adding;
use crate::store::entries;
use crate::store::error::StoreError;
use crate::store::folded::Folded;
use crate::store::local;
use crate::store::notes::{self, KeptNote};
use crate::store::writing::Writing;
use crate::store::{matters, projection};
use loket_domain::authority::Duty;
use loket_domain::change::Change;
use loket_domain::deadline::Today;
use loket_domain::ids::AccountId;
use loket_domain::numbering::DeskCode;
use loket_domain::office::{Office, OfficeCode};
use loket_journal::{Chain, EntryId, HybridClock, LARGEST_BATCH, Payload, Stamp, Subject};
use uuid::Uuid;

/// Largest payload of one entry, in bytes. Later entries of a series cannot pass an earlier one, so one that no server takes
/// is never written.
pub(crate) const LARGEST_ENTRY: usize = 3 << 20;

/// Largest sum of payloads that one use case writes: it must fit one batch even where nothing of it packs smaller.
const LARGEST_USE_CASE: usize = LARGEST_BATCH - (512 << 10);

/// What is written in parts gets a head after about so many bytes.
const LARGEST_PART: usize = 512 << 10;

/// Whether what a use case writes reaches a server together or not at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Travel {
    Together,
    InParts,
}

/// What a use case writes.
pub(crate) struct Written {
    pub(crate) subject: Subject,
    pub(crate) changes: Vec<Change>,
}

/// Seals changes as the next entries of a series.
pub(crate) struct Pen<'a> {
    pub(crate) office: &'a OfficeCode,
    pub(crate) actor: AccountId,
    pub(crate) chain: &'a mut Chain,
    pub(crate) clock: &'a mut HybridClock,
    pub(crate) dice: &'a mut Dice,
    /// Bytes of payloads written so far.
    pub(crate) written: usize,
}

impl Pen<'_> {
    pub(crate) fn write(
        &mut self,
        connection: &rusqlite::Connection,
        moment: Moment,
        subject: Subject,
        change: &Change,
    ) -> Result<(), DeskError> {
        let payload = Payload::new(roll(self.dice)?, moment.local, change).and_then(|payload| payload.write());
        let payload = payload.map_err(DeskError::slip("payload"))?;
        if payload.len() > LARGEST_ENTRY {
            return Err(DeskError::TooLarge);
        }
        self.written += payload.len();
        let id = EntryId(new_uuid(self.dice, moment)?);
        // After everything it was decided on, however far ahead the clock of another desk ran: else it would not fit.
        let last = entries::last_stamp(connection, &entries::subject_name(subject))?;
        let time = self.clock.tick(moment.millis).max(Stamp(last.0.saturating_add(1)));
        let time = if mutant!(WallClock) { Stamp(Stamp::at(moment.millis).0 | (self.chain.length & 0xffff)) } else { time };
        let entry = self.chain.append(self.office, id, time, self.actor, subject, payload);
        Ok(adding::insert(connection, &entry)?)
    }
}

impl Journal {
    /// Runs one use case: `work` looks and decides inside the transaction that then writes what it decided. Nothing is
    /// written unless the account may do `duty`.
    pub(crate) fn commit(
        &mut self,
        duty: Duty,
        moment: Moment,
        work: impl FnOnce(&rusqlite::Connection, &Today<'_>, &DeskCode) -> Result<Vec<Written>, DeskError>,
    ) -> Result<(), DeskError> {
        self.ask(duty)?;
        self.write(moment, Travel::Together, work)
    }

    /// As [`Journal::commit`] for a list of matters that need not reach the server together: here it is written as one, all of it or
    /// nothing, and each part of it is no larger than a server takes.
    pub(crate) fn commit_in_parts(
        &mut self,
        duty: Duty,
        moment: Moment,
        work: impl FnOnce(&rusqlite::Connection, &Today<'_>, &DeskCode) -> Result<Vec<Written>, DeskError>,
    ) -> Result<(), DeskError> {
        self.ask(duty)?;
        self.write(moment, Travel::InParts, work)
    }

    fn ask(&self, duty: Duty) -> Result<(), DeskError> {
        match self.held() {
            Some(hold) => Err(DeskError::Held(hold)),
            None => Ok(self.office.may(&self.account, duty)?),
        }
    }

    /// Puts down what happened to the keys of the desk, unless nothing may be written for now: then it waits.
    pub(crate) fn write_notes(&mut self, moment: Moment) -> Result<(), DeskError> {
        if self.held().is_some() || notes::all(&self.connection)?.is_empty() {
            return Ok(());
        }
        self.write(moment, Travel::Together, |_, _, _| Ok(vec![]))
    }

    /// As [`Journal::commit`], once it was asked whether it may be; what was kept to be written down goes before.
    fn write(
        &mut self,
        moment: Moment,
        travel: Travel,
        work: impl FnOnce(&rusqlite::Connection, &Today<'_>, &DeskCode) -> Result<Vec<Written>, DeskError>,
    ) -> Result<(), DeskError> {
        let Self { connection, office, calendar, shipped, desk_code, account, dice, key, .. } = self;
        let (mut chain, mut clock) = (self.chain, self.clock);
        clock.witness(self.seen, moment.millis);
        let today = Today { date: moment.local.date(), time: moment.local.time(), office, calendar };
        let mut transaction = Writing::begin(connection)?;
        let written = work(&transaction, &today, desk_code)?;
        let mut pen =
            Pen { office: &office.profile.code, actor: account.id, chain: &mut chain, clock: &mut clock, dice, written: 0 };
        let noted = notes::take(&transaction)?;
        for KeptNote { actor, at, change } in &noted {
            pen.actor = *actor;
            pen.write(&transaction, Moment { local: *at, ..moment }, Subject::Office, &Change::Office(change.clone()))?;
        }
        pen.actor = account.id;
        for Written { subject, changes } in &written {
            for change in changes {
                pen.write(&transaction, moment, *subject, change)?;
            }
            if travel == Travel::InParts && pen.written > LARGEST_PART {
                adding::insert_head(&transaction, pen.chain.origin, &key.sign(pen.chain))?;
                pen.written = 0;
            }
        }
        if pen.written > LARGEST_USE_CASE {
            return Err(DeskError::TooLarge);
        }
        local::write_json(&transaction, local::LAST_WRITTEN, &moment.local)?;
        // What one use case wrote is sent together: batches end at heads.
        adding::insert_head(&transaction, chain.origin, &key.sign(&chain))?;
        if mutant!(TwoCommits) {
            transaction.commit()?;
            transaction = Writing::begin(connection)?;
        }
        let mut renewed = None;
        if !noted.is_empty() || written.iter().any(|written| written.subject == Subject::Office) {
            let next = projection::project(&transaction, "office", None, shipped)?.ok_or(StoreError::lacking("office"))?;
            // Who the office is and which days it works decide every due date.
            if next.profile != office.profile || next.calendar(shipped) != *calendar {
                projection::rebuild(&transaction, shipped)?;
            }
            renewed = Some(next);
        }
        let office = renewed.as_ref().unwrap_or(office);
        let calendar = &office.calendar(shipped);
        for Written { subject, .. } in written.iter().filter(|written| written.subject != Subject::Office) {
            projection::project(&transaction, &entries::subject_name(*subject), Some(office), calendar)?;
        }
        transaction.commit()?;
        (self.chain, self.clock) = (chain, clock);
        self.folder.leave_trail(&self.chain);
        if let Some(office) = renewed {
            self.renew_office(office);
        }
        Ok(())
    }

    /// Takes over the office as it stands after its last entry.
    pub(crate) fn renew_office(&mut self, office: Office) {
        self.calendar = office.calendar(&self.shipped);
        if let Some(account) = office.account(self.account.id) {
            self.account = account.clone();
        }
        self.office = office;
    }

    /// Writes changes about the office itself.
    pub(crate) fn write_office(&mut self, moment: Moment, changes: Vec<Change>) -> Result<(), DeskError> {
        self.commit(Duty::Administer, moment, |_, _, _| Ok(vec![Written { subject: Subject::Office, changes }]))
    }

    /// Decides on a matter as it stands and writes what follows; a new one has no state yet.
    pub(crate) fn write_matter<S: Folded>(
        &mut self,
        id: Uuid,
        duty: Duty,
        moment: Moment,
        work: impl FnOnce(Option<&S>, &rusqlite::Connection, &Today<'_>, &DeskCode) -> Result<Change, DeskError>,
    ) -> Result<(), DeskError> {
        self.commit(duty, moment, |transaction, today, desk_code| {
            let state = matters::one::<S>(transaction, id)?;
            let change = work(state.as_ref(), transaction, today, desk_code)?;
            Ok(vec![Written { subject: Subject::matter(S::MATTER, id), changes: vec![change] }])
        })
    }
}
