//! PPID Utama as desks and people meet it: over real sockets, on real files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::cast_possible_truncation, missing_docs, unreachable_pub)]

#[path = "utama/accounts.rs"]
mod accounts;
#[path = "utama/agreeing.rs"]
mod agreeing;
#[path = "utama/asking.rs"]
mod asking;
#[path = "utama/behind.rs"]
mod behind;
#[path = "utama/both.rs"]
mod both;
#[path = "utama/browser.rs"]
mod browser;
#[path = "utama/bucket.rs"]
mod bucket;
#[path = "utama/bundle.rs"]
mod bundle;
#[path = "utama/ckan.rs"]
mod ckan;
#[path = "utama/command.rs"]
mod command;
#[path = "utama/crowd.rs"]
mod crowd;
#[path = "utama/desk.rs"]
mod desk;
#[path = "utama/directory.rs"]
mod directory;
#[path = "utama/door.rs"]
mod door;
#[path = "utama/enrolling.rs"]
mod enrolling;
#[path = "utama/faults.rs"]
mod faults;
#[path = "utama/files.rs"]
mod files;
#[path = "utama/frozen.rs"]
mod frozen;
#[path = "utama/going_on.rs"]
mod going_on;
#[path = "utama/health.rs"]
mod health;
#[path = "utama/http.rs"]
mod http;
#[path = "utama/inbox.rs"]
mod inbox;
#[path = "utama/keeping.rs"]
mod keeping;
#[path = "utama/matrix.rs"]
mod matrix;
#[path = "utama/matters.rs"]
mod matters;
#[path = "utama/monitor.rs"]
mod monitor;
#[path = "utama/oversight.rs"]
mod oversight;
#[path = "utama/packs.rs"]
mod packs;
#[path = "utama/pages.rs"]
mod pages;
#[path = "utama/postgres.rs"]
mod postgres;
#[path = "utama/projection.rs"]
mod projection;
#[path = "utama/pulling.rs"]
mod pulling;
#[path = "utama/pushing.rs"]
mod pushing;
#[path = "utama/questions.rs"]
mod questions;
#[path = "utama/rubbish.rs"]
mod rubbish;
#[path = "utama/scripted.rs"]
mod scripted;
#[path = "utama/sealing.rs"]
mod sealing;
#[path = "utama/second_factor.rs"]
mod second_factor;
#[path = "utama/sending.rs"]
mod sending;
#[path = "utama/server.rs"]
mod server;
#[path = "utama/sharing.rs"]
mod sharing;
#[path = "utama/signin.rs"]
mod signin;
#[path = "utama/snapshots.rs"]
mod snapshots;
#[path = "utama/sticks.rs"]
mod sticks;
#[path = "utama/store.rs"]
mod store;
#[path = "utama/tls.rs"]
mod tls;
