//! Codes and desks.

use deadpool_postgres::{Client, GenericClient, Transaction};
use loket_journal::protocol::{RefusalKind, Writer};
use loket_journal::{Chain, Digest, OriginId, PublicKey};
use tokio_postgres::Row;
use uuid::Uuid;

use super::columns::{self, int};
use super::locks;
use crate::store::admission::{CONTACT_STEP, KnownDesk, KnownOfEnrolment, ShownCode, admit};
use crate::store::{EnrolledDesk, Enrolment, GivenCode, Series, StoreFault};

const DESK: &str = "select origin, key, office, desk, token_arrived from desks";

pub(super) async fn keep_code(db: &impl GenericClient, code: &GivenCode) -> Result<(), StoreFault> {
    let insert = "insert into codes (hash, office, desk, expires) values ($1, $2, $3, $4)";
    db.execute(insert, &[&code.hash.0.as_slice(), &code.office.as_str(), &code.desk.as_str(), &int(code.expires)]).await?;
    Ok(())
}

pub(super) async fn enrol(client: &mut Client, enrolment: &Enrolment) -> Result<Result<(), RefusalKind>, StoreFault> {
    let transaction = client.transaction().await?;
    let known = known(&transaction, enrolment).await?;
    if let Err(refused) = admit(enrolment, &known) {
        return Ok(Err(refused));
    }
    let Enrolment { code, office, desk, origin, key, token, .. } = enrolment;
    let (key, token) = (key.0.as_slice(), token.0.as_slice());
    transaction.execute(include_str!("sql/enrol_desk.sql"), &[&origin.0, &office.as_str(), &desk.as_str(), &key, &token]).await?;
    transaction
        .execute(include_str!("sql/revoke_others.sql"), &[&office.as_str(), &desk.as_str(), &origin.0, &int(enrolment.now)])
        .await?;
    transaction.execute("delete from vouched where origin = $1", &[&origin.0]).await?;
    transaction.execute("update codes set used_by = $2 where hash = $1", &[&code.0.as_slice(), &origin.0]).await?;
    transaction.commit().await?;
    Ok(Ok(()))
}

/// Looks while nobody else may use the code or let this desk in.
async fn known(transaction: &Transaction<'_>, enrolment: &Enrolment) -> Result<KnownOfEnrolment, StoreFault> {
    let shown = |row: Row| {
        let (office, desk) = (columns::code(&row, 0)?, columns::code(&row, 1)?);
        let given = GivenCode { hash: enrolment.code, office, desk, expires: columns::number(&row, 2)? };
        Ok::<_, StoreFault>(ShownCode { given, used_by: columns::get::<Option<Uuid>>(&row, 3)?.map(OriginId) })
    };
    let code = transaction.query_opt(include_str!("sql/code.sql"), &[&enrolment.code.0.as_slice()]).await?;
    let code = code.map(shown).transpose()?;
    locks::desk(transaction, enrolment.origin, &enrolment.office, &enrolment.desk).await?;
    let known = |row: Row| Ok::<_, StoreFault>(KnownDesk { desk: desk(&row)?, token_arrived: columns::get(&row, 4)? });
    let desk = transaction.query_opt(&format!("{DESK} where origin = $1"), &[&enrolment.origin.0]).await?;
    let own = "select exists (select 1 from begun_series where origin = $1)";
    let own = transaction.query_one(own, &[&enrolment.origin.0]).await?;
    let vouched = "select office, key from vouched where origin = $1";
    let vouched = transaction.query_opt(vouched, &[&enrolment.origin.0]).await?;
    let voucher = |row: Row| Ok::<_, StoreFault>((columns::code(&row, 0)?, PublicKey(columns::bytes(&row, 1)?)));
    let written = "select office from entries where origin = $1 order by seq limit 1";
    let written = transaction.query_opt(written, &[&enrolment.origin.0]).await?;
    Ok(KnownOfEnrolment {
        code,
        desk: desk.map(known).transpose()?,
        vouched: vouched.map(voucher).transpose()?,
        written: written.map(|row| columns::code(&row, 0)).transpose()?,
        own_series: columns::get(&own, 0)?,
    })
}

pub(super) async fn vouch(client: &mut Client, office: &str, writer: Writer) -> Result<(), StoreFault> {
    let transaction = client.transaction().await?;
    locks::series(&transaction, writer.origin).await?;
    transaction.execute(include_str!("sql/vouch.sql"), &[&writer.origin.0, &office, &writer.key.0.as_slice()]).await?;
    Ok(transaction.commit().await?)
}

fn desk(row: &Row) -> Result<EnrolledDesk, StoreFault> {
    let (origin, key) = (columns::origin(row, 0)?, PublicKey(columns::bytes(row, 1)?));
    Ok(EnrolledDesk { origin, key, office: columns::code(row, 2)?, desk: columns::code(row, 3)? })
}

pub(super) async fn with_token(db: &impl GenericClient, token: Digest) -> Result<Option<EnrolledDesk>, StoreFault> {
    let statement = db.prepare_cached(&format!("{DESK} where token = $1 and revoked is null")).await?;
    db.query_opt(&statement, &[&token.0.as_slice()]).await?.as_ref().map(desk).transpose()
}

pub(super) async fn member(db: &impl GenericClient, origin: OriginId) -> Result<Option<EnrolledDesk>, StoreFault> {
    let statement = db.prepare_cached(&format!("{DESK} where origin = $1 and revoked is null")).await?;
    db.query_opt(&statement, &[&origin.0]).await?.as_ref().map(desk).transpose()
}

pub(super) async fn note_contact(db: &impl GenericClient, origin: OriginId, now: u64) -> Result<(), StoreFault> {
    let statement = db.prepare_cached(include_str!("sql/note_contact.sql")).await?;
    db.execute(&statement, &[&origin.0, &int(now.saturating_sub(CONTACT_STEP)), &int(now)]).await?;
    Ok(())
}

/// Keeps that PPID Utama itself writes this series.
pub(super) async fn begin_series(db: &impl GenericClient, office: &str, origin: OriginId) -> Result<(), StoreFault> {
    db.execute("insert into begun_series (origin, office) values ($1, $2)", &[&origin.0, &office]).await?;
    Ok(())
}

/// The series of an office; those the server writes itself have the key `own`.
pub(super) async fn series(db: &impl GenericClient, office: &str, own: PublicKey) -> Result<Vec<Series>, StoreFault> {
    let series = |row: &Row| {
        let writer = Writer { origin: columns::origin(row, 0)?, key: PublicKey(columns::bytes(row, 1)?) };
        let length = columns::optional_number(row, 2)?.unwrap_or(0);
        let head = columns::optional_bytes(row, 3)?.map_or(Chain::empty(writer.origin).head, Digest);
        Ok(Series { writer, length, head, vouched: columns::optional_number(row, 4)?.unwrap_or(0) })
    };
    let statement = db.prepare_cached(include_str!("sql/series.sql")).await?;
    db.query(&statement, &[&office, &own.0.as_slice()]).await?.iter().map(series).collect()
}
