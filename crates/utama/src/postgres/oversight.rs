//! Oversight on PostgreSQL.

use async_trait::async_trait;
use deadpool_postgres::Client;
use loket_domain::office::OfficeCode;
use loket_journal::{Entry, OriginId, Subject};
use tokio_postgres::Row;

use super::PostgresStore;
use super::columns::{all, askable, code, date, get, int, number, optional_number, origin, within};
use super::{journal, rows};
use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::oversight::{Answered, AnsweredKind, DeskRow, Oversight, Tally};
use crate::projection::{QuestionRow, RequestRow, TestRow};

fn tally(row: &Row) -> Result<Tally, StoreFault> {
    Ok(Tally {
        office: code(row, 0)?,
        month: get(row, 1)?,
        registered: number(row, 2)?,
        answered: number(row, 3)?,
        measured: number(row, 4)?,
        in_time: number(row, 5)?,
        dated: number(row, 6)?,
        unsent: number(row, 7)?,
    })
}

fn desk(row: &Row) -> Result<DeskRow, StoreFault> {
    Ok(DeskRow {
        origin: origin(row, 0)?,
        office: code(row, 1)?,
        desk: code(row, 2)?,
        entries: number(row, 3)?,
        last_contact: optional_number(row, 4)?,
        revoked: optional_number(row, 5)?,
    })
}

fn answered(row: &Row) -> Result<(OfficeCode, Answered), StoreFault> {
    let kind = AnsweredKind::from_code(get(row, 0)?).ok_or_else(|| StoreFault::lacking("macam perkara"))?;
    Ok((code(row, 4)?, Answered { kind, subject: get(row, 1)?, title: get(row, 2)?, on: date(row, 3)? }))
}

async fn revoke(client: &mut Client, origin: OriginId, now: u64) -> Result<bool, StoreFault> {
    let transaction = client.transaction().await?;
    // First the desk, so that of two who revoke it at once one waits; it was not revoked when its codes are.
    // token_arrived: a code whose answer seemed lost may not be shown again.
    let desk = "update desks set revoked = $2, token_arrived = true where origin = $1 and revoked is null";
    let revoked = transaction.execute(desk, &[&origin.0, &int(now)]).await? == 1;
    if revoked {
        transaction.execute(include_str!("sql/oversight/revoke_codes.sql"), &[&origin.0, &int(now)]).await?;
    }
    transaction.commit().await?;
    Ok(revoked)
}

#[async_trait]
impl Oversight for PostgresStore {
    async fn tallies(&self, office: Option<&str>) -> Result<Vec<Tally>, StoreFault> {
        if !office.is_none_or(askable) {
            return Ok(vec![]);
        }
        all(&self.connection().await?, include_str!("sql/oversight/tallies.sql"), &[&office], tally).await
    }

    async fn forwarded(&self, reach: &Reach) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault> {
        let waiting = |row: &Row| Ok((code(row, rows::REQUEST_COLUMNS)?, rows::request(row)?));
        all(&self.connection().await?, include_str!("sql/oversight/forwarded.sql"), &[&within(reach)], waiting).await
    }

    async fn tests(&self, reach: &Reach) -> Result<Vec<(OfficeCode, TestRow)>, StoreFault> {
        let sql = include_str!("sql/oversight/tests.sql");
        all(&self.connection().await?, sql, &[&within(reach)], |row| Ok((code(row, rows::TEST_COLUMNS)?, rows::test(row)?))).await
    }

    async fn waiting(&self, reach: &Reach) -> Result<u64, StoreFault> {
        let connection = self.connection().await?;
        let statement = connection.prepare_cached(include_str!("sql/oversight/waiting.sql")).await?;
        number(&connection.query_one(&statement, &[&within(reach)]).await?, 0)
    }

    async fn answered(&self, reach: &Reach) -> Result<Vec<(OfficeCode, Answered)>, StoreFault> {
        all(&self.connection().await?, include_str!("sql/oversight/answered.sql"), &[&within(reach)], answered).await
    }

    async fn open_questions(&self, reach: &Reach) -> Result<Vec<(OfficeCode, QuestionRow)>, StoreFault> {
        let sql = include_str!("sql/oversight/open_questions.sql");
        all(&self.connection().await?, sql, &[&within(reach)], |row| Ok((code(row, 6)?, rows::question(row)?))).await
    }

    async fn questions(&self, office: &str) -> Result<Vec<QuestionRow>, StoreFault> {
        if !askable(office) {
            return Ok(vec![]);
        }
        all(&self.connection().await?, include_str!("sql/oversight/questions.sql"), &[&office], rows::question).await
    }

    async fn story(&self, office: &str, subject: Subject) -> Result<Vec<Entry>, StoreFault> {
        if !askable(office) {
            return Ok(vec![]);
        }
        journal::stories(&self.connection().await?, &[(office, subject)]).await
    }

    async fn misfit_entries(&self, office: &str, most: u32) -> Result<Vec<Entry>, StoreFault> {
        if !askable(office) {
            return Ok(vec![]);
        }
        let sql = include_str!("sql/oversight/misfit_entries.sql");
        all(&self.connection().await?, sql, &[&office, &i64::from(most)], journal::entry).await
    }

    async fn find_requests(&self, reach: &Reach, number: &str, most: u32) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault> {
        if !askable(number) {
            return Ok(vec![]);
        }
        let (sql, number) = (include_str!("sql/oversight/find_requests.sql"), number.to_lowercase());
        let found = |row: &Row| Ok((code(row, rows::REQUEST_COLUMNS)?, rows::request(row)?));
        all(&self.connection().await?, sql, &[&within(reach), &number, &i64::from(most)], found).await
    }

    async fn numbered(&self, number: &str, most: u32) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault> {
        if !askable(number) {
            return Ok(vec![]);
        }
        let (sql, number) = (include_str!("sql/oversight/numbered.sql"), number.to_lowercase());
        let found = |row: &Row| Ok((code(row, rows::REQUEST_COLUMNS)?, rows::request(row)?));
        all(&self.connection().await?, sql, &[&number, &i64::from(most)], found).await
    }

    async fn desks(&self) -> Result<Vec<DeskRow>, StoreFault> {
        all(&self.connection().await?, include_str!("sql/oversight/desks.sql"), &[&None::<&str>], desk).await
    }

    async fn desks_of(&self, office: &str) -> Result<Vec<DeskRow>, StoreFault> {
        if !askable(office) {
            return Ok(vec![]);
        }
        all(&self.connection().await?, include_str!("sql/oversight/desks.sql"), &[&office], desk).await
    }

    async fn revoke(&self, origin: OriginId, now: u64) -> Result<bool, StoreFault> {
        revoke(&mut self.connection().await?, origin, now).await
    }
}
