//! Writes every paper as a PDF, for people to look at:
//! `cargo run -p loket-letters --example gallery -- DIRECTORY`
#![allow(clippy::print_stdout)]

use std::path::PathBuf;

use loket_domain::office::PaperSize;
use loket_letters::{Letterhead, Press, Wording};

#[path = "../tests/papers/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = PathBuf::from(std::env::args().nth(1).ok_or("which directory?")?);
    std::fs::create_dir_all(&directory)?;
    let press = Press::new();
    let heads: [(&str, Letterhead); 2] =
        [("", samples::office::letterhead()), ("-long-names", samples::office::long_letterhead())];
    for (size, suffix) in [(PaperSize::A4, "a4"), (PaperSize::F4, "f4")] {
        for (head, letterhead) in &heads {
            let write = |name: &str, pdf: Vec<u8>| {
                let path = directory.join(format!("{name}{head}-{suffix}.pdf"));
                println!("{:>7} bytes  {}", pdf.len(), path.display());
                std::fs::write(path, pdf)
            };
            for (name, paper) in samples::all() {
                write(name, press.print(paper.as_ref(), letterhead, size)?)?;
            }
            let papers = samples::dispute::papers();
            let file = samples::dispute::file(&papers);
            write("dispute-file", press.print_file(&file, letterhead, size, &Wording::default())?)?;
        }
    }
    Ok(())
}
