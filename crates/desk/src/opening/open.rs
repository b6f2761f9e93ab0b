//! Opening the database of a started desk.

use crate::desk::Desk;
use crate::error::DeskError;
use crate::files::shelf::Shelf;
use crate::journal::Journal;
use crate::journal::slots;
use crate::kernel::folder::Folder;
use crate::kernel::random::{Dice, roll};
use crate::kernel::slot::{DatabaseKey, OpenedSlot, Opener};
use crate::kernel::vault::Vault;
use crate::store;
use crate::store::entries;
use crate::store::error::StoreError;
use crate::store::projection;
use crate::store::writing::{self, Writing};
use crate::store::{local, objects};
use loket_domain::calendar::Calendar;
use loket_domain::ids::AccountId;
use loket_domain::numbering::DeskCode;
use loket_domain::office::Office;
use loket_journal::Digest;
use loket_journal::{DeskKey, HybridClock, OriginId};
use rusqlite::Connection;
use std::fs::File;

pub(crate) fn setting(connection: &Connection, name: &str) -> Result<String, DeskError> {
    local::read(connection, name)?.ok_or_else(|| StoreError::lacking("setting").into())
}

/// Raised when the tables of the same entries come out otherwise; they are then written anew at the next opening.
const TABLES_VERSION: u32 = 14;

/// The office, after the tables were written anew where they were written with another calendar, or by another version.
pub(crate) fn refreshed(connection: &mut Connection, calendar: &Calendar) -> Result<Office, DeskError> {
    let basis = blake3::hash(format!("{TABLES_VERSION} {calendar:?}").as_bytes()).to_string();
    let transaction = Writing::begin(connection)?;
    let office = if local::read(&transaction, local::TABLES_BASIS)?.as_ref() == Some(&basis) {
        projection::project(&transaction, "office", None, calendar)?
    } else {
        local::write(&transaction, local::TABLES_BASIS, &basis)?;
        projection::rebuild(&transaction, calendar)?
    };
    transaction.commit()?;
    office.ok_or_else(|| StoreError::lacking("office").into())
}

/// The shelf of attached files, swept of what nothing names; its secret is made when it is first asked for.
pub(crate) fn shelf(connection: &Connection, folder: &Folder, dice: &mut Dice) -> Result<Shelf, DeskError> {
    let secret = match local::read(connection, local::OBJECT_SECRET)? {
        Some(secret) => secret.parse().map_err(DeskError::unsound("object secret"))?,
        None => {
            let secret = Digest(roll(dice)?);
            writing::note(connection, |tables| local::write(tables, local::OBJECT_SECRET, &secret.to_string()))?;
            secret
        }
    };
    let shelf = Shelf::new(folder.files(), folder.shared_disk(), &secret, &local::later_object_secrets(connection)?);
    let here: Vec<Digest> = objects::here(connection)?.into_iter().map(|(digest, _)| digest).collect();
    let wanted: Vec<Digest> = objects::wanted(connection)?.into_iter().map(|file| file.digest).collect();
    shelf.sweep(&here, &wanted)?;
    Ok(shelf)
}

/// Opens the database of a started desk for `login`, with a slot of its vault that was opened.
pub(crate) fn open(
    folder: &Folder,
    (vault, secret, opened): (&Vault, &Opener, &OpenedSlot),
    login: &str,
    mut dice: Dice,
    taken: File,
) -> Result<Desk, DeskError> {
    let (mut connection, key) = unlocked(folder, opened)?;
    slots::admit(&connection, vault, secret, opened)?;
    let shipped = Calendar::shipped()?;
    let seed: Digest = setting(&connection, local::KEY_SEED)?.parse().map_err(DeskError::unsound("key"))?;
    let origin = OriginId(setting(&connection, local::ORIGIN)?.parse().map_err(DeskError::unsound("origin"))?);
    let desk_code = DeskCode::from(setting(&connection, local::DESK_CODE)?);
    let chain = entries::chain(&connection, origin, None)?;
    let (own, seen) = entries::last_stamps(&connection, origin)?;
    let office = refreshed(&mut connection, &shipped)?;
    let id: AccountId = setting(&connection, &local::account(login))?.parse().map_err(DeskError::unsound("account"))?;
    let account = office.account(id).cloned().ok_or(StoreError::lacking("account"))?;
    if account.closed_on.is_some() {
        return Err(DeskError::AccountClosed);
    }
    let shelf = shelf(&connection, folder, &mut dice)?;
    let mut journal = Journal {
        connection,
        clock: HybridClock::after(own),
        seen,
        chain,
        key: DeskKey::from_seed(&seed.0),
        calendar: office.calendar(&shipped),
        shipped,
        folder: folder.clone(),
        office,
        desk_code,
        account,
        dice,
        hold: None,
        clock_is_doubtful: false,
    };
    journal.look_at_trail()?;
    journal.end_renewal(&key)?;
    forget_closed(&mut journal, vault)?;
    Ok(Desk::of(journal, shelf, key, taken))
}

/// The encrypted file, and which of the slot's keys it has: while it gets a new one, a power cut may leave either.
fn unlocked(folder: &Folder, opened: &OpenedSlot) -> Result<(Connection, DatabaseKey), DeskError> {
    match (store::open::open(&folder.database(), &opened.key), &opened.next) {
        (Err(StoreError::Damaged(_)), Some(next)) => Ok((store::open::open(&folder.database(), next)?, next.clone())),
        (connection, _) => Ok((connection?, opened.key.clone())),
    }
}

/// Lets the passwords of accounts that were closed, here or at another desk, open nothing any more, and those of accounts that never
/// came about because a handover broke off.
fn forget_closed(journal: &mut Journal, vault: &Vault) -> Result<(), DeskError> {
    for login in vault.logins() {
        let id = local::read(journal.tables(), &local::account(&login))?;
        let account = id.as_ref().and_then(|id| id.parse().ok()).and_then(|id| journal.office.account(id));
        if id.is_none() || account.is_some_and(|account| account.closed_on.is_some()) {
            journal.drop_slot(&Opener::password(&login))?;
        }
    }
    Ok(())
}
