//! Settings on PostgreSQL.

use async_trait::async_trait;

use super::PostgresStore;
use super::columns::{all, get};
use crate::fault::StoreFault;
use crate::settings::ServerSettings;

#[async_trait]
impl ServerSettings for PostgresStore {
    async fn setting(&self, name: &str) -> Result<Option<String>, StoreFault> {
        let sql = "select value from settings where name = $1";
        Ok(all(&self.connection().await?, sql, &[&name], |row| get::<String>(row, 0)).await?.pop())
    }

    async fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreFault> {
        let sql = "insert into settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value";
        self.connection().await?.execute(sql, &[&name, &value]).await?;
        Ok(())
    }
}
