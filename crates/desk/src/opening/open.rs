//! Opening the database of a started desk.

use crate::error::DeskError;
use crate::files::shelf::Shelf;
use crate::kernel::folder::Folder;
use crate::kernel::random::{Dice, roll};
use crate::store::{local, objects, projection};
use loket_domain::calendar::Calendar;
use loket_domain::office::Office;
use loket_journal::Digest;
use rusqlite::Connection;

pub(crate) fn setting(connection: &Connection, name: &str) -> Result<String, DeskError> {
    local::read(connection, name)?.ok_or(DeskError::Journal("setting"))
}

/// Raised when the tables of the same entries come out otherwise; they are then written anew at the next opening.
const TABLES_VERSION: u32 = 3;

/// The office, after the tables were written anew where they were written with another calendar, or by another version.
pub(crate) fn refreshed(connection: &mut Connection, calendar: &Calendar) -> Result<Office, DeskError> {
    let basis = blake3::hash(format!("{TABLES_VERSION} {calendar:?}").as_bytes()).to_string();
    let transaction = connection.transaction()?;
    let office = if local::read(&transaction, local::TABLES_BASIS)?.as_ref() == Some(&basis) {
        projection::project(&transaction, "office", None, calendar)?
    } else {
        local::write(&transaction, local::TABLES_BASIS, &basis)?;
        projection::rebuild(&transaction, calendar)?
    };
    transaction.commit()?;
    office.ok_or(DeskError::Journal("office"))
}

/// The shelf of attached files, swept of what nothing names; its secret is made when it is first asked for.
pub(crate) fn shelf(connection: &Connection, folder: &Folder, dice: &mut Dice) -> Result<Shelf, DeskError> {
    let secret = match local::read(connection, local::OBJECT_SECRET)? {
        Some(secret) => secret.parse().map_err(|_| DeskError::Journal("object secret"))?,
        None => {
            let secret = Digest(roll(dice)?);
            local::write(connection, local::OBJECT_SECRET, &secret.to_string())?;
            secret
        }
    };
    let shelf = Shelf::new(folder.files(), &secret);
    let here: Vec<Digest> = objects::here(connection)?.into_iter().map(|(digest, _)| digest).collect();
    let wanted: Vec<Digest> = objects::wanted(connection)?.into_iter().map(|file| file.digest).collect();
    shelf.sweep(&here, &wanted)?;
    Ok(shelf)
}
