//! House rules that a machine can keep, read off the source: docs/ARCHITECTURE.md states them.
//!
//! - `advisories`: what is known to be wrong with what we stand on was judged.
//! - `rooms`: the crates know each other only as the house says.
//! - `circles`: within a crate, no file imports what imports it.
//! - `doors`: one place for what must have one place.
//! - `names`: one name, one meaning.
//! - `glossary`: one thing has one name for people.
//! - `terms`: the law's numbers stand once.
//! - `wildcards`: whoever tells changes, stages, outcomes or papers apart names them all.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "house/advisories.rs"]
mod advisories;
#[path = "house/circles.rs"]
mod circles;
#[path = "house/doors.rs"]
mod doors;
#[path = "house/glossary.rs"]
mod glossary;
#[path = "house/imports.rs"]
mod imports;
#[path = "house/names.rs"]
mod names;
#[path = "house/rooms.rs"]
mod rooms;
#[path = "house/source.rs"]
mod source;
#[path = "house/terms.rs"]
mod terms;
#[path = "house/wildcards.rs"]
mod wildcards;
