//! Entries as they were once stored: one of every kind of change, and one of every older form that was ever written.
//!
//! `frozen/<kind>.json` is a stored payload, `frozen/<kind>.<what>.json` another form of the kind. `frozen/stories` holds what
//! a row of them made of its subject. None of these files is ever edited: a change of the code that no longer reads one of them, or
//! makes something else of it, would do so to what an office wrote years ago. Everything in them is invented.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use loket_domain::change::Change;
use loket_domain::classification::Classification;
use loket_domain::dip::Listed;
use loket_domain::objection::Objection;
use loket_domain::office::Office;
use loket_domain::old_book::CopiedRequest;
use loket_domain::question::Question;
use loket_domain::report::FiledReport;
use loket_domain::request::Request;
use loket_journal::{Payload, Recorded};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What lacks a field that came later, or has one that went: read, but written otherwise today.
const OLDER: [&str; 6] = [
    "account_opened.one_role",
    "office_established.pattern_of_the_office",
    "official_named.without_decree",
    "request_refused.by_a_test_without_limits",
    "request_refused.without_copies",
    "request_refused.without_limits",
];

/// Written on the first day of the app, before any office had it: how numbers are written stood with the office, not with its
/// desk. Guessing a pattern would guess legal numbers, so a person must look.
const UNREADABLE: &str = "desk_opened.pattern_of_the_office";

/// What some entries made of their subject.
#[derive(Serialize, Deserialize)]
struct Story {
    noun: String,
    /// Names of payloads, in the order of the fold.
    entries: Vec<String>,
    /// Places of entries that did not fit.
    misfits: Vec<usize>,
    state: Value,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen")
}

/// Path and name without ending of every JSON file in `folder`.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let paths = fs::read_dir(folder).unwrap().map(|found| found.unwrap().path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| (path.clone(), path.file_stem().unwrap().to_str().unwrap().to_owned()))
        .collect();
    files.sort();
    files
}

fn kind(name: &str) -> &str {
    name.split_once('.').map_or(name, |(kind, _)| kind)
}

fn read(name: &str) -> (Vec<u8>, Payload) {
    let bytes = fs::read(folder().join(format!("{name}.json"))).unwrap();
    let payload = Payload::read(&bytes).unwrap();
    (bytes, payload)
}

fn known(name: &str) -> Change {
    match read(name).1.recorded() {
        Recorded::Known(change) => change,
        other => panic!("{name} is {other:?}"),
    }
}

/// What `change` is written as, with the salt and the time of `payload`.
fn written(payload: &Payload, change: &Change) -> Vec<u8> {
    let salt = u128::from_str_radix(&payload.salt, 16).unwrap().to_be_bytes();
    Payload::new(salt, payload.at, change).unwrap().write().unwrap()
}

#[test]
fn every_kind_of_change_is_frozen() {
    let files = files(&folder());
    let frozen: BTreeSet<_> = files.iter().map(|(_, name)| kind(name)).collect();
    let known: BTreeSet<_> = Change::kinds().collect();
    assert_eq!(frozen, known);
    assert_eq!(Change::kinds().count(), known.len(), "no kind stands twice");
}

#[test]
fn what_was_stored_is_read_and_written_again_to_the_byte() {
    for (_, name) in files(&folder()).into_iter().filter(|(_, name)| name != UNREADABLE) {
        let (bytes, payload) = read(&name);
        let change = known(&name);
        assert_eq!(change.kind(), kind(&name), "{name}");
        let again = written(&payload, &change);
        if OLDER.contains(&name.as_str()) {
            assert_ne!(again, bytes, "{name} is written so today");
            assert_eq!(Payload::read(&again).unwrap().recorded(), Recorded::Known(change), "{name}");
        } else {
            assert_eq!(String::from_utf8(again).unwrap(), String::from_utf8(bytes).unwrap(), "{name}");
        }
    }
}

#[test]
fn what_does_not_read_any_more_is_damaged_and_not_newer() {
    let (_, payload) = read(UNREADABLE);
    assert!(matches!(payload.recorded(), Recorded::Damaged { kind, .. } if kind == "desk_opened"));
}

#[test]
fn what_was_stored_folds_into_what_it_always_was() {
    let mut told = BTreeSet::from([UNREADABLE.to_owned()]);
    for (path, name) in files(&folder().join("stories")) {
        let story: Story = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let changes: Vec<Change> = story.entries.iter().map(|entry| known(entry)).collect();
        let (state, misfits) = fold(&story.noun, &changes);
        assert_eq!(misfits, story.misfits, "{name}");
        still_says(&name, &story.state, &state);
        told.extend(story.entries);
    }
    let frozen: BTreeSet<_> = files(&folder()).into_iter().map(|(_, name)| name).collect();
    assert_eq!(told, frozen, "every payload stands in a story");
}

/// The state that `changes` make of a noun, as JSON, and the places of those that did not fit.
fn fold(noun: &str, changes: &[Change]) -> (Value, Vec<usize>) {
    fn json<S: Serialize>((state, misfits): (Option<S>, Vec<usize>)) -> (Value, Vec<usize>) {
        (serde_json::to_value(state).unwrap(), misfits)
    }
    match noun {
        "request" => json(Request::replay(changes)),
        "objection" => json(Objection::replay(changes)),
        "classification" => json(Classification::replay(changes)),
        "question" => json(Question::replay(changes)),
        "catalogue" => json(Listed::replay(changes)),
        "old_book" => json(CopiedRequest::replay(changes)),
        "annual_report" => json(FiledReport::replay(changes)),
        "office" => json((changes.iter().fold(None, |office, change| Some(Office::apply(office, change).unwrap())), vec![])),
        // What folds into itself, at a desk's tables.
        "survey" | "report" | "pack" => (serde_json::to_value(changes).unwrap(), vec![]),
        other => panic!("nothing folds into {other}"),
    }
}

/// Whether all that was known is known still; a field may have come to it since.
fn still_says(at: &str, frozen: &Value, now: &Value) {
    match (frozen, now) {
        (Value::Object(frozen), Value::Object(now)) => {
            for (field, value) in frozen {
                let place = format!("{at}.{field}");
                still_says(&place, value, now.get(field).unwrap_or_else(|| panic!("{place} is gone")));
            }
        }
        (Value::Array(frozen), Value::Array(now)) if frozen.len() == now.len() => {
            for (place, (frozen, now)) in frozen.iter().zip(now).enumerate() {
                still_says(&format!("{at}.{place}"), frozen, now);
            }
        }
        _ => assert_eq!(frozen, now, "{at}"),
    }
}

/// Every text in a stored change.
fn texts<'a>(stored: &'a Value, found: &mut Vec<&'a str>) {
    match stored {
        Value::String(text) => found.push(text),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn what_ppid_utama_shows_of_any_change_repeats_nothing_that_was_typed() {
    for (_, name) in files(&folder()).into_iter().filter(|(_, name)| name != UNREADABLE) {
        let (bytes, _) = read(&name);
        let stored: Value = serde_json::from_slice(&bytes).unwrap();
        let words = known(&name).words();
        assert!(!words.brief.is_empty() && words.line.starts_with(&words.brief), "{name}: one wording for both");
        let mut typed = Vec::new();
        texts(&stored, &mut typed);
        let repeated = |text: &&&str| text.len() > 3 && **text != "PPID Utama" && words.brief.contains(**text);
        assert_eq!(typed.iter().find(repeated), None, "{name}: {}", words.brief);
    }
}
