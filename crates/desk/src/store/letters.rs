//! The letters in force, by the number of the agenda book.

use chrono::NaiveDate;
use loket_domain::paper::PaperKind;
use rusqlite::{Connection, Row, params};

use crate::store::error::StoreError;

/// A letter of a subject.
pub(crate) struct NumberedLetter {
    pub(crate) paper: PaperKind,
    /// As it was typed; empty while it is to follow.
    pub(crate) number: String,
    pub(crate) on: NaiveDate,
    /// Number of the request or the objection; empty where the matter has none.
    pub(crate) register: String,
}

/// A number as the agenda book knows it, however it was typed.
fn known_by(number: &str) -> String {
    number.split_whitespace().collect::<String>().to_lowercase()
}

/// Writes the letters of a subject anew.
pub(crate) fn project(connection: &Connection, subject: &str, letters: &[NumberedLetter]) -> Result<(), StoreError> {
    connection.prepare_cached("delete from letter where subject = ?1")?.execute([subject])?;
    let sql = "insert into letter (subject, paper, number, known_by, written_on, register) values (?1, ?2, ?3, ?4, ?5, ?6)";
    for letter in letters {
        connection.prepare_cached(sql)?.execute(params![
            subject,
            letter.paper.code(),
            letter.number,
            known_by(&letter.number),
            letter.on.to_string(),
            letter.register,
        ])?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<(String, NumberedLetter), StoreError> {
    let (subject, paper, number, on): (String, String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    let paper = PaperKind::from_code(&paper).ok_or(StoreError::lacking("paper of a letter"))?;
    let on = on.parse().map_err(StoreError::unsound("day of a letter"))?;
    Ok((subject, NumberedLetter { paper, number, on, register: row.get(4)? }))
}

/// The letters of other subjects than `id` that bear this number.
pub(crate) fn bearing(connection: &Connection, number: &str, id: &str) -> Result<Vec<NumberedLetter>, StoreError> {
    let sql = "select subject, paper, number, written_on, register from letter
               where known_by = ?1 and (?2 = '' or instr(subject, ?2) = 0) order by written_on, subject, paper";
    let mut query = connection.prepare_cached(sql)?;
    query.query_and_then([known_by(number).as_str(), id], read)?.map(|found| Ok(found?.1)).collect()
}

/// The letters whose number is still to follow, with the names of their subjects, oldest first.
pub(crate) fn unnumbered(connection: &Connection) -> Result<Vec<(String, NumberedLetter)>, StoreError> {
    let sql =
        "select subject, paper, number, written_on, register from letter where known_by = '' order by written_on, subject, paper";
    connection.prepare_cached(sql)?.query_and_then([], read)?.collect()
}
