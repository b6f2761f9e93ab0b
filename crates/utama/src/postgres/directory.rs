//! The directory on PostgreSQL.

use async_trait::async_trait;
use loket_domain::office::OfficeKind;
use loket_journal::Digest;
use tokio_postgres::Row;

use super::PostgresStore;
use super::columns::{all, askable, bytes, code, get, int, number, optional_number};
use crate::directory::{Directory, ListedOffice, UnusedCode};
use crate::fault::StoreFault;

fn office(row: &Row) -> Result<ListedOffice, StoreFault> {
    Ok(ListedOffice {
        code: code(row, 0)?,
        name: get(row, 1)?,
        kind: OfficeKind::from_code(get(row, 2)?).ok_or_else(|| StoreFault::lacking("macam kantor"))?,
        contact: get(row, 3)?,
        retired: optional_number(row, 4)?,
    })
}

fn unused(row: &Row) -> Result<UnusedCode, StoreFault> {
    Ok(UnusedCode { hash: Digest(bytes(row, 0)?), office: code(row, 1)?, desk: code(row, 2)?, expires: number(row, 3)? })
}

#[async_trait]
impl Directory for PostgresStore {
    async fn listed(&self) -> Result<Vec<ListedOffice>, StoreFault> {
        let listed = "select code, name, kind, contact, retired from directory order by code";
        all(&self.connection().await?, listed, &[], office).await
    }

    async fn list(&self, office: ListedOffice) -> Result<(), StoreFault> {
        let ListedOffice { code, name, kind, contact, retired } = office;
        let list = include_str!("sql/directory/list.sql");
        let connection = self.connection().await?;
        connection.execute(list, &[&code.as_str(), &name, &kind.code(), &contact, &retired.map(int)]).await?;
        Ok(())
    }

    async fn unlist(&self, code: &str) -> Result<bool, StoreFault> {
        if !askable(code) {
            return Ok(false);
        }
        Ok(self.connection().await?.execute(include_str!("sql/directory/unlist.sql"), &[&code]).await? == 1)
    }

    async fn unused_codes(&self, now: u64) -> Result<Vec<UnusedCode>, StoreFault> {
        all(&self.connection().await?, include_str!("sql/directory/unused_codes.sql"), &[&int(now)], unused).await
    }

    async fn take_back(&self, code: Digest, now: u64) -> Result<bool, StoreFault> {
        let sql = "update codes set expires = $2 where hash = $1 and used_by is null and expires > $2";
        Ok(self.connection().await?.execute(sql, &[&code.0.as_slice(), &int(now)]).await? == 1)
    }
}
