//! Everything an office has, or everything about one request, as one file that is read without this program: a ZIP with registers as
//! spreadsheets, papers as PDF, attached files as they came, all that happened as JSON, and a list of what is in it.
//!
//! `plan` says what will be in it, `pieces` makes each part, `packing` writes the file.

pub(crate) mod packing;
mod person;
pub(crate) mod pieces;
pub(crate) mod plan;
mod story;
