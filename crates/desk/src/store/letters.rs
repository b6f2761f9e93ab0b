//! The letters of the office, by the number of the agenda book; and its receipts, each kind of which is counted by itself.

use chrono::NaiveDate;
use loket_domain::paper::PaperKind;
use loket_domain::request::Letter;
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
    /// Whether it was neither taken back nor replaced. One that was keeps its number.
    pub(crate) in_force: bool,
}

impl NumberedLetter {
    /// A letter that holds.
    pub(crate) fn in_force(paper: PaperKind, letter: &Letter, register: &str) -> Self {
        let (number, register) = (letter.number.clone(), register.to_owned());
        Self { paper, number, on: letter.date, register, in_force: true }
    }

    /// A letter that was taken back or replaced.
    pub(crate) fn ended(paper: PaperKind, letter: &Letter, register: &str) -> Self {
        Self { in_force: false, ..Self::in_force(paper, letter, register) }
    }
}

/// A number as the agenda book knows it, however it was typed.
fn known_by(number: &str) -> String {
    number.split_whitespace().collect::<String>().to_lowercase()
}

/// Writes the letters of a subject anew.
pub(crate) fn project(connection: &Connection, subject: &str, letters: &[NumberedLetter]) -> Result<(), StoreError> {
    connection.prepare_cached("delete from letter where subject = ?1")?.execute([subject])?;
    let sql = "insert into letter (subject, paper, number, known_by, written_on, register, in_force) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    for letter in letters {
        connection.prepare_cached(sql)?.execute(params![
            subject,
            letter.paper.code(),
            letter.number,
            known_by(&letter.number),
            letter.on.to_string(),
            letter.register,
            letter.in_force,
        ])?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<(String, NumberedLetter), StoreError> {
    let (subject, paper, number, on): (String, String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
    let paper = PaperKind::from_code(&paper).ok_or(StoreError::lacking("paper of a letter"))?;
    let on = on.parse().map_err(StoreError::unsound("day of a letter"))?;
    Ok((subject, NumberedLetter { paper, number, on, register: row.get(4)?, in_force: row.get(5)? }))
}

/// The receipts of this kind that bear this number.
pub(crate) fn receipts_bearing(
    connection: &Connection,
    number: &str,
    kind: PaperKind,
) -> Result<Vec<NumberedLetter>, StoreError> {
    let sql = "select subject, paper, number, written_on, register, in_force from letter
               where known_by = ?1 and paper = ?2 order by written_on, subject";
    let mut query = connection.prepare_cached(sql)?;
    query.query_and_then([known_by(number).as_str(), kind.code()], read)?.map(|found| Ok(found?.1)).collect()
}

/// The letters that bear this number, but for the letter `paper` itself of the subject `id` where its number is noted anew.
pub(crate) fn bearing(
    connection: &Connection,
    number: &str,
    (id, paper): (&str, &str),
) -> Result<Vec<NumberedLetter>, StoreError> {
    let sql = "select subject, paper, number, written_on, register, in_force from letter
               where known_by = ?1 and not (in_force and paper = ?3 and ?2 <> '' and instr(subject, ?2) > 0)
               order by written_on, subject, paper";
    let mut query = connection.prepare_cached(sql)?;
    let found = query.query_and_then([known_by(number).as_str(), id, paper], read)?.map(|found| Ok(found?.1));
    found
        .filter(|found: &Result<NumberedLetter, _>| !found.as_ref().is_ok_and(|found| found.paper.is_numbered_receipt()))
        .collect()
}

/// The letters whose number is still to follow, with the names of their subjects, oldest first.
pub(crate) fn unnumbered(connection: &Connection) -> Result<Vec<(String, NumberedLetter)>, StoreError> {
    let sql = "select subject, paper, number, written_on, register, in_force from letter where known_by = '' and in_force order by written_on, subject, paper";
    connection.prepare_cached(sql)?.query_and_then([], read)?.collect()
}

/// How many letters bear a number with these words in it, and the latest of them with the names of their subjects. None where no
/// digit was typed: numbers alone are looked through.
pub(crate) fn like(connection: &Connection, words: &str, limit: u32) -> Result<(u32, Vec<(String, NumberedLetter)>), StoreError> {
    let typed = known_by(words);
    if !typed.contains(|c: char| c.is_ascii_digit()) {
        return Ok((0, vec![]));
    }
    let total = connection
        .prepare_cached("select count(*) from letter where instr(known_by, ?1) > 0")?
        .query_row([&typed], |row| row.get(0))?;
    let sql = "select subject, paper, number, written_on, register, in_force from letter where instr(known_by, ?1) > 0
               order by written_on desc, subject, paper limit ?2";
    let found = connection.prepare_cached(sql)?.query_and_then(params![typed, limit], read)?.collect::<Result<_, _>>()?;
    Ok((total, found))
}
