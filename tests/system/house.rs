//! What is generated is fresh, and the window without a display says so.

use loket_tests::{loket_ppid, repository};
use std::process::Command;

#[test]
fn the_typed_bindings_are_fresh_and_hold_every_command() {
    let generated = Command::new(loket_ppid()).arg("bindings").output().unwrap();
    let committed = std::fs::read_to_string(repository().join("ui/src/core/bindings.ts")).unwrap();
    assert_eq!(String::from_utf8(generated.stdout).unwrap(), committed, "stale: run `make bindings` and commit the file");
}

#[test]
fn the_window_without_a_display_says_so_in_one_line() {
    let run = Command::new(loket_ppid()).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").output().unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(!run.status.success());
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("memerlukan layar"));
}
