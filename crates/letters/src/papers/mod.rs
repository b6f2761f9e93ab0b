//! The papers themselves, one file each: what stands on it, in which order, in which words.

mod receipt;
mod recovery_card;
mod refusal_decision;
mod request_form;
mod rights;
mod written_notice;

pub use receipt::{ChecklistItem, Receipt};
pub use recovery_card::RecoveryCard;
pub use refusal_decision::{OtherAct, RefusalBasis, RefusalDecision, SecrecyGround};
pub use request_form::RequestForm;
pub use written_notice::{Cost, Granted, Outcome, PhysicalForm, WrittenNotice};

/// Dots to be written over, inside a sentence.
const DOTS: &str = "……………………………………";

/// The number of a letter; the agenda book may still have to give it.
fn letter_number(number: Option<&str>) -> String {
    match number.map(str::trim).filter(|number| !number.is_empty()) {
        Some(number) => format!("Nomor: {number}"),
        None => format!("Nomor: {DOTS}"),
    }
}
