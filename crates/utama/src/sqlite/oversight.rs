//! Oversight on the embedded database.

use async_trait::async_trait;
use loket_domain::office::OfficeCode;
use loket_journal::{Entry, OriginId, Subject};
use rusqlite::{Connection, Params, Row, params};
use uuid::Uuid;

use super::SqliteStore;
use super::columns::{bytes, code, date, int, number, optional, origin, within};
use super::{journal, rows};
use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::oversight::{Answered, AnsweredKind, DeskRow, Oversight, Tally};
use crate::projection::{QuestionRow, RequestRow, TestRow};

fn all<T>(
    db: &Connection,
    sql: &str,
    values: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreFault> {
    Ok(db.prepare_cached(sql)?.query_map(values, read)?.collect::<Result<_, _>>()?)
}

fn tally(row: &Row<'_>) -> rusqlite::Result<Tally> {
    Ok(Tally {
        office: code(row, 0)?,
        month: row.get(1)?,
        registered: number(row, 2)?,
        answered: number(row, 3)?,
        measured: number(row, 4)?,
        in_time: number(row, 5)?,
        dated: number(row, 6)?,
        unsent: number(row, 7)?,
    })
}

fn desk(row: &Row<'_>) -> rusqlite::Result<DeskRow> {
    Ok(DeskRow {
        origin: origin(row, 0)?,
        office: code(row, 1)?,
        desk: code(row, 2)?,
        entries: number(row, 3)?,
        last_contact: optional(row, 4, number)?,
        revoked: optional(row, 5, number)?,
    })
}

fn answered(row: &Row<'_>) -> rusqlite::Result<(OfficeCode, Answered)> {
    let kind = AnsweredKind::from_code(row.get_ref(0)?.as_str()?);
    let kind = kind.ok_or_else(|| rusqlite::Error::InvalidColumnName("kind".into()))?;
    let subject = Uuid::from_bytes(bytes(row, 1)?);
    Ok((code(row, 4)?, Answered { kind, subject, title: row.get(2)?, on: date(row, 3)? }))
}

fn revoke(db: &Connection, origin: OriginId, now: u64) -> Result<bool, StoreFault> {
    let values = params![origin.0.as_bytes(), int(now)];
    let codes = include_str!("sql/oversight/revoke_codes.sql");
    // token_arrived: a code whose answer seemed lost may not be shown again.
    let desk = "update desks set revoked = ?2, token_arrived = 1 where origin = ?1 and revoked is null";
    let revoked = db.execute(desk, values)? == 1;
    if revoked {
        db.execute(codes, values)?;
    }
    Ok(revoked)
}

#[async_trait]
impl Oversight for SqliteStore {
    async fn tallies(&self, office: Option<&str>) -> Result<Vec<Tally>, StoreFault> {
        let office = office.map(str::to_owned);
        self.read(move |db| all(db, include_str!("sql/oversight/tallies.sql"), [office], tally)).await
    }

    async fn forwarded(&self, reach: &Reach) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault> {
        let (sql, within) = (include_str!("sql/oversight/forwarded.sql"), within(reach)?);
        self.read(move |db| all(db, sql, [within], |row| Ok((code(row, rows::REQUEST_COLUMNS)?, rows::request(row)?)))).await
    }

    async fn tests(&self, reach: &Reach) -> Result<Vec<(OfficeCode, TestRow)>, StoreFault> {
        let (sql, within) = (include_str!("sql/oversight/tests.sql"), within(reach)?);
        self.read(move |db| all(db, sql, [within], |row| Ok((code(row, rows::TEST_COLUMNS)?, rows::test(row)?)))).await
    }

    async fn waiting(&self, reach: &Reach) -> Result<u64, StoreFault> {
        let within = within(reach)?;
        let sql = include_str!("sql/oversight/waiting.sql");
        self.read(move |db| Ok(db.prepare_cached(sql)?.query_row([within], |row| number(row, 0))?)).await
    }

    async fn answered(&self, reach: &Reach) -> Result<Vec<(OfficeCode, Answered)>, StoreFault> {
        let (sql, within) = (include_str!("sql/oversight/answered.sql"), within(reach)?);
        self.read(move |db| all(db, sql, [within], answered)).await
    }

    async fn open_questions(&self, reach: &Reach) -> Result<Vec<(OfficeCode, QuestionRow)>, StoreFault> {
        let (sql, within) = (include_str!("sql/oversight/open_questions.sql"), within(reach)?);
        self.read(move |db| all(db, sql, [within], |row| Ok((code(row, 6)?, rows::question(row)?)))).await
    }

    async fn questions(&self, office: &str) -> Result<Vec<QuestionRow>, StoreFault> {
        let office = office.to_owned();
        let sql = include_str!("sql/oversight/questions.sql");
        self.read(move |db| all(db, sql, [office], rows::question)).await
    }

    async fn story(&self, office: &str, subject: Subject) -> Result<Vec<Entry>, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| journal::of_subject(db, &office, subject)).await
    }

    async fn misfit_entries(&self, office: &str, most: u32) -> Result<Vec<Entry>, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| {
            let mut found = db.prepare_cached(include_str!("sql/oversight/misfit_entries.sql"))?;
            let mut rows = found.query(params![office, most])?;
            let mut entries = Vec::new();
            while let Some(row) = rows.next()? {
                entries.push(journal::entry(row)?);
            }
            Ok(entries)
        })
        .await
    }

    async fn find_requests(&self, reach: &Reach, number: &str, most: u32) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault> {
        let (sql, within) = (include_str!("sql/oversight/find_requests.sql"), within(reach)?);
        let values = (within, number.to_lowercase(), most);
        self.read(move |db| all(db, sql, values, |row| Ok((code(row, rows::REQUEST_COLUMNS)?, rows::request(row)?)))).await
    }

    async fn numbered(&self, number: &str, most: u32) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault> {
        let (sql, values) = (include_str!("sql/oversight/numbered.sql"), (number.to_lowercase(), most));
        self.read(move |db| all(db, sql, values, |row| Ok((code(row, rows::REQUEST_COLUMNS)?, rows::request(row)?)))).await
    }

    async fn desks(&self) -> Result<Vec<DeskRow>, StoreFault> {
        self.read(|db| all(db, include_str!("sql/oversight/desks.sql"), [None::<String>], desk)).await
    }

    async fn desks_of(&self, office: &str) -> Result<Vec<DeskRow>, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| all(db, include_str!("sql/oversight/desks.sql"), [office], desk)).await
    }

    async fn revoke(&self, origin: OriginId, now: u64) -> Result<bool, StoreFault> {
        self.write(move |db| revoke(db, origin, now)).await
    }
}
