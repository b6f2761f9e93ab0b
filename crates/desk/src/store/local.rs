//! Keys and settings of this computer: not in the journal, never sent.

use loket_domain::ids::AccountId;
use loket_journal::Digest;
use rusqlite::{Connection, OptionalExtension};

use crate::kernel::slip::Slip;
use crate::store::error::StoreError;

/// Seed of the key that signs this desk's series, in hexadecimal.
pub(crate) const KEY_SEED: &str = "key_seed";
/// Since when that key signs, in words; nothing while it is the one of the first start.
pub(crate) const KEY_SINCE: &str = "key_since";
/// This desk's series.
pub(crate) const ORIGIN: &str = "origin";
/// This desk's code.
pub(crate) const DESK_CODE: &str = "desk_code";
/// The enrolment, as JSON.
pub(crate) const ENROLMENT: &str = "enrolment";
/// The keys of servers that were PPID Utama for this desk before, as JSON: what they wrote stays theirs.
pub(crate) const EARLIER_SERVERS: &str = "earlier_servers";
/// The server's latest receipt, as JSON.
pub(crate) const RECEIPT: &str = "receipt";
/// Series this desk goes on under that the server has not been told of, as JSON.
pub(crate) const SUCCESSIONS: &str = "successions";
/// What was heard of the server last, over the network and on a stick, as JSON.
pub(crate) const HEARD: &str = "heard";
/// Secret that seals attached files on this computer, in hexadecimal.
pub(crate) const OBJECT_SECRET: &str = "object_secret";
/// Secrets that seal files attached since the file got another key, as JSON, the oldest first; those of before keep the first one.
const LATER_OBJECT_SECRETS: &str = "later_object_secrets";
/// Where copies of this desk go, and how the last went, as JSON.
pub(crate) const BACKUPS: &str = "backups";
/// How each kind of paper is printed on this computer, as JSON.
pub(crate) const PRINT_WAYS: &str = "print_ways";
/// There while attached files are to wait.
pub(crate) const FILES_PAUSED: &str = "files_paused";
/// Why nothing may be written before the numbers are certain, as JSON.
pub(crate) const HOLD: &str = "hold";
/// What happened to the keys of this desk and waits to be written down, as JSON.
pub(crate) const NOTES: &str = "notes";
/// By which marks the slots of the vault are known, as JSON.
pub(crate) const SLOTS: &str = "slots";
/// By which the slots of the vault know what this desk sealed to them, in hexadecimal.
pub(crate) const VOUCHER: &str = "slot_voucher";
/// There while the file is to get a new key: whose slots are waited for, as JSON.
pub(crate) const NEW_KEY: &str = "new_key";
/// After how many minutes an unattended desk is locked.
const IDLE_MINUTES: &str = "idle_minutes";
/// Whether the desktop tells what there is to do, and what it told, as JSON.
pub(crate) const ALERTS: &str = "alerts";
/// When something was written last, on the wall clock, as JSON.
pub(crate) const LAST_WRITTEN: &str = "last_written";
/// When the last round of sync ended well, on the wall clock.
pub(crate) const LAST_SYNC: &str = "last_sync";

/// Where the lines of what was done at this desk end, as JSON.
pub(crate) const USES_END: &str = "uses_end";

/// Which calendar the tables were written with.
pub(crate) const TABLES_BASIS: &str = "tables_basis";

/// Which notices an account has read, as JSON.
pub(crate) fn read_notices(account: AccountId) -> String {
    format!("read_notices:{account}")
}

/// The account that a login of this desk stands for; another desk of the office may use the same login.
pub(crate) fn account(login: &str) -> String {
    format!("account:{login}")
}

/// The password of a login of this desk that an admin chose and its owner has not replaced yet, as JSON.
pub(crate) fn temporary(login: &str) -> String {
    format!("temporary:{login}")
}

/// Sets after how many minutes an unattended desk is locked.
pub(crate) fn set_idle_minutes(writing: &Connection, minutes: u32) -> Result<(), StoreError> {
    write(writing, IDLE_MINUTES, &minutes.to_string())
}

/// Longest that an unattended desk stays open, in minutes.
pub(crate) const LONGEST_IDLE: u32 = 15;

/// How long it stays open where nothing was set.
const USUAL_IDLE: u32 = 10;

/// After how many minutes an unattended desk is locked: at least one, whatever stands in the file.
pub(crate) fn idle_minutes(connection: &Connection) -> Result<u32, StoreError> {
    let set = read(connection, IDLE_MINUTES)?.and_then(|minutes| minutes.parse().ok());
    Ok(set.unwrap_or(USUAL_IDLE).clamp(1, LONGEST_IDLE))
}

/// The secrets that seal attached files after the first one, the oldest first.
pub(crate) fn later_object_secrets(connection: &Connection) -> Result<Vec<Digest>, StoreError> {
    Ok(read_json(connection, LATER_OBJECT_SECRETS)?.unwrap_or_default())
}

/// Lets files that are attached from now on be sealed with another secret.
pub(crate) fn begin_object_secret(writing: &Connection, secret: Digest) -> Result<(), StoreError> {
    let mut later = later_object_secrets(writing)?;
    later.push(secret);
    write_json(writing, LATER_OBJECT_SECRETS, &later)
}

pub(crate) fn forget(connection: &Connection, name: &str) -> Result<(), StoreError> {
    connection.prepare_cached("delete from local where name = ?1")?.execute([name])?;
    Ok(())
}

pub(crate) fn read(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let mut query = connection.prepare_cached("select value from local where name = ?1")?;
    Ok(query.query_row([name], |row| row.get(0)).optional()?)
}

pub(crate) fn read_json<T: serde::de::DeserializeOwned>(connection: &Connection, name: &str) -> Result<Option<T>, StoreError> {
    let parse = |text: String| serde_json::from_str(&text).map_err(StoreError::unsound("setting"));
    read(connection, name)?.map(parse).transpose()
}

pub(crate) fn write_json(connection: &Connection, name: &str, value: &impl serde::Serialize) -> Result<(), StoreError> {
    write(connection, name, &serde_json::to_string(value).map_err(Slip::at("setting"))?)
}

pub(crate) fn write(connection: &Connection, name: &str, value: &str) -> Result<(), StoreError> {
    connection.prepare_cached("insert or replace into local (name, value) values (?1, ?2)")?.execute([name, value])?;
    Ok(())
}
