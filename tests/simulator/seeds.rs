//! Runs of many seeds, and one seed again and again.

use loket_tests::Chance;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use crate::trace::Fault;
use crate::world::{Outcome, Plan, play};

/// A plan without bursts, as the first simulator made them.
const fn early(seed: u64, offices: usize, steps: usize, storm: usize, clocks: bool, power: bool, thin: Option<usize>) -> Plan {
    Plan {
        seed,
        offices,
        steps,
        storm,
        burst: 1,
        power,
        clocks,
        restores: true,
        perilous: false,
        sticks: false,
        thin,
        staff: false,
        forgetful: false,
    }
}

/// Runs that once broke a law.
const FAILED_ONCE: [Plan; 5] = [
    // A receipt whose answer was lost was never asked for again.
    early(40, 3, 87, 92, false, true, Some(4158)),
    // A backup made while the desk was held told of the restore before only.
    early(146, 2, 118, 69, false, true, Some(2022)),
    // A restored desk took what the server had beyond it for a fork.
    early(218, 2, 99, 94, false, true, None),
    // An entry was stamped before the one it was decided on.
    early(396, 2, 107, 64, true, false, Some(4651)),
    // Numbers of another year than the one in which a desk was restored were not asked for.
    Plan { burst: 11, ..early(1055, 2, 113, 88, true, true, None) },
];

/// How often the 200 seeds must meet each fault.
const OF_EACH: u64 = 20;
/// From this seed on runs are long: many faults for one beginning and end.
const LONG: u64 = 1000;

/// What a seed stands for.
pub(crate) fn plan(seed: u64) -> Plan {
    let mut chance = Chance::new(seed ^ 0x5eed);
    let (steps, burst) = if seed < LONG { (20, 4) } else { (60, 80) };
    Plan {
        seed,
        offices: 2 + chance.below(2),
        steps: steps + chance.below(steps),
        storm: 60 + chance.below(36),
        burst: 1 + chance.below(burst),
        power: chance.percent(60),
        clocks: chance.percent(50),
        restores: chance.percent(50),
        perilous: chance.percent(20),
        thin: chance.one_in(3).then(|| 1500 + chance.below(4000)),
        sticks: chance.one_in(3),
        staff: chance.percent(60),
        forgetful: chance.percent(25),
    }
}

/// Plays a plan; panics with its trace when it breaks a law.
pub(crate) fn hold(plan: Plan) -> Outcome {
    let outcome = play(plan);
    if let Some(broken) = &outcome.broken {
        eprintln!("{}", outcome.trace.lines.join("\n"));
        panic!("seed {} broke {broken}\n{plan:?}", plan.seed);
    }
    outcome
}

/// A number from the environment of `make sim`.
fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn one_seed_replays_one_run() {
    for seed in [7, 8] {
        assert_eq!(play(plan(seed)).trace.digest(), play(plan(seed)).trace.digest(), "seed {seed}");
    }
}

#[test]
fn what_failed_once_holds() {
    FAILED_ONCE.into_iter().for_each(|plan| drop(hold(plan)));
}

/// What many runs met.
#[derive(Default)]
struct Met {
    faults: BTreeMap<Fault, u64>,
    answers: u64,
}

impl Met {
    fn add(&mut self, other: Self) {
        self.answers += other.answers;
        for (fault, times) in other.faults {
            *self.faults.entry(fault).or_default() += times;
        }
    }
}

/// 200 seeds, or with `make sim` as many as the time allows, on every core: each run has a thread and a world of its own.
#[test]
fn the_laws_hold_on_every_seed() {
    let (first, seconds) = (asked("SIM_SEED"), asked("SIM_SECONDS"));
    let (begun, next) = (Instant::now(), AtomicU64::new(first.unwrap_or(0)));
    let begin = next.load(Relaxed);
    let runs = || -> Met {
        let mut met = Met::default();
        loop {
            let seed = next.fetch_add(1, Relaxed);
            let over = seconds.map_or(seed >= begin + 200, |seconds| begun.elapsed() >= Duration::from_secs(seconds));
            // The first seed asked for is played whatever the time.
            if over && seed != begin {
                return met;
            }
            let trace = hold(plan(seed)).trace;
            met.add(Met { faults: trace.faults, answers: trace.answers });
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let Met { faults, answers } = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(runs)).collect();
        threads.into_iter().fold(Met::default(), |mut all, thread| {
            all.add(thread.join().unwrap());
            all
        })
    });
    let rare: Vec<_> = Fault::ALL.into_iter().filter(|fault| faults.get(fault).is_none_or(|times| *times < OF_EACH)).collect();
    let proves = rare.is_empty() && answers >= OF_EACH;
    assert!(seconds.is_some() || proves, "too rare to prove anything: {rare:?} of {faults:?}, {answers} answers");
    let (total, spent) = (faults.values().sum::<u64>(), begun.elapsed());
    let pace = 60.0 * f64::from(u32::try_from(total).unwrap()) / spent.as_secs_f64();
    let runs = next.load(Relaxed) - begin - cores as u64;
    eprintln!("{runs} runs in {spent:.1?}: {total} faults, {pace:.0} a minute, {answers} answers of PPID Utama: {faults:?}");
}
