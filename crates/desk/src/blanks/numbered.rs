//! The numbered forms of the office, and what became of each.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::{entries, requests};
use chrono::{NaiveDateTime, TimeDelta};
use loket_domain::change::{Change, OfficeChange};
use loket_domain::ids::RequestId;
use loket_domain::numbering::{DeskCode, RegistrationNumber};
use loket_domain::office::{Office, OfficeRefused, ReservedNumber};
use loket_domain::problem::Refused;
use loket_journal::{Header, Recorded};
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
    Ok(reserving(tables, reserved)?.hash().check_code())
}

/// The entry that reserved a number.
fn reserving(tables: &Connection, reserved: &ReservedNumber) -> Result<Header, DeskError> {
    for kept in entries::of_kinds(tables, "office", &["number_reserved"])? {
        if let Recorded::Known(Change::Office(OfficeChange::NumberReserved { reserved: known })) = kept.recorded()
            && known == *reserved
        {
            return Ok(kept.header);
        }
    }
    Err(Refused::from(OfficeRefused::NoSuchForm).into())
}

/// What to mind where the hour on a form is earlier than the hour at which the form was made, on the same day: one of the two was
/// misread, or this computer's clock was wrong. Only an earlier day is refused.
pub(crate) fn earlier_than_made(
    tables: &Connection,
    context: &Context<'_>,
    (number, received): (&str, NaiveDateTime),
    moment: Moment,
) -> Result<Option<String>, DeskError> {
    let Ok(reserved) = known(context, number) else { return Ok(None) };
    let ago = moment.millis.saturating_sub(reserving(tables, reserved)?.time.millis());
    let made = moment.local - TimeDelta::milliseconds(ago.try_into().unwrap_or(i64::MAX));
    // The hour on the form has no seconds.
    let is_earlier = received.date() == made.date() && received + TimeDelta::minutes(1) <= made;
    Ok(is_earlier.then(|| {
        format!(
            "Jam diterima {} lebih awal daripada jam formulirnya disediakan ({}); periksa jam yang tertulis di formulir.",
            received.format("%H.%M"),
            made.format("%H.%M")
        )
    }))
}
