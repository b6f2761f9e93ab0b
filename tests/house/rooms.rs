//! The crates know each other only as the house says.

use cargo_metadata::{DependencyKind, MetadataCommand};
use loket_tests::repository;
use std::collections::{BTreeMap, BTreeSet};

/// Who may know whom, and nothing else. `domain` may be known by all: it is the language they share.
const ARROWS: &[(&str, &[&str])] = &[
    ("loket-domain", &[]),
    ("loket-journal", &["loket-domain"]),
    ("loket-letters", &["loket-domain"]),
    ("loket-desk", &["loket-domain", "loket-journal", "loket-letters"]),
    ("loket-utama", &["loket-domain", "loket-journal", "loket-letters"]),
    ("loket-ppid", &["loket-desk"]),
    ("loketctl", &["loket-domain", "loket-journal", "loket-letters", "loket-desk", "loket-utama"]),
    ("loket-tests", &["loket-domain", "loket-journal", "loket-letters", "loket-desk", "loket-utama"]),
];

#[test]
fn the_rooms_know_each_other_only_as_the_house_says() {
    let metadata = MetadataCommand::new().manifest_path(repository().join("Cargo.toml")).no_deps().exec().unwrap();
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    for package in &metadata.packages {
        let may = allowed.get(package.name.as_str()).unwrap_or_else(|| panic!("{} has no room in the house", package.name));
        let known = package.dependencies.iter().filter(|dependency| dependency.kind != DependencyKind::Development);
        let ours: BTreeSet<&str> =
            known.map(|dependency| dependency.name.as_str()).filter(|name| allowed.contains_key(name)).collect();
        for name in ours {
            assert!(may.contains(&name), "{} may not know {name}", package.name);
        }
        if package.name != "loket-ppid" {
            let tauri = package.dependencies.iter().any(|dependency| dependency.name.starts_with("tauri"));
            assert!(!tauri, "{} may not know Tauri", package.name);
        }
    }
}
