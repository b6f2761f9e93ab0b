//! The tables that lists and searches read: projections of the fold, written with the entry that changes them.

use crate::kernel::slip::Slip;
use crate::store::entries::Kept;
use crate::store::error::StoreError;
use crate::store::known::Known;
use crate::store::letters::NumberedLetter;
use crate::store::{entries, finding, letters, matters, news};
use chrono::NaiveDate;
use loket_domain::calendar::Calendar;
use loket_domain::classification::Classification;
use loket_domain::dip::Listed;
use loket_domain::ids::RequestId;
use loket_domain::objection::Objection;
use loket_domain::office::Office;
use loket_domain::old_book::CopiedRequest;
use loket_domain::pack::SignedPack;
use loket_domain::paper::PaperKind;
use loket_domain::question::Question;
use loket_domain::report::FiledReport;
use loket_domain::request::Request;
use loket_domain::survey::SurveyResponse;
use loket_journal::{Matter, Recorded};
use rusqlite::{Connection, params};

/// The changes of these entries that this version knows.
pub(super) fn known(kept: &[Kept]) -> Vec<Known> {
    let change = |kept: &Kept| match kept.recorded() {
        Recorded::Known(change) => Some(Known { place: kept.place, origin: kept.header.origin, change, by_utama: kept.by_utama }),
        Recorded::Newer { .. } | Recorded::Damaged { .. } => None,
    };
    kept.iter().filter_map(change).collect()
}

/// Notes for review what cannot be read: it is never folded, and only a person can tell what it said.
fn review_damage(connection: &Connection, subject: &str, kept: &[Kept]) -> Result<(), StoreError> {
    let damaged = kept.iter().filter(|kept| matches!(kept.recorded(), Recorded::Damaged { .. }));
    damaged.map(|kept| kept.place).try_for_each(|place| review(connection, place, subject))
}

/// Notes for review what did not fit, by its place among `changes`.
fn review_misfits(connection: &Connection, subject: &str, changes: &[Known], misfits: Vec<usize>) -> Result<(), StoreError> {
    misfits.into_iter().filter_map(|at| changes.get(at)).try_for_each(|known| review(connection, known.place, subject))
}

/// Writes what follows from the entries of one subject. Returns the office when it was the subject.
pub(crate) fn project(
    connection: &Connection,
    subject: &str,
    office: Option<&Office>,
    calendar: &Calendar,
) -> Result<Option<Office>, StoreError> {
    let kept = entries::of_subject(connection, subject)?;
    let (changes, strange): (Vec<Known>, Vec<Known>) = known(&kept).into_iter().partition(Known::speaks_for_itself);
    connection.prepare_cached("delete from review where subject = ?1")?.execute([subject])?;
    review_damage(connection, subject, &kept)?;
    // Said in another's name: it counts for nothing, and a person looks at it.
    strange.iter().try_for_each(|known| review(connection, known.place, subject))?;
    if subject == "office" {
        return project_office(connection, &changes);
    }
    if let Some((matter, id)) = entries::matter_of(subject) {
        let project = match matter {
            Matter::Objection => matters::project::<Objection>,
            Matter::Classification => matters::project::<Classification>,
            Matter::Question => matters::project::<Question>,
            Matter::DipItem => matters::project::<Listed>,
            Matter::Survey => matters::project::<SurveyResponse>,
            Matter::Report => matters::project::<FiledReport>,
            Matter::Pack => matters::project::<SignedPack>,
            Matter::OldRequest => matters::project::<CopiedRequest>,
        };
        let misfits = project(connection, subject, id, &changes)?;
        review_misfits(connection, subject, &changes, misfits)?;
        return Ok(None);
    }
    let (Some(id), Some(office)) = (entries::request_of(subject), office) else { return Ok(None) };
    let (state, misfits) = Request::replay(changes.iter().map(|known| &known.change));
    review_misfits(connection, subject, &changes, misfits)?;
    if let Some(request) = state {
        let place = changes.first().map_or(0, |known| known.place);
        write_request(connection, place, id, &request, &kept, office, calendar)?;
        letters::project(connection, subject, &numbered(&request))?;
        news::project(connection, subject, &changes, |change| news::of_request(&request, change))?;
    }
    Ok(None)
}

/// The letters of a request, by their numbers; those that hold no more after the others, and then the receipts.
fn numbered(request: &Request) -> Vec<NumberedLetter> {
    let letter = |paper: PaperKind| {
        let number = request.number_of(paper)?.to_owned();
        // What may be numbered by hand and is not is no letter that anything waits for.
        let known = !number.is_empty() || !request.is_numbered_by_hand(paper);
        let register = request.number.text.clone();
        known.then_some(NumberedLetter { paper, number, on: request.written_on(paper)?, register, in_force: true })
    };
    let ended = request
        .cancelled
        .iter()
        .filter_map(|cancelled| Some(NumberedLetter::ended(cancelled.paper, cancelled.content.letter()?, &request.number.text)));
    let receipt = |(paper, number, on): (PaperKind, &str, NaiveDate)| NumberedLetter {
        paper,
        number: number.to_owned(),
        on,
        register: request.number.text.clone(),
        in_force: true,
    };
    request.may_be_numbered().into_iter().filter_map(letter).chain(ended).chain(request.receipts().map(receipt)).collect()
}

fn project_office(connection: &Connection, changes: &[Known]) -> Result<Option<Office>, StoreError> {
    let mut state: Option<Office> = None;
    for Known { place, change, .. } in changes {
        match Office::apply(state.clone(), change) {
            Some(next) => state = Some(next),
            None => review(connection, *place, "office")?,
        }
    }
    if let Some(office) = &state {
        let json = serde_json::to_string(office).map_err(Slip::at("office"))?;
        connection.prepare_cached("insert or replace into office (one, state) values (1, ?1)")?.execute([json])?;
    }
    Ok(state)
}

fn review(connection: &Connection, place: i64, subject: &str) -> Result<(), StoreError> {
    let sql = "insert or replace into review (place, subject) values (?1, ?2)";
    connection.prepare_cached(sql)?.execute(params![place, subject])?;
    Ok(())
}

/// What stands for a day that no calendar can name: it comes before every day, for it may be any.
const UNNAMED: &str = "0000-01-01";

fn write_request(
    connection: &Connection,
    place: i64,
    id: RequestId,
    request: &Request,
    kept: &[Kept],
    office: &Office,
    calendar: &Calendar,
) -> Result<(), StoreError> {
    let state = serde_json::to_string(request).map_err(Slip::at("request"))?;
    let (number, form) = (&request.number, &request.registration);
    // A late registration can come before the one first seen, so the row may move to another place.
    connection
        .prepare_cached("delete from request_words where rowid = (select place from request where id = ?1)")?
        .execute([id.to_string()])?;
    connection.prepare_cached("delete from request where id = ?1")?.execute([id.to_string()])?;
    connection.prepare_cached(include_str!("insert_request.sql"))?.execute(params![
        place,
        id.to_string(),
        number.text,
        number.desk.as_str(),
        number.year,
        number.serial,
        form.received_on.to_string(),
        request.registered_on.to_string(),
        request.outcome.as_ref().map(|outcome| outcome.on().to_string()),
        request.answer_due(&office.profile, calendar).map(|due| due.to_string()),
        form.applicant.name,
        form.information,
        request.stage().code(),
        state,
        request.first_day(&office.profile, calendar).map(|day| day.map_or_else(|_| UNNAMED.to_owned(), |day| day.to_string())),
        request.late_after(&office.profile, calendar).map(|last| last.to_string()),
        form.channel_code(),
        kept.first().map_or_else(String::new, |registering| registering.header.actor.to_string()),
        form.applicant.name.to_lowercase(),
    ])?;
    connection
        .prepare_cached("insert into request_words (rowid, number, applicant, information) values (?1, ?2, ?3, ?4)")?
        .execute(params![
            place,
            format!("{} {}", number.text, finding::words(request, kept)),
            form.applicant.name,
            form.information
        ])?;
    connection.prepare_cached("delete from attachment where request = ?1")?.execute([id.to_string()])?;
    for file in request.attached().map(|attached| &attached.file) {
        let sql = "insert into attachment (request, digest, name, size, place) values (?1, ?2, ?3, ?4, ?5)";
        connection.prepare_cached(sql)?.execute(params![id.to_string(), file.digest, file.name, file.size, place])?;
    }
    Ok(())
}

/// Drops the projections and writes them again from the journal, under the `shipped` calendar with the office's own days.
pub(crate) fn rebuild(connection: &Connection, shipped: &Calendar) -> Result<Option<Office>, StoreError> {
    connection.execute_batch(
        "delete from review; delete from office; delete from request; delete from request_words; delete from attachment;
         delete from matter; delete from news; delete from letter;",
    )?;
    let office = project(connection, "office", None, shipped)?;
    let calendar = &office.as_ref().map_or_else(|| shipped.clone(), |office| office.calendar(shipped));
    for subject in entries::subjects(connection)?.iter().filter(|subject| *subject != "office") {
        project(connection, subject, office.as_ref(), calendar)?;
    }
    Ok(office)
}

/// Writes the news anew: who PPID Utama is has changed.
pub(crate) fn renew_news(connection: &Connection, office: &Office, calendar: &Calendar) -> Result<(), StoreError> {
    connection.execute("delete from news", [])?;
    for subject in news::written_about(connection)?.iter().filter(|subject| *subject != "office") {
        project(connection, subject, Some(office), calendar)?;
    }
    Ok(())
}

/// Everything the projections hold, as text in a fixed order: equal text, equal tables.
pub(crate) fn dump(connection: &Connection) -> Result<String, StoreError> {
    let mut text = String::new();
    for sql in [
        "select state from office",
        "select json_array(place, id, number, desk, year, serial, received_on, registered_on, decided_on, due, nearest, applicant, information, stage, state, late_after, channel, officer, name_key) from request order by place",
        "select json_array(place, kind, id, desk, year, serial, on_date, due, stage, request, words, state) from matter order by place",
        "select json_array(request, digest, name, size, place) from attachment order by request, digest",
        "select json_array(rowid, number, applicant, information) from request_words order by rowid",
        "select json_array(place, subject) from review order by place",
        "select json_array(subject, place, told, until) from news order by subject",
        "select json_array(subject, paper, number, known_by, written_on, register, in_force) as line from letter order by line",
    ] {
        for row in connection.prepare(sql)?.query_map([], |row| row.get::<_, String>(0))? {
            text.push_str(&row?);
            text.push('\n');
        }
    }
    Ok(text)
}
