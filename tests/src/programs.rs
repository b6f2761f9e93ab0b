//! The programs under test, as they were built.

use std::path::{Path, PathBuf};

/// The repository's root.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A program beside the running test binary's folder (`target/debug`).
fn program(name: &str) -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let path = tests.ancestors().nth(2).unwrap().join(name);
    assert!(path.exists(), "{name} is not built; run `make test`, which builds it first");
    path
}

/// The desktop app.
pub fn loket_ppid() -> PathBuf {
    program("loket-ppid")
}

/// The server.
pub fn loket_utama() -> PathBuf {
    program("loket-utama")
}

/// The headless twin.
pub fn loketctl() -> PathBuf {
    program("loketctl")
}
