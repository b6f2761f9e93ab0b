//! Each paper on each size of sheet, compared with the text it had when a person last looked at it.
//! `UPDATE_GOLDEN=1 cargo test -p loket-letters` accepts what is printed now.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::PathBuf;

use loket_domain::office::PaperSize;
use loket_letters::{Paper, PaperMark};

use crate::poppler::print_anew;
use crate::samples;

fn compare(name: &str, size: PaperSize, paper: &dyn Paper) {
    let pdf = print_anew(paper, &samples::letterhead(), size);
    pdf.assert_fonts();
    let (suffix, points) = match size {
        PaperSize::A4 => ("a4", "595.276 x 841.89"),
        PaperSize::F4 => ("f4", "609.449 x 935.43"),
    };
    let page_size = pdf.info("Page size").unwrap();
    assert!(page_size.starts_with(points), "{page_size}");
    assert_eq!(pdf.info("Title").unwrap(), paper.title());
    assert_eq!(pdf.info("CreationDate"), None);
    let text = pdf.text();
    if pdf.pages() > 1 {
        for number in 1..=pdf.pages() {
            assert!(text.contains(&format!("Halaman {number} dari {}", pdf.pages())));
        }
    }
    let copies = text.matches("SALINAN").count();
    let expected = if paper.mark() == PaperMark::Copy { pdf.pages() } else { 0 };
    assert_eq!(copies, expected, "marks of a copy");
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", &format!("{name}-{suffix}.txt")].iter().collect();
    let now = format!("{} pages\n{}", pdf.pages(), text.replace('\u{c}', "\n---- next page ----\n"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &now).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(golden == now, "{} is no longer what is printed:\n{now}", path.display());
}

#[test]
fn papers_on_a4_read_as_they_did() {
    for (name, paper) in samples::all() {
        compare(name, PaperSize::A4, paper.as_ref());
    }
}

#[test]
fn papers_on_f4_read_as_they_did() {
    for (name, paper) in samples::all() {
        compare(name, PaperSize::F4, paper.as_ref());
    }
}
