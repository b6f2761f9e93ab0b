//! One request, whole.

use crate::classifications::known::about_request;
use crate::context::Context;
use crate::error::DeskError;
use crate::files::state;
use crate::forms::kept;
use crate::kernel::moment::Moment;
use crate::objections::about;
use crate::questions::record;
use crate::requests::{actions, earlier_papers, facts, known, list, papers, post, summary};
use crate::store::entries;
use crate::store::requests::{self, FoundRequest};
use crate::sync::state::State;
use crate::views::*;
use crate::words::{deadline, timeline};
use rusqlite::Connection;

/// One request, whole.
pub(crate) fn request(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    id: &str,
    moment: Moment,
) -> Result<RequestView, DeskError> {
    let (id, request) = known::known(tables, id)?;
    let mut next = actions::REQUEST.next(context, &request, moment);
    kept::mark(tables, context, &SubjectRef::new(SubjectKind::Request, id), &mut next)?;
    Ok(RequestView {
        row: list::row(
            tables,
            context,
            &FoundRequest { id, request: request.clone(), officer: requests::registered_by(tables, id)? },
            list::sent_up_to(tables, context, sync)?,
            moment,
        )?,
        applicant: summary::who(&request.applicant()),
        request: summary::asked(context, &request),
        information: request.registration.information.clone(),
        missing_documents: request.missing_documents().iter().map(|document| document.label().to_owned()).collect(),
        deadlines: deadline::deadlines(context, &request, moment),
        warning: facts::request_warning(&request),
        next,
        decision: facts::decision_facts(context, &request),
        coordination: facts::coordination(context, &request),
        objections: about::objections_about(tables, id)?,
        classifications: about_request(tables, id)?,
        questions: record::questions_about(tables, id)?,
        corrections: facts::corrections(tables, context, id, &request)?,
        timeline: timeline::timeline(tables, context, sync, &format!("request:{id}"))?,
        papers: papers::paper_items(&request),
        earlier_papers: earlier_papers::items(&entries::of_subject(tables, &format!("request:{id}"))?),
        post: post::choices(),
        files: state::files_of(tables, context, &request)?,
    })
}
