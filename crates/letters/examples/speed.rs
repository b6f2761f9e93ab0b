//! How long a letter takes and how large it is: `cargo run --release -p loket-letters --example speed`
//!
//! One line a paper: the median milliseconds of a warm letter on F4, and its bytes. As in an office, each letter is for
//! somebody else who asks for something else; nothing is printed twice.
#![allow(clippy::print_stdout)]

use std::time::Instant;

use loket_domain::office::PaperSize;
use loket_domain::request::Registration;
use loket_letters::{Paper, Press, Receipt, RecoveryCard, RefusalDecision, RequestForm, WrittenNotice};

#[path = "../tests/papers/samples.rs"]
mod samples;

const LETTERS: usize = 200;

/// The paper with this number.
type Made = fn(usize) -> Box<dyn Paper>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let papers: [(&str, Made); 5] = [
        ("receipt", |n| Box::new(Receipt { registration: somebody(n), ..samples::receipt() })),
        ("request form", |n| Box::new(RequestForm { registration: somebody(n), ..samples::request_form() })),
        ("written notice", |n| Box::new(WrittenNotice { registration: somebody(n), ..samples::written_notice() })),
        ("refusal decision", |n| {
            Box::new(RefusalDecision { registration: somebody(n), ..samples::refusal_decision(samples::refusal()) })
        }),
        ("recovery card", |n| {
            let code = [word(n), word(n + 1), word(n + 2)].join("-");
            Box::new(RecoveryCard { recovery_code: code, ..samples::recovery_card() })
        }),
    ];
    let started = Instant::now();
    let press = Press::new();
    let ready = milliseconds(started);
    let (cold, _) = timed(&press, &samples::receipt())?;
    println!("{:<20}{:>10}{:>10}", "paper", "ms", "bytes");
    for (name, made) in papers {
        let measured = (0..LETTERS).map(|n| timed(&press, made(n).as_ref())).collect::<Result<Vec<_>, _>>()?;
        let milliseconds = median(measured.iter().map(|(milliseconds, _)| *milliseconds));
        let bytes = median(measured.iter().map(|(_, bytes)| *bytes));
        println!("{name:<20}{milliseconds:>10.2}{bytes:>10}");
    }
    println!("once: press made ready {ready:.2} ms, first receipt {cold:.2} ms");
    Ok(())
}

fn timed(press: &Press, paper: &dyn Paper) -> Result<(f64, usize), Box<dyn std::error::Error>> {
    let head = samples::letterhead();
    let started = Instant::now();
    let bytes = press.print(paper, &head, PaperSize::F4)?.len();
    Ok((milliseconds(started), bytes))
}

fn milliseconds(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1_000.0
}

fn median<T: PartialOrd + Copy>(values: impl Iterator<Item = T>) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    values[values.len() / 2]
}

/// Somebody new who asks for something new.
fn somebody(number: usize) -> Registration {
    let mut registration = samples::registration();
    registration.applicant.name = format!("{} {}", word(number), word(number + 5));
    registration.information = (0..25).map(|k| word(number * 31 + k) + " ").collect();
    registration
}

/// A word of nine letters, another for each number.
fn word(number: usize) -> String {
    let mut seed = number as u64 ^ 0x9E37_79B9_7F4A_7C15;
    let mut letter = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + u8::try_from((seed >> 33) % 26).unwrap_or(0))
    };
    (0..9).map(|_| letter()).collect()
}
