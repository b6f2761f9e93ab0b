//! Packs on PostgreSQL.

use async_trait::async_trait;
use loket_domain::pack::{PackLine, SignedPack};
use loket_journal::pack_subject;
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use super::PostgresStore;
use super::columns::{all, get, int, number};
use super::journal;
use crate::fault::StoreFault;
use crate::packs::{Packs, PublishedPack, stored};

fn pack(row: &Row) -> Result<PublishedPack, StoreFault> {
    stored(get(row, 0)?, get(row, 1)?, number(row, 2)?, get(row, 3)?)
}

#[async_trait]
impl Packs for PostgresStore {
    async fn keep_pack(&self, pack: PublishedPack) -> Result<bool, StoreFault> {
        let sql = "insert into packs values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
        let (line, version, published) = (pack.line().to_string(), i64::from(pack.version()), int(pack.published));
        let (text, signature) = (pack.signed.text(), pack.signed.signature());
        let kept = self.connection().await?.execute(sql, &[&line, &version, &text, &signature, &published, &pack.login]).await?;
        Ok(kept == 1)
    }

    async fn packs(&self) -> Result<Vec<PublishedPack>, StoreFault> {
        let sql = "select text, signature, published, login from packs order by line collate \"C\", version";
        all(&self.connection().await?, sql, &[], pack).await
    }

    async fn undelivered(&self, office: &str) -> Result<Vec<PublishedPack>, StoreFault> {
        all(&self.connection().await?, include_str!("../packs/sql/undelivered.sql"), &[&office], pack).await
    }

    async fn holds_pack(&self, office: &str, signed: &SignedPack) -> Result<bool, StoreFault> {
        Ok(!journal::stories(&self.connection().await?, &[(office, pack_subject(signed))]).await?.is_empty())
    }

    async fn note_delivered(&self, office: &str, line: PackLine, version: u32) -> Result<(), StoreFault> {
        let sql = "insert into pack_deliveries values ($1, $2, $3) on conflict do nothing";
        self.connection().await?.execute(sql, &[&office, &line.to_string(), &i64::from(version)]).await?;
        Ok(())
    }

    async fn delivered(&self, line: PackLine, version: u32) -> Result<Vec<String>, StoreFault> {
        let sql = "select office from pack_deliveries where line = $1 and version = $2 order by office collate \"C\"";
        let values: [&(dyn ToSql + Sync); 2] = [&line.to_string(), &i64::from(version)];
        all(&self.connection().await?, sql, &values, |row| get(row, 0)).await
    }
}
