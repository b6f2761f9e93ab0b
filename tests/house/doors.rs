//! One place for what must have one place.

use syn::{Item, Type};

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
