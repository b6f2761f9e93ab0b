//! The offline office: an encrypted file, the use cases of the counter, and the sync that waits for a connection.
//!
//! [`Desk`] is one open desk. Every change goes through one door (`journal/transaction.rs`): entry, tables, search index and
//! number are committed together or not at all. What the window shows is built in [`views`]; what it prints, in `papers.rs`.
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

mod actions;
mod backup;
mod blanks;
mod bringing_in;
mod catalogue;
mod classifications;
mod context;
mod desk;
mod error;
mod files;
mod findings;
mod forms;
mod handovers;
#[cfg(test)]
mod invented;
mod journal;
mod kernel;
mod lists;
mod objections;
mod old_book;
mod opening;
mod papers;
mod printing;
mod questions;
mod record;
mod reports;
mod requests;
mod said;
mod settings;
mod store;
pub mod sync;
mod taking_out;
mod today;
pub mod views;
mod words;

pub use actions::every_step;
pub use backup::fault::BackupFault;
pub use backup::job::{BackupJob, BackupMade, Watch};
pub use desk::Desk;
pub use error::DeskError;
pub use files::error::ShelfError;
pub use kernel::cause::Cause;
pub use kernel::data_place::{UnfitPlace, unfit_place};
pub use kernel::file_error::FileError;
pub use kernel::folder::Folder;
pub use kernel::hold::Hold;
pub use kernel::laid_name::laid_name;
pub use kernel::machine::{MachineMark, this_machine};
pub use kernel::moment::Moment;
pub use kernel::random::{Dice, NoRandomness, system_dice};
pub use kernel::slip::Slip;
pub use kernel::vault_error::VaultError;
pub use kernel::whole_file::save_whole;
pub use loket_domain::problem::FieldProblem;
pub use loket_domain::request::RequestDraft;
pub use loket_journal::LARGEST_PACK_FILE;
pub use loket_letters::spreadsheet::LARGEST_FILE as LARGEST_TABLE;
pub use opening::begin::{FirstStart, OfficialInput};
pub use opening::verify::Verified;
pub use printing::{by_hand, cups};
pub use said::{Said, SaidKind};
pub use store::error::StoreError;
pub use taking_out::plan::{TakeOut, TakeOutPlan};
pub use views::{IssuedPaper, PaperRef, PrintAs};
