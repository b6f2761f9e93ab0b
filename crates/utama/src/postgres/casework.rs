//! Steps on cases on PostgreSQL.

use async_trait::async_trait;
use tokio_postgres::Row;
use uuid::Uuid;

use super::PostgresStore;
use super::columns::{all, askable, code, get, int, number, optional_date, within};
use crate::accounts::Reach;
use crate::casework::{CaseStep, CaseStepKind, Casework};
use crate::fault::StoreFault;

fn step(row: &Row) -> Result<CaseStep, StoreFault> {
    Ok(CaseStep {
        office: code(row, 0)?,
        subject: get(row, 1)?,
        at: number(row, 2)?,
        login: get(row, 3)?,
        kind: CaseStepKind::from_code(get(row, 4)?).ok_or_else(|| StoreFault::lacking("langkah perkara"))?,
        unit: get(row, 5)?,
        due: optional_date(row, 6)?,
        text: get(row, 7)?,
    })
}

#[async_trait]
impl Casework for PostgresStore {
    async fn keep_step(&self, step: CaseStep) -> Result<(), StoreFault> {
        let (office, at, kind) = (step.office.as_str(), int(step.at), step.kind.code());
        let due = step.due.map(|due| due.to_string());
        let keep = include_str!("sql/casework/keep.sql");
        let connection = self.connection().await?;
        connection.execute(keep, &[&office, &step.subject, &at, &step.login, &kind, &step.unit, &due, &step.text]).await?;
        Ok(())
    }

    async fn steps(&self, office: &str, subject: Uuid) -> Result<Vec<CaseStep>, StoreFault> {
        if !askable(office) {
            return Ok(vec![]);
        }
        all(&self.connection().await?, include_str!("sql/casework/steps.sql"), &[&office, &subject], step).await
    }

    async fn open_steps(&self, reach: &Reach) -> Result<Vec<CaseStep>, StoreFault> {
        all(&self.connection().await?, include_str!("sql/casework/open.sql"), &[&within(reach)], step).await
    }

    async fn also_read(&self, office: &str, about: &str, since: u64) -> Result<Vec<(String, u64)>, StoreFault> {
        if !askable(office) || !askable(about) {
            return Ok(vec![]);
        }
        let sql = include_str!("sql/casework/also_read.sql");
        all(&self.connection().await?, sql, &[&office, &about, &int(since)], |row| Ok((get(row, 0)?, number(row, 1)?))).await
    }
}
