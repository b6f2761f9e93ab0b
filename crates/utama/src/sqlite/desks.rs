//! Codes and desks.

use loket_journal::protocol::{RefusalKind, Writer};
use loket_journal::{Chain, Digest, OriginId, PublicKey};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::columns::{self, int};
use crate::store::admission::{CONTACT_STEP, KnownDesk, KnownOfEnrolment, ShownCode, admit};
use crate::store::{EnrolledDesk, Enrolment, GivenCode, Series, StoreFault};

const DESK: &str = "select origin, key, office, desk, token_arrived from desks";

pub(super) fn keep_code(db: &Connection, code: &GivenCode) -> Result<(), StoreFault> {
    let values = params![code.hash.0, code.office.as_str(), code.desk.as_str(), int(code.expires)];
    db.execute("insert into codes (hash, office, desk, expires) values (?1, ?2, ?3, ?4)", values)?;
    Ok(())
}

pub(super) fn enrol(db: &Connection, enrolment: &Enrolment) -> Result<Result<(), RefusalKind>, StoreFault> {
    let origin = enrolment.origin.0.as_bytes();
    let shown = |row: &Row<'_>| {
        let given = GivenCode {
            hash: enrolment.code,
            office: columns::code(row, 0)?,
            desk: columns::code(row, 1)?,
            expires: columns::number(row, 2)?,
        };
        Ok(ShownCode { given, used_by: columns::optional(row, 3, columns::origin)? })
    };
    let code = db.query_row(include_str!("sql/code.sql"), [enrolment.code.0], shown).optional()?;
    let desk = |row: &Row<'_>| Ok(KnownDesk { desk: desk(row)?, token_arrived: row.get(4)? });
    let desk = db.query_row(&format!("{DESK} where origin = ?1"), [origin], desk).optional()?;
    let own_series = "select exists (select 1 from begun_series where origin = ?1)";
    let own_series = db.query_row(own_series, [origin], |row| row.get(0))?;
    let voucher = |row: &Row<'_>| Ok((columns::code(row, 0)?, PublicKey(columns::bytes(row, 1)?)));
    let vouched = db.query_row("select office, key from vouched where origin = ?1", [origin], voucher).optional()?;
    let written = "select office from entries where origin = ?1 order by seq limit 1";
    let written = db.query_row(written, [origin], |row| columns::code(row, 0)).optional()?;
    if let Err(refused) = admit(enrolment, &KnownOfEnrolment { code, desk, vouched, written, own_series }) {
        return Ok(Err(refused));
    }
    let values = params![origin, enrolment.office.as_str(), enrolment.desk.as_str(), enrolment.key.0, enrolment.token.0];
    db.execute(include_str!("sql/enrol_desk.sql"), values)?;
    db.execute(
        include_str!("sql/revoke_others.sql"),
        params![enrolment.office.as_str(), enrolment.desk.as_str(), origin, int(enrolment.now)],
    )?;
    db.execute("delete from vouched where origin = ?1", [origin])?;
    db.execute("update codes set used_by = ?2 where hash = ?1", params![enrolment.code.0, origin])?;
    Ok(Ok(()))
}

pub(super) fn vouch(db: &Connection, office: &str, writer: Writer) -> Result<(), StoreFault> {
    let origin = writer.origin.0.as_bytes();
    if !db.query_row(include_str!("sql/series_known.sql"), [origin], |row| row.get::<_, bool>(0))? {
        db.execute("insert into vouched (origin, office, key) values (?1, ?2, ?3)", params![origin, office, writer.key.0])?;
    }
    Ok(())
}

fn desk(row: &Row<'_>) -> rusqlite::Result<EnrolledDesk> {
    let (origin, key) = (columns::origin(row, 0)?, PublicKey(columns::bytes(row, 1)?));
    Ok(EnrolledDesk { origin, key, office: columns::code(row, 2)?, desk: columns::code(row, 3)? })
}

pub(super) fn with_token(db: &Connection, token: Digest) -> Result<Option<EnrolledDesk>, StoreFault> {
    Ok(db.query_row(&format!("{DESK} where token = ?1 and revoked is null"), [token.0], desk).optional()?)
}

pub(super) fn member(db: &Connection, origin: OriginId) -> Result<Option<EnrolledDesk>, StoreFault> {
    let sql = format!("{DESK} where origin = ?1 and revoked is null");
    Ok(db.query_row(&sql, [origin.0.as_bytes()], desk).optional()?)
}

/// Whether noting a contact now says anything new.
pub(super) fn contact_is_news(db: &Connection, origin: OriginId, now: u64) -> Result<bool, StoreFault> {
    let values = params![origin.0.as_bytes(), int(now.saturating_sub(CONTACT_STEP)), int(now)];
    Ok(db.prepare_cached(include_str!("sql/contact_is_news.sql"))?.query_row(values, |row| row.get(0))?)
}

pub(super) fn note_contact(db: &Connection, origin: OriginId, now: u64) -> Result<(), StoreFault> {
    let values = params![origin.0.as_bytes(), int(now)];
    db.execute("update desks set token_arrived = 1, last_contact = ?2 where origin = ?1", values)?;
    Ok(())
}

/// Keeps that PPID Utama itself writes this series.
pub(super) fn begin_series(db: &Connection, office: &str, origin: OriginId) -> Result<(), StoreFault> {
    db.execute("insert into begun_series (origin, office) values (?1, ?2)", params![origin.0.as_bytes(), office])?;
    Ok(())
}

/// The series of an office; those the server writes itself have the key `own`.
pub(super) fn series(db: &Connection, office: &str, own: PublicKey) -> Result<Vec<Series>, StoreFault> {
    let series = |row: &Row<'_>| {
        let writer = Writer { origin: columns::origin(row, 0)?, key: PublicKey(columns::bytes(row, 1)?) };
        let head = columns::optional(row, 3, columns::bytes)?.map_or(Chain::empty(writer.origin).head, Digest);
        Ok(Series { writer, length: columns::number(row, 2)?, head, vouched: columns::number(row, 4)? })
    };
    let values = params![office, own.0];
    Ok(db.prepare_cached(include_str!("sql/series.sql"))?.query_map(values, series)?.collect::<Result<_, _>>()?)
}
