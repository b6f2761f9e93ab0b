//! What became of the cases of earlier years since the report before was frozen.

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

/// A case as the report before knew it, and as this one does.
struct Compared<T> {
    before: Option<T>,
    now: T,
}

impl<T> Compared<T> {
    fn as_case(&self) -> CarriedCase<'_, T> {
        CarriedCase { before: self.before.as_ref(), now: &self.now }
    }
}

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
    let requests = requests(tables, last, (&before, &now))?;
    let objections = objections(tables, last, (&before, &now))?;
    Ok(CarriedOver::of(requests.iter().map(Compared::as_case), objections.iter().map(Compared::as_case)))
}

/// The requests of earlier years of which something was entered since, and those that never ended.
fn requests(
    tables: &Connection,
    last: NaiveDate,
    (before, now): (&Extent, &Extent),
) -> Result<Vec<Compared<Request>>, DeskError> {
    let changed = before.changed_since(tables)?;
    let mut compared = vec![];
    for (id, open) in requests::registered_until(tables, last)? {
        if open || changed.contains(&subject_name(Subject::Request(id))) {
            let before = before.request(tables, id)?;
            compared.extend(now.request(tables, id)?.map(|now| Compared { before, now }));
        }
    }
    Ok(compared)
}

fn objections(
    tables: &Connection,
    last: NaiveDate,
    (before, now): (&Extent, &Extent),
) -> Result<Vec<Compared<Objection>>, DeskError> {
    let changed = before.changed_since(tables)?;
    let mut compared = vec![];
    for Found { id, state } in matters::between::<Objection>(tables, "", &last.to_string())? {
        if changed.contains(&subject_name(Subject::matter(Matter::Objection, id))) {
            let before = before.matter(tables, id)?;
            compared.extend(now.matter(tables, id)?.map(|now| Compared { before, now }));
        } else {
            compared.push(Compared { before: Some(state.clone()), now: state });
        }
    }
    Ok(compared)
}
