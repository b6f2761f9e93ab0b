//! One thing has one name for the people of an office, wherever it is said: in the core, on paper, in the window, in their guide.

use crate::terms::{said, sources};
use loket_tests::repository;

/// Words that are not said, and the one that is said instead.
const SAID_INSTEAD: [(&str, &str); 8] = [
    ("pencetak", "printer"),
    ("surel", "e-mail"),
    ("email", "e-mail"),
    ("nama pengguna", "nama akun"),
    ("username", "nama akun"),
    ("website", "laman"),
    ("password", "sandi"),
    ("handphone", "telepon"),
];

/// What is read by people: literals of more than one word, without what is filled in.
fn literals(text: &str) -> Vec<String> {
    let text = text.replace("\\\"", "'").replace("'\"'", "''");
    let mut found: Vec<String> = text.split('"').skip(1).step_by(2).map(without_names).collect();
    found.retain(|literal| literal.trim().contains(' ') && !literal.contains('\n'));
    found
}

/// A text without what stands in braces, in a guide without what is typed at a terminal.
fn without_names(text: &str) -> String {
    let outside = |text: &str, open: char, close: char| {
        let mut depth = 0_u32;
        let mut out = String::new();
        for c in text.chars() {
            let closes = c == close && depth > 0;
            if c == open && !closes {
                depth += 1;
            } else if closes {
                depth -= 1;
            } else if depth == 0 {
                out.push(c);
            }
        }
        out
    };
    outside(&outside(text, '{', '}'), '`', '`')
}

/// The first word of the list that stands in it as a word.
fn lost(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    let stands = |word: &&str| {
        text.match_indices(*word).any(|(at, word)| {
            edge(text.get(..at).and_then(|before| before.chars().next_back()))
                && edge(text.get(at + word.len()..).and_then(|after| after.chars().next()))
        })
    };
    SAID_INSTEAD.iter().map(|(word, _)| *word).find(stands)
}

#[test]
fn one_thing_has_one_name_for_people() {
    let mut wrong = Vec::new();
    // The server's pages speak to other people, and its database has users.
    let server = repository().join("crates/utama");
    for path in sources().into_iter().filter(|path| !path.starts_with(&server)) {
        let text = said(&std::fs::read_to_string(&path).unwrap());
        // What a program is asked by name is no word for people: it stands in literals of one word.
        let sql = ["select ", "insert ", "create ", "update ", "delete "];
        for literal in literals(&text) {
            let is_sql = sql.iter().any(|verb| literal.to_lowercase().contains(verb));
            if let Some(word) = lost(&literal).filter(|_| !is_sql) {
                wrong.push(format!("{}: {word}: {literal}", path.display()));
            }
        }
    }
    let guides = std::fs::read_dir(repository().join("docs/panduan")).unwrap().map(|entry| entry.unwrap().path());
    for path in guides.filter(|path| path.extension().is_some_and(|kind| kind == "md")) {
        for line in without_names(&std::fs::read_to_string(&path).unwrap()).lines() {
            if let Some(word) = lost(line) {
                wrong.push(format!("{}: {word}: {line}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_is_found_wherever_it_stands_and_nowhere_else() {
    assert_eq!(lost("Kirim lewat Surel."), Some("surel"));
    assert_eq!(lost("E-mail atau telepon"), None);
    assert_eq!(lost("Percetakan negara"), None);
    assert_eq!(literals("f(\"nama {password} dan \\\"x\\\"\", 'a', \"satu\")"), ["nama  dan 'x'"]);
}
