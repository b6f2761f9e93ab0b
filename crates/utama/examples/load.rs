//! How much the stores take: `cargo run --release -p loket-utama --example load`
//!
//! Each line is one load on a fresh database, from durable to durable: how many requests a second, the processor time of this
//! process and of PostgreSQL, and the most memory this process had so far. A pushed request is two entries, joined, folded and
//! acknowledged; a pulled one is read back as it is sent to another desk.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

use loket_domain::calendar::Calendar;
use loket_domain::numbering::DeskCode;
use loket_journal::{Chain, Digest, PublicKey};
use loket_utama::store::{Enrolment, GivenCode, Run, Taking};
use loket_utama::{Database, Memory};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[path = "../tests/utama/desk.rs"]
#[allow(dead_code)]
mod desk;
#[path = "../tests/utama/postgres.rs"]
#[allow(dead_code)]
mod postgres;

use desk::Desk;
use postgres::Cluster;

const REQUESTS: usize = 10_000;
/// Entries a desk sends at once.
const RUN: usize = 500;
const OFFICES: u16 = 400;
const ENTRIES: usize = 50;
/// Bytes of entries in one answer to a pull.
const ROOM: usize = 1 << 20;

type Opened = Arc<dyn Memory>;

#[tokio::main]
async fn main() {
    let loads = [
        ("10,000 requests, one desk", vec![runs(0, 2 * REQUESTS, RUN)]),
        ("10,000 requests, 20 desks at once", (0..20).map(|number| runs(number, 2 * REQUESTS / 20, RUN / 5)).collect()),
        ("400 offices x 50 entries at once", (0..OFFICES).map(|number| runs(number, ENTRIES, ENTRIES)).collect()),
    ];
    let cluster = Cluster::start("");
    println!("{:<48}{:>12}{:>10}{:>10}{:>10}{:>12}", "load", "requests/s", "wall ms", "cpu ms", "pg ms", "memory MB");
    for (name, desks) in &loads {
        let directory = tempfile::tempdir().unwrap();
        for (kind, database) in [("SQLite", directory.path().into()), ("PostgreSQL", cluster.database())] {
            let store = open(&database).await;
            let meter = Meter { name: format!("{kind}: {name}"), cluster: &cluster };
            push(&meter, &store, desks).await;
            if let [one] = desks.as_slice() {
                pull(&Meter { name: format!("{kind}: pulled again"), ..meter }, &store, one).await;
            }
        }
    }
}

async fn open(database: &Database) -> Opened {
    database.open(Calendar::shipped().unwrap(), 0).await.unwrap()
}

async fn push(meter: &Meter<'_>, store: &Opened, desks: &[Vec<Run>]) {
    for (number, runs) in desks.iter().enumerate() {
        let_in(store, number, &runs[0]).await;
    }
    let started = meter.begin();
    let pushing = desks.iter().map(|runs| {
        let (store, runs) = (Arc::clone(store), runs.clone());
        tokio::spawn(async move {
            for run in runs {
                let last = run.head.seq;
                match store.take(run).await.unwrap() {
                    Taking::Taken(chain) => assert_eq!(chain.length, last),
                    other => panic!("{other:?}"),
                }
            }
            started.at.elapsed()
        })
    });
    let mut done: Vec<Duration> = Vec::new();
    for pushed in pushing.collect::<Vec<_>>() {
        done.push(pushed.await.unwrap());
    }
    let entries: usize = desks.iter().flatten().map(|run| run.entries.len()).sum();
    meter.end(&started, entries / 2);
    if let (Some(first), Some(last), true) = (done.iter().min(), done.iter().max(), done.len() > 1) {
        println!("    first desk done after {} ms, last after {} ms", first.as_millis(), last.as_millis());
    }
}

async fn pull(meter: &Meter<'_>, store: &Opened, runs: &[Run]) {
    let started = meter.begin();
    let (origin, mut have) = (runs[0].before.origin, 0);
    while let Some(run) = store.run(&runs[0].office, origin, have, ROOM).await.unwrap() {
        have = run.head.seq;
    }
    meter.end(&started, usize::try_from(have).unwrap() / 2);
}

async fn let_in(store: &Opened, number: usize, run: &Run) {
    let hash = Digest(blake3::hash(&number.to_le_bytes()).into());
    let (office, desk) = (run.office.clone(), DeskCode::from("A"));
    store.keep_code(GivenCode { hash, office: office.clone(), desk: desk.clone(), expires: 10 }).await.unwrap();
    let (origin, key) = (run.before.origin, PublicKey(hash.0));
    store.enrol(Enrolment { code: hash, office, desk, origin, key, token: hash, now: 1 }).await.unwrap().unwrap();
}

/// What the desk of an invented office wrote, cut into runs.
fn runs(number: u16, entries: usize, length: usize) -> Vec<Run> {
    let office = format!("12.{:02}.{:02}", number / 90 + 10, number % 90 + 10);
    let mut desk = Desk::new(number, &office, "Rekaan", "A");
    desk.establish();
    while desk.entries.len() < entries {
        desk.register("2026-11-23");
    }
    let mut chain = Chain::empty(desk.origin);
    let mut cut = Vec::new();
    for part in desk.entries[..entries].chunks(length) {
        let before = chain;
        assert!(part.iter().all(|entry| chain.accept(entry)));
        cut.push(Run { office: office.as_str().into(), before, entries: part.to_vec(), head: desk.key.sign(&chain) });
    }
    cut
}

struct Meter<'a> {
    name: String,
    cluster: &'a Cluster,
}

#[derive(Clone, Copy)]
struct Started {
    at: Instant,
    own: Duration,
    postgres: Duration,
}

impl Meter<'_> {
    fn begin(&self) -> Started {
        Started { own: processor(), postgres: self.cluster.processor(), at: Instant::now() }
    }

    fn end(&self, started: &Started, requests: usize) {
        let wall = started.at.elapsed();
        let (own, postgres) = (processor() - started.own, self.cluster.processor() - started.postgres);
        let rate = requests as f64 / wall.as_secs_f64();
        let [wall, own, postgres] = [wall, own, postgres].map(|time| time.as_millis());
        println!("{:<48}{rate:>12.0}{wall:>10}{own:>10}{postgres:>10}{:>12}", self.name, memory());
    }
}

/// Processor time of this process so far: the 14th and 15th field, in hundredths of a second.
fn processor() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields = stat.rsplit(')').next().unwrap().split_whitespace().skip(11).take(2);
    Duration::from_millis(fields.map(|field| field.parse::<u64>().unwrap()).sum::<u64>() * 10)
}

/// The most memory this process ever had, in megabytes.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}
