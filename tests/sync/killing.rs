//! Desks and PPID Utama as processes of their own, killed at random in the midst of whatever they do, again and again. What a
//! desk said it had stored is there in the end, once, on every side.

use loket_desk::sync::{Client, Joining, enrol};
use loket_desk::views::{RequestQuery, RequestRow};
use loket_desk::{FirstStart, Folder, system_dice};
use loket_domain::calendar::Calendar;
use loket_tests::{Chance, Utama, loketctl, weaken_lock};
use loket_utama::Database;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::office::{OFFICE, at, first_start};
use crate::postgres::Cluster;

const LOGIN: &str = "petugas";
const PASSWORD: &str = "kebun teh pagi";

fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// Begins a line that tells of a round of sync that moved something.
const SYNCED: &str = "sinkron";

/// When a desk has said enough to be killed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Enough {
    /// After so many things.
    Things(usize),
    /// When a round of sync has moved something.
    Sync,
}

/// A desk that works by itself as a process of its own, and what it said it had stored.
struct Worker {
    code: &'static str,
    folder: TempDir,
    said: Vec<String>,
}

impl Worker {
    /// A desk after its first start, enrolled at `utama`.
    async fn enrolled(code: &'static str, utama: &Utama) -> Self {
        let folder = TempDir::new().unwrap();
        let role = "ppid_unit".into();
        let first =
            FirstStart { kecamatan: "Perbaungan Rekaan".into(), account_role: role, ..first_start(code, "Sari Misal", "") };
        let first = FirstStart { password: PASSWORD.into(), password_again: PASSWORD.into(), ..first };
        let desk = Mutex::new(Some(Folder::at(folder.path()).begin(&first, at(0), system_dice()).unwrap().0));
        let (server, code_given) = (format!("http://{}", utama.address()), utama.code(OFFICE, code).await);
        enrol(&desk, &Client::new().unwrap(), &Joining::new(&server, &code_given, PASSWORD), at(1)).await.unwrap();
        drop(desk);
        weaken_lock(folder.path(), PASSWORD);
        std::fs::write(folder.path().join("sandi.txt"), PASSWORD).unwrap();
        Self { code, folder, said: vec![] }
    }

    fn program(&self, task: &str) -> Command {
        let mut command = Command::new(loketctl());
        command.arg(task).arg(self.folder.path()).args(["--login", LOGIN, "--password-file"]);
        command.arg(self.folder.path().join("sandi.txt")).kill_on_drop(true);
        command
    }

    /// Lets it work until `enough` of what it said, or for two seconds after it opened, and kills it a moment later.
    async fn killed_after(&mut self, enough: Enough, moment: Duration, synced: &Notify) {
        // One that writes without pause is still sending when it writes again, and tells of no round.
        let pause = if enough == Enough::Sync { "200" } else { "10" };
        let mut process =
            self.program("work").args(["--pause", pause]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let (mut said, mut until) = (0, Instant::now() + Duration::from_secs(60));
        while enough != Enough::Things(said) {
            match timeout_at(until, lines.next_line()).await {
                Ok(Ok(Some(line))) => {
                    self.said.push(line);
                    if said == 0 {
                        until = Instant::now() + Duration::from_secs(2);
                    }
                    said += 1;
                    if self.said.last().is_some_and(|line| line.starts_with(SYNCED)) {
                        synced.notify_waiters();
                        if enough == Enough::Sync {
                            break;
                        }
                    }
                }
                Ok(_) => panic!("desk {} stopped by itself: {}", self.code, complaint(process).await),
                Err(_) => break,
            }
        }
        sleep(moment).await;
        process.kill().await.unwrap();
        while let Some(line) = lines.next_line().await.unwrap() {
            self.said.push(line);
        }
    }

    /// Lets it sync until it finds that both sides hold the same.
    async fn until_alike(&self) {
        let work = self.program("work").args(["--requests", "0"]).output();
        let run =
            timeout(Duration::from_secs(60), work).await.unwrap_or_else(|_| panic!("desk {}: not alike", self.code)).unwrap();
        assert!(run.status.success(), "desk {}: {}", self.code, String::from_utf8_lossy(&run.stderr));
    }

    /// `loketctl verify`, and how many entries it went through.
    async fn verify(&self) -> u64 {
        let run = self.program("verify").output().await.unwrap();
        assert!(run.status.success(), "desk {}: {}", self.code, String::from_utf8_lossy(&run.stderr));
        let desk = Folder::at(self.folder.path()).unlock(LOGIN, PASSWORD, at(0), system_dice()).unwrap();
        desk.series().unwrap().into_iter().map(|(_, length)| length).sum()
    }

    /// Every request in its register, by number.
    fn register(&self) -> BTreeMap<String, RequestRow> {
        let desk = Folder::at(self.folder.path()).unlock(LOGIN, PASSWORD, at(0), system_dice()).unwrap();
        let mut all = BTreeMap::new();
        let mut after: Option<String> = None;
        loop {
            let query = RequestQuery { after: after.take(), limit: 500, ..RequestQuery::default() };
            let rows = desk.requests(&query, at(0)).unwrap().rows;
            let Some(last) = rows.last() else { return all };
            after = Some(last.id.clone());
            for row in rows {
                let before = all.insert(row.number.clone(), row);
                assert_eq!(before.map(|row| row.number), None, "a number stands twice at desk {}", self.code);
            }
        }
    }
}

async fn complaint(mut process: Child) -> String {
    let mut text = String::new();
    process.stderr.take().unwrap().read_to_string(&mut text).await.unwrap();
    text
}

/// Kills of each process so far, and how many are enough.
struct Kills {
    each: Vec<AtomicU64>,
    enough: u64,
    /// Rings when a desk tells of a round of sync that moved something.
    synced: Notify,
}

impl Kills {
    fn of(processes: usize, enough: u64) -> Self {
        let each = (0..processes).map(|_| AtomicU64::new(0)).collect();
        Self { each, enough: asked("KILL_TIMES", enough), synced: Notify::new() }
    }

    fn note(&self, process: usize) {
        self.each[process].fetch_add(1, Ordering::Relaxed);
    }

    fn are_enough(&self) -> bool {
        self.each.iter().all(|kills| kills.load(Ordering::Relaxed) >= self.enough)
    }
}

async fn trouble_server(mut utama: Utama, kills: Arc<Kills>, process: usize, mut chance: Chance) -> Utama {
    while !kills.are_enough() {
        // At any time, or just when something has got through.
        if chance.one_in(2) {
            let _ = timeout(Duration::from_secs(3), kills.synced.notified()).await;
            sleep(millis(&mut chance, 60)).await;
        } else {
            sleep(millis(&mut chance, 1300)).await;
        }
        utama.kill_and_restart().await;
        kills.note(process);
    }
    utama
}

/// A moment of less than so many milliseconds.
fn millis(chance: &mut Chance, below: usize) -> Duration {
    Duration::from_millis(chance.below(below) as u64)
}

async fn trouble_desk(worker: &mut Worker, kills: &Kills, process: usize, mut chance: Chance) {
    while !kills.are_enough() {
        let (enough, longest) = match chance.below(6) {
            // While it opens its file, writes, and syncs.
            0 => (Enough::Things(0), 400),
            1 | 2 => (Enough::Things(1 + chance.below(8)), 25),
            _ => (Enough::Sync, 60),
        };
        worker.killed_after(enough, millis(&mut chance, longest), &kills.synced).await;
        kills.note(process);
    }
}

/// Two desks of one office, each at a server of its own or both at one, until each process was killed often enough.
async fn kill_again_and_again(servers: Vec<Utama>, times: u64) {
    let seed = asked("KILL_SEED", 1);
    eprintln!("KILL_SEED={seed}");
    let mut chance = Chance::new(seed);
    let mut first = Worker::enrolled("A", &servers[0]).await;
    let mut second = Worker::enrolled("B", servers.last().unwrap()).await;
    let kills = Arc::new(Kills::of(servers.len() + 2, times));
    let troubled: Vec<_> = (2..)
        .zip(servers)
        .map(|(process, utama)| tokio::spawn(trouble_server(utama, kills.clone(), process, chance.fork())))
        .collect();
    let (mine, yours) = (chance.fork(), chance.fork());
    tokio::join!(trouble_desk(&mut first, &kills, 0, mine), trouble_desk(&mut second, &kills, 1, yours));
    let mut servers = Vec::new();
    for utama in troubled {
        servers.push(utama.await.unwrap());
    }
    for worker in [&first, &second, &first] {
        worker.until_alike().await;
    }
    settled(&servers[0], [&first, &second]).await;
}

/// What must hold in the end.
async fn settled(utama: &Utama, workers: [&Worker; 2]) {
    assert_eq!(utama.check().await, Ok(()));
    let database = Database::named(utama.database().to_owned()).unwrap();
    let store = database.open(Calendar::shipped().unwrap(), at(0).millis).await.unwrap();
    let entries = store.entries(OFFICE).await.unwrap();
    let ids: BTreeSet<_> = entries.iter().map(|entry| entry.header.id).collect();
    assert_eq!(ids.len(), entries.len(), "entries stand twice at PPID Utama");
    let registers = workers.map(Worker::register);
    assert_eq!(registers[0].keys().collect::<Vec<_>>(), registers[1].keys().collect::<Vec<_>>());
    for worker in workers {
        assert_eq!(worker.verify().await, entries.len() as u64, "as many entries at desk {} as at PPID Utama", worker.code);
        for (number, row) in &registers[0] {
            assert_eq!(row.stage, registers[1][number].stage, "{number}");
        }
        acknowledged(worker, &registers[0]);
        let mine = format!(".{}/", worker.code);
        let mut serials: Vec<u32> =
            registers[0].keys().filter(|number| number.contains(&mine)).map(|number| number[..3].parse().unwrap()).collect();
        serials.sort_unstable();
        assert_eq!(serials, (1..=u32::try_from(serials.len()).unwrap()).collect::<Vec<_>>(), "numbers of desk {}", worker.code);
        let rounds = worker.said.iter().filter(|line| line.starts_with(SYNCED)).count();
        assert!(rounds > 0, "no round of desk {} got through while all were killed", worker.code);
        eprintln!(
            "desk {}: {} things said, {rounds} of them of sync, {} requests",
            worker.code,
            worker.said.len(),
            serials.len()
        );
    }
}

/// Every thing a desk said it had stored is in the register.
fn acknowledged(worker: &Worker, register: &BTreeMap<String, RequestRow>) {
    for line in &worker.said {
        let stage = match line.split_once(' ') {
            Some(("terdaftar", number)) => register.get(number).map(|_| true),
            Some(("dicabut", number)) => register.get(number).map(|row| row.stage == "withdrawn"),
            Some(("dikabulkan", number)) => register.get(number).map(|row| row.stage == "granted"),
            _ => continue,
        };
        assert_eq!(stage, Some(true), "desk {} said “{line}”", worker.code);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_again_and_again_desks_and_server_lose_nothing_and_double_nothing() {
    kill_again_and_again(vec![Utama::start().await], 30).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_again_and_again_two_servers_on_one_postgresql_lose_nothing_and_double_nothing() {
    let cluster = Cluster::start("");
    let Database::Postgres(address) = cluster.database() else { panic!("PostgreSQL has an address") };
    kill_again_and_again(vec![Utama::on(&address).await, Utama::on(&address).await], 15).await;
}
