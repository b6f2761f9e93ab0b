//! Checking a desk's file: chains, signatures, and that the tables are what the journal says.

use crate::context::Context;
use crate::error::DeskError;
use crate::files::shelf::Shelf;
use crate::journal::Journal;
use crate::store::enrolment::Enrolment;
use crate::store::error::StoreError;
use crate::store::projection;
use crate::store::writing::Writing;
use crate::store::{entries, local, objects, uses};
use loket_journal::{Chain, OriginId};
use rusqlite::Connection;

/// What was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Series read.
    pub series: usize,
    /// Entries whose hashes were recomputed.
    pub entries: u64,
    /// Signed heads that hold.
    pub heads: usize,
    /// Attached files on this computer whose bytes are what their entries say.
    pub files: usize,
}

/// Recomputes every chain, checks every signature held, compares the tables with a rebuild, and opens every attached file.
pub(crate) fn verify(journal: &mut Journal, shelf: &Shelf) -> Result<Verified, DeskError> {
    let damage: Vec<String> = {
        let mut query = journal.connection.prepare("pragma cipher_integrity_check")?;
        query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
    };
    if !damage.is_empty() {
        return Err(StoreError::Damaged(None).into());
    }
    let mut verified = Verified { series: 0, entries: 0, heads: 0, files: 0 };
    for (origin, length) in chains(&journal.connection)? {
        let own = (origin == journal.chain.origin).then(|| journal.key.public());
        let key = own.or(entries::writer(&journal.connection, origin)?);
        if let (Some(head), Some(key)) = (entries::last_head(&journal.connection, origin)?, key) {
            let upto = entries::chain(&journal.connection, origin, Some(head.seq))?;
            if upto.head != head.hash || head.verify(origin, &key).is_err() {
                return Err(StoreError::lacking("head").into());
            }
            verified.heads += 1;
        }
        verified.series += 1;
        verified.entries += length;
    }
    verify_receipt(journal.tables(), &journal.context(), &mut verified)?;
    uses::prove(journal.tables())?;
    verify_tables(journal)?;
    for (digest, size) in objects::here(&journal.connection)? {
        match size {
            Some(size) => shelf.whole(&digest, size)?,
            None => shelf.whole_of_any_size(&digest)?,
        };
        verified.files += 1;
    }
    Ok(verified)
}

/// Recomputes the chain of every series: which there are, and how long each is.
///
/// # Errors
/// [`StoreError::Unsound`] where an entry is not what the one after it says.
pub(crate) fn chains(tables: &Connection) -> Result<Vec<(OriginId, u64)>, StoreError> {
    let series = entries::series(tables)?;
    for (origin, length) in &series {
        let mut chain = Chain::empty(*origin);
        while chain.length < *length {
            let run = entries::of_series(tables, *origin, chain.length, 500)?;
            if run.is_empty() || !run.iter().all(|entry| chain.accept(entry)) {
                return Err(StoreError::lacking("chain"));
            }
        }
    }
    Ok(series)
}

fn verify_receipt(tables: &Connection, context: &Context<'_>, verified: &mut Verified) -> Result<(), DeskError> {
    let enrolment: Option<Enrolment> = local::read_json(tables, local::ENROLMENT)?;
    let receipt: Option<loket_journal::Receipt> = local::read_json(tables, local::RECEIPT)?;
    if let (Some(enrolment), Some(receipt)) = (enrolment, receipt) {
        let upto = entries::chain(tables, context.chain.origin, Some(receipt.seq))?;
        if upto.head != receipt.hash || receipt.verify(context.chain.origin, &enrolment.server_key).is_err() {
            return Err(StoreError::lacking("receipt").into());
        }
        verified.heads += 1;
    }
    Ok(())
}

fn verify_tables(journal: &mut Journal) -> Result<(), DeskError> {
    let before = projection::dump(&journal.connection)?;
    // Rebuilt inside a transaction that is never committed: checking changes nothing.
    let transaction = Writing::begin(&journal.connection)?;
    projection::rebuild(&transaction, &journal.shipped)?;
    let after = projection::dump(&transaction)?;
    drop(transaction);
    if before == after { Ok(()) } else { Err(StoreError::lacking("tables").into()) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::invented::begun;

    fn found_after(tampering: &str) -> DeskError {
        let (_dir, _, mut desk) = begun();
        desk.verify().unwrap();
        let writing = Writing::begin(&desk.journal.connection).unwrap();
        assert!(writing.execute(tampering, []).unwrap() > 0);
        writing.commit().unwrap();
        desk.verify().unwrap_err()
    }

    #[test]
    fn whatever_is_changed_behind_the_journal_is_found() {
        let table = found_after("update request set applicant = 'Orang lain'");
        assert!(matches!(table, DeskError::Store(StoreError::Unsound { what: "tables", .. })), "{table:?}");
        let news = found_after("insert into news (subject, place, told) values ('office', 1, 'Berita bohong')");
        assert!(matches!(news, DeskError::Store(StoreError::Unsound { what: "tables", .. })), "{news:?}");
        let payload = found_after(
            "update entry set payload = cast(replace(cast(payload as text), 'Warga', 'Orang') as blob) where seq = 5",
        );
        assert!(matches!(payload, DeskError::Store(StoreError::Unsound { what: "chain", .. })), "{payload:?}");
        let gone = found_after("delete from entry where seq = 2");
        assert!(matches!(gone, DeskError::Store(StoreError::Unsound { what: "chain", .. })), "{gone:?}");
    }
}
