//! What became of the cases of earlier years since the report before was frozen.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use loket_domain::objection::Objection;
use loket_domain::report::{CarriedCase, CarriedOver, FiledReport};
use loket_domain::request::Request;
use loket_journal::{Matter, Subject};
use rusqlite::Connection;

use crate::error::DeskError;
use crate::reports::period::Period;
use crate::store::entries::subject_name;
use crate::store::extent::Extent;
use crate::store::matters::{self, Found};
use crate::store::requests;

/// What became of the cases that were registered before `year`, since the report of the year before was frozen; where there is none,
/// since that year ended. Of a year whose own report is frozen, as far as that report knew.
pub(super) fn carried(tables: &Connection, year: i32) -> Result<CarriedOver, DeskError> {
    let reports = matters::all::<FiledReport>(tables)?;
    let of_year = |year| {
        let found = reports.iter().find(|found| found.state.report.year == year);
        found.map(|Found { id, state }| Extent::of_report(tables, *id, &state.report)).transpose()
    };
    let last = Period::year(year - 1).to;
    let before = of_year(year - 1)?.map_or_else(|| Extent::end_of(tables, last), Ok)?;
    let now = of_year(year)?.map_or_else(|| Extent::now(tables), Ok)?;
    let since = Since { changed: before.changed_since(tables)?, before, now };
    Ok(CarriedOver::of(&requests(tables, last, &since)?, &objections(tables, last, &since)?))
}

/// What was known to the report before, what is known now, and the subjects of which that is more.
struct Since {
    before: Extent,
    now: Extent,
    changed: BTreeSet<String>,
}

/// The requests of earlier years of which something was entered since, and those that never ended.
fn requests(tables: &Connection, last: NaiveDate, since: &Since) -> Result<Vec<CarriedCase<Request>>, DeskError> {
    let mut cases = vec![];
    for (id, open) in requests::registered_until(tables, last)? {
        if open || since.changed.contains(&subject_name(Subject::Request(id))) {
            let before = since.before.request(tables, id)?;
            cases.extend(since.now.request(tables, id)?.map(|now| CarriedCase { before, now }));
        }
    }
    Ok(cases)
}

fn objections(tables: &Connection, last: NaiveDate, since: &Since) -> Result<Vec<CarriedCase<Objection>>, DeskError> {
    let mut cases = vec![];
    for Found { id, state } in matters::between::<Objection>(tables, "", &last.to_string())? {
        if since.changed.contains(&subject_name(Subject::matter(Matter::Objection, id))) {
            let before = since.before.matter(tables, id)?;
            cases.extend(since.now.matter(tables, id)?.map(|now| CarriedCase { before, now }));
        } else {
            cases.push(CarriedCase { before: Some(state.clone()), now: state });
        }
    }
    Ok(cases)
}
