//! A desk that goes on under a new series: after its old one was continued elsewhere, after a restore, or with a new key.

use crate::journal::Journal;
use crate::store::enrolment;
use crate::sync::state::State;

use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_journal::protocol::Succession;
use loket_journal::{Chain, DeskKey, Digest, OriginId};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::kernel::random::{Dice, new_uuid, roll};
use crate::store::enrolment::Enrolment;
use crate::store::error::StoreError;
use crate::store::writing::Writing;
use crate::store::{adding, entries, local, offers};

/// A step the server has not been told of: who went on, and with which token from then on.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SeriesStep {
    from: OriginId,
    /// Seed of the key of `from`.
    seed: Digest,
    /// The token of the one that goes on.
    pub(super) token: String,
}

impl SeriesStep {
    /// Who went on, with the key that signs for it.
    pub(super) fn signer(&self) -> (OriginId, DeskKey) {
        (self.from, DeskKey::from_seed(&self.seed.0))
    }
}

/// The desk's series as it stands inside a transaction.
pub(super) struct Own {
    pub(super) key: DeskKey,
    pub(super) chain: Chain,
}

fn key_of(connection: &Connection) -> Result<(Digest, DeskKey), DeskError> {
    let seed = local::read(connection, local::KEY_SEED)?.and_then(|seed| seed.parse::<Digest>().ok());
    let seed = seed.ok_or(StoreError::lacking("key"))?;
    let key = DeskKey::from_seed(&seed.0);
    Ok((seed, key))
}

fn steps(connection: &Connection) -> Result<Vec<SeriesStep>, DeskError> {
    Ok(local::read_json(connection, local::SUCCESSIONS)?.unwrap_or_default())
}

/// Begins a new series that takes over the entries of `old` after its first `keep`: the same entries, written again in the same
/// order, at the same place, under a new origin and key. Nothing is lost and nothing is signed twice under one name.
pub(super) fn branch(connection: &Connection, dice: &mut Dice, moment: Moment, old: &Chain, keep: u64) -> Result<Own, DeskError> {
    let (old_seed, old_key) = key_of(connection)?;
    let seed = Digest(roll(dice)?);
    let key = DeskKey::from_seed(&seed.0);
    let mut chain = Chain::empty(OriginId(new_uuid(dice, moment)?));

    let ends: Vec<u64> = entries::heads(connection, old.origin, keep, u32::MAX)?.iter().map(|head| head.seq).collect();
    adding::forget_heads(connection, old.origin, keep)?;
    for entry in entries::of_series(connection, old.origin, keep, u32::MAX)? {
        let (h, payload) = (entry.header, entry.payload);
        let moved = chain.append(&h.office, h.id, h.time, h.actor, h.subject, payload);
        adding::move_to(connection, (old.origin, h.seq), &moved)?;
        if ends.contains(&h.seq) {
            adding::insert_head(connection, chain.origin, &key.sign(&chain))?;
        }
    }
    adding::insert_writer(connection, old.origin, old_key.public())?;
    let kept = entries::chain(connection, old.origin, None)?;
    if kept.length > 0 {
        // From now on nobody signs for it any more, so its end is signed for good.
        adding::insert_head(connection, old.origin, &old_key.sign(&kept))?;
    }
    local::write(connection, local::ORIGIN, &chain.origin.0.to_string())?;
    local::write(connection, local::KEY_SEED, &seed.to_string())?;
    local::write(connection, local::KEY_SINCE, &words(moment.local.date()))?;
    if local::read(connection, local::ENROLMENT)?.is_some() {
        let mut steps = steps(connection)?;
        steps.push(SeriesStep { from: old.origin, seed: old_seed, token: Digest(roll(dice)?).to_string() });
        local::write_json(connection, local::SUCCESSIONS, &steps)?;
        let sent = super::receipted(connection)?;
        if sent < kept.length {
            offers::note_behind(connection, old.origin, sent)?;
        }
    }
    local::forget(connection, local::RECEIPT)?;
    Ok(Own { key, chain })
}

/// Goes on under a new series and a new key. The old series stays as it is, and what of it was not sent yet still will be.
pub(crate) fn begin_series(journal: &mut Journal, sync: &mut State, moment: Moment) -> Result<(), DeskError> {
    let transaction = Writing::begin(&journal.connection)?;
    let own = branch(&transaction, &mut journal.dice, moment, &journal.chain, journal.chain.length)?;
    transaction.commit()?;
    take_over(journal, sync, own);
    Ok(())
}

/// Changes the desk's key because a person says so. PPID Utama learns of it at the next contact.
///
/// # Errors
/// [`DeskError::Held`] while the next number is not certain, [`DeskError::Refused`] for a role that may not; else as
/// [`begin_series`].
pub(crate) fn change_key(journal: &mut Journal, sync: &mut State, moment: Moment) -> Result<(), DeskError> {
    if let Some(hold) = journal.held() {
        return Err(DeskError::Held(hold));
    }
    journal.context().may(Duty::Administer)?;
    // Whoever had the one had the other: the file gets a new key too.
    journal.want_new_key(&[])?;
    begin_series(journal, sync, moment)
}

/// Since when this desk's key signs, in words.
pub(crate) fn key_since(tables: &Connection) -> Result<String, DeskError> {
    let since = local::read(tables, local::KEY_SINCE)?;
    Ok(since.map_or_else(|| "sejak meja ini disiapkan".to_owned(), |since| format!("diganti {since}")))
}

pub(super) fn take_over(journal: &mut Journal, sync: &mut State, own: Own) {
    (journal.key, journal.chain) = (own.key, own.chain);
    sync.sending_parcel = None;
    if journal.hold.is_none() {
        journal.folder.leave_trail(&journal.chain);
    }
}

/// The next step the server must be told of, and its message.
pub(super) fn next_succession(journal: &Journal) -> Result<Option<(SeriesStep, Succession)>, DeskError> {
    Ok(untold_successions(journal)?.into_iter().next())
}

/// Every step the server must be told of, and its message, in order.
pub(super) fn untold_successions(journal: &Journal) -> Result<Vec<(SeriesStep, Succession)>, DeskError> {
    let steps = steps(&journal.connection)?;
    let after = steps.iter().skip(1).map(SeriesStep::signer).map(|(origin, key)| (origin, key.public()));
    let after = after.chain([(journal.chain.origin, journal.key.public())]);
    let told = steps.iter().zip(after).map(|(step, (origin, key))| {
        let (from, old) = step.signer();
        (step.clone(), Succession::new(&old, from, origin, key, step.token.clone()))
    });
    Ok(told.collect())
}

/// The server has been told: from now on the new token is shown.
pub(super) fn succeeded(journal: &mut Journal, step: &SeriesStep) -> Result<Enrolment, DeskError> {
    let mut enrolment = enrolment::enrolment(journal.tables())?.ok_or(super::SyncFault::NotEnrolled)?;
    enrolment.token.clone_from(&step.token);
    let rest: Vec<SeriesStep> = steps(&journal.connection)?.into_iter().skip(1).collect();
    let transaction = Writing::begin(&journal.connection)?;
    local::write_json(&transaction, local::ENROLMENT, &enrolment)?;
    local::write_json(&transaction, local::SUCCESSIONS, &rest)?;
    transaction.commit()?;
    Ok(enrolment)
}
