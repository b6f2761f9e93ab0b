//! One run: offices, desks and PPID Utama, and everything that happens to them.

use loket_desk::views::SubjectKind;
use loket_desk::{Desk, DeskError, Hold, StoreError};
use loket_domain::change::{Change, RequestChange};
use loket_journal::{EntryId, OriginId};
use loket_tests::Chance;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tempfile::TempDir;

use crate::counter::{Counter, act, form, step};
use crate::disk::Files;
use crate::glass::Seen;
use crate::law::{Broken, Law, must};
use crate::link::{Weather, Wire};
use crate::office::{DESKS, START, home, prepared};
use crate::trace::{Fault, Trace};
use crate::usb::Drawer;
use crate::utama::Utama;

pub(crate) const HOUR: i64 = 60 * 60 * 1000;
const YEAR: i64 = 365 * 24 * HOUR;

/// Stages in which a request waits for an answer.
const OPEN: [&str; 3] = ["registered", "processed", "extended"];

/// What a run is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    pub(crate) offices: usize,
    pub(crate) steps: usize,
    /// How many of a hundred calls meet a fault.
    pub(crate) storm: usize,
    /// How often at most a round is tried at once.
    pub(crate) burst: usize,
    /// Whether power is lost, disks are torn and full.
    pub(crate) power: bool,
    /// Whether clocks are wrong.
    pub(crate) clocks: bool,
    /// Whether backups are put back and the server is set up anew.
    pub(crate) restores: bool,
    /// Whether the server is put back from backups all the time.
    pub(crate) perilous: bool,
    /// Whether files are carried on sticks too.
    pub(crate) sticks: bool,
    /// The network in the end: whole, or ending each connection after so many bytes.
    pub(crate) thin: Option<usize>,
    /// Whether the staff of PPID Utama answer what is forwarded.
    pub(crate) staff: bool,
    /// Whether desks are put back from backups all the time.
    pub(crate) forgetful: bool,
}

/// What one office's officers were told.
#[derive(Default)]
pub(crate) struct Told {
    /// Entries whose use case was acknowledged, and that a disk still holds.
    pub(crate) acknowledged: BTreeSet<EntryId>,
    /// Numbers on receipts, by desk and year.
    pub(crate) papers: BTreeMap<(String, i32), BTreeMap<u32, EntryId>>,
    /// Where use cases ended, by series.
    pub(crate) ends: BTreeMap<OriginId, BTreeSet<u64>>,
}

pub(crate) struct World {
    pub(crate) plan: Plan,
    pub(crate) chance: Chance,
    pub(crate) now: u64,
    _home: TempDir,
    pub(crate) utama: Arc<Utama>,
    pub(crate) wire: Wire,
    pub(crate) counters: Vec<Counter>,
    pub(crate) told: Vec<Told>,
    pub(crate) server_backups: Vec<Files>,
    pub(crate) drawer: Drawer,
    /// Whether the last round moved anything.
    pub(crate) moved: bool,
}

/// What came of a run.
pub(crate) struct Outcome {
    pub(crate) broken: Option<Broken>,
    pub(crate) trace: Trace,
}

/// Plays a plan from beginning to end.
pub(crate) fn play(plan: Plan) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let mut world = World::new(plan).await;
        let broken = world.run().await.err();
        Outcome { broken, trace: world.wire.trace(std::mem::take) }
    })
}

impl World {
    async fn new(plan: Plan) -> Self {
        let (home, mut chance) = (home(), Chance::new(plan.seed));
        let utama = Arc::new(Utama::start(home.path(), chance.fork()).await);
        let wire = Wire::new(utama.clone(), chance.fork(), plan.power);
        let mut counters = Vec::new();
        for office in 0..plan.offices {
            let desks = 1 + chance.below(DESKS.len());
            for (number, code) in DESKS.into_iter().take(desks).enumerate() {
                let made = prepared(office, number);
                let mut counter = Counter::new(home.path().to_owned(), office, code, made.key);
                if plan.clocks {
                    counter.drift = drift(&mut chance);
                }
                counter.live_on(&made.files, &mut chance, START).unwrap();
                counters.push(counter);
            }
        }
        let told = (0..plan.offices).map(|_| Told::default()).collect();
        let mut world = Self {
            plan,
            chance,
            now: START + 60_000,
            _home: home,
            utama,
            wire,
            counters,
            told,
            server_backups: vec![],
            drawer: Drawer::default(),
            moved: false,
        };
        for at in 0..world.counters.len() {
            world.learn(at);
        }
        world
    }

    pub(crate) fn say(&self, line: std::fmt::Arguments<'_>) {
        self.wire.trace(|trace| trace.say(line));
    }

    pub(crate) fn fault(&self, fault: Fault) {
        self.wire.trace(|trace| trace.fault(fault));
    }

    async fn run(&mut self) -> Result<(), Broken> {
        self.wire.set_weather(Weather::Storm(self.plan.storm));
        for _ in 0..self.plan.steps {
            self.step().await?;
        }
        self.heal().await?;
        self.judge().await
    }

    async fn step(&mut self) -> Result<(), Broken> {
        let pause = 1 + self.chance.below(120_000) as u64;
        self.pass(pause);
        let at = self.chance.below(self.counters.len());
        if self.plan.perilous && self.chance.one_in(8) {
            self.server_backups.push(self.utama.files());
        } else if self.plan.perilous && self.chance.one_in(8) {
            self.put_back_utama().await?;
        }
        if self.plan.staff && self.chance.one_in(3) {
            self.forward(at)?;
            self.answer(at).await?;
        }
        if self.plan.forgetful && self.chance.one_in(6) {
            self.keep_backup_of(at);
        } else if self.plan.forgetful && self.chance.one_in(8) {
            self.put_back(at).await?;
        }
        match self.chance.below(100) {
            0..14 => self.register(at)?,
            14..26 => self.handle(at)?,
            26..29 if self.plan.restores => self.keep_backup(at),
            29..31 if self.plan.restores => self.put_back(at).await?,
            31 if self.plan.restores => self.put_back_utama().await?,
            32..34 if self.plan.power => self.crash(at, None)?,
            34 if self.plan.power => self.fill_disk(at)?,
            35 if self.plan.clocks => {
                self.counters[at].drift = drift(&mut self.chance);
                self.fault(Fault::ClockMoved);
            }
            36..40 => self.wire.deliver_late().await,
            40..75 if self.plan.sticks => self.stick(at).await?,
            _ => {
                // An impatient officer: whatever fails is tried again at once.
                let more = if self.plan.burst > 1 { self.chance.below(self.plan.burst) } else { 0 };
                self.sync(at).await?;
                for _ in 0..more {
                    self.pass(1000);
                    self.sync(at).await?;
                }
            }
        }
        Ok(())
    }

    pub(crate) fn pass(&mut self, millis: u64) {
        self.now += millis;
        self.utama.set_clock(self.now);
    }

    /// Looks at what is new in a desk's file; officers see it too.
    pub(crate) fn learn(&mut self, at: usize) -> Vec<Seen> {
        let counter = &mut self.counters[at];
        let new = counter.look();
        let origin = counter.with(|desk| desk.origin());
        let told = &mut self.told[counter.office];
        told.ends.entry(origin).or_default().extend(counter.glass().heads(origin));
        for seen in &new {
            told.acknowledged.insert(seen.header.id);
            if let Some(Change::Request(RequestChange::RequestRegistered { number, .. })) = &seen.change {
                let series = (number.desk.as_str().to_owned(), number.year);
                told.papers.entry(series).or_default().entry(number.serial).or_insert(seen.header.id);
            }
        }
        new
    }

    /// Does something at a desk, which may lose power while it is written.
    fn work(&mut self, at: usize, what: &str, work: impl FnOnce(&mut Desk) -> Result<(), DeskError>) -> Result<(), Broken> {
        let moment = self.counters[at].moment(self.now);
        let (day, written) = (moment.local.date(), self.counters[at].with(|desk| desk.written()));
        // As the window does before each command.
        self.counters[at].with(|desk| desk.look_at_clock(moment)).unwrap();
        let asked = what == "confirm_clock" || !self.counters[at].must_ask(day);
        let torn = self.plan.power && self.chance.one_in(12);
        let before = torn.then(|| self.counters[at].files());
        let counter = &self.counters[at];
        let done = counter.with(work);
        self.say(format_args!("{} {what}: {}", counter.name(), if done.is_ok() { "done" } else { "no" }));
        if self.counters[at].with(|desk| desk.written()) > written {
            must(asked, Law::ClockAsked, || format!("{what} at {} on {day}", self.counters[at].name()))?;
            self.counters[at].last = Some(day);
        }
        if let Some(before) = before {
            return self.crash(at, Some(&before));
        }
        match done {
            Ok(()) => {
                let origin = self.counters[at].with(|desk| desk.origin());
                let new = self.learn(at);
                let misfits = self.counters[at].glass().misfits();
                for seen in new.iter().filter(|seen| seen.header.origin == origin) {
                    let misfit = misfits.contains(&(origin, seen.header.seq));
                    must(!misfit, Law::ActsFit, || format!("{what} at {}: entry {}", self.counters[at].name(), seen.header.seq))?;
                }
                Ok(())
            }
            Err(DeskError::Refused(_) | DeskError::Held(_) | DeskError::Store(StoreError::Full)) => Ok(()),
            Err(error) => Err(Broken { law: Law::NoSurprise, how: format!("{what} at {}: {error:?}", self.counters[at].name()) }),
        }
    }

    pub(crate) fn register(&mut self, at: usize) -> Result<(), Broken> {
        let moment = self.counters[at].moment(self.now);
        let size = if self.chance.one_in(6) { 3000 } else { 40 };
        let form = form(&mut self.chance, moment, size);
        self.work(at, "register", |desk| desk.register_request(form, moment).map(|_| ()))
    }

    fn handle(&mut self, at: usize) -> Result<(), Broken> {
        if self.counters[at].with(|desk| desk.hold()).is_some() && self.chance.one_in(2) {
            return self.let_go_on(at);
        }
        let counter = &self.counters[at];
        let moment = counter.moment(self.now);
        let requests = counter.glass().requests();
        if requests.is_empty() {
            return Ok(());
        }
        let (id, _) = self.chance.pick(&requests).clone();
        let (action, over) = step(&mut self.chance);
        self.work(at, action, |desk| act(desk, SubjectKind::Request, &id, action, |_| over, moment))
    }

    /// The officer asks PPID Utama about a request that is open.
    fn forward(&mut self, at: usize) -> Result<(), Broken> {
        let counter = &self.counters[at];
        let moment = counter.moment(self.now);
        let requests = counter.glass().requests();
        let open: Vec<_> = requests.into_iter().filter(|(_, stage)| OPEN.contains(&stage.as_str())).collect();
        if open.is_empty() {
            return Ok(());
        }
        let (id, _) = self.chance.pick(&open).clone();
        let over = json!({"number": "12/2026", "note": "Mohon data"});
        self.work(at, "forward", |desk| act(desk, SubjectKind::Request, &id, "forward", |_| over, moment))
    }

    /// The officer does what the desk asks for while it writes nothing: looks at a calendar, or at the last receipts.
    pub(crate) fn let_go_on(&mut self, at: usize) -> Result<(), Broken> {
        if self.counters[at].with(|desk| desk.hold()) != Some(Hold::Clock) {
            return self.account(at);
        }
        if self.chance.one_in(2) {
            self.counters[at].drift = 0;
        }
        let moment = self.counters[at].moment(self.now);
        self.counters[at].with(|desk| desk.look_at_clock(moment)).unwrap();
        if self.counters[at].with(|desk| desk.hold()) != Some(Hold::Clock) {
            return Ok(());
        }
        let sure = |_: &loket_desk::views::Filled| json!({"sure": true, "note": "Baterai jam"});
        self.work(at, "confirm_clock", |desk| act(desk, SubjectKind::Office, "", "confirm_clock", sure, moment))
    }

    /// The officer reads the last numbers from the receipts.
    pub(crate) fn account(&mut self, at: usize) -> Result<(), Broken> {
        let counter = &self.counters[at];
        let moment = counter.moment(self.now);
        let this_year = chrono::Datelike::year(&moment.local.date());
        let mut last: BTreeMap<i32, u32> = BTreeMap::new();
        for ((code, year), papers) in &self.told[counter.office].papers {
            if code == counter.code {
                last.insert(*year, papers.keys().next_back().copied().unwrap_or(0));
            }
        }
        let newest = last.remove(&this_year).unwrap_or(0);
        let others: Vec<String> = last.iter().map(|(year, last)| format!("{year}: {last}")).collect();
        let over = |form: &loket_desk::views::Filled| {
            let known = serde_json::to_value(&form["last_request"]).unwrap().as_u64().unwrap_or(0);
            let newest = known.max(newest.into());
            json!({"last_request": newest, "other_years": others, "reason": "Dipulihkan dari cadangan"})
        };
        self.work(at, "account_numbers", |desk| act(desk, SubjectKind::Office, "", "account_numbers", over, moment))
    }
}

/// How far ahead a clock may be: mostly right, else hours or decades off.
fn drift(chance: &mut Chance) -> i64 {
    let sign = if chance.one_in(2) { 1 } else { -1 };
    let far = i64::try_from(1 + chance.below(20)).unwrap_or(1);
    match chance.below(10) {
        0..4 => 0,
        4..7 => sign * far * HOUR,
        7 => sign * HOUR,
        8 => sign * far * 24 * HOUR,
        _ => sign * far * YEAR,
    }
}
