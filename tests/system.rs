//! The whole system, tried as people would.
//!
//! - `backups`: a copy on a stick becomes the desk of an empty computer.
//! - `coordination`: what an office forwards, answered by PPID Utama and read at the desk.
//! - `files`: a scan, from the counter to PPID Utama.
//! - `house`: generated files are fresh.
//! - `headless`: `loketctl` and `loket-utama` from the command line.
//! - `journey`: the main job in the real window, with the link cut and restored.
//! - `memory`: what is in memory reaches no disk with a crash.
//! - `mishaps`: what goes wrong at the window.
//! - `replacing`: a new computer in the place of an old one, and a new key.
//! - `packs`: a calendar of PPID Utama, published, applied and taken back in the real window.
//! - `stick`: a desk without a link, by USB.
//! - `printing`: how a kind of paper is printed, on a real queue of CUPS.
//! - `counter`: papers, keys and boxes of the window, as a day at the counter needs them.
//! - `two_desks`: one office, two desks, one server.
//! - `whole_law`: every step the law knows, in the real window, with the keyboard alone.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "system/backups.rs"]
mod backups;
#[path = "system/coordination.rs"]
mod coordination;
#[path = "system/counter.rs"]
mod counter;
#[path = "system/files.rs"]
mod files;
#[path = "system/headless.rs"]
mod headless;
#[path = "system/house.rs"]
mod house;
#[path = "system/journey.rs"]
mod journey;
#[path = "system/memory.rs"]
mod memory;
#[path = "system/mishaps.rs"]
mod mishaps;
#[path = "system/packs.rs"]
mod packs;
#[path = "system/printing.rs"]
mod printing;
#[path = "system/replacing.rs"]
mod replacing;
#[path = "system/steps.rs"]
mod steps;
#[path = "system/stick.rs"]
mod stick;
#[path = "system/two_desks.rs"]
mod two_desks;
#[path = "system/whole_law.rs"]
mod whole_law;
