//! How much the stores take: `cargo run --release -p loket-utama --example load`
//!
//! Each line is one load on a fresh store, durable to durable: requests pushed (registered and acknowledged by the store) or
//! pulled per second, the processor time of this process, the database's, and the most memory this process ever had.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

use loket_domain::calendar::Calendar;
use loket_journal::{Chain, Digest, PublicKey};
use loket_utama::store::{Enrolment, GivenCode, Run, Taking};
use loket_utama::{SqliteStore, Store};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[path = "../tests/utama/desk.rs"]
#[allow(dead_code)]
mod desk;

use desk::Desk;

const REQUESTS: usize = 10_000;
/// Entries of one run: what a desk on a middling line sends at once.
const RUN: usize = 500;
const OFFICES: u16 = 400;
const ENTRIES: usize = 50;

type Opened = Arc<dyn Store>;

#[tokio::main]
async fn main() {
    let one = vec![runs(0, 2 * REQUESTS, RUN)];
    let twenty: Vec<_> = (0..20).map(|number| runs(number, 2 * REQUESTS / 20, RUN / 5)).collect();
    let many: Vec<_> = (0..OFFICES).map(|number| runs(number, ENTRIES, ENTRIES)).collect();
    println!("{:<44}{:>12}{:>10}{:>10}{:>12}", "load", "requests/s", "wall ms", "cpu ms", "memory MB");
    for (name, desks) in
        [("10,000 requests, one desk", &one), ("10,000 requests, 20 desks", &twenty), ("400 offices x 50 entries at once", &many)]
    {
        let directory = tempfile::tempdir().unwrap();
        let store: Opened = Arc::new(SqliteStore::open(directory.path(), Calendar::shipped().unwrap(), 0).await.unwrap());
        measure("SQLite", name, &store, desks).await;
    }
}

async fn measure(database: &str, name: &str, store: &Opened, desks: &[Vec<Run>]) {
    for (number, runs) in desks.iter().enumerate() {
        let_in(store, number, &runs[0]).await;
    }
    let entries: usize = desks.iter().flatten().map(|run| run.entries.len()).sum();
    let (started, cpu) = (Instant::now(), processor());
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
            started.elapsed()
        })
    });
    let mut done: Vec<Duration> = Vec::new();
    for pushed in pushing.collect::<Vec<_>>() {
        done.push(pushed.await.unwrap());
    }
    done.sort_unstable();
    let wall = started.elapsed();
    let name = format!("{database}: {name}");
    line(&name, entries / 2, wall, processor() - cpu);
    if done.len() > 1 {
        println!("    first desk done after {} ms, last after {} ms", done[0].as_millis(), done[done.len() - 1].as_millis());
    }
}

/// Processor time of this process so far.
fn processor() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    // The 14th and 15th fields in all, in hundredths of a second.
    Duration::from_millis((fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()) * 10)
}

/// The most memory this process ever had, in megabytes.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

fn line(name: &str, requests: usize, wall: Duration, cpu: Duration) {
    let rate = requests as f64 / wall.as_secs_f64();
    println!("{name:<44}{rate:>12.0}{:>10}{:>10}{:>12}", wall.as_millis(), cpu.as_millis(), memory());
}

async fn let_in(store: &Opened, number: usize, run: &Run) {
    let hash = Digest(blake3::hash(&number.to_le_bytes()).into());
    let (office, desk) = (run.office.clone(), "A".to_owned());
    store.keep_code(GivenCode { hash, office: office.clone(), desk: desk.clone(), expires: 10 }).await.unwrap();
    let (origin, key) = (run.before.origin, PublicKey(hash.0));
    store.enrol(Enrolment { code: hash, office, desk, origin, key, token: hash, now: 1 }).await.unwrap().unwrap();
}

/// What the desk of an invented office wrote, `entries` long, cut into runs.
fn runs(number: u16, entries: usize, length: usize) -> Vec<Run> {
    let office = format!("12.{:02}.{:02}", number / 90 + 10, number % 90 + 10);
    let mut desk = Desk::new(number, &office, "Rekaan", "A");
    desk.establish();
    while desk.entries.len() < entries {
        desk.register("2026-11-23");
    }
    desk.entries.truncate(entries);
    let mut chain = Chain::empty(desk.origin);
    let mut cut = Vec::new();
    for part in desk.entries.chunks(length) {
        let before = chain;
        assert!(part.iter().all(|entry| chain.accept(entry)));
        cut.push(Run { office: office.clone(), before, entries: part.to_vec(), head: desk.key.sign(&chain) });
    }
    cut
}
