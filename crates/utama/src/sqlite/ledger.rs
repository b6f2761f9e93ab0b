//! What storing runs needs, on one SQLite transaction.

use loket_domain::office::OfficeCode;
use loket_journal::{Chain, DeskKey, Digest, Entry, OriginId, Subject};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{HashMap, HashSet};

use super::columns::{self, int};
use super::{journal, opening, rows};
use crate::fault::StoreFault;
use crate::projection::KnownOffice;
use crate::store::ledger::{Addition, Ledger, Rows};
use crate::store::prepared::PreparedEntry;

/// SQLite answers at once: none of these ever waits for anything but the disk.
impl Ledger for Connection {
    async fn ends(&self, origins: &[OriginId]) -> Result<HashMap<OriginId, Chain>, StoreFault> {
        let last = "select seq, hash from entries where origin = ?1 order by seq desc limit 1";
        let mut last = self.prepare_cached(last)?;
        let mut ends = HashMap::new();
        for origin in origins {
            let end = |row: &rusqlite::Row<'_>| {
                Ok(Chain { origin: *origin, length: columns::number(row, 0)?, head: Digest(columns::bytes(row, 1)?) })
            };
            ends.extend(last.query_row([origin.0.as_bytes()], end).optional()?.map(|end| (*origin, end)));
        }
        Ok(ends)
    }

    async fn hash_at(&self, origin: OriginId, seq: u64) -> Result<Option<Digest>, StoreFault> {
        journal::hash_at(self, origin, seq)
    }

    async fn known(&self, offices: &[&str]) -> Result<HashMap<OfficeCode, KnownOffice>, StoreFault> {
        let mut known = HashMap::new();
        for office in offices {
            known.extend(rows::known(self, office)?.map(|found| (OfficeCode::from(*office), found)));
        }
        Ok(known)
    }

    async fn stories(&self, subjects: &[(&str, Subject)]) -> Result<Vec<Entry>, StoreFault> {
        let (mut entries, mut others) = (Vec::new(), HashMap::<&str, HashSet<Subject>>::new());
        for (office, subject) in subjects {
            match subject {
                Subject::Other(..) => {
                    others.entry(office).or_default().insert(*subject);
                }
                Subject::Office | Subject::Request(_) => entries.extend(journal::of_subject(self, office, *subject)?),
            }
        }
        for (office, subjects) in others {
            entries.extend(journal::of_others(self, office, &subjects)?);
        }
        Ok(entries)
    }

    async fn of_office(&self, office: &str) -> Result<Vec<Entry>, StoreFault> {
        journal::of_office(self, office)
    }

    async fn written_offices(&self) -> Result<Vec<OfficeCode>, StoreFault> {
        rows::codes(self, "select distinct office from entries")
    }

    async fn own_series(&self, offices: &[&str]) -> Result<HashSet<OriginId>, StoreFault> {
        let own = DeskKey::from_seed(&opening::identity(self)?.seed).public();
        let mut series = self.prepare_cached(include_str!("sql/own_series.sql"))?;
        let mut found = HashSet::new();
        for office in offices {
            let rows = series.query_map(params![office, own.0], |row| columns::origin(row, 0))?;
            found.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(found)
    }

    async fn keep(&self, additions: &[Addition<'_>]) -> Result<(), StoreFault> {
        for Addition { entries, head, origin, .. } in additions {
            entries.iter().try_for_each(|entry| keep(self, entry))?;
            let values = params![origin.0.as_bytes(), int(head.seq), head.hash.0, head.signature.0];
            self.prepare_cached(include_str!("sql/insert_head.sql"))?.execute(values)?;
        }
        Ok(())
    }

    async fn name(&self, objects: &[(&str, Digest, u64)]) -> Result<(), StoreFault> {
        let named = "insert into objects (office, digest, size) values (?1, ?2, ?3) on conflict do nothing";
        let sizes = "insert into object_sizes (office, digest, size) values (?1, ?2, ?3) on conflict do nothing";
        for (office, digest, size) in objects {
            self.prepare_cached(named)?.execute(params![office, digest.0, int(*size)])?;
            self.prepare_cached(sizes)?.execute(params![office, digest.0, int(*size)])?;
        }
        Ok(())
    }

    async fn replace(&self, rows: &[Rows]) -> Result<(), StoreFault> {
        rows.iter().try_for_each(|rows| rows::replace(self, rows))
    }
}

fn keep(db: &Connection, PreparedEntry { header, header_bytes, hash, payload, .. }: &PreparedEntry) -> Result<(), StoreFault> {
    let (kind, request) = match &header.subject {
        Subject::Office => ("office", None),
        Subject::Request(request) => ("request", Some(request.0.as_bytes())),
        Subject::Other(..) => ("other", None),
    };
    let values = params![
        header.origin.0.as_bytes(),
        int(header.seq),
        header.office.as_str(),
        kind,
        request,
        hash.0,
        header_bytes,
        payload
    ];
    db.prepare_cached(include_str!("sql/insert_entry.sql"))?.execute(values)?;
    Ok(())
}
