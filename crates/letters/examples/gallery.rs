//! Writes every paper as a PDF, for people to look at:
//! `cargo run -p loket-letters --example gallery -- DIRECTORY`
#![allow(clippy::print_stdout)]

use std::path::PathBuf;

use loket_domain::office::PaperSize;
use loket_letters::Press;

#[path = "../tests/papers/samples.rs"]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = PathBuf::from(std::env::args().nth(1).ok_or("which directory?")?);
    std::fs::create_dir_all(&directory)?;
    let press = Press::new();
    let letterhead = samples::letterhead();
    for (name, paper) in samples::all() {
        for (size, suffix) in [(PaperSize::A4, "a4"), (PaperSize::F4, "f4")] {
            let pdf = press.print(paper.as_ref(), &letterhead, size)?;
            let path = directory.join(format!("{name}-{suffix}.pdf"));
            std::fs::write(&path, &pdf)?;
            println!("{:>7} bytes  {}", pdf.len(), path.display());
        }
    }
    Ok(())
}
