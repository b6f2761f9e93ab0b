//! Sync over real sockets, from durable to durable: `make bench`
//!
//! Desks in this process, `loket-utama` as a process of its own on loopback, SQLite and PostgreSQL beneath it. Of loads that are
//! tried several times the quickest is told. Bytes are counted by a proxy in between, heads of HTTP included.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

use loket_desk::sync::{Client, Joining, Link, enrol, round};
use loket_desk::views::SubjectKind;
use loket_desk::{Desk, Folder, system_dice};
use loket_domain::calendar::Calendar;
use loket_journal::protocol::{Call, CallKind, EnrolAnswer, EnrolRequest, PushAnswer};
use loket_tests::{BadLink, Badness, Utama, weaken_lock};
use loket_utama::{CodeOrder, Database, give_code};
use serde_json::json;
use std::ffi::OsString;
use std::fs::read_to_string;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::sync::Barrier;

#[path = "../../crates/utama/tests/utama/desk.rs"]
#[allow(dead_code)]
mod invented;
#[path = "../sync/office.rs"]
#[allow(dead_code)]
mod office;
#[path = "../../crates/utama/tests/utama/postgres.rs"]
#[allow(dead_code)]
mod postgres;

use office::{Counter, OFFICE, at, copy_all};
use postgres::Cluster;

const REQUESTS: u32 = 10_000;
const TIMES: usize = 3;
const OFFICES: u16 = 400;
const ENTRIES: usize = 50;

#[tokio::main]
async fn main() {
    let written = ten_thousand();
    let cluster = Cluster::start("");
    for kind in ["SQLite", "PostgreSQL"] {
        let bench = Bench { kind, cluster: &cluster };
        bench.push_and_pull(written.path()).await;
        bench.a_little().await;
        bench.all_offices().await;
    }
}

/// The folder of a desk that registered ten thousand requests and is connected to nothing.
fn ten_thousand() -> TempDir {
    let begun = Instant::now();
    let counter = Counter::begin("A", "Sari Misal");
    for number in 0..REQUESTS {
        counter.register(&format!("Warga Rekaan {number}"), 5 + number / 100);
    }
    let copy = TempDir::new().unwrap();
    counter.while_closed(|folder| copy_all(folder, copy.path()));
    weaken_lock(copy.path(), "sandi rekaan");
    println!("{REQUESTS} requests written at a desk: {:.0}/s", f64::from(REQUESTS) / begun.elapsed().as_secs_f64());
    copy
}

struct Bench<'a> {
    kind: &'static str,
    cluster: &'a Cluster,
}

/// What a load took.
#[derive(Clone, Copy)]
struct Spent {
    wall: Duration,
    desk: Duration,
    server: Duration,
}

impl Bench<'_> {
    /// A server with empty data; the folder holds them where it is SQLite.
    async fn server(&self) -> (Utama, TempDir) {
        let folder = TempDir::new().unwrap();
        let database: OsString = match self.kind {
            "SQLite" => folder.path().into(),
            _ => {
                let Database::Postgres(address) = self.cluster.database() else { panic!("PostgreSQL has an address") };
                address.into()
            }
        };
        // A regency's desks come through its proxy: one address speaks for all of them.
        (Utama::behind_proxy(database).await, folder)
    }

    /// Runs `load` and measures what it takes, PostgreSQL included in the server.
    async fn spent(&self, utama: &Utama, load: impl Future<Output = ()>) -> Spent {
        let server =
            || processor(utama.process()) + if self.kind == "SQLite" { Duration::ZERO } else { self.cluster.processor() };
        let (begun, desk, before) = (Instant::now(), processor(std::process::id()), server());
        load.await;
        let wall = begun.elapsed();
        Spent { wall, desk: processor(std::process::id()) - desk, server: server() - before }
    }

    async fn push_and_pull(&self, written: &Path) {
        let (mut pushed, mut pulled): (Option<Spent>, Option<Spent>) = (None, None);
        let quickest = |best: Option<Spent>, spent: Spent| Some(best.filter(|best| best.wall <= spent.wall).unwrap_or(spent));
        for _ in 0..TIMES {
            let (utama, _folder) = self.server().await;
            let (desk, client) = (opened(written), Client::new().unwrap());
            let url = format!("http://{}", utama.address());
            enrol(&desk.0, &client, &Joining::new(&url, &utama.code(OFFICE, "A").await, "sandi rekaan"), at(1)).await.unwrap();
            pushed = quickest(pushed, self.spent(&utama, synced(&desk.0, &client)).await);
            let second = Counter::begin("B", "Budi Misal");
            enrol(&second.desk, &client, &Joining::new(&url, &utama.code(OFFICE, "B").await, "sandi rekaan"), at(1))
                .await
                .unwrap();
            pulled = quickest(pulled, self.spent(&utama, synced(&second.desk, &client)).await);
        }
        let (utama, _folder) = self.server().await;
        let (desk, client) = (opened(written), Client::new().unwrap());
        let link = BadLink::to(utama.address(), Badness::NONE).await;
        enrol(&desk.0, &client, &Joining::new(&link.url(), &utama.code(OFFICE, "A").await, "sandi rekaan"), at(1)).await.unwrap();
        let before = link.bytes();
        synced(&desk.0, &client).await;
        let up = (link.bytes() - before) / u64::from(REQUESTS);
        let second = Counter::begin("B", "Budi Misal");
        enrol(&second.desk, &client, &Joining::new(&link.url(), &utama.code(OFFICE, "B").await, "sandi rekaan"), at(1))
            .await
            .unwrap();
        let before = link.bytes();
        synced(&second.desk, &client).await;
        let down = (link.bytes() - before) / u64::from(REQUESTS);
        for (what, spent, bytes) in [("pushed", pushed, up), ("pulled", pulled, down)] {
            let Some(Spent { wall, desk, server }) = spent else { continue };
            let rate = f64::from(REQUESTS) / wall.as_secs_f64();
            println!(
                "{}: {REQUESTS} requests {what}: {rate:.0}/s, {bytes} bytes each; CPU desk {desk:.2?}, server {server:.2?}",
                self.kind
            );
        }
    }

    async fn a_little(&self) {
        let (utama, _folder) = self.server().await;
        let (counter, client) = (Counter::begin("A", "Sari Misal"), Client::new().unwrap());
        let link = BadLink::to(utama.address(), Badness::NONE).await;
        enrol(&counter.desk, &client, &Joining::new(&link.url(), &utama.code(OFFICE, "A").await, "sandi rekaan"), at(1))
            .await
            .unwrap();
        let number = counter.register("Warga Satu", 5);
        counter.sync(&client).await;
        let before = link.bytes();
        counter.sync(&client).await;
        let idle = link.bytes() - before;
        let withdrawn = json!({"reason": "Sudah diperoleh"});
        counter.act(SubjectKind::Request, &counter.id_of(&number), "withdraw", withdrawn, 6).unwrap();
        let (before, begun) = (link.bytes(), Instant::now());
        counter.sync(&client).await;
        println!(
            "{}: one change {} bytes in {:.1?}, an idle round {idle} bytes",
            self.kind,
            link.bytes() - before,
            begun.elapsed()
        );
    }

    async fn all_offices(&self) {
        let (utama, _folder) = self.server().await;
        let store = Database::named(utama.database().to_owned()).unwrap().open(Calendar::shipped().unwrap(), 0).await.unwrap();
        let (client, url) = (Client::new().unwrap(), format!("http://{}", utama.address()));
        let mut desks = Vec::new();
        for number in 0..OFFICES {
            let (desk, office) = invented_desk(number);
            let order = CodeOrder { office: office.clone(), desk: "A".into(), days: 7 };
            let code = give_code(store.as_ref(), now(), &order).await.unwrap().code;
            let (origin, key) = (desk.origin, desk.key.public());
            let body = serde_json::to_vec(&EnrolRequest { code, office: office.into(), desk: "A".into(), origin, key }).unwrap();
            let enrolled = client.ask(&url, Call { action: CallKind::Enrol, token: None, body }).await.unwrap();
            let EnrolAnswer { token, .. } = serde_json::from_slice(&enrolled.body).unwrap();
            desks.push((desk.encoded(0, ENTRIES), token));
        }
        drop(client);
        let (begin, begun) = (Arc::new(Barrier::new(desks.len())), Instant::now());
        let mut pushing = Vec::new();
        for (batch, token) in desks {
            let (begin, url) = (begin.clone(), url.clone());
            pushing.push(tokio::spawn(async move {
                let client = Client::new().unwrap();
                begin.wait().await;
                let at = Instant::now();
                loop {
                    let call = Call { action: CallKind::Push, token: Some(token.clone()), body: batch.clone() };
                    let answer = client.ask(&url, call).await.unwrap();
                    if let Some(seconds) = answer.retry_after {
                        tokio::time::sleep(Duration::from_secs(seconds.into())).await;
                        continue;
                    }
                    assert!(matches!(postcard::from_bytes(&answer.body), Ok(PushAnswer::Taken { .. })));
                    return at.elapsed();
                }
            }));
        }
        let mut waits = Vec::new();
        for pushed in pushing {
            waits.push(pushed.await.unwrap());
        }
        waits.sort();
        let (first, middle, last) = (waits[0], waits[waits.len() / 2], waits[waits.len() - 1]);
        println!(
            "{}: {OFFICES} offices x {ENTRIES} entries at once: first {first:.0?}, middle {middle:.0?}, last {last:.0?} (all begun {:.0?} \
             before the end); server at most {} MB",
            self.kind,
            begun.elapsed(),
            memory(utama.process())
        );
    }
}

fn invented_desk(number: u16) -> (invented::Desk, String) {
    let office = format!("12.{:02}.{:02}", number / 90 + 10, number % 90 + 10);
    let mut desk = invented::Desk::new(number, &office, "Rekaan", "A");
    desk.establish();
    while desk.entries.len() < ENTRIES {
        desk.register("2026-11-23");
    }
    (desk, office)
}

/// A copy of that desk, opened; the folder goes with it.
fn opened(written: &Path) -> (Mutex<Option<Desk>>, TempDir) {
    let folder = TempDir::new().unwrap();
    copy_all(written, folder.path());
    let desk = Folder::at(folder.path()).unlock("petugas", "sandi rekaan", office::at(0), system_dice()).unwrap();
    (Mutex::new(Some(desk)), folder)
}

/// Rounds until nothing moves.
async fn synced(desk: &Mutex<Option<Desk>>, client: &Client) {
    while round(desk, client, || at(300)).await.unwrap() != loket_desk::sync::Round::default() {}
}

/// The time of this machine.
#[allow(clippy::disallowed_methods)] // A measurement stands at the edge.
fn now() -> u64 {
    u64::try_from(chrono::Utc::now().timestamp_millis()).unwrap()
}

/// Processor time of a process so far: the 14th and 15th field, in hundredths of a second.
fn processor(process: u32) -> Duration {
    let stat = read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields = stat.rsplit(')').next().unwrap().split_whitespace().skip(11).take(2);
    Duration::from_millis(fields.map(|field| field.parse::<u64>().unwrap()).sum::<u64>() * 10)
}

/// The most memory a process ever had, in megabytes.
fn memory(process: u32) -> u64 {
    let status = read_to_string(format!("/proc/{process}/status")).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}
