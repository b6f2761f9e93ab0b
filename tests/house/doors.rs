//! One place for what must have one place.

use syn::{Item, Type};

use crate::imports::imports;
use crate::source::sources;

/// Files of a crate that hold an `impl` of the type called `name`.
fn implementers(of: &str, name: &str) -> Vec<String> {
    let holds = |item: &Item| match item {
        Item::Impl(found) => matches!(&*found.self_ty, Type::Path(path) if path.path.is_ident(name)),
        _ => false,
    };
    let sources = sources(of);
    let found = sources.iter().filter(|source| source.file.items.iter().any(holds));
    found.map(|source| source.path.display().to_string()).collect()
}

#[test]
fn the_desk_is_a_handle_and_its_methods_stand_in_one_file() {
    assert_eq!(
        implementers("crates/desk", "Desk"),
        ["desk.rs"],
        "a room's functions say what they read; they are no methods of `Desk`"
    );
}

/// Files of the desk, but for the store's own, that know this file of it.
fn who_knows(file: &str) -> Vec<String> {
    let sources = sources("crates/desk");
    let known = imports(&sources);
    let at = sources.iter().position(|source| source.path.ends_with(file)).unwrap();
    let knowing = sources.iter().zip(&known).filter(|(source, known)| known.contains(&at) && !source.path.starts_with("store"));
    knowing.map(|(source, _)| source.path.display().to_string()).collect()
}

#[test]
fn entries_and_the_tables_folded_from_them_are_written_at_the_doors() {
    let doors = ["journal/transaction.rs", "opening/begin.rs", "sync/series.rs", "sync/taking.rs"];
    assert_eq!(who_knows("store/adding.rs"), doors, "whoever puts an entry in goes through `Journal::commit`");
    // Opening and proving fold the tables anew; an enrolment changes which news there are.
    let folding = [
        "journal/transaction.rs",
        "opening/begin.rs",
        "opening/open.rs",
        "opening/verify.rs",
        "sync/enrolment.rs",
        "sync/taking.rs",
    ];
    assert_eq!(who_knows("store/projection.rs"), folding, "a room reads the tables; it does not write them");
}

#[test]
fn whoever_may_write_at_all_is_known() {
    let notes = [
        "backup/choosing.rs",
        "files/mod.rs",
        "files/progress.rs",
        "forms/kept.rs",
        "journal/holding.rs",
        "journal/slots.rs",
        "journal/transaction.rs",
        "journal/uses.rs",
        "opening/begin.rs",
        "opening/open.rs",
        "opening/verify.rs",
        "printing/way.rs",
        "requests/draft.rs",
        "sync/chip.rs",
        "sync/enrolment.rs",
        "sync/mutants.rs",
        "sync/parcels.rs",
        "sync/pieces.rs",
        "sync/series.rs",
        "sync/standing.rs",
        "sync/stick/reading.rs",
        "sync/taking.rs",
        "today/alert.rs",
        "today/notices.rs",
    ];
    assert_eq!(who_knows("store/writing.rs"), notes, "a room that only reads is handed the tables, and they only read");
}
