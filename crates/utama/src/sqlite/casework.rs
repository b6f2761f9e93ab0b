//! Steps on cases in the embedded database.

use async_trait::async_trait;
use rusqlite::{Row, params};
use uuid::Uuid;

use super::SqliteStore;
use super::columns::{bytes, code, date, int, number, optional, within};
use crate::accounts::Reach;
use crate::casework::{CaseStep, CaseStepKind, Casework};
use crate::fault::StoreFault;

fn step(row: &Row<'_>) -> rusqlite::Result<CaseStep> {
    let kind = CaseStepKind::from_code(row.get_ref(4)?.as_str()?);
    Ok(CaseStep {
        office: code(row, 0)?,
        subject: Uuid::from_bytes(bytes(row, 1)?),
        at: number(row, 2)?,
        login: row.get(3)?,
        kind: kind.ok_or_else(|| rusqlite::Error::InvalidColumnName("kind".into()))?,
        unit: row.get(5)?,
        due: optional(row, 6, date)?,
        text: row.get(7)?,
    })
}

#[async_trait]
impl Casework for SqliteStore {
    async fn keep_step(&self, step: CaseStep) -> Result<(), StoreFault> {
        self.write(move |db| {
            let (office, subject, kind) = (step.office.as_str(), step.subject.as_bytes(), step.kind.code());
            let due = step.due.map(|due| due.to_string());
            let values = params![office, subject, int(step.at), step.login, kind, step.unit, due, step.text];
            db.execute(include_str!("sql/casework/keep.sql"), values)?;
            Ok(())
        })
        .await
    }

    async fn steps(&self, office: &str, subject: Uuid) -> Result<Vec<CaseStep>, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| {
            let mut steps = db.prepare_cached(include_str!("sql/casework/steps.sql"))?;
            Ok(steps.query_map(params![office, subject.as_bytes()], step)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    async fn open_steps(&self, reach: &Reach) -> Result<Vec<CaseStep>, StoreFault> {
        let within = within(reach)?;
        self.read(move |db| {
            let mut steps = db.prepare_cached(include_str!("sql/casework/open.sql"))?;
            Ok(steps.query_map([within], step)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    async fn also_read(&self, office: &str, about: &str, since: u64) -> Result<Vec<(String, u64)>, StoreFault> {
        let (office, about) = (office.to_owned(), about.to_owned());
        self.read(move |db| {
            let mut readers = db.prepare_cached(include_str!("sql/casework/also_read.sql"))?;
            let reader = |row: &Row<'_>| Ok((row.get(0)?, number(row, 1)?));
            Ok(readers.query_map(params![office, about, int(since)], reader)?.collect::<Result<_, _>>()?)
        })
        .await
    }
}
