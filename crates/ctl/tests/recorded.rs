//! The answers on which the window's tests stand are those the core gives now.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The recordings in a folder, by name.
fn recordings(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let recorded = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        // Git may have written other line ends.
        (name, std::fs::read_to_string(path).unwrap().replace("\r\n", "\n"))
    };
    recorded.map(read).collect()
}

#[test]
fn the_recorded_answers_are_what_the_core_says_today() {
    let folder = tempfile::TempDir::new().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_loketctl")).arg("record").arg(folder.path()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let kept = recordings(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/test/recorded"));
    let fresh = recordings(folder.path());
    let names: Vec<&String> = fresh.keys().chain(kept.keys().filter(|name| !fresh.contains_key(*name))).collect();
    let stale: Vec<&&String> = names.iter().filter(|name| fresh.get(**name) != kept.get(**name)).collect();
    assert!(
        stale.is_empty(),
        "the core answers otherwise than ui/test/recorded says: {stale:?}. Run `make recorded`, read the difference, and commit it."
    );
}
