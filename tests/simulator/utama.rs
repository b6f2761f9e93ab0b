//! PPID Utama in a folder that can be torn, restored and set up anew.

use loket_domain::calendar::Calendar;
use loket_domain::ids::RequestId;
use loket_journal::protocol::{Answer, Call};
use loket_journal::{Digest, Entry, OriginId};
use loket_tests::Chance;
use loket_utama::projection::Projection;
use loket_utama::store::GivenCode;
use loket_utama::{Acknowledged, BundleRefusal, Dice, Inbox, InboxAnswer as Said, InboxFault, Memory, Service, SqliteStore};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::disk::Files;
use crate::office::{START, hex};
use crate::staff::STAFF;

fn dice(mut chance: Chance) -> Dice {
    Box::new(move |buffer| {
        chance.fill(buffer);
        Ok(())
    })
}

/// A server that runs.
struct Running {
    service: Service,
    store: Arc<dyn Memory>,
    folder: PathBuf,
}

/// The server, and where it lives.
pub(crate) struct Utama {
    home: PathBuf,
    running: Mutex<Option<Arc<Running>>>,
    state: Mutex<State>,
}

struct State {
    chance: Chance,
    /// Counts the folders it lived in.
    lives: u32,
    now: u64,
}

impl Utama {
    /// A server set up anew in a folder below `home`.
    pub(crate) async fn start(home: &Path, chance: Chance) -> Self {
        let state = Mutex::new(State { chance, lives: 0, now: START });
        let utama = Self { home: home.to_owned(), running: Mutex::new(None), state };
        utama.live_on(&Files::default()).await;
        utama
    }

    /// Ends, and starts again on these files.
    pub(crate) async fn live_on(&self, files: &Files) {
        let before = self.running.lock().unwrap().take();
        let (folder, mut chance, now) = {
            let mut state = self.state.lock().unwrap();
            state.lives += 1;
            (self.home.join(format!("utama-{}", state.lives)), state.chance.fork(), state.now)
        };
        files.put(&folder);
        if let Some(before) = before {
            let _ = std::fs::remove_dir_all(&before.folder);
        }
        let (calendar, of_store) = (Calendar::shipped().unwrap(), dice(chance.fork()));
        let store: Arc<dyn Memory> = Arc::new(SqliteStore::open_with(&folder, calendar, now, of_store).await.unwrap());
        let service = Service::open(store.clone(), dice(chance)).await.unwrap();
        *self.running.lock().unwrap() = Some(Arc::new(Running { service, store, folder }));
    }

    pub(crate) fn set_clock(&self, now: u64) {
        self.state.lock().unwrap().now = now;
    }

    fn running(&self) -> (Arc<Running>, u64) {
        let running = self.running.lock().unwrap().clone().unwrap();
        (running, self.state.lock().unwrap().now)
    }

    pub(crate) async fn answer(&self, call: Call) -> Answer {
        let (running, now) = self.running();
        running.service.answer(call, now).await
    }

    pub(crate) async fn take_bundle(&self, file: Vec<u8>) -> Result<Acknowledged, BundleRefusal> {
        let (running, now) = self.running();
        let opened = running.service.open_bundle(file).await?;
        running.service.take_bundle(opened, now).await
    }

    pub(crate) async fn cut_off(&self, call: Call) {
        let (running, now) = self.running();
        running.service.cut_off(call, now).await;
    }

    /// Its staff answer a request that was forwarded.
    pub(crate) async fn reply(&self, office: &str, request: RequestId) -> Result<(), InboxFault> {
        let (running, now) = self.running();
        let calendar = Calendar::shipped().unwrap();
        let inbox = Inbox { store: running.store.as_ref(), service: &running.service, calendar: &calendar, now };
        let note = "Data sudah dikirim".to_owned();
        let answer = Said::Forwarded { request, answered: 0, number: String::new(), note };
        inbox.write(office, STAFF, &answer).await
    }

    /// What its disk holds now.
    pub(crate) fn files(&self) -> Files {
        Files::of(&self.running().0.folder)
    }

    /// A new one-time code.
    pub(crate) async fn code(&self, office: &str, desk: &str) -> String {
        let (running, now) = self.running();
        let mut letters = [0; 6];
        self.state.lock().unwrap().chance.fill(&mut letters);
        // Hexadecimal letters are read as they stand by whoever forgives O for 0.
        let code = hex(&letters).to_uppercase();
        let hash = Digest(blake3::derive_key("loket-ppid utama enrolment code v1", code.as_bytes()));
        let given = GivenCode { hash, office: office.into(), desk: desk.into(), expires: now + 100 * 365 * 86_400_000 };
        running.store.keep_code(given).await.unwrap();
        code
    }

    pub(crate) async fn lengths(&self, office: &str) -> BTreeMap<OriginId, u64> {
        let series = self.running().0.store.series(office).await.unwrap();
        series.iter().map(|series| (series.writer.origin, series.length)).collect()
    }

    pub(crate) async fn entries(&self, office: &str) -> Vec<Entry> {
        self.running().0.store.entries(office).await.unwrap()
    }

    pub(crate) async fn projection(&self, office: &str) -> Projection {
        self.running().0.store.projection(office).await.unwrap()
    }
}
