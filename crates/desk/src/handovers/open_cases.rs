//! What is left to do at this moment, as the minutes of a handover say it.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::{matters, requests};
use crate::words::deadline::NO_CALENDAR;
use crate::words::short::first_words;
use chrono::NaiveDate;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::objection::Objection;
use loket_domain::office::{OpenCase, OpenCaseKind};
use loket_domain::question::{Question, QuestionStage};
use rusqlite::Connection;

/// Everything of the office that is not finished, the nearest deadline first; what has none comes last.
pub(crate) fn open_cases(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<Vec<OpenCase>, DeskError> {
    let mut cases = open_requests(tables, context, today)?;
    cases.extend(open_objections(tables, context)?);
    for found in matters::all::<Classification>(tables)? {
        let stage = found.state.stage();
        let named = first_words(&found.state.worksheet.information);
        match stage {
            ClassificationStage::Tested | ClassificationStage::Approved => {
                cases.push(undated(OpenCaseKind::Classification, named, stage.label()));
            }
            ClassificationStage::Decreed | ClassificationStage::Rejected | ClassificationStage::Lifted => {}
        }
    }
    for found in matters::all::<Question>(tables)? {
        let stage = found.state.stage();
        if stage != QuestionStage::Closed {
            cases.push(undated(OpenCaseKind::Question, found.state.line, stage.label()));
        }
    }
    cases.sort_by_key(|case| (case.due.is_none(), case.due));
    Ok(cases)
}

fn undated(of: OpenCaseKind, named: String, stage: &str) -> OpenCase {
    OpenCase { of, named, stage: stage.to_owned(), next: String::new(), due: None }
}

fn open_requests(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<Vec<OpenCase>, DeskError> {
    let profile = &context.office.profile;
    let case = |listed: requests::FoundRequest| {
        let request = listed.request;
        let (next, due) = match request.nearest(profile, context.calendar, today) {
            Some(Ok(running)) => (running.duty.label().to_owned(), Some(running.count.deadline)),
            // A clock that cannot be named must not look like one that does not run.
            Some(Err(_)) => (NO_CALENDAR.to_owned(), None),
            None => (String::new(), None),
        };
        let stage = request.stage().label().to_owned();
        OpenCase { of: OpenCaseKind::Request, named: request.number.text, stage, next, due }
    };
    Ok(requests::unfinished(tables)?.into_iter().map(case).collect())
}

fn open_objections(tables: &Connection, context: &Context<'_>) -> Result<Vec<OpenCase>, DeskError> {
    let mut cases = Vec::new();
    for found in matters::all::<Objection>(tables)? {
        let objection = found.state;
        for turn in objection.turns() {
            let ends = objection.ends_for(Some(turn), &context.office.profile, context.calendar);
            let next = if ends.is_err() { NO_CALENDAR } else { turn.label() };
            cases.push(OpenCase {
                of: OpenCaseKind::Objection,
                named: objection.number.text.clone(),
                stage: objection.stage().label().to_owned(),
                next: next.to_owned(),
                due: ends.ok().flatten(),
            });
        }
    }
    Ok(cases)
}
