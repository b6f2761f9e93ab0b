//! The next number of a series.

use crate::error::DeskError;
use crate::store::error::StoreError;
use crate::store::matters;
use crate::store::requests;
use loket_domain::numbering::{DeskCode, NumberSeries, RegistrationNumber};
use loket_domain::objection::Objection;
use loket_domain::office::Office;
use loket_domain::old_book::CopiedRequest;

/// The number the desk would give next in `series` on `date`.
pub(crate) fn next_number(
    connection: &rusqlite::Connection,
    series: NumberSeries,
    office: &Office,
    desk_code: &DeskCode,
    date: chrono::NaiveDate,
) -> Result<RegistrationNumber, DeskError> {
    let desk = office.desk(desk_code).ok_or(StoreError::lacking("desk"))?;
    let year = chrono::Datelike::year(&date);
    let voided = office.last_voided(series, desk_code, year);
    Ok(match series {
        NumberSeries::Requests => {
            // What lies on an empty form is given, though nobody came with it yet.
            let reserved = office.last_reserved(desk_code, year);
            let serial = desk.start.next(year, requests::last_serial(connection, desk_code, year)?.max(voided).max(reserved));
            // What the book of before gave was given on paper; a series that begins further on is not called back by it.
            let copied = matters::last_serial::<CopiedRequest>(connection, desk_code, year)?;
            desk.pattern.number(&desk.code, serial.max(copied.map_or(0, |last| last.saturating_add(1))), date)
        }
        NumberSeries::Objections => {
            let last = matters::last_serial::<Objection>(connection, desk_code, year)?.max(voided);
            desk.pattern.for_objections().number(&desk.code, last.unwrap_or(0).saturating_add(1), date)
        }
    })
}

/// The number that follows when `last` of this year was given on paper: `now`, or a later one.
pub(crate) fn next_after(
    office: &Office,
    desk_code: &DeskCode,
    last: u32,
    now: &RegistrationNumber,
    date: chrono::NaiveDate,
) -> Result<RegistrationNumber, DeskError> {
    let desk = office.desk(desk_code).ok_or(StoreError::lacking("desk"))?;
    Ok(desk.pattern.number(&desk.code, now.serial.max(last.saturating_add(1)), date))
}
