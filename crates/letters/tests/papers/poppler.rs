//! Reading a PDF back.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{LazyLock, OnceLock};

use loket_domain::office::PaperSize;
use loket_letters::{Letterhead, Paper, Press};

/// Prints a paper on a press that has printed others.
pub(crate) fn print_on(paper: &dyn Paper, letterhead: &Letterhead, size: PaperSize) -> Pdf {
    static WARM: LazyLock<Press> = LazyLock::new(Press::new);
    let first = WARM.print(paper, letterhead, size).unwrap();
    let again = WARM.print(paper, letterhead, size).unwrap();
    assert_eq!(first, again, "the same paper printed again differs");
    Pdf::new(first)
}

/// A document, and what poppler said of it so far.
pub(crate) struct Pdf {
    pub(crate) bytes: Vec<u8>,
    info: OnceLock<String>,
    words: OnceLock<Vec<PageWords>>,
}

impl Pdf {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, info: OnceLock::new(), words: OnceLock::new() }
    }

    fn ask(&self, program: &str, arguments: &[&str]) -> String {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| panic!("{program} (package poppler-utils): {e}"));
        let mut stdin = child.stdin.take().unwrap();
        let bytes = self.bytes.clone();
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
        let info = self.info.get_or_init(|| self.ask("pdfinfo", &["-"]));
        info.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':').map(|value| value.trim().to_owned()))
    }

    pub(crate) fn pages(&self) -> usize {
        self.info("Pages").and_then(|pages| pages.parse().ok()).unwrap()
    }

    /// From two pages on, each says which one it is.
    pub(crate) fn assert_numbered(&self, word: &str) {
        let pages = self.flat_pages();
        for (page, number) in pages.iter().zip(1..).filter(|_| pages.len() > 1) {
            assert!(page.contains(&format!("{word} {number} dari {}", pages.len())), "page {number}: {page}");
        }
    }

    /// The words of each page with the boxes they take.
    pub(crate) fn words(&self) -> &[PageWords] {
        let page = |html: &str| {
            let size = (attribute(html, "width"), attribute(html, "height"));
            let words = html.split("<word ").skip(1).map(|word| Word {
                text: word.split(['>', '<']).nth(1).unwrap_or_default().to_owned(),
                left: attribute(word, "xMin"),
                top: attribute(word, "yMin"),
                right: attribute(word, "xMax"),
                bottom: attribute(word, "yMax"),
            });
            PageWords { size, words: words.collect() }
        };
        self.words.get_or_init(|| self.ask("pdftotext", &["-bbox", "-", "-"]).split("<page ").skip(1).map(page).collect())
    }

    /// No word leaves its page, and none stands on another.
    pub(crate) fn assert_words_apart(&self) {
        for page in self.words() {
            let (width, height) = page.size;
            let mut words: Vec<&Word> = page.words.iter().collect();
            for word in &words {
                let inside = word.left > 20.0 && word.top > 20.0 && word.right < width - 20.0 && word.bottom < height - 20.0;
                assert!(inside, "{word:?} leaves the page of {width} x {height}");
            }
            words.sort_by(|a, b| a.top.total_cmp(&b.top));
            for (place, word) in words.iter().enumerate() {
                let near = words.iter().skip(place + 1).take_while(|other| other.top < word.bottom);
                for other in near {
                    assert!(!word.covers(other), "{word:?} and {other:?} stand on each other");
                }
            }
        }
    }

    /// Where somebody signs, something of the paper stands above on the same page: its first line does not begin a signature.
    pub(crate) fn assert_signature_in_company(&self) {
        const FIRST_WORDS: [&str; 10] =
            ["Perbaungan,", "Sei", "Mengetahui,", "Menyetujui,", "Petugas", "Yang", "Camat", "a.n.", "Plt.", "Plh."];
        // What is stamped above the text.
        const STAMPS: f64 = 42.0;
        // Nobody signs an envelope, where the kop stands as high as a stamp elsewhere.
        const ENVELOPE: f64 = 500.0;
        for page in self.words().iter().filter(|page| page.size.1 > ENVELOPE) {
            let words = page.words.iter().filter(|word| word.top > STAMPS);
            let top = words.clone().map(|word| word.top).fold(f64::MAX, f64::min);
            for word in words.filter(|word| word.top < top + 3.0) {
                assert!(!FIRST_WORDS.contains(&word.text.as_str()), "{word:?} begins a signature alone on its page");
            }
        }
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

/// A page and what stands on it, in points from its top left corner.
pub(crate) struct PageWords {
    pub(crate) size: (f64, f64),
    pub(crate) words: Vec<Word>,
}

/// A word and its box.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) top: f64,
    right: f64,
    bottom: f64,
}

impl Word {
    /// Whether the middles of two boxes stand on each other; their rims may touch.
    fn covers(&self, other: &Self) -> bool {
        let rim = (self.bottom - self.top).min(other.bottom - other.top) * 0.2;
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across > rim && down > rim
    }
}

fn attribute(html: &str, name: &str) -> f64 {
    let value = html.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} in {html:.80}"))
}
