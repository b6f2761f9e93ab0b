//! One name, one meaning: a type that more than one file can see is called like no other.

use loket_tests::repository;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Ident, Item, Visibility};

use crate::source::sources;

const CRATES: [&str; 7] =
    ["crates/ctl", "crates/desk", "crates/domain", "crates/journal", "crates/letters", "crates/utama", "src-tauri"];

/// Where the glossary names the few that stand in two crates, each with its reason.
const EXCEPTIONS: &str = "## One name in two crates";

/// The types among these items that others can see, also those that a macro writes.
fn types(items: &[Item]) -> Vec<String> {
    let seen = |vis: &Visibility, name: &Ident| match vis {
        Visibility::Inherited => vec![],
        Visibility::Public(_) | Visibility::Restricted(_) => vec![name.to_string()],
    };
    let of = |item: &Item| match item {
        Item::Struct(found) => seen(&found.vis, &found.ident),
        Item::Enum(found) => seen(&found.vis, &found.ident),
        Item::Trait(found) => seen(&found.vis, &found.ident),
        Item::Type(found) => seen(&found.vis, &found.ident),
        Item::Macro(found) => written(&found.mac.tokens.to_string()),
        Item::Mod(found) => found.content.as_ref().map_or_else(Vec::new, |(_, items)| types(items)),
        _ => vec![],
    };
    items.iter().flat_map(of).collect()
}

/// The types in what a macro is given: `pub enum Name`.
fn written(tokens: &str) -> Vec<String> {
    let words: Vec<&str> = tokens.split_whitespace().collect();
    let seen = |before: &str| before == "pub" || before.ends_with(')');
    let name = |three: &[&str]| match three {
        [before, "struct" | "enum" | "trait" | "type", name] if seen(before) => {
            let name: String = name.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            (!name.is_empty()).then_some(name)
        }
        _ => None,
    };
    words.windows(3).filter_map(name).collect()
}

/// Where each name is defined: the crate, as often as it defines it.
fn defined() -> BTreeMap<String, Vec<&'static str>> {
    let mut defined = BTreeMap::<String, Vec<&str>>::new();
    for of in CRATES {
        for source in sources(of) {
            types(&source.file.items).into_iter().for_each(|name| defined.entry(name).or_default().push(of));
        }
    }
    defined
}

/// The names that the glossary lets stand in two crates.
fn excepted() -> BTreeSet<String> {
    let glossary = std::fs::read_to_string(repository().join("docs/glossary.md")).unwrap();
    let section = glossary.split_once(EXCEPTIONS).unwrap_or_else(|| panic!("the glossary has no section {EXCEPTIONS}")).1;
    let rows = section.lines().skip_while(|line| !line.starts_with("| `")).take_while(|line| line.starts_with('|'));
    let names = rows.flat_map(|row| row.split('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2));
    names.map(str::to_owned).collect()
}

#[test]
fn no_crate_gives_one_name_to_two_types() {
    for (name, crates) in defined() {
        let apart: BTreeSet<&str> = crates.iter().copied().collect();
        assert_eq!(apart.len(), crates.len(), "{name} is defined more than once in one of {apart:?}");
    }
}

#[test]
fn a_name_in_two_crates_stands_in_the_glossary_with_its_reason() {
    let twice: BTreeSet<String> = defined().into_iter().filter(|(_, crates)| crates.len() > 1).map(|(name, _)| name).collect();
    assert_eq!(twice, excepted(), "left: what the source defines twice; right: what docs/glossary.md says of it");
}

#[test]
fn a_type_is_found_however_it_is_written() {
    let file = syn::parse_file(
        "pub(crate) struct A; struct Hidden; coded! { /// Doc.\n pub enum B { X = \"x\" => \"X\" } } mod m { pub type C = u8; }",
    );
    assert_eq!(types(&file.unwrap().items), ["A", "B", "C"]);
}
