//! Each paper on each size of sheet, compared with the text it had when a person last looked at it.
//! `UPDATE_GOLDEN=1 cargo test -p loket-letters` accepts what is printed now.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::PathBuf;

use loket_domain::office::PaperSize;
use loket_domain::paper::PaperKind;
use loket_letters::{PaperMark, Press, SheetSize, Wording};

use crate::poppler::{Pdf, print_on};
use crate::samples;

/// How many of a document's pages bear the mark of a copy.
enum Copies {
    All,
    None,
    But(usize),
}

fn compare(name: &str, (size, sheet): (PaperSize, SheetSize), title: &str, copies: &Copies, pdf: &Pdf) {
    pdf.assert_fonts();
    const A4: (f64, f64) = (595.276, 841.89);
    let (suffix, office) = match size {
        PaperSize::A4 => ("a4", A4),
        PaperSize::F4 => ("f4", (609.449, 935.43)),
    };
    let points = |(width, height): (f32, f32)| (f64::from(width) / 25.4 * 72.0, f64::from(height) / 25.4 * 72.0);
    let (width, height) = match sheet {
        SheetSize::Office => office,
        SheetSize::A4 => A4,
        SheetSize::A3 => (841.89, 1190.551),
        SheetSize::Envelope(envelope) => points(envelope.millimetres()),
    };
    for page in pdf.words() {
        // A list lies on its side.
        let (short, long) = (page.size.0.min(page.size.1), page.size.0.max(page.size.1));
        assert!((short - width).abs() < 0.01 && (long - height).abs() < 0.01, "{short} x {long}");
    }
    assert_eq!(pdf.info("Title").unwrap(), title);
    assert_eq!(pdf.info("CreationDate"), None);
    pdf.assert_words_apart();
    let text = pdf.text();
    let marked = match copies {
        Copies::All => pdf.pages(),
        Copies::None => 0,
        Copies::But(pages) => pdf.pages() - pages,
    };
    assert_eq!(text.matches("SALINAN").count(), marked, "marks of a copy");
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", &format!("{name}-{suffix}.txt")].iter().collect();
    let now = format!("{} pages\n{}", pdf.pages(), text.replace('\u{c}', "\n---- next page ----\n"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &now).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(golden == now, "{} is no longer what is printed:\n{now}", path.display());
}

fn compare_all(size: PaperSize) {
    let head = samples::office::letterhead();
    // Another press prints them in another order, which must make no difference.
    let press = Press::new();
    let mut others: Vec<Vec<u8>> =
        samples::all().iter().rev().map(|(_, paper)| press.print(paper.as_ref(), &head, size).unwrap()).collect();
    for (name, paper) in samples::all() {
        let pdf = print_on(paper.as_ref(), &head, size);
        assert_eq!(Some(&pdf.bytes), others.pop().as_ref(), "{name}: another press prints the same paper otherwise");
        pdf.assert_numbered("Halaman");
        pdf.assert_signature_in_company();
        let copies = if paper.imprint().mark == PaperMark::Copy { Copies::All } else { Copies::None };
        compare(name, (size, paper.imprint().sheet), &paper.imprint().title, &copies, &pdf);
    }
    let papers = samples::dispute::papers();
    let file = samples::dispute::file(&papers);
    let print = || Press::new().print_file(&file, &head, size, &Wording::default()).unwrap();
    let pdf = Pdf::new(print());
    assert_eq!(pdf.bytes, print(), "the same file printed again differs");
    pdf.assert_numbered("Berkas sengketa, halaman");
    // Its index and its appendix are made for the file.
    compare(
        "dispute-file",
        (size, SheetSize::Office),
        &format!("Berkas Sengketa {}", file.registration_no),
        &Copies::But(2),
        &pdf,
    );
}

#[test]
fn papers_on_a4_read_as_they_did() {
    compare_all(PaperSize::A4);
}

#[test]
fn papers_on_f4_read_as_they_did() {
    compare_all(PaperSize::F4);
}

#[test]
fn every_kind_of_paper_has_a_sample_and_so_a_golden() {
    let samples = samples::all();
    for kind in PaperKind::ALL {
        let name = samples::name_of(*kind);
        let of_kind = |sample: &str| sample == name || sample.starts_with(&format!("{name}-"));
        assert!(samples.iter().any(|(sample, _)| of_kind(sample)), "no sample of {}", kind.code());
    }
}
