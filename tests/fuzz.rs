//! Every decoder of what comes from outside, fed with rubbish that looks nearly right.
//!
//! What is fed are real encodings, taken from a real session between desks and a server, changed at a few places by chance. So
//! that a target finds its way past magic words, hashes and zstd frames, some are fed from within (`targets`). What once broke
//! one is kept in `tests/fuzz/kept/<target>/` and fed first. A new decoder is one line in `TARGETS`.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

#[path = "fuzz/carried.rs"]
mod carried;
#[path = "fuzz/mutation.rs"]
mod mutation;
#[path = "sync/office.rs"]
#[allow(dead_code)] // Of the office only what the session asks for.
mod office;
#[path = "fuzz/session.rs"]
mod session;
#[path = "fuzz/targets.rs"]
mod targets;

use loket_tests::{Chance, repository};
use peak_alloc::PeakAlloc;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use mutation::mutated;
use session::Session;
use targets::{TARGETS, Target};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Inputs of each target when no time is given.
const INPUTS: u64 = 2000;

fn asked(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// One test, so that nothing else takes memory meanwhile. `make fuzz SECONDS=60 TARGET=batch` feeds one target for a while.
#[tokio::test]
async fn no_decoder_panics_swells_or_takes_what_was_tampered_with() {
    let session = Session::held().await;
    let number = |name| asked(name).and_then(|value| value.parse::<u64>().ok());
    let (only, seconds, seed) = (asked("FUZZ_TARGET"), number("FUZZ_SECONDS"), number("FUZZ_SEED").unwrap_or(1));
    for target in TARGETS.iter().filter(|target| only.as_deref().is_none_or(|only| only == target.name)) {
        let corpus = (target.corpus)(&session);
        assert!(!corpus.is_empty(), "nothing to begin with: {}", target.name);
        for input in kept(target).iter().chain(&corpus) {
            feed(target, &session, input);
        }
        let (mut chance, begun, mut inputs) = (Chance::new(seed), Instant::now(), 0);
        let over = |inputs| seconds.map_or(inputs >= INPUTS, |seconds| begun.elapsed() >= Duration::from_secs(seconds));
        while !over(inputs) {
            feed(target, &session, &mutated(&corpus, &mut chance));
            inputs += 1;
        }
        eprintln!("{}: {inputs} inputs from {} real ones in {:.1?}", target.name, corpus.len(), begun.elapsed());
    }
}

fn folder(target: &Target) -> PathBuf {
    repository().join("tests/fuzz/kept").join(target.name)
}

/// Inputs that broke the target once.
fn kept(target: &Target) -> Vec<Vec<u8>> {
    let Ok(files) = std::fs::read_dir(folder(target)) else { return vec![] };
    files.map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
}

/// Feeds one input; what breaks the target is kept as a file.
fn feed(target: &Target, session: &Session, input: &[u8]) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let fed = catch_unwind(AssertUnwindSafe(|| (target.eat)(session, input)));
    let took = MEMORY.peak_usage().saturating_sub(before);
    let allowed = target.swells.saturating_add(input.len() * 100);
    let broke = match fed {
        Ok(()) if took <= allowed => return,
        Ok(()) => format!("{} bytes of input took {took} bytes of memory", input.len()),
        Err(_) => "it panicked".to_owned(),
    };
    let path = folder(target).join(&blake3::hash(input).to_hex()[..16]);
    std::fs::create_dir_all(folder(target)).unwrap();
    std::fs::write(&path, input).unwrap();
    panic!("{}: {broke}; the input is kept in {}", target.name, path.display());
}
