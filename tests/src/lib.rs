//! What the tests of the whole system stand on: the built programs, a virtual screen, a driven window, a real server.
//!
//! Everything here is the real thing: the window is the built app in WebKitGTK, the server is the built `loket-utama` on a
//! socket of its own, the printer is CUPS. Tests build nothing; `make test` builds the programs first.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A harness that cannot go on should stop loudly.

mod bad_link;
mod chance;
mod last_words;
mod leavings;
mod link;
mod lock;
mod printer;
mod programs;
mod screen;
mod staff;
mod utama;
mod window;

pub use bad_link::{BadLink, Badness};
pub use chance::Chance;
pub use leavings::readable_numbers;
pub use link::Link;
pub use lock::weaken_lock;
pub use printer::{CupsPdf, PrintJob};
pub use programs::{loket_ppid, loket_utama, loketctl, repository};
pub use screen::Screen;
pub use staff::Staff;
pub use utama::Utama;
pub use window::{CONTROL, DELETE, DOWN, ENTER, ESCAPE, RELEASE, TAB, Window};
