//! The papers themselves, one file each: what stands on it, in which order, in which words.

mod receipt;
mod recovery_card;
mod refusal_decision;
mod request_form;
mod rights;
mod written_notice;

pub use receipt::{AnswerDue, CompletenessDue, Receipt};
pub use recovery_card::RecoveryCard;
pub use refusal_decision::RefusalDecision;
pub use request_form::RequestForm;
pub use written_notice::{Granted, Outcome, WrittenNotice};

use chrono::NaiveDate;
use loket_domain::indonesian::date;
use loket_domain::office::{Capacity, Official};

use crate::layout::Side;

/// Dots to be written over, inside a sentence.
const DOTS: &str = "……………………………………";

/// The number of a letter; the agenda book may still have to give it.
fn letter_number(number: &str) -> String {
    let number = number.trim();
    format!("Nomor: {}", if number.is_empty() { DOTS } else { number })
}

/// An official signs, under place and date.
fn signed(place: &str, on: NaiveDate, official: &Official) -> Side {
    let capacity = match official.capacity {
        Capacity::Definitive => "",
        Capacity::OnBehalf => "a.n. ",
        Capacity::Acting => "Plt. ",
        Capacity::Daily => "Plh. ",
    };
    // The law wants the PPID's signature: a position that does not say so is joined with the role.
    let position = match official.role {
        _ if official.position.contains("PPID") => official.position.clone(),
        role => format!("{} selaku {}", official.position, role.label()),
    };
    let above = vec![format!("{place}, {}", date(on)), format!("{capacity}{position},")];
    let nip = official.nip.as_ref().map(|nip| format!("NIP {nip}"));
    Side::official(above, &official.name, official.rank.iter().cloned().chain(nip).collect())
}
