//! A number of the agenda book that another letter bears already, or bore before it was taken back, is told before it is written.

use loket_domain::indonesian::date;
use loket_domain::problem::Problems;
use rusqlite::Connection;

use crate::error::DeskError;
use crate::forms::boxes::{Boxes, said_yes};
use crate::store::letters;

/// The boxes that hold a number of the agenda book.
const NUMBERS: [&str; 2] = ["letter_number", "decision_number"];

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
            let about = if other.register.is_empty() { String::new() } else { format!(" ({})", other.register) };
            let (paper, on) = (other.paper.label(), date(other.on));
            let ended = if other.in_force { "" } else { " yang sudah tidak berlaku" };
            p.add(field, format!("Nomor ini sudah dipakai {paper} tanggal {on}{about}{ended}; periksa buku agenda."));
            p.add(SAME_NUMBER, "Centang hanya bila buku agenda memang memberi nomor yang sama.");
        }
    }
    Ok(p.or(Some(()))?)
}
