//! Requests as rows of a list.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::enrolment;
use crate::store::entries;
use crate::store::listed::{self, CountedBy, MOST_COUNTED, RequestsWanted};
use crate::store::requests::FoundRequest;
use crate::sync;
use crate::sync::state::State;

use crate::views::*;
use crate::words::deadline::{self, Due};
use loket_domain::ids::RequestId;
use loket_domain::indonesian::date as words;
use loket_domain::problem::Problems;
use loket_domain::request::{Channel, Request, Stage};
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
    let wanted = wanted(query, moment)?;
    let total = listed::count(tables, &wanted)?;
    let found = listed::find(tables, &wanted)?;
    let sent = sent_up_to(tables, context, sync)?;
    let rows = found.iter().map(|listed| row(tables, context, listed, sent, moment));
    let stages = listed::count_by_stage(tables, &RequestsWanted { stage: None, ..wanted })?;
    let late = listed::count(tables, &RequestsWanted { stage: None, late: true, ..wanted })?;
    Ok(RequestPage {
        rows: rows.collect::<Result<_, _>>()?,
        total: total.min(MOST_COUNTED),
        more: total > MOST_COUNTED,
        stages: in_the_order_of_the_law(&stages),
        late: late.min(MOST_COUNTED),
        channels: counted(tables, CountedBy::Channel, channel_label)?,
        officers: counted(tables, CountedBy::Officer, |id| officer(context, id))?,
        desks: counted(tables, CountedBy::Desk, |code| format!("Meja {code}"))?,
    })
}

/// What is looked for, as the tables are asked.
pub(crate) fn wanted(query: &RequestQuery, moment: Moment) -> Result<RequestsWanted<'_>, DeskError> {
    let mut p = Problems::default();
    let mut day = |field, typed: &Option<String>| {
        let typed = typed.as_deref().filter(|typed| !typed.is_empty());
        typed.and_then(|typed| p.date(field, typed, "Isi tanggalnya, misalnya 23/11/2026."))
    };
    let (from, to) = (day("from", &query.from), day("to", &query.to));
    p.when(from.zip(to).is_some_and(|(from, to)| to < from), "to", "Tanggal akhir tidak boleh sebelum tanggal awal.");
    p.or(Some(()))?;
    Ok(RequestsWanted {
        words: &query.words,
        stage: query.stage.as_deref().and_then(Stage::from_code),
        late: query.late,
        today: moment.local.date(),
        from,
        to,
        channel: query.channel.as_deref(),
        officer: query.officer.as_deref(),
        desk: query.desk.as_deref(),
        order: query.order,
        after: query.after.as_deref(),
        limit: query.limit.min(500),
    })
}

fn counted(tables: &Connection, by: CountedBy, label: impl Fn(&str) -> String) -> Result<Vec<StageCount>, DeskError> {
    let counts = listed::count_by(tables, by)?;
    Ok(counts.into_iter().map(|(code, count)| stage_count(label(&code), code, count)).collect())
}

fn stage_count(label: String, code: String, count: u32) -> StageCount {
    StageCount { code, label, count: count.min(MOST_COUNTED), more: count > MOST_COUNTED }
}

/// Every stage, also where nothing stands.
fn in_the_order_of_the_law(counts: &[(Stage, u32)]) -> Vec<StageCount> {
    let of = |stage: &Stage| counts.iter().find(|(known, _)| known == stage).map_or(0, |(_, count)| *count);
    Stage::ALL.iter().map(|stage| stage_count(stage.label().into(), stage.code().into(), of(stage))).collect()
}

pub(crate) fn channel_label(code: &str) -> String {
    let known = Channel::with_finer_labels().find(|(known, _)| *known == code);
    known.map_or_else(|| code.to_owned(), |(_, label)| label.to_owned())
}

/// The name of the account that registered a request.
pub(crate) fn officer(context: &Context<'_>, id: &str) -> String {
    id.parse().map_or_else(|_| String::new(), |id| context.account_name(id))
}

/// A request in a list; `sent` is what [`sent_up_to`] says, read once for the whole list.
pub(crate) fn row(
    tables: &Connection,
    context: &Context<'_>,
    FoundRequest { id, request, officer: registered_by }: &FoundRequest,
    sent: Option<u64>,
    moment: Moment,
) -> Result<RequestRow, DeskError> {
    let Due { date: due, text: due_text, tone, left, .. } = deadline::due_of(context, request, moment);
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
        phone: form.applicant.phone.clone().unwrap_or_default(),
        channel: form.channel_label().to_owned(),
        category: form.applicant.category.label().to_owned(),
        officer: officer(context, registered_by),
        information,
        stage: request.stage().code().into(),
        stage_label: request.stage_label().into(),
        due,
        due_text,
        tone,
        left,
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
