//! The numbered forms of the office, and what became of each.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::{entries, requests};
use loket_domain::change::{Change, OfficeChange};
use loket_domain::ids::RequestId;
use loket_domain::numbering::{DeskCode, RegistrationNumber};
use loket_domain::office::{Office, OfficeRefused, ReservedNumber};
use loket_domain::problem::Refused;
use loket_journal::Recorded;
use rusqlite::Connection;

/// What became of a numbered form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FormFate {
    /// Nobody entered it yet, and it is not void.
    Open,
    /// This request bears its number.
    Used(RequestId),
    /// It is void, for this reason.
    Void(String),
}

/// Whether a request bears this number.
pub(crate) fn is_used(tables: &Connection, number: &RegistrationNumber) -> Result<bool, DeskError> {
    Ok(requests::has_serial(tables, &number.desk, number.year, number.serial)?)
}

/// What became of this form.
pub(crate) fn fate(tables: &Connection, context: &Context<'_>, reserved: &ReservedNumber) -> Result<FormFate, DeskError> {
    let number = &reserved.number;
    if let Some(request) = requests::with_serial(tables, &number.desk, number.year, number.serial)? {
        return Ok(FormFate::Used(request));
    }
    Ok(context.office.voided_with(reserved).map_or(FormFate::Open, |voided| FormFate::Void(voided.reason.clone())))
}

/// The form with this number, of any desk.
pub(crate) fn known<'a>(context: &Context<'a>, number: &str) -> Result<&'a ReservedNumber, Refused> {
    let found = context.office.reserved.iter().find(|reserved| reserved.number.text == number.trim());
    Ok(found.ok_or(OfficeRefused::NoSuchForm)?)
}

/// The form with this number, which this desk may still use.
///
/// # Errors
/// [`OfficeRefused`] for one of another desk, one that a request bears, and one that is void.
pub(crate) fn usable<'a>(
    tables: &Connection,
    office: &'a Office,
    desk_code: &DeskCode,
    number: &str,
) -> Result<&'a ReservedNumber, DeskError> {
    let mut looked_up = Ok(false);
    let found = office.open_form(desk_code, number, |number| {
        looked_up = is_used(tables, number);
        matches!(looked_up, Ok(true))
    });
    looked_up?;
    Ok(found.map_err(Refused::from)?)
}

/// The same, for whoever asks.
pub(crate) fn open_form<'a>(tables: &Connection, context: &Context<'a>, number: &str) -> Result<&'a ReservedNumber, DeskError> {
    usable(tables, context.office, context.desk_code, number)
}

/// The forms of this desk that are still to be accounted for, oldest first.
pub(crate) fn open_forms<'a>(tables: &Connection, context: &Context<'a>) -> Result<Vec<&'a ReservedNumber>, DeskError> {
    let mut open = Vec::new();
    for reserved in context.office.reserved.iter().filter(|reserved| reserved.number.desk == *context.desk_code) {
        if fate(tables, context, reserved)? == FormFate::Open {
            open.push(reserved);
        }
    }
    Ok(open)
}

/// The check code that stands on a form: of the entry that reserved its number.
pub(crate) fn code(tables: &Connection, reserved: &ReservedNumber) -> Result<String, DeskError> {
    for kept in entries::of_kinds(tables, "office", &["number_reserved"])? {
        if let Recorded::Known(Change::Office(OfficeChange::NumberReserved { reserved: known })) = kept.recorded()
            && known == *reserved
        {
            return Ok(kept.header.hash().check_code());
        }
    }
    Err(Refused::from(OfficeRefused::NoSuchForm).into())
}
