//! Requests as rows of a list.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::enrolment;
use crate::store::requests::{FoundRequest, RequestsWanted};
use crate::store::{entries, requests};
use crate::sync;
use crate::sync::state::State;

use crate::views::*;
use crate::words::deadline::{self, Due};
use loket_domain::ids::RequestId;
use loket_domain::indonesian::date as words;
use loket_domain::request::{Request, Stage};
use rusqlite::Connection;

/// Characters of the request's text that a list shows.
const LISTED_TEXT: usize = 160;

/// A page of the list.
pub(crate) fn requests(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    query: &RequestQuery,
    moment: Moment,
) -> Result<RequestPage, DeskError> {
    let stage = query.stage.as_deref().and_then(Stage::from_code);
    let wanted = RequestsWanted { words: &query.words, stage, offset: query.offset, limit: query.limit.min(500) };
    let counts = requests::count_by_stage(tables, &query.words)?;
    let total = counts.iter().filter(|(of, _)| stage.is_none_or(|stage| stage == *of)).map(|(_, count)| count).sum();
    let found = requests::find(tables, &wanted)?;
    let sent = sent_up_to(tables, context, sync)?;
    let rows = found.iter().map(|listed| row(tables, context, listed, sent, moment));
    let stages =
        counts.iter().map(|(stage, count)| StageCount { code: stage.code().into(), label: stage.label().into(), count: *count });
    Ok(RequestPage { rows: rows.collect::<Result<_, _>>()?, total, stages: stages.collect() })
}

/// A request in a list; `sent` is what [`sent_up_to`] says, read once for the whole list.
pub(crate) fn row(
    tables: &Connection,
    context: &Context<'_>,
    FoundRequest { id, request }: &FoundRequest,
    sent: Option<u64>,
    moment: Moment,
) -> Result<RequestRow, DeskError> {
    let Due { date: due, text: due_text, left, .. } = deadline::due_of(context, request, moment);
    let form = &request.registration;
    let mut information: String = form.information.chars().take(LISTED_TEXT).collect();
    if information.len() < form.information.len() {
        information.push('…');
    }
    Ok(RequestRow {
        id: id.to_string(),
        number: request.number.text.clone(),
        short: short(context, request),
        year: request.number.year,
        received: form.received_on,
        received_text: words(form.received_on),
        applicant: form.applicant.name.clone(),
        information,
        stage: request.stage().code().into(),
        stage_label: request.stage().label().into(),
        due,
        due_text,
        tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
        left: left.map(|left| left.text),
        waiting_to_send: waits(tables, context, *id, sent)?,
    })
}

/// The number as people call it.
fn short(context: &Context<'_>, request: &Request) -> String {
    let serial = format!("{:03}", request.number.serial);
    if context.office.desks.len() > 1 { format!("{} {serial}", request.number.desk.as_str()) } else { serial }
}

/// Up to where the server has this desk's series; `None` on a desk that has no server to send to.
pub(crate) fn sent_up_to(tables: &Connection, context: &Context<'_>, sync: &State) -> Result<Option<u64>, DeskError> {
    enrolment::enrolment(tables)?.map(|_| sync::acknowledged(tables, context, sync)).transpose()
}

fn waits(tables: &Connection, context: &Context<'_>, id: RequestId, sent: Option<u64>) -> Result<bool, DeskError> {
    let Some(sent) = sent else { return Ok(false) };
    Ok(entries::last_of(tables, &format!("request:{id}"), context.chain.origin)? > sent)
}
