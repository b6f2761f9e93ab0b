//! What a calendar year, or another period, amounts to, computed from the register.

use crate::context::Context;
use crate::error::DeskError;
use crate::reports::period::Period;
use crate::store::matters;
use crate::store::requests;
use chrono::NaiveDate;
use loket_domain::objection::Objection;
use loket_domain::report::{AnnualReport, CarriedOver, Figures, FiledReport, SinceReport};
use loket_domain::survey::{Index, SurveyResponse};
use rusqlite::Connection;

/// The figures of a calendar year, computed from the register now.
pub(crate) fn year_figures(tables: &Connection, context: &Context<'_>, year: i32) -> Result<Figures, DeskError> {
    figures_between(tables, context, &Period::year(year))
}

/// The figures of a period, computed from the register now.
pub(crate) fn figures_between(tables: &Connection, context: &Context<'_>, period: &Period) -> Result<Figures, DeskError> {
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let requests = requests::registered_between(tables, &from, &to)?;
    let objections = matters::between::<Objection>(tables, &from, &to)?;
    let requests = requests.iter().map(|listed| &listed.request);
    let objections = objections.iter().map(|found| &found.state);
    let figures = Figures::of(requests, objections, &context.office.profile, context.calendar);
    // What earlier years left open is told of whole years.
    let carried = period.whole_year().map(|year| carried(tables, year)).transpose()?.unwrap_or_default();
    Ok(Figures { carried, ..figures })
}

/// What became of cases of the years before `year` since their report was frozen, or since they ended where there is none.
fn carried(tables: &Connection, year: i32) -> Result<CarriedOver, DeskError> {
    let frozen: Vec<AnnualReport> = matters::all::<FiledReport>(tables)?.into_iter().map(|found| found.state.report).collect();
    let known = |year| frozen.iter().find(|report| report.year == year).map(|report| report.frozen_on);
    let last = Period::year(year - 1).to;
    let since = SinceReport { after: known(year - 1).unwrap_or(last), until: known(year).unwrap_or(NaiveDate::MAX) };
    let requests = requests::open_after(tables, last, since.after)?;
    let objections = matters::between::<Objection>(tables, "", &last.to_string())?;
    let requests = requests.iter().map(|listed| &listed.request);
    Ok(CarriedOver::of(requests, objections.iter().map(|found| &found.state), since))
}

/// Responses, index times 100 and grade of a year's survey.
pub(crate) fn satisfaction(tables: &Connection, year: i32) -> Result<Option<(u32, u32, loket_domain::survey::Grade)>, DeskError> {
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
