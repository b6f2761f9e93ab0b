//! Reading: the list of requests, one request, what waits for review.

use crate::actions::request;
use crate::answers;
use crate::context::Context;
use crate::explain;
use crate::files::state;
use crate::papers;
use crate::questions;
use crate::records;
use crate::sync;
use crate::sync::State;
use crate::sync::enrolment;
use loket_domain::ids::RequestId;
use loket_domain::indonesian::{date as words, time, weekday_date};
use loket_domain::problem::Refused;
use loket_domain::request::{Outcome, Request, Stage};
use rusqlite::Connection;

use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::entries::{self, Kept};
use crate::store::offers;
use crate::store::requests::{self, Listed, Wanted};
use crate::told::told;
use crate::views::*;

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
    let wanted = Wanted { words: &query.words, stage, offset: query.offset, limit: query.limit.min(500) };
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
    Listed { id, request }: &Listed,
    sent: Option<u64>,
    moment: Moment,
) -> Result<RequestRow, DeskError> {
    let (due, due_text, left) = explain::due_of(context, request, moment);
    let form = &request.registration;
    let mut information: String = form.information.chars().take(LISTED_TEXT).collect();
    if information.len() < form.information.len() {
        information.push('…');
    }
    Ok(RequestRow {
        id: id.to_string(),
        number: request.number.text.clone(),
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

/// Up to where the server has this desk's series; `None` on a desk that has no server to send to.
pub(crate) fn sent_up_to(tables: &Connection, context: &Context<'_>, sync: &State) -> Result<Option<u64>, DeskError> {
    enrolment::enrolment(tables)?.map(|_| sync::acknowledged(tables, context, sync)).transpose()
}

fn waits(tables: &Connection, context: &Context<'_>, id: RequestId, sent: Option<u64>) -> Result<bool, DeskError> {
    let Some(sent) = sent else { return Ok(false) };
    Ok(entries::last_of(tables, &format!("request:{id}"), context.chain.origin)? > sent)
}

/// One request, whole.
pub(crate) fn request(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    id: &str,
    moment: Moment,
) -> Result<RequestView, DeskError> {
    let (id, request) = known(tables, id)?;
    let answered = request.outcome.as_ref().map(Outcome::on);
    let clocks = request.clocks(&context.office.profile, context.calendar);
    let form = &request.registration;
    let (who, ask) = (&form.applicant, form);
    let representative = who.representative.as_ref();
    let applicant = facts([
        ("Nama", Some(who.name.clone())),
        ("Kategori", Some(who.category.label().to_owned())),
        (who.identity_kind.label(), Some(who.identity_number.clone())),
        ("Alamat", Some(who.address.clone())),
        ("Pekerjaan", who.occupation.clone()),
        ("Telepon", who.phone.clone()),
        ("E-mail", who.email.clone()),
        ("Kuasa pemohon", representative.map(|r| r.name.clone())),
        ("Alamat kuasa", representative.map(|r| r.address.clone())),
        ("Telepon kuasa", representative.and_then(|r| r.phone.clone())),
    ]);
    let request_facts = facts([
        ("Diterima", Some(format!("{}, {}", weekday_date(ask.received_on), time(ask.received_at)))),
        ("Cara diterima", Some(ask.channel.label().to_owned())),
        ("Didaftarkan", Some(weekday_date(request.registered_on))),
        ("Berkas lengkap", request.complete_on.map(weekday_date)),
        ("Tujuan penggunaan", Some(ask.purpose.clone())),
        ("Cara memperoleh", Some(ask.access_mode.label().to_owned())),
        ("Bentuk salinan", ask.copy_format.map(|format| format.label().to_owned())),
        ("Cara mendapatkan salinan", ask.delivery_mode.map(|mode| mode.label().to_owned())),
        ("Catatan petugas", ask.notes.clone()),
    ]);
    Ok(RequestView {
        row: row(tables, context, &Listed { id, request: request.clone() }, sent_up_to(tables, context, sync)?, moment)?,
        applicant,
        request: request_facts,
        information: form.information.clone(),
        missing_documents: request.missing_documents().iter().map(|document| document.label().to_owned()).collect(),
        deadlines: explain::deadlines(context, &clocks, answered, moment),
        warning: answers::request_warning(&request),
        next: request::request_steps(context, &request, moment),
        decision: answers::decision_facts(context, &request),
        coordination: answers::coordination(context, &request),
        objections: records::objections_about(tables, id)?,
        questions: questions::questions_about(tables, id)?,
        corrections: answers::corrections(tables, context, id, &request)?,
        timeline: timeline(tables, context, sync, &format!("request:{id}"))?,
        papers: papers::paper_items(&request),
        files: state::files_of(tables, context, &request)?,
    })
}

pub(crate) fn known(tables: &Connection, id: &str) -> Result<(RequestId, Request), DeskError> {
    let id: RequestId = id.parse().map_err(|_| Refused::NotRegistered)?;
    let request = requests::one(tables, id)?.ok_or(Refused::NotRegistered)?;
    Ok((id, request))
}

/// The story of a subject, oldest first.
pub(crate) fn timeline(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    subject: &str,
) -> Result<Vec<TimelineItem>, DeskError> {
    let acknowledged = sync::acknowledged(tables, context, sync)?;
    let item = |kept: &Kept| {
        let (what, note) = told(&kept.recorded());
        TimelineItem {
            at: format!("{}, {}", weekday_date(kept.payload.at.date()), time(kept.payload.at.time())),
            who: context.account_name(kept.header.actor),
            what,
            note,
            sent: kept.header.origin != context.chain.origin || kept.header.seq <= acknowledged,
        }
    };
    Ok(entries::of_subject(tables, subject)?.iter().map(item).collect())
}

/// Entries that wait for a person.
pub(crate) fn review(tables: &Connection) -> Result<Vec<ReviewItem>, DeskError> {
    let mut items = Vec::new();
    let mut query = tables.prepare_cached("select place, subject from review order by place")?;
    let rows: Vec<(i64, String)> = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (place, subject) in rows {
        let Some(kept) = entries::of_subject(tables, &subject)?.into_iter().find(|kept| kept.place == place) else {
            continue;
        };
        items.push(ReviewItem {
            at: format!("{}, {}", weekday_date(kept.payload.at.date()), time(kept.payload.at.time())),
            what: told(&kept.recorded()).0,
            reason: "Catatan ini datang setelah keadaannya berubah, jadi disimpan tetapi tidak diterapkan.".to_owned(),
            request: entries::request_of(&subject).map(|id| id.to_string()),
        });
    }
    review_of_server(tables, &mut items)?;
    for (id, number) in requests::with_the_same_number(tables)? {
        items.push(ReviewItem {
            at: String::new(),
            what: format!("Nomor {number} dipakai dua permohonan"),
            reason: "Keduanya tersimpan. Hubungi pemohonnya dan buat catatan koreksi di berkas yang keliru.".to_owned(),
            request: Some(id),
        });
    }
    Ok(items)
}

/// What PPID Utama keeps and cannot use.
fn review_of_server(tables: &Connection, items: &mut Vec<ReviewItem>) -> Result<(), DeskError> {
    for doubted in offers::doubted(tables)? {
        let kept = entries::of_subject(tables, &doubted.subject)?;
        let Some(kept) = kept.into_iter().find(|kept| kept.place == doubted.place) else { continue };
        items.push(ReviewItem {
            at: format!("{}, {}", weekday_date(kept.payload.at.date()), time(kept.payload.at.time())),
            what: told(&kept.recorded()).0,
            reason: doubted.reason.to_owned(),
            request: entries::request_of(&doubted.subject).map(|id| id.to_string()),
        });
    }
    Ok(())
}
