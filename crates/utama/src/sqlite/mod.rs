//! The embedded database: one SQLite file in the data directory.
//!
//! One connection writes, several read what is committed: a page that takes long keeps no desk waiting. Runs are stored in groups (see `queue`). `loket-utama enrol` and `check` open the same file beside a
//! running server; the write-ahead log and a busy timeout let them.

mod accounts;
mod casework;
mod columns;
mod desks;
mod directory;
mod journal;
mod ledger;
mod matter_rows;
mod matters;
mod objects;
mod opening;
mod oversight;
mod packs;
mod place;
mod rows;
mod sealing;
mod settings;
mod standing;
mod sticks;
mod web_numbers;

use async_trait::async_trait;
use loket_domain::calendar::Calendar;
use loket_domain::ids::RequestId;
use loket_domain::office::OfficeCode;
use loket_journal::protocol::{RefusalKind, Writer};
use loket_journal::{DeskKey, Digest, Entry, OriginId, PublicKey};
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Handle;

use crate::accounts::Reach;
use crate::projection::{KnownOffice, Projection, RequestRow};
use crate::secret::{Dice, system_dice};
use crate::store::own::OwnSeries;
use crate::store::prepared::Prepared;
use crate::store::queue::{Queue, Storing};
use crate::store::taking;
use crate::store::{
    EnrolledDesk, Enrolment, GivenCode, Identity, Narrowing, OfficeOverview, Page, Run, Series, Store, StoreFault, Taking,
};
pub(crate) use place::FilePlace;
pub(crate) use sealing::reseal;
use standing::ServingLock;
pub(crate) use standing::{HeldInFile, copy, held, made};

/// Which reader is waited for next, when all are at work.
static NEXT_READER: AtomicUsize = AtomicUsize::new(0);

/// A store in one SQLite file.
#[derive(Clone)]
pub struct SqliteStore {
    pen: Pen,
    readers: Arc<[Mutex<Connection>]>,
    queue: Queue,
    /// The server's key, which signs its own series.
    key: PublicKey,
    own: OwnSeries,
    directory: PathBuf,
    lacks_log_since: Option<u64>,
    /// While a server works on it.
    serving: Arc<Mutex<Option<ServingLock>>>,
}

/// The connection that writes.
#[derive(Clone)]
struct Pen {
    connection: Arc<Mutex<Connection>>,
    calendar: Arc<Calendar>,
}

impl SqliteStore {
    /// Opens the store in `directory`, made when it is not there; `now` dates the server's identity at the first start.
    ///
    /// # Errors
    /// [`StoreFault`] when the directory or the database cannot be used.
    pub async fn open(directory: &Path, calendar: Calendar, now: u64) -> Result<Self, StoreFault> {
        Self::open_with(directory, calendar, now, system_dice()).await
    }

    /// Opens the store with dice that are not the machine's.
    ///
    /// # Errors
    /// As [`SqliteStore::open`].
    pub async fn open_with(directory: &Path, calendar: Calendar, now: u64, dice: Dice) -> Result<Self, StoreFault> {
        Self::open_at(FilePlace::open_to_all(directory), calendar, now, dice).await
    }

    /// Opens the store in this file, under its key where it has one.
    ///
    /// # Errors
    /// As [`SqliteStore::open`].
    pub(crate) async fn open_at(place: FilePlace, calendar: Calendar, now: u64, mut dice: Dice) -> Result<Self, StoreFault> {
        let directory = place.directory.clone();
        let opened = tokio::task::spawn_blocking(move || {
            let opened = opening::open(&place, &calendar, now, &mut dice)?;
            let key = DeskKey::from_seed(&opening::identity(&opened.writer)?.seed).public();
            Ok::<_, StoreFault>((opened, key, calendar, dice))
        });
        let (opening::OpenedFile { writer, readers, lacks_log_since }, key, calendar, dice) =
            opened.await.map_err(StoreFault::stopped)??;
        let pen = Pen { connection: Arc::new(Mutex::new(writer)), calendar: Arc::new(calendar) };
        Ok(Self {
            queue: Queue::before(pen.clone()),
            pen,
            readers: readers.into_iter().map(Mutex::new).collect(),
            key,
            own: OwnSeries::since(now, dice),
            directory,
            lacks_log_since,
            serving: Arc::default(),
        })
    }

    /// Says in the file whether a server works on it.
    async fn note_serving(&self, since: Option<u64>) -> Result<(), StoreFault> {
        let connection = Arc::clone(&self.pen.connection);
        let noting = tokio::task::spawn_blocking(move || {
            standing::note(&connection.lock().unwrap_or_else(PoisonError::into_inner), since)
        });
        noting.await.map_err(StoreFault::stopped)?
    }

    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreFault> + Send + 'static,
    ) -> Result<T, StoreFault> {
        let readers = Arc::clone(&self.readers);
        let done = tokio::task::spawn_blocking(move || {
            // Whichever is free; when none is, one after the other is waited for, so that no page holds all others up.
            let free = readers.iter().find_map(|reader| reader.try_lock().ok());
            match free {
                Some(reader) => work(&reader),
                None => {
                    let turn = NEXT_READER.fetch_add(1, Ordering::Relaxed) % readers.len();
                    work(&readers[turn].lock().unwrap_or_else(PoisonError::into_inner))
                }
            }
        });
        done.await.map_err(StoreFault::stopped)?
    }

    /// Runs `work` in one transaction: all of it is durable, or none.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreFault> + Send + 'static,
    ) -> Result<T, StoreFault> {
        self.pen.write(|db, _| work(db)).await
    }
}

impl Pen {
    /// Runs `work` in one transaction: all of it is durable, or none.
    async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection, &Calendar) -> Result<T, StoreFault> + Send + 'static,
    ) -> Result<T, StoreFault> {
        let Self { connection, calendar } = self.clone();
        let done = tokio::task::spawn_blocking(move || {
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            // Each time, for a jot leaves it otherwise.
            connection.pragma_update(None, "synchronous", "full")?;
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let made = work(&transaction, &calendar)?;
            transaction.commit()?;
            Ok(made)
        });
        done.await.map_err(StoreFault::stopped)?
    }

    /// Runs `work`, which a crash of the machine in the next moments may undo: it costs no wait for the disk.
    async fn jot(&self, work: impl FnOnce(&Connection) -> Result<(), StoreFault> + Send + 'static) -> Result<(), StoreFault> {
        let connection = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || {
            let connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            connection.pragma_update(None, "synchronous", "normal")?;
            work(&connection)
        });
        done.await.map_err(StoreFault::stopped)?
    }
}

impl Storing for Pen {
    async fn store(&self, runs: Vec<Arc<Prepared>>) -> Result<Vec<Taking>, StoreFault> {
        self.write(move |db, calendar| Handle::current().block_on(taking::take(db, &runs, calendar))).await
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn identity(&self) -> Result<Identity, StoreFault> {
        self.read(opening::identity).await
    }

    async fn keep_code(&self, code: GivenCode) -> Result<(), StoreFault> {
        self.write(move |db| desks::keep_code(db, &code)).await
    }

    async fn enrol(&self, enrolment: Enrolment) -> Result<Result<(), RefusalKind>, StoreFault> {
        self.write(move |db| desks::enrol(db, &enrolment)).await
    }

    async fn vouch(&self, office: &str, writer: Writer) -> Result<(), StoreFault> {
        let office = office.to_owned();
        self.write(move |db| desks::vouch(db, &office, writer)).await
    }

    async fn desk(&self, token: Digest) -> Result<Option<EnrolledDesk>, StoreFault> {
        self.read(move |db| desks::with_token(db, token)).await
    }

    async fn member(&self, origin: OriginId) -> Result<Option<EnrolledDesk>, StoreFault> {
        self.read(move |db| desks::member(db, origin)).await
    }

    async fn note_contact(&self, origin: OriginId, now: u64) -> Result<(), StoreFault> {
        if self.read(move |db| desks::contact_is_news(db, origin, now)).await? {
            self.pen.jot(move |db| desks::note_contact(db, origin, now)).await?;
        }
        Ok(())
    }

    async fn take(&self, run: Run) -> Result<Taking, StoreFault> {
        self.queue.take(run).await
    }

    async fn own_series(&self, office: &str) -> Result<OriginId, StoreFault> {
        let kept = office.to_owned();
        let keep = |origin| self.write(move |db| desks::begin_series(db, &kept, origin));
        self.own.of(office, keep).await
    }

    async fn series(&self, office: &str) -> Result<Vec<Series>, StoreFault> {
        let (office, own) = (office.to_owned(), self.key);
        self.read(move |db| desks::series(db, &office, own)).await
    }

    async fn run(&self, office: &str, origin: OriginId, after: u64, room: usize) -> Result<Option<Run>, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| journal::run(db, &office, origin, after, room)).await
    }

    async fn offices(&self) -> Result<Vec<OfficeOverview>, StoreFault> {
        self.read(rows::offices).await
    }

    async fn requests(&self, office: &str, narrowing: &Narrowing, page: Page) -> Result<Vec<RequestRow>, StoreFault> {
        let (office, narrowing) = (office.to_owned(), narrowing.clone());
        self.read(move |db| rows::narrowed(db, &office, &narrowing, page)).await
    }

    async fn count_requests(&self, office: &str, narrowing: &Narrowing) -> Result<u64, StoreFault> {
        let (office, narrowing) = (office.to_owned(), narrowing.clone());
        self.read(move |db| rows::counted(db, &office, &narrowing)).await
    }

    async fn known_offices(&self, reach: &Reach) -> Result<Vec<(OfficeCode, Option<KnownOffice>)>, StoreFault> {
        let within = columns::within(reach)?;
        self.read(move |db| rows::known_offices(db, within.as_deref())).await
    }

    async fn office(&self, code: &str) -> Result<Option<OfficeOverview>, StoreFault> {
        let code = code.to_owned();
        self.read(move |db| rows::office(db, &code)).await
    }

    async fn request(&self, office: &str, request: RequestId) -> Result<Option<RequestRow>, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| rows::request_of(db, &office, request)).await
    }

    async fn misfits(&self, origin: OriginId, after: u64) -> Result<Vec<u64>, StoreFault> {
        self.read(move |db| rows::misfits(db, origin, after)).await
    }

    async fn entries(&self, office: &str) -> Result<Vec<Entry>, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| journal::of_office(db, &office)).await
    }

    async fn projection(&self, office: &str) -> Result<Projection, StoreFault> {
        let office = office.to_owned();
        self.read(move |db| rows::stored(db, &office)).await
    }

    async fn begin_serving(&self, now: u64) -> Result<(), StoreFault> {
        let held = standing::lock(&self.directory, true)?;
        *self.serving.lock().unwrap_or_else(PoisonError::into_inner) = held;
        self.note_serving(Some(now)).await
    }

    async fn end_serving(&self) -> Result<(), StoreFault> {
        self.note_serving(None).await?;
        self.serving.lock().unwrap_or_else(PoisonError::into_inner).take();
        Ok(())
    }

    fn lacks_log_since(&self) -> Option<u64> {
        self.lacks_log_since
    }

    async fn rebuild(&self) -> Result<(), StoreFault> {
        self.pen.write(opening::rebuild).await
    }
}
