//! Settings in the embedded database.

use async_trait::async_trait;
use rusqlite::{OptionalExtension, params};

use super::SqliteStore;
use crate::fault::StoreFault;
use crate::settings::ServerSettings;

#[async_trait]
impl ServerSettings for SqliteStore {
    async fn setting(&self, name: &str) -> Result<Option<String>, StoreFault> {
        let name = name.to_owned();
        self.read(move |db| {
            let mut found = db.prepare_cached("select value from settings where name = ?1")?;
            Ok(found.query_row([name], |row| row.get(0)).optional()?)
        })
        .await
    }

    async fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreFault> {
        let (name, value) = (name.to_owned(), value.to_owned());
        let sql = "insert into settings (name, value) values (?1, ?2) on conflict (name) do update set value = excluded.value";
        self.write(move |db| {
            db.execute(sql, params![name, value])?;
            Ok(())
        })
        .await
    }
}
