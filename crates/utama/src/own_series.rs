//! What PPID Utama itself writes about an office: the next entries of its own series.

use chrono::NaiveDateTime;
use loket_domain::change::Change;
use loket_domain::ids::AccountId;
use loket_domain::office::OfficeCode;
use loket_journal::{Chain, Entry, EntryId, Payload, SignedHead, Stamp, Subject};
use uuid::Builder;

use crate::store::{Run, Store, StoreFault};

/// The random bytes of one entry: its salt, and what makes its identity.
pub(crate) type Rolled = ([u8; 16], [u8; 10]);

/// Entries that continue the server's own series of an office, not stored yet.
pub(crate) struct Draft {
    office: OfficeCode,
    before: Chain,
    chain: Chain,
    entries: Vec<Entry>,
}

impl Draft {
    /// A draft after the last entry stored now.
    pub(crate) async fn begin(store: &dyn Store, office: &str) -> Result<Self, StoreFault> {
        let own = store.own_series(office).await?;
        let series = store.series(office).await?;
        let series = series.into_iter().find(|series| series.writer.origin == own);
        let before = series.ok_or_else(|| StoreFault::lacking("seri PPID Utama"))?.chain();
        Ok(Self { office: office.into(), before, chain: before, entries: vec![] })
    }

    /// Adds an entry: `now` in milliseconds since 1970 dates its identity, `at` is the office's wall clock.
    pub(crate) fn add(
        &mut self,
        (actor, subject, change): (AccountId, Subject, &Change),
        (time, now, at): (Stamp, u64, NaiveDateTime),
        (salt, id): Rolled,
    ) -> Result<(), StoreFault> {
        let payload = Payload::new(salt, at, change).and_then(|payload| payload.write());
        let payload = payload.map_err(StoreFault::damaged("isi catatan"))?;
        let id = EntryId(Builder::from_unix_timestamp_millis(now, &id).into_uuid());
        self.entries.push(self.chain.append(&self.office, id, time, actor, subject, payload));
        Ok(())
    }

    /// The run to be stored, vouched for by `sign`.
    pub(crate) fn run(self, sign: impl FnOnce(&Chain) -> SignedHead) -> Run {
        let head = sign(&self.chain);
        Run { office: self.office, before: self.before, entries: self.entries, head }
    }
}
