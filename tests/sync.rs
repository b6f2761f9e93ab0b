//! Sync between real desks and the real server, with what goes wrong between them.
//!
//! - `agreeing`: what is lost, cut or doubled on the way; servers that were restored or set up anew.
//! - `leavings`: whether any file that is left tells a number of a citizen.
//! - `letting_in`: keys that are changed, logins that are revoked, a PC in the place of another.
//! - `packs`: what PPID Utama publishes, by sync and as a file.
//! - `asking`: what people file on the web, at the desks it is for.
//! - `bad_files`: files that are refused, at the desk and at the server.
//! - `files`: attached files, after the entries and in pieces.
//! - `frozen`: a desk and its server as an earlier tree wrote them.
//! - `restoring`: desks that were restored, replaced, or go on under a new key.
//! - `stick`: rounds carried on a USB stick, mixed with rounds over a network in any order.
//! - `two_ends`: two desks of one office, apart for days.
//! - `killing`: desks and servers as processes, killed again and again.
//! - `wire`: over real sockets, on a bad link, counted to the byte.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

#[path = "sync/agreeing.rs"]
mod agreeing;
#[path = "sync/asking.rs"]
mod asking;
#[path = "sync/bad_files.rs"]
mod bad_files;
#[path = "sync/files.rs"]
mod files;
#[path = "sync/frozen.rs"]
mod frozen;
#[path = "../crates/utama/tests/utama/http.rs"]
#[allow(dead_code)] // Of the client only what is asked for here.
mod http;
#[path = "sync/killing.rs"]
mod killing;
#[path = "sync/leavings.rs"]
mod leavings;
#[path = "sync/letting_in.rs"]
mod letting_in;
#[path = "sync/office.rs"]
mod office;
#[path = "sync/packs.rs"]
mod packs;
#[path = "../crates/utama/tests/utama/postgres.rs"]
#[allow(dead_code)] // Of the cluster only what is asked for here.
mod postgres;
#[path = "sync/restoring.rs"]
mod restoring;
#[path = "sync/stick.rs"]
mod stick;
#[path = "sync/two_ends.rs"]
mod two_ends;
#[path = "sync/wire.rs"]
mod wire;
