//! Opening the database: the newest layout, an identity, and rows folded by the present rules.

use deadpool_postgres::{Client, Transaction};
use loket_domain::calendar::Calendar;
use std::pin::Pin;
use uuid::Builder;

use super::ledger::PostgresLedger;
use super::{columns, locks};
use crate::projection;
use crate::secret::random;
use crate::store::{Identity, StoreFault, refold};

const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_sticks.sql"),
    include_str!("migrations/0003_packs.sql"),
    include_str!("migrations/0004_questions.sql"),
    include_str!("migrations/0005_objects.sql"),
    include_str!("migrations/0006_own_series_of_each_start.sql"),
    include_str!("migrations/0007_temporary_passwords.sql"),
    include_str!("migrations/0008_cases.sql"),
    include_str!("migrations/0009_directory.sql"),
    include_str!("migrations/0010_audit.sql"),
    include_str!("migrations/0011_second_factors.sql"),
    include_str!("migrations/0012_audit_chain.sql"),
    include_str!("migrations/0013_matters.sql"),
    include_str!("migrations/0014_public_door.sql"),
    include_str!("migrations/0015_web_numbers.sql"),
    include_str!("migrations/0016_object_sizes.sql"),
    include_str!("migrations/0017_session_addresses.sql"),
];

/// Makes what is missing. Of several processes that start at once, one does and the others wait.
pub(super) async fn prepare(client: &mut Client, calendar: &Calendar, now: u64) -> Result<(), StoreFault> {
    let transaction = client.transaction().await?;
    locks::layout(&transaction).await?;
    migrate(&transaction).await?;
    introduce(&transaction, now).await?;
    let folded_with = transaction.query_one("select basis from server", &[]).await?;
    if columns::get::<&str>(&folded_with, 0)? != projection::basis(calendar) {
        fold_again(&transaction, calendar).await?;
    }
    Ok(transaction.commit().await?)
}

async fn migrate(transaction: &Transaction<'_>) -> Result<(), StoreFault> {
    transaction.batch_execute("create table if not exists migrations (number bigint primary key)").await?;
    let newest = transaction.query_one("select coalesce(max(number), 0) from migrations", &[]).await?;
    let newest: i64 = columns::get(&newest, 0)?;
    let done = usize::try_from(newest).ok().filter(|done| *done <= MIGRATIONS.len()).ok_or(StoreFault::NewerSchema(newest))?;
    for (number, migration) in (newest + 1..).zip(&MIGRATIONS[done..]) {
        transaction.batch_execute(migration).await?;
        transaction.execute("insert into migrations (number) values ($1)", &[&number]).await?;
    }
    Ok(())
}

/// Makes the server's identity at the first start.
async fn introduce(transaction: &Transaction<'_>, now: u64) -> Result<(), StoreFault> {
    let uuid = || random().map(|bytes| Builder::from_unix_timestamp_millis(now, &bytes).into_uuid());
    let (origin, epoch, seed) = (uuid()?, uuid()?, random::<32>()?);
    let insert = "insert into server (one, origin, seed, epoch) values (1, $1, $2, $3) on conflict do nothing";
    transaction.execute(insert, &[&origin, &seed.as_slice(), &epoch]).await?;
    Ok(())
}

pub(super) async fn identity(client: &Client) -> Result<Identity, StoreFault> {
    let row = client.query_one("select origin, seed, epoch from server", &[]).await?;
    Ok(Identity { origin: columns::origin(&row, 0)?, seed: columns::bytes(&row, 1)?, epoch: columns::get(&row, 2)? })
}

pub(super) async fn rebuild(client: &mut Client, calendar: &Calendar) -> Result<(), StoreFault> {
    let transaction = client.transaction().await?;
    locks::layout(&transaction).await?;
    fold_again(&transaction, calendar).await?;
    Ok(transaction.commit().await?)
}

async fn fold_again(transaction: &Transaction<'_>, calendar: &Calendar) -> Result<(), StoreFault> {
    // Nobody adds entries meanwhile, and whoever just did is waited for.
    transaction.batch_execute("lock table entries in share row exclusive mode").await?;
    transaction.batch_execute(include_str!("sql/delete_everything.sql")).await?;
    let ledger = PostgresLedger(transaction);
    // Named as what it is, for the compiler does not see through the trait that it may move between threads.
    let folding: Pin<Box<dyn Future<Output = _> + Send>> = Box::pin(refold::rebuild(&ledger, calendar));
    folding.await?;
    transaction.execute("update server set basis = $1", &[&projection::basis(calendar)]).await?;
    Ok(())
}
