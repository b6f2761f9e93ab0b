//! How long a letter takes and how large it is: `cargo run --release -p loket-letters --example speed`
#![allow(clippy::print_stdout)]

use std::time::{Duration, Instant};

use loket_letters::{Paper, PaperSize, Press};

#[path = "../tests/papers/samples.rs"]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let started = Instant::now();
    let press = Press::new();
    println!("press ready after {:?}", started.elapsed());
    let head = samples::letterhead();
    let started = Instant::now();
    press.print(&samples::receipt(), &head, PaperSize::A4)?;
    println!("first letter, emblem read: {:?}", started.elapsed());
    for (name, paper) in samples::all() {
        let (median, bytes) = median(&press, paper.as_ref())?;
        println!("{name:22} same again {median:>9.2?}  {bytes:>6} bytes");
    }
    // Letters as an office prints them: another applicant and text each time.
    let mut times = Vec::new();
    for i in 0..200_u32 {
        let mut receipt = samples::receipt();
        receipt.registration_no = format!("{i:03}/PPID/KEC-PBG/XI/2026");
        let letters =
            |seed: u32| (0..14).map(move |k| char::from(b'a' + u8::try_from((seed * 7 + k * (seed % 11 + 3)) % 26).unwrap_or(0)));
        receipt.applicant.name = letters(i).collect();
        receipt.information = (0..20).map(|k| letters(i + k).collect::<String>() + " ").collect();
        let started = Instant::now();
        press.print(&receipt, &head, PaperSize::A4)?;
        times.push(started.elapsed());
    }
    times.sort_unstable();
    println!("receipts, each other   median     {:>9.2?}", times[times.len() / 2]);
    Ok(())
}

fn median(press: &Press, paper: &dyn Paper) -> Result<(Duration, usize), Box<dyn std::error::Error>> {
    let head = samples::letterhead();
    let mut times = Vec::new();
    let mut bytes = 0;
    for _ in 0..101 {
        let started = Instant::now();
        bytes = press.print(paper, &head, PaperSize::A4)?.len();
        times.push(started.elapsed());
    }
    times.sort_unstable();
    Ok((times[times.len() / 2], bytes))
}
