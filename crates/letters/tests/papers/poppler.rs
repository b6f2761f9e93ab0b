//! Reading a PDF back.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use loket_domain::office::PaperSize;
use loket_letters::{Letterhead, Paper, Press};

/// Prints a paper on a press that has printed others.
pub(crate) fn print_on(paper: &dyn Paper, letterhead: &Letterhead, size: PaperSize) -> Pdf {
    static WARM: LazyLock<Press> = LazyLock::new(Press::new);
    let first = WARM.print(paper, letterhead, size).unwrap();
    let again = WARM.print(paper, letterhead, size).unwrap();
    assert_eq!(first, again, "the same paper printed again differs");
    Pdf(first)
}

/// Prints a paper on a new press too, which must make no difference.
pub(crate) fn print_anew(paper: &dyn Paper, letterhead: &Letterhead, size: PaperSize) -> Pdf {
    let warm = print_on(paper, letterhead, size);
    let new = Press::new().print(paper, letterhead, size).unwrap();
    assert_eq!(warm.0, new, "a new press prints the same paper otherwise");
    warm
}

pub(crate) struct Pdf(pub(crate) Vec<u8>);

impl Pdf {
    fn ask(&self, program: &str, arguments: &[&str]) -> String {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| panic!("{program} (package poppler-utils): {e}"));
        let mut stdin = child.stdin.take().unwrap();
        let bytes = self.0.clone();
        let writer = std::thread::spawn(move || stdin.write_all(&bytes));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap().unwrap();
        let complaints = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && complaints.is_empty(), "{program}: {complaints}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The text as it stands on the pages, form feeds between them.
    pub(crate) fn text(&self) -> String {
        self.ask("pdftotext", &["-layout", "-", "-"])
    }

    /// The text of each page with all white space made single spaces.
    pub(crate) fn flat_pages(&self) -> Vec<String> {
        let text = self.ask("pdftotext", &["-", "-"]);
        let pages: Vec<&str> = text.split('\u{c}').collect();
        let pages = pages.split_last().map_or(&[][..], |(_, pages)| pages);
        pages.iter().map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// A line of `pdfinfo`.
    pub(crate) fn info(&self, key: &str) -> Option<String> {
        let info = self.ask("pdfinfo", &["-"]);
        info.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':').map(|value| value.trim().to_owned()))
    }

    pub(crate) fn pages(&self) -> usize {
        self.info("Pages").and_then(|pages| pages.parse().ok()).unwrap()
    }

    /// Every font is embedded, reduced and can be copied from.
    pub(crate) fn assert_fonts(&self) {
        let fonts = self.ask("pdffonts", &["-"]);
        let mut seen = 0;
        for line in fonts.lines().skip(2) {
            let flags: Vec<&str> = line.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(flags, ["yes", "yes", "yes"], "{fonts}");
            seen += 1;
        }
        assert!(seen > 0, "no font at all");
    }
}
