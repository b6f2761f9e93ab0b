//! The offline office: an encrypted file, the use cases of the counter, and the sync that waits for a connection.
//!
//! [`Desk`] is one open desk. Every change goes through one door (`write.rs`): entry, tables, search index and number are
//! committed together or not at all. What the window shows is built in [`views`]; what it prints, in `papers.rs`.
//! Time and chance come in as arguments ([`Moment`], [`Dice`]).

/// Whether a mistake is planted here: `sync::mutants` tells why one would be.
#[cfg(feature = "mutants")]
macro_rules! mutant {
    ($name:ident) => {
        $crate::sync::mutants::is_planted($crate::sync::mutants::Mutant::$name)
    };
}
#[cfg(not(feature = "mutants"))]
macro_rules! mutant {
    ($name:ident) => {
        false
    };
}

mod accounting;
mod actions;
mod answers;
mod begin;
mod context;
mod desk;
mod dispute_file;
mod edge;
mod error;
mod exchange;
mod explain;
mod figures;
mod files;
mod find;
mod handle;
mod hold;
mod letters;
mod lists;
mod news;
mod other_papers;
mod packs;
mod papers;
mod printer;
mod questions;
mod recalculate;
mod records;
mod settings_lists;
mod signing_in;
mod store;
pub mod sync;
mod today;
mod told;
mod trail;
mod vault;
mod verify;
pub mod views;
mod write;

pub use begin::{FirstStart, OfficialInput};
pub use desk::{Desk, Folder};
pub use edge::{Dice, Moment, system_dice};
pub use error::{DeskError, Said, SaidKind};
pub use hold::Hold;
pub use loket_domain::problem::FieldProblem;
pub use loket_domain::request::RequestDraft;
pub use loket_journal::LARGEST_PACK_FILE;
pub use papers::{IssuedPaper, PaperRef};
pub use verify::Verified;
