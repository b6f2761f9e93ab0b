//! The law, told as stories of the office and as tables.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "law/attachments.rs"]
mod attachments;
#[path = "law/classifications.rs"]
mod classifications;
#[path = "law/deadlines.rs"]
mod deadlines;
#[path = "law/hard_cases.rs"]
mod hard_cases;
#[path = "law/letter_life.rs"]
mod letter_life;
#[path = "law/lifecycle.rs"]
mod lifecycle;
#[path = "law/numbered_forms.rs"]
mod numbered_forms;
#[path = "law/objections.rs"]
mod objections;
#[path = "law/office.rs"]
mod office;
#[path = "law/orders.rs"]
mod orders;
#[path = "law/packs.rs"]
mod packs;
#[path = "law/paths.rs"]
mod paths;
#[path = "law/questions.rs"]
mod questions;
#[path = "law/requests.rs"]
mod requests;
#[path = "law/story.rs"]
mod story;
