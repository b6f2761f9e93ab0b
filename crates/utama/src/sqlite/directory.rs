//! The directory in the embedded database.

use async_trait::async_trait;
use loket_domain::office::OfficeKind;
use loket_journal::Digest;
use rusqlite::{Row, params};

use super::SqliteStore;
use super::columns::{bytes, code, int, number, optional};
use crate::directory::{Directory, ListedOffice, UnusedCode};
use crate::fault::StoreFault;

fn office(row: &Row<'_>) -> rusqlite::Result<ListedOffice> {
    let kind = OfficeKind::from_code(row.get_ref(2)?.as_str()?);
    Ok(ListedOffice {
        code: code(row, 0)?,
        name: row.get(1)?,
        kind: kind.ok_or_else(|| rusqlite::Error::InvalidColumnName("kind".into()))?,
        contact: row.get(3)?,
        retired: optional(row, 4, number)?,
    })
}

fn unused(row: &Row<'_>) -> rusqlite::Result<UnusedCode> {
    Ok(UnusedCode { hash: Digest(bytes(row, 0)?), office: code(row, 1)?, desk: code(row, 2)?, expires: number(row, 3)? })
}

#[async_trait]
impl Directory for SqliteStore {
    async fn listed(&self) -> Result<Vec<ListedOffice>, StoreFault> {
        self.read(|db| {
            let mut listed = db.prepare_cached("select code, name, kind, contact, retired from directory order by code")?;
            Ok(listed.query_map([], office)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    async fn list(&self, office: ListedOffice) -> Result<(), StoreFault> {
        self.write(move |db| {
            let ListedOffice { code, name, kind, contact, retired } = office;
            let values = params![code.as_str(), name, kind.code(), contact, retired.map(int)];
            db.execute(include_str!("sql/directory/list.sql"), values)?;
            Ok(())
        })
        .await
    }

    async fn unlist(&self, code: &str) -> Result<bool, StoreFault> {
        let code = code.to_owned();
        self.write(move |db| Ok(db.execute(include_str!("sql/directory/unlist.sql"), [code])? == 1)).await
    }

    async fn unused_codes(&self, now: u64) -> Result<Vec<UnusedCode>, StoreFault> {
        self.read(move |db| {
            let mut codes = db.prepare_cached(include_str!("sql/directory/unused_codes.sql"))?;
            Ok(codes.query_map([int(now)], unused)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    async fn take_back(&self, code: Digest, now: u64) -> Result<bool, StoreFault> {
        let sql = "update codes set expires = ?2 where hash = ?1 and used_by is null and expires > ?2";
        self.write(move |db| Ok(db.execute(sql, params![code.0, int(now)])? == 1)).await
    }
}
