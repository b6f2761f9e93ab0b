//! The law as code.
//!
//! Pure: no input or output, no clock, no randomness, no SQL. What happened is a [`change::Change`]; a request is the
//! fold of its changes ([`request::Request::replay`]); what may happen next is decided by [`request::decide()`]. Time comes
//! in as an argument and every legal date is a civil date ([`chrono::NaiveDate`]).
//!
//! Law referred to by short name: UU KIP is UU 14/2008, PP is PP 61/2010, PERKI is PERKI 1/2021.

// A variant that is added is asked for wherever its kind is told apart.
#![warn(clippy::wildcard_enum_match_arm)]

pub mod agenda;
pub mod attachment;
pub mod authority;
pub mod calendar;
pub mod change;
pub mod classification;
pub mod clock;
mod coded;
pub mod deadline;
pub mod dip;
mod fields;
mod fold;
pub mod grounds;
pub mod ids;
pub mod indonesian;
mod kinds;
pub mod letter;
pub mod numbering;
pub mod objection;
pub mod office;
pub mod old_book;
pub mod pack;
pub mod paper;
pub mod password;
pub mod phone;
pub mod problem;
pub mod question;
pub mod regions;
pub mod report;
pub mod request;
pub mod role;
pub mod survey;
mod text_code;
pub mod words;
pub mod working_days;
pub mod zone;
