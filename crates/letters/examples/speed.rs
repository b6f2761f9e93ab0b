//! How long a letter takes and how large it is: `cargo run --release -p loket-letters --example speed`
//!
//! One line a paper: the median milliseconds of a warm letter on F4, and its bytes. As in an office, each letter is for
//! somebody else who asks for something else; nothing is printed twice.
#![allow(clippy::print_stdout)]

use std::time::Instant;

use loket_domain::classification::Worksheet;
use loket_domain::objection::{Objected, ObjectionAnswer as Answer, Verdict};
use loket_domain::office::PaperSize;
use loket_domain::request::Registration;
use loket_letters::*;

#[path = "../tests/papers/samples/mod.rs"]
mod samples;

use samples::{answers, classifications, forms, letters, objections, office};

const LETTERS: usize = 200;

/// The paper with this number.
type Made = fn(usize) -> Box<dyn Paper>;

/// Every letter that usually takes one page, and the form with its rights.
const PAPERS: [(&str, Made); 15] = [
    ("receipt", |n| Box::new(Receipt { registration: somebody(n), ..forms::receipt() })),
    ("request form (2 pages)", |n| Box::new(RequestForm { registration: somebody(n), ..forms::request_form() })),
    ("incomplete notice", |n| Box::new(IncompleteNotice { case: case(n), ..letters::incomplete_notice() })),
    ("extension notice", |n| Box::new(ExtensionNotice { case: case(n), ..letters::extension_notice() })),
    ("disposition", |n| Box::new(Disposition { case: case(n), ..letters::disposition() })),
    ("deadline addendum", |n| Box::new(DeadlineAddendum { case: case(n), ..letters::deadline_addendum() })),
    ("written notice", |n| Box::new(WrittenNotice { registration: somebody(n), ..answers::written_notice() })),
    ("refusal decision", |n| {
        let decision = answers::refusal_decision(answers::refusal());
        Box::new(RefusalDecision { registration: somebody(n), ..decision })
    }),
    ("fee receipt", |n| Box::new(FeeReceipt { payer: name(n), ..letters::fee_receipt() })),
    ("hand-over receipt", |n| Box::new(HandOverReceipt { received_by: name(n), ..letters::hand_over_receipt() })),
    ("objection form", |n| {
        let form = objections::objection_form();
        Box::new(ObjectionForm { form: Objected { case_position: asked(n), ..form.form.clone() }, ..form })
    }),
    ("objection answer", |n| {
        let letter = objections::objection_answer(Verdict::Overturned);
        let answer = Answer { considerations: asked(n), ..letter.answer.clone() };
        Box::new(ObjectionAnswer { answer, ..letter })
    }),
    ("consequence test", |n| {
        let test = classifications::consequence_test();
        let worksheet = Worksheet { information: asked(n), ..test.worksheet.clone() };
        Box::new(ConsequenceTest { worksheet, ..test })
    }),
    ("classification decree", |n| {
        let decree = classifications::classification_decree();
        let worksheet = Worksheet { information: asked(n), ..decree.worksheet.clone() };
        Box::new(ClassificationDecree { worksheet, ..decree })
    }),
    ("recovery card", |n| {
        let code = [word(n), word(n + 1), word(n + 2)].join("-");
        Box::new(RecoveryCard { recovery_code: code, ..forms::recovery_card() })
    }),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let started = Instant::now();
    let press = Press::new();
    let ready = milliseconds(started);
    let (cold, _) = timed(&press, &forms::receipt())?;
    println!("{:<24}{:>8}{:>16}{:>10}", "paper", "ms", "letters/second", "bytes");
    for (name, made) in PAPERS {
        let measured = (0..LETTERS).map(|n| timed(&press, made(n).as_ref())).collect::<Result<Vec<_>, _>>()?;
        let milliseconds = median(measured.iter().map(|(milliseconds, _)| *milliseconds));
        let bytes = median(measured.iter().map(|(_, bytes)| *bytes));
        println!("{name:<24}{milliseconds:>8.2}{:>16.0}{bytes:>10}", 1_000.0 / milliseconds);
    }
    println!("once: press made ready {ready:.2} ms, first receipt {cold:.2} ms");
    Ok(())
}

fn timed(press: &Press, paper: &dyn Paper) -> Result<(f64, usize), Box<dyn std::error::Error>> {
    let head = office::letterhead();
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
    let mut registration = samples::people::registration();
    registration.applicant.name = name(number);
    registration.information = asked(number);
    registration
}

fn case(number: usize) -> CaseLetter {
    CaseLetter { registration: somebody(number), ..letters::incomplete_notice().case }
}

fn name(number: usize) -> String {
    format!("{} {}", word(number), word(number + 5))
}

fn asked(number: usize) -> String {
    (0..25).map(|k| word(number * 31 + k) + " ").collect()
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
