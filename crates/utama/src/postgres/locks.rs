//! What processes that share the database may not do at the same time. Every lock ends with its transaction.

use deadpool_postgres::Transaction;
use loket_journal::{Digest, OriginId};

use crate::fault::StoreFault;

/// Held while the tables are made and folded anew.
pub(super) async fn layout(transaction: &Transaction<'_>) -> Result<(), StoreFault> {
    hold(transaction, vec![key("layout", b"")]).await
}

/// Held while entries of these offices are joined and folded.
pub(super) async fn offices(transaction: &Transaction<'_>, codes: impl Iterator<Item = &str>) -> Result<(), StoreFault> {
    hold(transaction, codes.map(|code| key("office", code.as_bytes())).collect()).await
}

/// Held while a series gets its writer.
pub(super) async fn series(transaction: &Transaction<'_>, origin: OriginId) -> Result<(), StoreFault> {
    hold(transaction, vec![series_key(origin)]).await
}

/// Held while a desk is let in, under this series and in the place of whoever was this desk before.
pub(super) async fn desk(transaction: &Transaction<'_>, origin: OriginId, office: &str, desk: &str) -> Result<(), StoreFault> {
    let place = key("desk", format!("{office} {desk}").as_bytes());
    hold(transaction, vec![series_key(origin), place]).await
}

/// Held while an account is closed or loses what it may do: one must stay that manages accounts.
pub(crate) async fn accounts(transaction: &Transaction<'_>) -> Result<(), StoreFault> {
    hold(transaction, vec![key("accounts", b"")]).await
}

/// Held while a line of the record is written: it continues the one before.
pub(crate) async fn audit(transaction: &Transaction<'_>) -> Result<(), StoreFault> {
    hold(transaction, vec![key("audit", b"")]).await
}

/// Held while an attempt to sign in is counted under these keys.
pub(crate) async fn attempts(transaction: &Transaction<'_>, keys: impl Iterator<Item = Digest>) -> Result<(), StoreFault> {
    hold(transaction, keys.map(|counted| key("attempt", &counted.0)).collect()).await
}

fn series_key(origin: OriginId) -> i64 {
    key("series", origin.0.as_bytes())
}

/// In one order for everyone, so that no two wait for each other.
async fn hold(transaction: &Transaction<'_>, mut keys: Vec<i64>) -> Result<(), StoreFault> {
    keys.sort_unstable();
    keys.dedup();
    let lock = transaction.prepare_cached("select pg_advisory_xact_lock(key) from unnest($1::bigint[]) as key").await?;
    transaction.execute(&lock, &[&keys]).await?;
    Ok(())
}

/// Two things with the same key would only wait for each other without need.
fn key(kind: &str, name: &[u8]) -> i64 {
    let mut hasher = blake3::Hasher::new_derive_key("loket-ppid utama postgres lock v1");
    hasher.update(kind.as_bytes()).update(&[0]).update(name);
    let [a, b, c, d, e, f, g, h, ..] = *hasher.finalize().as_bytes();
    i64::from_le_bytes([a, b, c, d, e, f, g, h])
}
