//! The law, told as stories of the office and as tables.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "law/deadlines.rs"]
mod deadlines;
#[path = "law/office.rs"]
mod office;
#[path = "law/requests.rs"]
mod requests;
