//! A server on a free port and a fresh directory, with a clock that only moves when told.

use loket_journal::protocol::{
    ENROL_PATH, EnrolAnswer, EnrolRequest, HELLO_PATH, Hello, PULL_PATH, PUSH_PATH, PullAnswer, PullRequest, PushAnswer,
    RefusalKind, RefusalMessage, Standing,
};
use loket_journal::{Chain, Entry, Epoch, OriginId, Parity, PublicKey};
use loket_utama::{CodeOrder, Config, Database, ObjectPlace, RunningServer, Server, ServerClock, Transport, enrolment_code};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;
use tokio::sync::Mutex;

use crate::browser::Browser;
use crate::desk::{Desk, wib};
use crate::http::{Answer, send};

pub struct Utama {
    pub directory: TempDir,
    pub now: Arc<AtomicU64>,
    pub server_key: Option<PublicKey>,
    pub epoch: Option<Epoch>,
    /// Whether admins and verifiers must have a second factor; for the next start.
    pub second_factor_required: bool,
    database: Option<Database>,
    objects: ObjectPlace,
    running: Option<RunningServer>,
    /// Whoever looks at pages in a test that is not about who looks, and since when.
    onlooker: Mutex<Option<(u64, Browser)>>,
}

impl Utama {
    /// Started on Monday 23 November 2026, 11.00 WIB.
    pub async fn start() -> Self {
        Self::begun(None, None).await
    }

    /// The same on this database.
    pub async fn on(database: Database) -> Self {
        Self::begun(Some(database), None).await
    }

    /// The same with attached files at this place.
    pub async fn with_objects(objects: ObjectPlace) -> Self {
        Self::begun(None, Some(objects)).await
    }

    /// The same on a store that lived before, a copy of which is in `directory`, with the attached files beside it.
    #[allow(dead_code)] // Not by the examples.
    pub async fn continued(directory: TempDir, database: Option<Database>) -> Self {
        Self::in_directory(directory, database, None).await
    }

    async fn begun(database: Option<Database>, objects: Option<ObjectPlace>) -> Self {
        Self::in_directory(tempfile::tempdir().unwrap(), database, objects).await
    }

    async fn in_directory(directory: TempDir, database: Option<Database>, objects: Option<ObjectPlace>) -> Self {
        let mut utama = Self {
            objects: objects.unwrap_or_else(|| ObjectPlace::Folder(directory.path().join("berkas"))),
            directory,
            now: Arc::new(AtomicU64::new(wib("2026-11-23", 11))),
            server_key: None,
            epoch: None,
            second_factor_required: false,
            database,
            running: None,
            onlooker: Mutex::new(None),
        };
        utama.begin().await;
        utama
    }

    pub fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }

    pub fn database(&self) -> Database {
        self.database.clone().unwrap_or_else(|| self.data().as_path().into())
    }

    pub fn clock(&self) -> ServerClock {
        let now = Arc::clone(&self.now);
        ServerClock::new(move || now.load(Ordering::Relaxed))
    }

    pub fn set(&self, day: &str, hour: u32) {
        self.now.store(wib(day, hour), Ordering::Relaxed);
    }

    async fn begin(&mut self) {
        let (listen, transport) = ("127.0.0.1:0".parse().unwrap(), Transport::ThisMachine);
        let config = Config {
            listen,
            transport,
            database: self.database(),
            objects: Some(self.objects.clone()),
            clock: self.clock(),
            second_factor_required: self.second_factor_required,
        };
        self.running = Some(Server::start(config).await.unwrap());
    }

    pub async fn restart(&mut self) {
        self.stop().await;
        self.begin().await;
    }

    pub async fn stop(&mut self) {
        self.running.take().unwrap().stop().await;
    }

    pub fn address(&self) -> SocketAddr {
        self.running.as_ref().unwrap().address
    }

    pub async fn code(&self, office: &str, desk: &str) -> String {
        let order = CodeOrder { office: office.into(), desk: desk.into(), days: 7 };
        enrolment_code(self.database(), &self.clock(), &order).await.unwrap()
    }

    pub async fn ask_to_enrol(&self, desk: &Desk, code: &str) -> Result<EnrolAnswer, RefusalKind> {
        self.ask_to_enrol_under(desk, code, desk.key.public()).await
    }

    /// Asks with another key than the desk's.
    pub async fn ask_to_enrol_under(&self, desk: &Desk, code: &str, key: PublicKey) -> Result<EnrolAnswer, RefusalKind> {
        let request = EnrolRequest {
            code: code.into(),
            office: desk.office.profile.code.clone(),
            desk: desk.code.into(),
            origin: desk.origin,
            key,
        };
        let answer = send(self.address(), "POST", ENROL_PATH, &[], &serde_json::to_vec(&request).unwrap()).await;
        refused_or(answer, |answer| answer.json())
    }

    /// Enrols `desk` with a fresh code.
    pub async fn enrol(&mut self, desk: &mut Desk) {
        let code = self.code(&desk.office.profile.code, desk.code).await;
        let answer = self.ask_to_enrol(desk, &code).await.unwrap();
        (self.server_key, self.epoch) = (Some(answer.server_key), Some(answer.epoch));
        desk.token = answer.token;
    }

    pub async fn push(&self, desk: &Desk, batch: Vec<u8>) -> Result<PushAnswer, RefusalKind> {
        let answer = send(self.address(), "POST", PUSH_PATH, &[bearer(desk)], &batch).await;
        refused_or(answer, |answer| postcard::from_bytes(&answer.body).unwrap())
    }

    /// What the server says to a desk that has `series`: nothing when it has the same.
    pub async fn hello(&self, desk: &Desk, epoch: Epoch, series: &[Chain]) -> Option<Standing> {
        let hello = Hello { parity: Parity::of(epoch, series.iter().copied()) };
        let answer = send(self.address(), "POST", HELLO_PATH, &[bearer(desk)], &postcard::to_allocvec(&hello).unwrap()).await;
        assert!([200, 204].contains(&answer.status), "{}", answer.head);
        (answer.status == 200).then(|| postcard::from_bytes(&answer.body).unwrap())
    }

    /// Pushes and returns the seq that the server vouches to have, after checking its receipt.
    pub async fn pushed(&self, desk: &Desk, batch: Vec<u8>) -> u64 {
        match self.push(desk, batch).await.unwrap() {
            PushAnswer::Taken { receipt, .. } => {
                receipt.verify(desk.origin, &self.server_key.unwrap()).unwrap();
                assert_eq!(receipt.hash, desk.after(receipt.seq as usize).head);
                receipt.seq
            }
            other => panic!("{other:?}"),
        }
    }

    pub async fn pull(&self, desk: &Desk, have: Vec<(OriginId, u64)>) -> Result<PullAnswer, RefusalKind> {
        let request = postcard::to_allocvec(&PullRequest { have, room: u32::MAX, resume: None }).unwrap();
        let answer = send(self.address(), "POST", PULL_PATH, &[bearer(desk)], &request).await;
        refused_or(answer, |answer| {
            let (digest, whole) = PullAnswer::split(&answer.body).unwrap();
            PullAnswer::open(digest, whole).unwrap()
        })
    }

    /// What one pull brings, opened with the keys it names; and whether there is more.
    pub async fn pulled(&self, desk: &Desk, have: Vec<(OriginId, u64)>) -> (Vec<Entry>, bool) {
        let answer = self.pull(desk, have).await.unwrap();
        let entries = answer.batches.iter().flat_map(|bytes| {
            let batch = loket_journal::Batch::decode(bytes).unwrap();
            let writer = answer.writers.iter().find(|writer| writer.origin == batch.origin).unwrap();
            batch.open(&writer.key).unwrap()
        });
        (entries.collect(), answer.more)
    }

    /// A page as an auditor of every office gets it.
    pub async fn look(&self, path: &str) -> Answer {
        let mut onlooker = self.onlooker.lock().await;
        let now = self.now.load(Ordering::Relaxed);
        // A session does not outlive the days a test lets pass.
        if onlooker.as_ref().is_none_or(|(since, _)| *since != now) {
            *onlooker = Some((now, Browser::signed_in(self, "pengawas", "auditor", &[]).await));
        }
        let (_, browser) = onlooker.as_mut().unwrap();
        browser.get(self, path).await
    }

    pub async fn page(&self, path: &str) -> String {
        let answer = self.look(path).await;
        assert_eq!(answer.status, 200, "{path}");
        answer.text()
    }
}

pub fn bearer(desk: &Desk) -> String {
    format!("authorization: Bearer {}", desk.token)
}

pub fn refused_or<T>(answer: Answer, read: impl FnOnce(&Answer) -> T) -> Result<T, RefusalKind> {
    match answer.status {
        200 => Ok(read(&answer)),
        400..500 => Err(answer.json::<RefusalMessage>().refused),
        status => panic!("status {status}"),
    }
}
