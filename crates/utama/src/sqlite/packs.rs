//! Packs on the embedded database.

use async_trait::async_trait;
use loket_domain::pack::{PackLine, SignedPack};
use loket_journal::pack_subject;
use rusqlite::{Connection, Params, params};

use super::SqliteStore;
use super::columns::{int, number};
use super::journal;
use crate::fault::StoreFault;
use crate::packs::{Packs, PublishedPack, stored};

fn select(db: &Connection, sql: &str, values: impl Params) -> Result<Vec<PublishedPack>, StoreFault> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(values, |row| Ok((row.get(0)?, row.get(1)?, number(row, 2)?, row.get(3)?)))?;
    rows.map(|row| row.map_err(StoreFault::from).and_then(|(text, signature, at, login)| stored(text, signature, at, login)))
        .collect()
}

#[async_trait]
impl Packs for SqliteStore {
    async fn keep_pack(&self, pack: PublishedPack) -> Result<bool, StoreFault> {
        self.write(move |db| {
            let sql = "insert into packs values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing";
            let (line, version) = (pack.line().to_string(), pack.version());
            let signed = &pack.signed;
            let values = params![line, version, signed.text(), signed.signature(), int(pack.published), pack.login];
            Ok(db.execute(sql, values)? == 1)
        })
        .await
    }

    async fn packs(&self) -> Result<Vec<PublishedPack>, StoreFault> {
        let sql = "select text, signature, published, login from packs order by line, version";
        self.read(move |db| select(db, sql, [])).await
    }

    async fn undelivered(&self, office: &str) -> Result<Vec<PublishedPack>, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| select(db, include_str!("../packs/sql/undelivered.sql"), [office])).await
    }

    async fn holds_pack(&self, office: &str, signed: &SignedPack) -> Result<bool, StoreFault> {
        let (office, subject) = (office.to_owned(), pack_subject(signed));
        self.read(move |db| Ok(!journal::of_subject(db, &office, subject)?.is_empty())).await
    }

    async fn note_delivered(&self, office: &str, line: PackLine, version: u32) -> Result<(), StoreFault> {
        let (office, line) = (office.to_owned(), line.to_string());
        let sql = "insert into pack_deliveries values (?1, ?2, ?3) on conflict do nothing";
        self.write(move |db| Ok(db.execute(sql, params![office, line, version]).map(|_| ())?)).await
    }

    async fn delivered(&self, line: PackLine, version: u32) -> Result<Vec<String>, StoreFault> {
        let sql = "select office from pack_deliveries where line = ?1 and version = ?2 order by office";
        let line = line.to_string();
        self.read(move |db| {
            let mut statement = db.prepare_cached(sql)?;
            Ok(statement.query_map(params![line, version], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
        .await
    }
}
