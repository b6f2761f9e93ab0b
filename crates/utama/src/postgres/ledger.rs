//! What storing runs needs, on one PostgreSQL transaction.

use deadpool_postgres::Transaction;
use loket_domain::office::OfficeCode;
use loket_journal::{Chain, DeskKey, Digest, Entry, OriginId, Subject};
use std::collections::{HashMap, HashSet};
use std::pin::pin;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::Type;
use uuid::Uuid;

use super::columns::{self, int};
use super::{journal, rows};
use crate::fault::StoreFault;
use crate::projection::KnownOffice;
use crate::store::ledger::{Addition, Ledger, Rows};

const ENTRY: &[Type] = &[Type::UUID, Type::INT8, Type::TEXT, Type::TEXT, Type::UUID, Type::BYTEA, Type::BYTEA, Type::BYTEA];

/// Each question and each kind of row goes over once for the whole group.
pub(super) struct PostgresLedger<'a>(pub(super) &'a Transaction<'a>);

impl Ledger for PostgresLedger<'_> {
    async fn ends(&self, origins: &[OriginId]) -> Result<HashMap<OriginId, Chain>, StoreFault> {
        let origins: Vec<Uuid> = origins.iter().map(|origin| origin.0).collect();
        let statement = self.0.prepare_cached(include_str!("sql/ends.sql")).await?;
        let mut ends = HashMap::new();
        for row in self.0.query(&statement, &[&origins]).await? {
            let origin = columns::origin(&row, 0)?;
            let end = Chain { origin, length: columns::number(&row, 1)?, head: Digest(columns::bytes(&row, 2)?) };
            ends.insert(origin, end);
        }
        Ok(ends)
    }

    async fn hash_at(&self, origin: OriginId, seq: u64) -> Result<Option<Digest>, StoreFault> {
        journal::hash_at(self.0, origin, seq).await
    }

    async fn known(&self, offices: &[&str]) -> Result<HashMap<OfficeCode, KnownOffice>, StoreFault> {
        let statement = self.0.prepare_cached("select code, profile from offices where code = any($1)").await?;
        let rows = self.0.query(&statement, &[&offices]).await?;
        rows.iter().map(|row| Ok((columns::code(row, 0)?, rows::known(columns::get(row, 1)?)?))).collect()
    }

    async fn stories(&self, subjects: &[(&str, Subject)]) -> Result<Vec<Entry>, StoreFault> {
        journal::stories(self.0, subjects).await
    }

    async fn of_office(&self, office: &str) -> Result<Vec<Entry>, StoreFault> {
        journal::of_office(self.0, office).await
    }

    async fn written_offices(&self) -> Result<Vec<OfficeCode>, StoreFault> {
        let rows = self.0.query("select distinct office from entries", &[]).await?;
        rows.iter().map(|row| columns::code(row, 0)).collect()
    }

    async fn own_series(&self, offices: &[&str]) -> Result<HashSet<OriginId>, StoreFault> {
        let seed = columns::bytes(&self.0.query_one("select seed from server", &[]).await?, 0)?;
        let own = DeskKey::from_seed(&seed).public();
        let statement = self.0.prepare_cached(include_str!("sql/own_series.sql")).await?;
        let rows = self.0.query(&statement, &[&offices, &own.0.as_slice()]).await?;
        rows.iter().map(|row| columns::origin(row, 0)).collect()
    }

    async fn keep(&self, additions: &[Addition<'_>]) -> Result<(), StoreFault> {
        let copy = self.0.prepare_cached(include_str!("sql/copy_entries.sql")).await?;
        let mut writer = pin!(BinaryCopyInWriter::new(self.0.copy_in(&copy).await?, ENTRY));
        for entry in additions.iter().flat_map(|addition| addition.entries) {
            let (kind, subject) = journal::columns_of(entry.header.subject);
            let (origin, seq, office) = (&entry.header.origin.0, &int(entry.header.seq), &entry.header.office.as_str());
            let (hash, header, payload) = (&entry.hash.0.as_slice(), &entry.header_bytes, &entry.payload);
            writer.as_mut().write(&[origin, seq, office, &kind, &subject, hash, header, payload]).await?;
        }
        writer.finish().await?;
        let origins: Vec<Uuid> = additions.iter().map(|addition| addition.origin.0).collect();
        let seqs: Vec<i64> = additions.iter().map(|addition| int(addition.head.seq)).collect();
        let hashes: Vec<&[u8]> = additions.iter().map(|addition| addition.head.hash.0.as_slice()).collect();
        let signatures: Vec<&[u8]> = additions.iter().map(|addition| addition.head.signature.0.as_slice()).collect();
        let heads = self.0.prepare_cached(include_str!("sql/insert_heads.sql")).await?;
        self.0.execute(&heads, &[&origins, &seqs, &hashes, &signatures]).await?;
        Ok(())
    }

    async fn name(&self, objects: &[(&str, Digest, u64)]) -> Result<(), StoreFault> {
        let offices: Vec<&str> = objects.iter().map(|(office, ..)| *office).collect();
        let digests: Vec<&[u8]> = objects.iter().map(|(_, digest, _)| digest.0.as_slice()).collect();
        let sizes: Vec<i64> = objects.iter().map(|(.., size)| int(*size)).collect();
        for sql in [include_str!("sql/name_objects.sql"), include_str!("sql/name_object_sizes.sql")] {
            let statement = self.0.prepare_cached(sql).await?;
            self.0.execute(&statement, &[&offices, &digests, &sizes]).await?;
        }
        Ok(())
    }

    async fn replace(&self, rows: &[Rows]) -> Result<(), StoreFault> {
        rows::replace(self.0, rows).await
    }
}
