//! The counter, told as stories on real encrypted files.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "desk/agenda.rs"]
mod agenda;
#[path = "desk/backups.rs"]
mod backups;
#[path = "desk/blank_forms.rs"]
mod blank_forms;
#[path = "desk/clock.rs"]
mod clock;
#[path = "desk/copied.rs"]
mod copied;
#[path = "desk/counter.rs"]
mod counter;
#[path = "desk/doors.rs"]
mod doors;
#[path = "desk/finding.rs"]
mod finding;
#[path = "desk/fixture.rs"]
mod fixture;
#[path = "desk/giving.rs"]
mod giving;
#[path = "desk/guessing.rs"]
mod guessing;
#[path = "desk/handing_over.rs"]
mod handing_over;
#[path = "desk/joining.rs"]
mod joining;
#[path = "desk/known_again.rs"]
mod known_again;
#[path = "desk/letter_life.rs"]
mod letter_life;
#[path = "desk/listing.rs"]
mod listing;
#[path = "desk/lists_as_kept.rs"]
mod lists_as_kept;
#[path = "desk/lives.rs"]
mod lives;
#[path = "desk/main_step.rs"]
mod main_step;
#[path = "desk/matrix.rs"]
mod matrix;
#[path = "desk/mishaps.rs"]
mod mishaps;
#[path = "desk/month.rs"]
mod month;
#[path = "desk/numbered_forms.rs"]
mod numbered_forms;
#[path = "desk/offered.rs"]
mod offered;
#[path = "desk/old_book.rs"]
mod old_book;
#[path = "desk/paths.rs"]
mod paths;
#[path = "desk/people.rs"]
mod people;
#[path = "desk/printing.rs"]
mod printing;
#[path = "desk/questions.rs"]
mod questions;
#[path = "desk/reporting.rs"]
mod reporting;
#[path = "desk/rubbish.rs"]
mod rubbish;
#[path = "desk/signing.rs"]
mod signing;
#[path = "desk/stepping.rs"]
mod stepping;
#[path = "desk/summary.rs"]
mod summary;
#[path = "desk/tables.rs"]
mod tables;
#[path = "desk/taking_out.rs"]
mod taking_out;
#[path = "desk/temporary.rs"]
mod temporary;
#[path = "desk/tidings.rs"]
mod tidings;
#[path = "desk/uncounted.rs"]
mod uncounted;
#[path = "desk/whole_law.rs"]
mod whole_law;
