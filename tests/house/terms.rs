//! How long a clock of the law runs is typed once, in `crates/domain/src/clock.rs`; every sentence takes it from there.

use loket_domain::indonesian::spelled;
use loket_tests::repository;
use std::path::{Path, PathBuf};

/// What a term of the law is counted in.
const UNIT: &str = "hari kerja";
/// Where the numbers stand.
const ONCE: &str = "crates/domain/src/clock.rs";

/// The sources of the core and of the window.
pub(crate) fn sources() -> Vec<PathBuf> {
    let crates = std::fs::read_dir(repository().join("crates")).unwrap().map(|entry| entry.unwrap().path().join("src"));
    let roots = crates.chain([repository().join("src-tauri/src"), repository().join("ui/src")]);
    let mut found = Vec::new();
    roots.for_each(|root| walk(&root, &mut found));
    found
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|kind| ["rs", "ts", "tsx"].iter().any(|known| kind == *known)) {
            found.push(path);
        }
    }
}

/// What a file says, without the lines that only comment; a string that goes on in the next line is one string.
pub(crate) fn said(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !["//", "/*", "*"].iter().any(|comment| line.starts_with(comment)));
    lines.collect::<Vec<_>>().join("\n").replace("\\\n", "")
}

/// Whether `before` ends in a number: digits, or words that spell one, in brackets or not.
fn ends_in_number(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches(')').to_lowercase();
    let in_words = |number| before.strip_suffix(&spelled(number)).is_some_and(|rest| !rest.ends_with(char::is_alphabetic));
    before.ends_with(|last: char| last.is_ascii_digit()) || (1..=366).any(in_words)
}

#[test]
fn the_numbers_of_the_law_are_typed_once() {
    let mut again = Vec::new();
    for path in sources() {
        let name = path.strip_prefix(repository()).unwrap().display().to_string();
        let said = said(&std::fs::read_to_string(&path).unwrap());
        let typed = said.to_lowercase().match_indices(UNIT).any(|(at, _)| ends_in_number(&said.to_lowercase()[..at]));
        if typed && name != ONCE {
            again.push(name);
        }
    }
    assert!(again.is_empty(), "these type a term of the law; take it from its `Clock` ({ONCE}): {again:#?}");
}

#[test]
fn a_typed_term_is_seen_however_it_is_written() {
    for typed in ["dalam 10 ", "paling lama 7 (tujuh) ", "dalam satu ", "(tiga puluh) "] {
        assert!(ends_in_number(typed), "{typed}");
    }
    for free in ["dihitung ", "{days} ", "{days} ({}) ", "kalender "] {
        assert!(!ends_in_number(free), "{free}");
    }
}
