//! The folded tables.

use chrono::NaiveDate;
use loket_domain::calendar::Calendar;
use loket_domain::ids::{ClassificationId, RequestId};
use loket_domain::request::Stage;
use loket_journal::{Matter, OriginId, Subject};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use std::collections::BTreeSet;

use super::columns::{self, date, int, optional};
use super::journal;
use crate::projection::{self, KnownOffice, Misfit, OfficeCounting, Projection, RequestRow, TestRow};
use crate::store::{DeskContact, OfficeOverview, Page, StoreFault};

/// Folds again what new entries about `subjects` change.
pub(super) fn refold(db: &Connection, office: &str, subjects: &BTreeSet<Subject>, calendar: &Calendar) -> Result<(), StoreFault> {
    let before = known(db, office)?;
    if subjects.contains(&Subject::Office) {
        let entries = journal::of_subject(db, office, Subject::Office)?;
        let (after, misfits) = projection::office(entries);
        if after != before {
            // How the office counts may have changed, and with it every deadline.
            return replace(db, office, &Projection::of(journal::of_office(db, office)?, calendar));
        }
        db.execute("delete from misfits where office = ?1 and request is null", [office])?;
        misfits.iter().try_for_each(|misfit| insert_misfit(db, office, misfit))?;
    }
    let counting = before.as_ref().map(|office| office.counting(calendar));
    for subject in subjects {
        match (subject, subject.as_matter()) {
            (Subject::Request(request), _) => refold_request(db, office, *request, counting.as_ref())?,
            (_, Some((Matter::Classification, id))) => refold_test(db, office, ClassificationId(id))?,
            _ => {}
        }
    }
    Ok(())
}

fn refold_request(
    db: &Connection,
    office: &str,
    request: RequestId,
    counting: Option<&OfficeCounting<'_>>,
) -> Result<(), StoreFault> {
    let subject = params![office, request.0.as_bytes()];
    let entries = journal::of_subject(db, office, Subject::Request(request))?;
    let (row, misfits) = projection::request(request, entries, counting);
    db.execute("delete from requests where office = ?1 and request = ?2", subject)?;
    db.execute("delete from misfits where office = ?1 and request = ?2", subject)?;
    row.iter().try_for_each(|row| insert_request(db, office, row))?;
    misfits.iter().try_for_each(|misfit| insert_misfit(db, office, misfit))
}

fn refold_test(db: &Connection, office: &str, test: ClassificationId) -> Result<(), StoreFault> {
    let entries = journal::of_subject(db, office, Subject::matter(Matter::Classification, test.0))?;
    db.execute("delete from tests where office = ?1 and test = ?2", params![office, test.0.as_bytes()])?;
    projection::test(test, entries).iter().try_for_each(|row| insert_test(db, office, row))
}

/// Folds everything again.
pub(super) fn rebuild(db: &Connection, calendar: &Calendar) -> Result<(), StoreFault> {
    db.execute_batch("delete from offices; delete from requests; delete from tests; delete from misfits;")?;
    for office in codes(db, "select distinct office from entries")? {
        replace(db, &office, &Projection::of(journal::of_office(db, &office)?, calendar))?;
    }
    db.execute("update server set basis = ?1", [projection::basis(calendar)])?;
    Ok(())
}

fn replace(db: &Connection, office: &str, rows: &Projection) -> Result<(), StoreFault> {
    db.execute("delete from offices where code = ?1", [office])?;
    db.execute("delete from requests where office = ?1", [office])?;
    db.execute("delete from tests where office = ?1", [office])?;
    db.execute("delete from misfits where office = ?1", [office])?;
    if let Some(known) = &rows.office {
        let profile = serde_json::to_string(known).map_err(|_| StoreFault::Damaged("profil kantor"))?;
        db.execute("insert into offices (code, profile) values (?1, ?2)", params![office, profile])?;
    }
    rows.requests.iter().try_for_each(|row| insert_request(db, office, row))?;
    rows.tests.iter().try_for_each(|row| insert_test(db, office, row))?;
    rows.misfits.iter().try_for_each(|misfit| insert_misfit(db, office, misfit))
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
        int(row.last_entry)
    ];
    db.prepare_cached(include_str!("sql/insert_request.sql"))?.execute(values)?;
    Ok(())
}

fn insert_test(db: &Connection, office: &str, row: &TestRow) -> Result<(), StoreFault> {
    let values = params![office, row.test.0.as_bytes(), row.unit, row.tested_on.to_string()];
    db.execute("insert into tests (office, test, unit, tested_on) values (?1, ?2, ?3, ?4)", values)?;
    Ok(())
}

fn insert_misfit(db: &Connection, office: &str, misfit: &Misfit) -> Result<(), StoreFault> {
    let request = misfit.request.as_ref().map(|request| request.0.as_bytes());
    let values = params![office, request, misfit.origin.0.as_bytes(), int(misfit.seq)];
    db.execute("insert into misfits (office, request, origin, seq) values (?1, ?2, ?3, ?4)", values)?;
    Ok(())
}

fn codes(db: &Connection, sql: &str) -> Result<Vec<String>, StoreFault> {
    Ok(db.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn known(db: &Connection, office: &str) -> Result<Option<KnownOffice>, StoreFault> {
    let stored: Option<String> =
        db.query_row("select profile from offices where code = ?1", [office], |row| row.get(0)).optional()?;
    stored.map(|text| serde_json::from_str(&text).map_err(|_| StoreFault::Damaged("profil kantor"))).transpose()
}

/// How many columns [`request`] reads.
pub(crate) const REQUEST_COLUMNS: usize = 11;

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
        last_entry: columns::number(row, 10)?,
    })
}

/// Reads a test, its unit and its date.
pub(crate) fn test(row: &Row<'_>) -> rusqlite::Result<TestRow> {
    let test = columns::bytes(row, 0).map(|bytes| ClassificationId(uuid::Uuid::from_bytes(bytes)))?;
    Ok(TestRow { test, unit: row.get(1)?, tested_on: date(row, 2)? })
}

fn requests(db: &Connection, sql: &str, values: impl Params) -> Result<Vec<RequestRow>, StoreFault> {
    Ok(db.prepare(sql)?.query_map(values, request)?.collect::<Result<_, _>>()?)
}

pub(super) fn requests_in_order(db: &Connection, office: &str, page: Page) -> Result<Vec<RequestRow>, StoreFault> {
    let sql = concat!(include_str!("sql/requests.sql"), include_str!("sql/requests_in_order.sql"));
    requests(db, sql, params![office, page.take, page.skip])
}

pub(super) fn stored(db: &Connection, office: &str) -> Result<Projection, StoreFault> {
    let requests = requests(db, concat!(include_str!("sql/requests.sql"), "order by request"), [office])?;
    let misfit = |row: &Row<'_>| {
        let request = optional(row, 0, columns::request)?;
        Ok(Misfit { request, origin: columns::origin(row, 1)?, seq: columns::number(row, 2)? })
    };
    let mut misfits = db.prepare("select request, origin, seq from misfits where office = ?1 order by request, origin, seq")?;
    let misfits = misfits.query_map([office], misfit)?.collect::<Result<_, _>>()?;
    let mut tests = db.prepare("select test, unit, tested_on from tests where office = ?1 order by test")?;
    let tests = tests.query_map([office], test)?.collect::<Result<_, _>>()?;
    Ok(Projection { office: known(db, office)?, requests, tests, misfits })
}

pub(super) fn misfits(db: &Connection, origin: OriginId, after: u64) -> Result<Vec<u64>, StoreFault> {
    let mut found = db.prepare_cached("select seq from misfits where origin = ?1 and seq > ?2 order by seq")?;
    let found = found.query_map(params![origin.0.as_bytes(), int(after)], |row| columns::number(row, 0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn offices(db: &Connection) -> Result<Vec<OfficeOverview>, StoreFault> {
    let count = |sql: &str, office: &str| db.query_row(sql, [office], |row| columns::number(row, 0));
    let contact = |row: &Row<'_>| Ok(DeskContact { desk: row.get(0)?, last_contact: optional(row, 1, columns::number)? });
    let mut offices = Vec::new();
    for code in codes(db, "select distinct office from desks order by office")? {
        let desks =
            db.prepare_cached(include_str!("sql/desk_contacts.sql"))?.query_map([&code], contact)?.collect::<Result<_, _>>()?;
        let (profile, days_off) = known(db, &code)?.map(|known| (known.profile, known.days_off)).unzip();
        offices.push(OfficeOverview {
            profile,
            days_off: days_off.unwrap_or_default(),
            desks,
            open: requests(db, concat!(include_str!("sql/requests.sql"), "and decided_on is null"), [&code])?,
            decided: count("select count(*) from requests where office = ?1 and decided_on is not null", &code)?,
            misfits: count("select count(*) from misfits where office = ?1", &code)?,
            code,
        });
    }
    Ok(offices)
}
