//! The folded tables.

use chrono::NaiveDate;
use loket_domain::classification::ClassificationStage;
use loket_domain::ids::{ClassificationId, QuestionId, RequestId};
use loket_domain::office::OfficeCode;
use loket_domain::question::{Party, QuestionStage};
use loket_domain::request::{Stage, Timeliness};
use loket_journal::OriginId;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use super::columns::{self, date, int, optional};
use super::matter_rows;
use crate::projection::{KnownOffice, Misfit, Projection, QuestionRow, RequestRow, TestRow};
use crate::store::ledger::{Rows, Stale};
use crate::store::{DeskContact, Narrowing, OfficeOverview, Order, Page, StoreFault};

/// Puts folded rows of an office in the place of others.
pub(super) fn replace(db: &Connection, Rows { office, stale, fresh }: &Rows) -> Result<(), StoreFault> {
    let office = office.as_str();
    let delete = |sql: &str, values: &[&dyn rusqlite::ToSql]| db.prepare_cached(sql)?.execute(values);
    match stale {
        Stale::Everything => {
            delete("delete from offices where code = ?1", params![office])?;
            delete("delete from requests where office = ?1", params![office])?;
            delete("delete from tests where office = ?1", params![office])?;
            delete("delete from questions where office = ?1", params![office])?;
            delete("delete from matters where office = ?1", params![office])?;
            delete("delete from misfits where office = ?1", params![office])?;
            if let Some(known) = &fresh.office {
                let profile = serde_json::to_string(known).map_err(StoreFault::damaged("profil kantor"))?;
                db.execute("insert into offices (code, profile) values (?1, ?2)", params![office, profile])?;
            }
        }
        Stale::Parts { office: about_office, requests, tests, questions, matters: stale } => {
            if *about_office {
                delete("delete from misfits where office = ?1 and request is null", params![office])?;
            }
            for request in requests {
                let values = params![office, request.0.as_bytes()];
                delete("delete from requests where office = ?1 and request = ?2", values)?;
                delete("delete from misfits where office = ?1 and request = ?2", values)?;
            }
            for test in tests {
                delete("delete from tests where office = ?1 and test = ?2", params![office, test.0.as_bytes()])?;
            }
            for question in questions {
                delete("delete from questions where office = ?1 and question = ?2", params![office, question.0.as_bytes()])?;
            }
            stale.iter().try_for_each(|(kind, subject)| matter_rows::delete(db, office, *kind, *subject))?;
        }
    }
    fresh.requests.iter().try_for_each(|row| insert_request(db, office, row))?;
    fresh.tests.iter().try_for_each(|row| insert_test(db, office, row))?;
    fresh.questions.iter().try_for_each(|row| insert_question(db, office, row))?;
    fresh.matters.iter().try_for_each(|row| matter_rows::insert(db, office, row))?;
    fresh.misfits.iter().try_for_each(|misfit| insert_misfit(db, office, misfit))
}

fn insert_request(db: &Connection, office: &str, row: &RequestRow) -> Result<(), StoreFault> {
    let text = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let values = params![
        office,
        row.request.0.as_bytes(),
        row.number,
        row.received_on.to_string(),
        row.registered_on.to_string(),
        row.stage.code(),
        text(row.safe_due),
        text(row.official_due),
        text(row.due),
        text(row.decided_on),
        text(row.forwarded_on),
        text(row.answered_on),
        text(row.left_on),
        row.timely.map(Timeliness::code),
        int(row.last_entry)
    ];
    db.prepare_cached(include_str!("sql/insert_request.sql"))?.execute(values)?;
    Ok(())
}

fn insert_test(db: &Connection, office: &str, row: &TestRow) -> Result<(), StoreFault> {
    let (tested, decided) = (row.tested_on.to_string(), row.decided_on.map(|on| on.to_string()));
    let values = params![office, row.test.0.as_bytes(), row.unit, row.information, tested, row.stage.code(), decided];
    let columns = "office, test, unit, information, tested_on, stage, decided_on";
    db.execute(&format!("insert into tests ({columns}) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)"), values)?;
    Ok(())
}

fn insert_question(db: &Connection, office: &str, row: &QuestionRow) -> Result<(), StoreFault> {
    let (by, stage, since) = (row.by.code(), row.stage.code(), row.since.to_string());
    let values = params![office, row.question.0.as_bytes(), row.line, row.about, by, stage, since];
    let sql = "insert into questions (office, question, line, about, asked_by, stage, since) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    db.execute(sql, values)?;
    Ok(())
}

fn insert_misfit(db: &Connection, office: &str, misfit: &Misfit) -> Result<(), StoreFault> {
    let request = misfit.request.as_ref().map(|request| request.0.as_bytes());
    let values = params![office, request, misfit.origin.0.as_bytes(), int(misfit.seq)];
    db.execute("insert into misfits (office, request, origin, seq) values (?1, ?2, ?3, ?4)", values)?;
    Ok(())
}

pub(super) fn codes(db: &Connection, sql: &str) -> Result<Vec<OfficeCode>, StoreFault> {
    Ok(db.prepare(sql)?.query_map([], |row| columns::code(row, 0))?.collect::<Result<_, _>>()?)
}

pub(super) fn known(db: &Connection, office: &str) -> Result<Option<KnownOffice>, StoreFault> {
    let mut known = db.prepare_cached("select profile from offices where code = ?1")?;
    let stored: Option<String> = known.query_row([office], |row| row.get(0)).optional()?;
    read_known(stored)
}

fn read_known(stored: Option<String>) -> Result<Option<KnownOffice>, StoreFault> {
    stored.map(|text| serde_json::from_str(&text).map_err(StoreFault::damaged("profil kantor"))).transpose()
}

/// How many columns [`request`] reads.
pub(crate) const REQUEST_COLUMNS: usize = 14;

/// Reads the columns of `requests.sql`.
pub(crate) fn request(row: &Row<'_>) -> rusqlite::Result<RequestRow> {
    let code = row.get_ref(4)?.as_str()?;
    Ok(RequestRow {
        request: columns::request(row, 0)?,
        number: row.get(1)?,
        received_on: date(row, 2)?,
        registered_on: date(row, 3)?,
        stage: Stage::from_code(code).ok_or_else(|| rusqlite::Error::InvalidColumnName("stage".into()))?,
        safe_due: optional(row, 5, date)?,
        official_due: optional(row, 6, date)?,
        due: optional(row, 7, date)?,
        decided_on: optional(row, 8, date)?,
        forwarded_on: optional(row, 9, date)?,
        answered_on: optional(row, 10, date)?,
        left_on: optional(row, 11, date)?,
        timely: optional(row, 12, timely)?,
        last_entry: columns::number(row, 13)?,
    })
}

fn timely(row: &Row<'_>, at: usize) -> rusqlite::Result<Timeliness> {
    Timeliness::from_code(row.get_ref(at)?.as_str()?).ok_or_else(|| rusqlite::Error::InvalidColumnName("timely".into()))
}

/// How many columns [`test`] reads.
pub(crate) const TEST_COLUMNS: usize = 6;

/// Reads a test, its unit and information, its date, its stage and when it was decided.
pub(crate) fn test(row: &Row<'_>) -> rusqlite::Result<TestRow> {
    let stage = ClassificationStage::from_code(row.get_ref(4)?.as_str()?);
    Ok(TestRow {
        test: columns::bytes(row, 0).map(|bytes| ClassificationId(uuid::Uuid::from_bytes(bytes)))?,
        unit: row.get(1)?,
        information: row.get(2)?,
        tested_on: date(row, 3)?,
        stage: stage.ok_or_else(|| rusqlite::Error::InvalidColumnName("stage".into()))?,
        decided_on: optional(row, 5, date)?,
    })
}

/// Reads a question, its line, what it is about, who asked, its stage and since when.
pub(crate) fn question(row: &Row<'_>) -> rusqlite::Result<QuestionRow> {
    let unknown = |name: &str| rusqlite::Error::InvalidColumnName(name.into());
    Ok(QuestionRow {
        question: columns::bytes(row, 0).map(|bytes| QuestionId(uuid::Uuid::from_bytes(bytes)))?,
        line: row.get(1)?,
        about: row.get(2)?,
        by: Party::from_code(row.get_ref(3)?.as_str()?).ok_or_else(|| unknown("asked_by"))?,
        stage: QuestionStage::from_code(row.get_ref(4)?.as_str()?).ok_or_else(|| unknown("stage"))?,
        since: date(row, 5)?,
    })
}

fn requests(db: &Connection, sql: &str, values: impl Params) -> Result<Vec<RequestRow>, StoreFault> {
    Ok(db.prepare(sql)?.query_map(values, request)?.collect::<Result<_, _>>()?)
}

pub(super) fn request_of(db: &Connection, office: &str, id: RequestId) -> Result<Option<RequestRow>, StoreFault> {
    let sql = concat!(include_str!("sql/requests.sql"), "and request = ?2");
    Ok(requests(db, sql, params![office, id.0.as_bytes()])?.pop())
}

/// What comes before the order that always holds.
fn before(order: Order) -> &'static str {
    match order {
        Order::Due => "",
        Order::Received => "received_on desc, ",
        Order::Number => "number, ",
        Order::Decided => "decided_on desc, ",
    }
}

/// The requests of a narrowing as the parameters of `narrowed.sql` have them.
fn asked(narrowing: &Narrowing) -> Result<(&'static str, String), StoreFault> {
    let (which, requests) = narrowing.which.asked();
    let named: Vec<String> = requests.iter().map(|request| request.0.simple().to_string()).collect();
    Ok((which, serde_json::to_string(&named).map_err(StoreFault::damaged("permohonan"))?))
}

pub(super) fn narrowed(db: &Connection, office: &str, narrowing: &Narrowing, page: Page) -> Result<Vec<RequestRow>, StoreFault> {
    let (which, named) = asked(narrowing)?;
    let (first, then) =
        (concat!(include_str!("sql/requests.sql"), include_str!("sql/narrowed.sql")), include_str!("sql/in_order.sql"));
    let sql = format!("{first} order by {}{then}", before(narrowing.order));
    requests(db, &sql, params![office, which, named, narrowing.received, page.take, page.skip])
}

pub(super) fn counted(db: &Connection, office: &str, narrowing: &Narrowing) -> Result<u64, StoreFault> {
    let (which, named) = asked(narrowing)?;
    let sql = concat!("select count(*) from requests where office = ?1 ", include_str!("sql/narrowed.sql"));
    Ok(db.query_row(sql, params![office, which, named, narrowing.received], |row| columns::number(row, 0))?)
}

pub(super) fn stored(db: &Connection, office: &str) -> Result<Projection, StoreFault> {
    let requests = requests(db, concat!(include_str!("sql/requests.sql"), "order by request"), [office])?;
    let misfit = |row: &Row<'_>| {
        let request = optional(row, 0, columns::request)?;
        Ok(Misfit { request, origin: columns::origin(row, 1)?, seq: columns::number(row, 2)? })
    };
    let mut misfits = db.prepare("select request, origin, seq from misfits where office = ?1 order by request, origin, seq")?;
    let misfits = misfits.query_map([office], misfit)?.collect::<Result<_, _>>()?;
    let mut tests =
        db.prepare("select test, unit, information, tested_on, stage, decided_on from tests where office = ?1 order by test")?;
    let tests = tests.query_map([office], test)?.collect::<Result<_, _>>()?;
    let questions = "select question, line, about, asked_by, stage, since from questions where office = ?1 order by question";
    let questions = db.prepare(questions)?.query_map([office], question)?.collect::<Result<_, _>>()?;
    Ok(Projection {
        office: known(db, office)?,
        requests,
        tests,
        questions,
        matters: matter_rows::of_office(db, office)?,
        misfits,
    })
}

pub(super) fn misfits(db: &Connection, origin: OriginId, after: u64) -> Result<Vec<u64>, StoreFault> {
    let mut found = db.prepare_cached("select seq from misfits where origin = ?1 and seq > ?2 order by seq")?;
    let found = found.query_map(params![origin.0.as_bytes(), int(after)], |row| columns::number(row, 0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn offices(db: &Connection) -> Result<Vec<OfficeOverview>, StoreFault> {
    let codes = codes(db, "select distinct office from desks order by office")?;
    codes.into_iter().map(|code| overview(db, code)).collect()
}

pub(super) fn known_offices(db: &Connection, within: Option<&str>) -> Result<Vec<(OfficeCode, Option<KnownOffice>)>, StoreFault> {
    let mut found = db.prepare_cached(include_str!("sql/known_offices.sql"))?;
    let found = found.query_map([within], |row| Ok((columns::code(row, 0)?, row.get::<_, Option<String>>(1)?)))?;
    found.map(|row| row.map_err(StoreFault::from).and_then(|(code, stored)| Ok((code, read_known(stored)?)))).collect()
}

pub(super) fn office(db: &Connection, code: &str) -> Result<Option<OfficeOverview>, StoreFault> {
    let enrolled = "select exists (select 1 from desks where office = ?1)";
    let enrolled: bool = db.query_row(enrolled, [code], |row| row.get(0))?;
    enrolled.then(|| overview(db, code.into())).transpose()
}

fn overview(db: &Connection, code: OfficeCode) -> Result<OfficeOverview, StoreFault> {
    let count = |sql: &str, office: &str| db.query_row(sql, [office], |row| columns::number(row, 0));
    let contact = |row: &Row<'_>| {
        Ok(DeskContact { desk: columns::code(row, 0)?, last_contact: optional(row, 1, columns::number)?, revoked: row.get(2)? })
    };
    let desks = db
        .prepare_cached(include_str!("sql/desk_contacts.sql"))?
        .query_map([code.as_str()], contact)?
        .collect::<Result<_, _>>()?;
    let known = known(db, &code)?;
    Ok(OfficeOverview {
        days_off: known.as_ref().map(|known| known.days_off.clone()).unwrap_or_default(),
        packs: known.as_ref().map(|known| known.packs.clone()).unwrap_or_default(),
        profile: known.map(|known| known.profile),
        desks,
        open: requests(db, concat!(include_str!("sql/requests.sql"), "and decided_on is null"), [code.as_str()])?,
        decided: count("select count(*) from requests where office = ?1 and decided_on is not null", &code)?,
        misfits: count("select count(*) from misfits where office = ?1", &code)?,
        questions: count("select count(*) from questions where office = ?1 and stage = 'awaits_ppid_main'", &code)?,
        code,
    })
}
