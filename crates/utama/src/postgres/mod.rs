//! PostgreSQL, for a server that has outgrown one machine's file. Several server processes may share one database.
//!
//! What two processes could do to the same office at once is put in order by a lock on the office that ends with the
//! transaction (see `locks`). Connections come from a pool; one that broke is replaced when it is next needed, so a database
//! that was away is used again as soon as it is back.

mod accounts;
mod casework;
mod columns;
mod connecting;
mod desks;
mod directory;
mod journal;
mod ledger;
mod locks;
mod matter_rows;
mod matters;
mod objects;
mod opening;
mod oversight;
mod packs;
mod rows;
mod settings;
mod sticks;
mod web_numbers;

use async_trait::async_trait;
use deadpool_postgres::{Object, Pool};
use loket_domain::calendar::Calendar;
use loket_domain::ids::RequestId;
use loket_domain::office::OfficeCode;
use loket_journal::protocol::{RefusalKind, Writer};
use loket_journal::{DeskKey, Digest, Entry, OriginId, PublicKey};
use std::sync::Arc;

use crate::accounts::Reach;
use crate::projection::{KnownOffice, Projection, RequestRow};
use crate::secret::system_dice;
use crate::store::own::OwnSeries;
use crate::store::prepared::Prepared;
use crate::store::queue::{Queue, Storing};
use crate::store::{
    EnrolledDesk, Enrolment, GivenCode, Identity, Narrowing, OfficeOverview, Page, Run, Series, Store, StoreFault, Taking, taking,
};

/// A store in a PostgreSQL database.
#[derive(Clone)]
pub struct PostgresStore {
    database: Connections,
    queue: Queue,
    /// The server's key, which signs its own series.
    key: PublicKey,
    own: OwnSeries,
}

#[derive(Clone)]
struct Connections {
    pool: Pool,
    calendar: Arc<Calendar>,
}

impl PostgresStore {
    /// Opens the store at `address` (`postgres://…`); `now` dates the server's identity at the first start.
    ///
    /// # Errors
    /// [`StoreFault`] when the address cannot be read or the database cannot be used.
    pub async fn open(address: &str, calendar: Calendar, now: u64) -> Result<Self, StoreFault> {
        let database = Connections { pool: connecting::pool(address)?, calendar: Arc::new(calendar) };
        let mut connection = database.connection().await?;
        opening::prepare(&mut connection, &database.calendar, now).await?;
        let key = DeskKey::from_seed(&opening::identity(&connection).await?.seed).public();
        Ok(Self { queue: Queue::before(database.clone()), database, key, own: OwnSeries::since(now, system_dice()) })
    }
}

/// Whether a server ever kept anything in the database at this address; changes nothing there.
///
/// # Errors
/// As [`PostgresStore::open`].
pub(crate) async fn made(address: &str) -> Result<bool, StoreFault> {
    let connection = connecting::pool(address)?.get().await?;
    let there = "select to_regclass('migrations') is not null and to_regclass('server') is not null";
    columns::get(&connection.query_one(there, &[]).await?, 0)
}

impl PostgresStore {
    pub(crate) async fn connection(&self) -> Result<Object, StoreFault> {
        self.database.connection().await
    }
}

impl Connections {
    async fn connection(&self) -> Result<Object, StoreFault> {
        Ok(self.pool.get().await?)
    }
}

impl Storing for Connections {
    async fn store(&self, runs: Vec<Arc<Prepared>>) -> Result<Vec<Taking>, StoreFault> {
        let mut connection = self.connection().await?;
        let transaction = connection.transaction().await?;
        locks::offices(&transaction, runs.iter().map(|run| run.office.as_str())).await?;
        let takings = taking::take(&ledger::PostgresLedger(&transaction), &runs, &self.calendar).await?;
        transaction.commit().await?;
        Ok(takings)
    }
}

#[async_trait]
impl Store for PostgresStore {
    async fn identity(&self) -> Result<Identity, StoreFault> {
        opening::identity(&self.connection().await?).await
    }

    async fn keep_code(&self, code: GivenCode) -> Result<(), StoreFault> {
        desks::keep_code(&self.connection().await?, &code).await
    }

    async fn enrol(&self, enrolment: Enrolment) -> Result<Result<(), RefusalKind>, StoreFault> {
        desks::enrol(&mut self.connection().await?, &enrolment).await
    }

    async fn vouch(&self, office: &str, writer: Writer) -> Result<(), StoreFault> {
        desks::vouch(&mut self.connection().await?, office, writer).await
    }

    async fn desk(&self, token: Digest) -> Result<Option<EnrolledDesk>, StoreFault> {
        desks::with_token(&self.connection().await?, token).await
    }

    async fn member(&self, origin: OriginId) -> Result<Option<EnrolledDesk>, StoreFault> {
        desks::member(&self.connection().await?, origin).await
    }

    async fn note_contact(&self, origin: OriginId, now: u64) -> Result<(), StoreFault> {
        desks::note_contact(&self.connection().await?, origin, now).await
    }

    async fn take(&self, run: Run) -> Result<Taking, StoreFault> {
        self.queue.take(run).await
    }

    async fn own_series(&self, office: &str) -> Result<OriginId, StoreFault> {
        let keep = async |origin| desks::begin_series(&self.connection().await?, office, origin).await;
        self.own.of(office, keep).await
    }

    async fn series(&self, office: &str) -> Result<Vec<Series>, StoreFault> {
        desks::series(&self.connection().await?, office, self.key).await
    }

    async fn run(&self, office: &str, origin: OriginId, after: u64, room: usize) -> Result<Option<Run>, StoreFault> {
        journal::run(&self.connection().await?, office, origin, after, room).await
    }

    async fn offices(&self) -> Result<Vec<OfficeOverview>, StoreFault> {
        rows::offices(&mut self.connection().await?, None).await
    }

    async fn requests(&self, office: &str, narrowing: &Narrowing, page: Page) -> Result<Vec<RequestRow>, StoreFault> {
        rows::narrowed(&self.connection().await?, office, narrowing, page).await
    }

    async fn count_requests(&self, office: &str, narrowing: &Narrowing) -> Result<u64, StoreFault> {
        rows::counted(&self.connection().await?, office, narrowing).await
    }

    async fn known_offices(&self, reach: &Reach) -> Result<Vec<(OfficeCode, Option<KnownOffice>)>, StoreFault> {
        rows::known_offices(&self.connection().await?, columns::within(reach)).await
    }

    async fn office(&self, code: &str) -> Result<Option<OfficeOverview>, StoreFault> {
        if !columns::askable(code) {
            return Ok(None);
        }
        Ok(rows::offices(&mut self.connection().await?, Some(code)).await?.pop())
    }

    async fn request(&self, office: &str, request: RequestId) -> Result<Option<RequestRow>, StoreFault> {
        if !columns::askable(office) {
            return Ok(None);
        }
        rows::request_of(&self.connection().await?, office, request).await
    }

    async fn misfits(&self, origin: OriginId, after: u64) -> Result<Vec<u64>, StoreFault> {
        rows::misfits(&self.connection().await?, origin, after).await
    }

    async fn entries(&self, office: &str) -> Result<Vec<Entry>, StoreFault> {
        journal::of_office(&self.connection().await?, office).await
    }

    async fn projection(&self, office: &str) -> Result<Projection, StoreFault> {
        rows::stored(&mut self.connection().await?, office).await
    }

    /// Several servers may share one database.
    async fn begin_serving(&self, _: u64) -> Result<(), StoreFault> {
        Ok(())
    }

    async fn end_serving(&self) -> Result<(), StoreFault> {
        Ok(())
    }

    fn lacks_log_since(&self) -> Option<u64> {
        None
    }

    async fn rebuild(&self) -> Result<(), StoreFault> {
        opening::rebuild(&mut self.connection().await?, &self.database.calendar).await
    }
}
