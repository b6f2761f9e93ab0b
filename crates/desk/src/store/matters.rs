//! Objections, classifications, questions, the catalogue, surveys and reports: their fold, their row, and how they are found.

use chrono::NaiveDate;
use loket_domain::change::{Change, PackChange, ReportChange, SurveyChange};
use loket_domain::classification::Classification;
use loket_domain::dip::Listed;
use loket_domain::ids::RequestId;
use loket_domain::numbering::RegistrationNumber;
use loket_domain::objection::{Objection, ObjectionStage};
use loket_domain::pack::SignedPack;
use loket_domain::question::Question;
use loket_domain::report::AnnualReport;
use loket_domain::survey::SurveyResponse;
use loket_journal::Matter;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::news;
use super::projection::Known;
use crate::error::DeskError;

/// What a list needs to know of a matter.
pub(crate) struct Columns {
    number: Option<RegistrationNumber>,
    on: String,
    due: Option<String>,
    stage: &'static str,
    request: Option<RequestId>,
    words: String,
}

/// A state that is folded from the entries of one matter.
pub(crate) trait Folded: Serialize + DeserializeOwned {
    /// Which matter.
    const MATTER: Matter;
    /// The fold, with the places of the changes that did not fit.
    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>);
    /// Its row.
    fn columns(&self) -> Columns;
    /// What is news of it when PPID Utama wrote this change.
    fn news(&self, _change: &Change) -> Option<news::Told> {
        None
    }
}

impl Folded for Objection {
    const MATTER: Matter = Matter::Objection;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> Columns {
        let waits = self.stage() == ObjectionStage::Registered;
        Columns {
            number: Some(self.number.clone()),
            on: self.registered_on.to_string(),
            due: self.due.filter(|_| waits).map(|due| due.to_string()),
            stage: self.stage().code(),
            request: self.form.request,
            words: [&self.number.text, &self.form.applicant.name, &self.form.information].map(String::as_str).join(" "),
        }
    }
}

impl Folded for Classification {
    const MATTER: Matter = Matter::Classification;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> Columns {
        let number = self.decree.as_ref().map_or("", |decree| decree.letter.number.as_str());
        Columns {
            number: None,
            on: self.worksheet.tested_on.to_string(),
            due: self.worksheet.expires.filter(|_| self.lifted.is_none() && self.rejected.is_none()).map(|on| on.to_string()),
            stage: self.stage().code(),
            request: self.worksheet.request,
            words: [number, &self.worksheet.information, &self.worksheet.unit].join(" "),
        }
    }

    fn news(&self, change: &Change) -> Option<news::Told> {
        news::of_classification(self, change)
    }
}

impl Folded for Question {
    const MATTER: Matter = Matter::Question;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> Columns {
        let texts = self.messages.iter().map(|message| message.text.as_str());
        let words: Vec<&str> = std::iter::once(self.line.as_str()).chain(texts).collect();
        Columns {
            number: None,
            on: self.messages.first().map_or_else(String::new, |asked| asked.on.to_string()),
            due: None,
            stage: self.stage().code(),
            request: self.about.request(),
            words: [self.about.words().unwrap_or_default(), words.join(" ")].join(" "),
        }
    }

    fn news(&self, change: &Change) -> Option<news::Told> {
        news::of_question(self, change)
    }
}

impl Folded for Listed {
    const MATTER: Matter = Matter::DipItem;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> Columns {
        let item = &self.item;
        Columns {
            number: None,
            on: item.published_on.map_or_else(String::new, |on| on.to_string()),
            due: self.renewal_due().filter(|_| self.withdrawn.is_none()).map(|due| due.to_string()),
            stage: if self.withdrawn.is_some() { "withdrawn" } else { item.category.code() },
            request: None,
            words: [&item.summary, &item.holder, &item.responsible].map(String::as_str).join(" "),
        }
    }
}

/// A matter that is one entry and never changes.
fn once<S>(changes: Vec<Option<S>>) -> (Option<S>, Vec<usize>) {
    let mut state = None;
    let mut misfits = Vec::new();
    for (place, found) in changes.into_iter().enumerate() {
        match found {
            Some(found) if state.is_none() => state = Some(found),
            _ => misfits.push(place),
        }
    }
    (state, misfits)
}

impl Folded for SurveyResponse {
    const MATTER: Matter = Matter::Survey;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        let found = |change: &Change| match change {
            Change::Survey(SurveyChange::SurveyAnswered { response }) => Some(response.clone()),
            _ => None,
        };
        once(changes.into_iter().map(found).collect())
    }

    fn columns(&self) -> Columns {
        let words = [&self.gender, &self.education, &self.occupation].map(String::as_str).join(" ");
        Columns { number: None, on: self.on.to_string(), due: None, stage: "answered", request: None, words }
    }
}

impl Folded for AnnualReport {
    const MATTER: Matter = Matter::Report;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        let found = |change: &Change| match change {
            Change::Report(ReportChange::ReportFrozen { report }) => Some((**report).clone()),
            _ => None,
        };
        once(changes.into_iter().map(found).collect())
    }

    fn columns(&self) -> Columns {
        let (on, words) = (format!("{}-12-31", self.year), format!("{} {}", self.year, self.letter.number));
        Columns { number: None, on, due: None, stage: "frozen", request: None, words }
    }
}

impl Folded for SignedPack {
    const MATTER: Matter = Matter::Pack;

    /// Who received it first does not matter: whatever is the same pack has the same text.
    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        let mut state: Option<Self> = None;
        let mut misfits = Vec::new();
        for (place, change) in changes.into_iter().enumerate() {
            match (change, &state) {
                (Change::Pack(PackChange::PackReceived { pack }), None) => state = Some((**pack).clone()),
                (Change::Pack(PackChange::PackReceived { pack }), Some(known)) if known.is(pack) => {}
                _ => misfits.push(place),
            }
        }
        (state, misfits)
    }

    fn columns(&self) -> Columns {
        let pack = self.pack();
        let words = [&pack.title, &pack.basis].map(String::as_str).join(" ");
        Columns { number: None, on: pack.published_on.to_string(), due: None, stage: "received", request: None, words }
    }
}

/// Folds the changes of one matter and writes its row and its news; returns the places of those that did not fit.
pub(super) fn project<S: Folded>(
    connection: &Connection,
    subject: &str,
    id: Uuid,
    changes: &[Known],
) -> Result<Vec<usize>, DeskError> {
    let (state, misfits) = S::replay(changes.iter().map(|known| &known.change));
    connection.prepare_cached("delete from matter where id = ?1")?.execute([id.to_string()])?;
    if let Some(state) = state {
        let place = changes.first().map_or(0, |known| known.place);
        let columns = state.columns();
        let json = serde_json::to_string(&state).map_err(|_| DeskError::Journal("matter"))?;
        let number = columns.number.as_ref();
        connection.prepare_cached(include_str!("insert_matter.sql"))?.execute(params![
            place,
            S::MATTER as u16,
            id.to_string(),
            number.map(|number| number.desk.as_str()),
            number.map(|number| number.year),
            number.map(|number| number.serial),
            columns.on,
            columns.due,
            columns.stage,
            columns.request.map(|request| request.to_string()),
            columns.words.to_lowercase(),
            json,
        ])?;
        news::project(connection, subject, changes, |change| state.news(change))?;
    }
    Ok(misfits)
}

/// A matter and its identity.
pub(crate) struct Found<S> {
    pub(crate) id: Uuid,
    pub(crate) state: S,
}

fn read<S: Folded>(row: &Row<'_>) -> Result<Found<S>, DeskError> {
    let (id, state): (String, String) = (row.get(0)?, row.get(1)?);
    Ok(Found {
        id: id.parse().map_err(|_| DeskError::Journal("matter id"))?,
        state: serde_json::from_str(&state).map_err(|_| DeskError::Journal("matter state"))?,
    })
}

/// The matter with this identity.
pub(crate) fn one<S: Folded>(connection: &Connection, id: Uuid) -> Result<Option<S>, DeskError> {
    let mut query = connection.prepare_cached("select id, state from matter where kind = ?1 and id = ?2")?;
    let found = query.query_and_then(params![S::MATTER as u16, id.to_string()], read)?.next().transpose()?;
    Ok(found.map(|found: Found<S>| found.state))
}

/// Every matter of a kind whose date lies in a period (both days part of it), oldest first.
pub(crate) fn between<S: Folded>(connection: &Connection, from: &str, to: &str) -> Result<Vec<Found<S>>, DeskError> {
    let sql = "select id, state from matter where kind = ?1 and on_date between ?2 and ?3 order by on_date, place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16, from, to], read)?.collect()
}

/// Every matter of a kind, in the order it was begun.
pub(crate) fn all<S: Folded>(connection: &Connection) -> Result<Vec<Found<S>>, DeskError> {
    let sql = "select id, state from matter where kind = ?1 order by place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16], read)?.collect()
}

/// The matters of a kind with something due on a civil date or before, in the order they were begun.
pub(crate) fn due_until<S: Folded>(connection: &Connection, until: NaiveDate) -> Result<Vec<Found<S>>, DeskError> {
    let sql = "select id, state from matter where kind = ?1 and due <= ?2 order by place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16, until.to_string()], read)?.collect()
}

/// The matters of a kind that stand at a stage, in the order they were begun.
pub(crate) fn at_stage<S: Folded>(connection: &Connection, stage: &str) -> Result<Vec<Found<S>>, DeskError> {
    let sql = "select id, state from matter where kind = ?1 and stage = ?2 order by place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16, stage], read)?.collect()
}

/// The matters of a kind that are about a request, oldest first.
pub(crate) fn about<S: Folded>(connection: &Connection, request: RequestId) -> Result<Vec<Found<S>>, DeskError> {
    let sql = "select id, state from matter where request = ?2 and kind = ?1 order by place";
    connection.prepare_cached(sql)?.query_and_then(params![S::MATTER as u16, request.to_string()], read)?.collect()
}

/// What is looked for.
pub(crate) struct Wanted<'a> {
    pub(crate) words: &'a str,
    pub(crate) stage: Option<&'a str>,
    pub(crate) offset: u32,
    pub(crate) limit: u32,
}

/// The typed words as a pattern: each in its place, anything between them.
fn pattern(words: &str) -> String {
    let escaped = words.to_lowercase().replace(['%', '_', '\\'], " ");
    format!("%{}%", escaped.split_whitespace().collect::<Vec<_>>().join("%"))
}

const MATCHES: &str = "kind = ?1 and words like ?2";

/// A page of the list, newest first.
pub(crate) fn find<S: Folded>(connection: &Connection, wanted: &Wanted<'_>) -> Result<Vec<Found<S>>, DeskError> {
    let sql = format!(
        "select id, state from matter where {MATCHES} and (?3 is null or stage = ?3) order by place desc limit ?4 offset ?5"
    );
    let values = params![S::MATTER as u16, pattern(wanted.words), wanted.stage, wanted.limit, wanted.offset];
    connection.prepare_cached(&sql)?.query_and_then(values, read)?.collect()
}

/// How many with these words stand at each stage.
pub(crate) fn count_by_stage<S: Folded>(connection: &Connection, words: &str) -> Result<Vec<(String, u32)>, DeskError> {
    let sql = format!("select stage, count(*) from matter where {MATCHES} group by stage order by stage");
    let mut query = connection.prepare_cached(&sql)?;
    let rows = query.query_map(params![S::MATTER as u16, pattern(words)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The highest serial of an objection that this desk gave in `year`.
pub(crate) fn last_serial(connection: &Connection, desk: &str, year: i32) -> Result<Option<u32>, DeskError> {
    let sql = "select max(serial) from matter where kind = ?1 and desk = ?2 and year = ?3";
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_row(params![Matter::Objection as u16, desk, year], |row| row.get(0)).optional()?.flatten())
}
