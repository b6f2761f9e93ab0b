//! What a calendar year, or another period, amounts to, computed from the register.

use crate::context::Context;
use crate::error::DeskError;
use crate::old_book::known::copied_between;
use crate::reports::carried::carried;
use crate::reports::period::Period;
use crate::store::extent::Extent;
use crate::store::matters;
use crate::store::requests;
use loket_domain::objection::Objection;
use loket_domain::report::{Figures, Measured};
use loket_domain::survey::{Grade, Index, SurveyResponse};
use rusqlite::Connection;

/// The figures of a period, computed from the register now.
pub(crate) fn figures_between(tables: &Connection, context: &Context<'_>, period: &Period) -> Result<Figures, DeskError> {
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let requests = requests::registered_between(tables, &from, &to)?;
    let objections = matters::between::<Objection>(tables, &from, &to)?;
    let requests = requests.iter().map(|listed| &listed.request);
    let objections = objections.iter().map(|found| &found.state);
    let copied = copied_between(tables, &from, &to)?;
    let copied = copied.iter().map(|found| &found.state.request);
    let (profile, calendar) = (&context.office.profile, context.calendar);
    let figures = Figures::of(requests, objections, profile, calendar).and_of_old_book(copied, profile, calendar);
    // What earlier years left open is told of whole years.
    let carried = period.whole_year().map(|year| carried(tables, year)).transpose()?.unwrap_or_default();
    Ok(Figures { carried, ..figures })
}

/// What a report of a calendar year is frozen with, taken from the register now.
pub(crate) fn measured(tables: &Connection, context: &Context<'_>, year: i32) -> Result<Measured, DeskError> {
    let figures = figures_between(tables, context, &Period::year(year))?;
    Ok(Measured { figures, satisfaction: satisfaction(tables, year)?, known: Extent::now(tables)?.written() })
}

/// Responses, index times 100 and grade of a year's survey.
fn satisfaction(tables: &Connection, year: i32) -> Result<Option<(u32, u32, Grade)>, DeskError> {
    Ok(survey_between(tables, &Period::year(year))?.map(|index| {
        // The index lies between 25.00 and 100.00.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let hundredfold = (index.value * 100.0).round() as u32;
        (u32::try_from(index.responses).unwrap_or(u32::MAX), hundredfold, index.grade)
    }))
}

/// The index of a period's survey.
pub(crate) fn survey_between(tables: &Connection, period: &Period) -> Result<Option<Index>, DeskError> {
    let responses = matters::between::<SurveyResponse>(tables, &period.from.to_string(), &period.to.to_string())?;
    let responses: Vec<SurveyResponse> = responses.into_iter().map(|found| found.state).collect();
    Ok(Index::of(&responses))
}
