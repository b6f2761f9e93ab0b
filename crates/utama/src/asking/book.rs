//! What was registered on the web about an office, as PPID Utama's own series tell it.

use chrono::NaiveDateTime;
use loket_domain::change::{Change, ObjectionChange, RequestChange};
use loket_domain::ids::RequestId;
use loket_domain::numbering::{DeskCode, NumberSeries, RegistrationNumber};
use loket_domain::office::OfficeCode;
use loket_journal::{Entry, OriginId, Payload, PublicKey, Recorded, Subject};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};
use uuid::Uuid;

use crate::store::{Store, StoreFault};

/// Bytes of entries that are read at once.
const ROOM: usize = 1 << 20;

/// A request or an objection that was registered on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebEntry {
    /// Of which series its number is.
    pub series: NumberSeries,
    /// Its number.
    pub number: RegistrationNumber,
    /// Its identity.
    pub subject: Uuid,
    /// When it came, on the wall clock of the offices.
    pub at: NaiveDateTime,
    /// The same in milliseconds since 1970.
    pub millis: u64,
}

impl WebEntry {
    fn of(entry: &Entry) -> Option<Self> {
        let payload = Payload::read(&entry.payload).ok()?;
        let (series, number) = match payload.recorded() {
            Recorded::Known(Change::Request(RequestChange::RequestRegistered { number, .. })) => (NumberSeries::Requests, number),
            Recorded::Known(Change::Objection(ObjectionChange::ObjectionRegistered { number, .. })) => {
                (NumberSeries::Objections, number)
            }
            Recorded::Known(_) | Recorded::Newer { .. } | Recorded::Damaged { .. } => return None,
        };
        let subject = match entry.header.subject {
            Subject::Request(RequestId(id)) | Subject::Other(_, id) => id,
            Subject::Office => return None,
        };
        Some(Self { series, number, subject, at: payload.at, millis: entry.header.time.millis() })
    }
}

/// What was registered on the web about one office.
#[derive(Debug, Clone, Default)]
pub struct WebBook {
    /// How far each series was read.
    read: HashMap<OriginId, u64>,
    entries: Vec<WebEntry>,
}

impl WebBook {
    /// Everything, as it was read.
    pub fn entries(&self) -> &[WebEntry] {
        &self.entries
    }

    /// The serials of a desk and year that were given.
    pub(crate) fn given(&self, series: NumberSeries, desk: &DeskCode, year: i32) -> BTreeSet<u32> {
        let of = |entry: &&WebEntry| entry.series == series && entry.number.desk == *desk && entry.number.year == year;
        self.entries.iter().filter(of).map(|entry| entry.number.serial).collect()
    }

    async fn read_on(&mut self, store: &(impl Store + ?Sized), own: &PublicKey, office: &str) -> Result<(), StoreFault> {
        for series in store.series(office).await?.into_iter().filter(|series| series.writer.key == *own) {
            let origin = series.writer.origin;
            let mut after = self.read.get(&origin).copied().unwrap_or(0);
            while after < series.length {
                let Some(run) = store.run(office, origin, after, ROOM).await? else { break };
                self.entries.extend(run.entries.iter().filter_map(WebEntry::of));
                after = run.head.seq;
                self.read.insert(origin, after);
            }
        }
        Ok(())
    }
}

/// The books of all offices, as far as they were read. Nothing is written here: what the store holds is read on.
#[derive(Default)]
pub struct WebBooks {
    books: Mutex<HashMap<OfficeCode, Arc<WebBook>>>,
    turns: Mutex<HashMap<OfficeCode, Arc<Mutex<()>>>>,
}

impl WebBooks {
    /// The book of an office as the store holds it now; `own` is the key of PPID Utama.
    ///
    /// # Errors
    /// [`StoreFault`] when it cannot be read.
    pub async fn of(&self, store: &(impl Store + ?Sized), own: &PublicKey, office: &str) -> Result<Arc<WebBook>, StoreFault> {
        let mut books = self.books.lock().await;
        let book = books.entry(office.into()).or_default();
        Arc::make_mut(book).read_on(store, own, office).await?;
        Ok(Arc::clone(book))
    }

    /// Held while something is registered at an office: of many at once each is written once, one after the other.
    pub(super) async fn turn(&self, office: &str) -> OwnedMutexGuard<()> {
        let turn = Arc::clone(self.turns.lock().await.entry(office.into()).or_default());
        turn.lock_owned().await
    }
}
