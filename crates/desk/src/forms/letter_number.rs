//! A number of the agenda book or of a receipt that another bears already, or bore before it was taken back, is told before it is written.

use loket_domain::indonesian::date;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Problems;
use rusqlite::Connection;

use crate::error::DeskError;
use crate::forms::boxes::{Boxes, said_yes};
use crate::store::letters::{self, NumberedLetter};

/// The boxes that hold a number of the agenda book.
const NUMBERS: [&str; 2] = ["letter_number", "decision_number"];

/// The box that holds the number of a receipt.
const RECEIPT_NUMBER: &str = "number";

/// The box by which a person says that it is so.
pub(crate) const SAME_NUMBER: &str = "same_number";

/// Looks up the numbers of a filled form about the subject `id`.
///
/// # Errors
/// [`loket_domain::problem::Refused::Fields`] naming the letter that bears it, while nobody said that it is meant.
pub(crate) fn look_up(tables: &Connection, id: &str, form: &Boxes<'_>) -> Result<(), DeskError> {
    if said_yes(form, SAME_NUMBER) == Some(true) {
        return Ok(());
    }
    let mut p = Problems::default();
    for field in NUMBERS {
        let number = form.peek(field);
        if number.trim().is_empty() {
            continue;
        }
        if let Some(other) = letters::bearing(tables, number, (id, form.peek("paper")))?.last() {
            p.add(field, used(other, "buku agenda"));
            p.add(SAME_NUMBER, "Centang hanya bila buku agenda memang memberi nomor yang sama.");
        }
    }
    Ok(p.or(Some(()))?)
}

/// As [`look_up`], for the number of a receipt of this kind: each kind is counted by itself.
///
/// # Errors
/// As [`look_up`].
pub(crate) fn look_up_receipt(tables: &Connection, kind: PaperKind, form: &Boxes<'_>) -> Result<(), DeskError> {
    let number = form.peek(RECEIPT_NUMBER);
    if number.trim().is_empty() || said_yes(form, SAME_NUMBER) == Some(true) {
        return Ok(());
    }
    let mut p = Problems::default();
    if let Some(other) = letters::receipts_bearing(tables, number, kind)?.last() {
        p.add(RECEIPT_NUMBER, used(other, "buku tanda terimanya"));
        p.add(SAME_NUMBER, "Centang hanya bila nomor itu memang dipakai dua kali.");
    }
    Ok(p.or(Some(()))?)
}

fn used(other: &NumberedLetter, book: &str) -> String {
    let about = if other.register.is_empty() { String::new() } else { format!(" ({})", other.register) };
    let (paper, on) = (other.paper.label(), date(other.on));
    let ended = if other.in_force { "" } else { " yang sudah tidak berlaku" };
    format!("Nomor ini sudah dipakai {paper} tanggal {on}{about}{ended}; periksa {book}.")
}
