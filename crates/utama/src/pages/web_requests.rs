//! What people filed on the web, latest first: which office has it on its desks, and which has not come for it yet.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use loket_domain::ids::RequestId;
use loket_domain::numbering::NumberSeries;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::kit::answer::{Unable, now, offices_of};
use super::kit::choice::{page_number, paged};
use super::kit::page::page as framed;
use super::kit::table::{Table, pager, text};
use super::kit::words::{Now, Urgency, counting, dated, full, moment, time_left};
use crate::access::Visitor;
use crate::asking::WebEntry;
use crate::called::office_names;
use crate::directory::OfficeNames;
use crate::projection::RequestRow;
use crate::state::Shared;
use crate::store::OfficeOverview;

const HERE: &str = "/permohonan-laman";
/// The place in the menu it belongs to.
const PLACE: &str = "/permohonan";
/// Rows of one page.
const PAGE: usize = 100;

/// What was filed.
struct Filed<'a> {
    office: &'a OfficeOverview,
    entry: WebEntry,
    /// Since when a desk of the office has been here after it came, in milliseconds since 1970.
    fetched: Option<u64>,
}

/// What was filed, and where it stands.
struct WebLine<'a> {
    filed: Filed<'a>,
    called: String,
    row: Option<RequestRow>,
    left: Option<(Urgency, String)>,
}

/// When a desk of the office last asked for news after this, if one did.
fn fetched(office: &OfficeOverview, entry: &WebEntry) -> Option<u64> {
    let contacts = office.desks.iter().filter(|desk| !desk.revoked).filter_map(|desk| desk.last_contact);
    contacts.filter(|contact| *contact > entry.millis).max()
}

/// All that was filed at these offices, latest first.
async fn filed<'a>(shared: &Shared, offices: &'a [OfficeOverview]) -> Result<Vec<Filed<'a>>, Unable> {
    let mut all = Vec::new();
    for office in offices {
        let book = shared.books.of(shared.store.as_ref(), &shared.sync.public(), &office.code).await?;
        let entries = book.entries().iter();
        all.extend(entries.map(|entry| Filed { office, entry: entry.clone(), fetched: fetched(office, entry) }));
    }
    all.sort_by_key(|filed| std::cmp::Reverse(filed.entry.millis));
    Ok(all)
}

/// Where the one that was filed stands.
async fn line<'a>(shared: &Shared, filed: Filed<'a>, names: &OfficeNames, now: &Now<'_>) -> Result<WebLine<'a>, Unable> {
    let code = &filed.office.code;
    let row = match filed.entry.series {
        NumberSeries::Requests => shared.store.request(code, RequestId(filed.entry.subject)).await?,
        NumberSeries::Objections => None,
    };
    let waits = row.as_ref().filter(|row| row.decided_on.is_none());
    let left = waits.map(|row| time_left(row, counting(filed.office, now).as_ref(), now));
    Ok(WebLine { called: names.of(code), filed, row, left })
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (offices, names) = (offices_of(&shared, &visitor).await?, office_names(shared.store.as_ref()).await?);
    let (all, now) = (filed(&shared, &offices).await?, now(&shared));
    let waiting = all.iter().filter(|filed| filed.fetched.is_none()).count();
    let (shown, number, pages) = paged(all, page_number(&query), PAGE);
    let mut lines = Vec::new();
    for filed in shown {
        lines.push(line(&shared, filed, &names, &now).await?);
    }
    let main = html! {
        p { a href=(PLACE) { "← Permohonan semua kantor" } }
        h1 { "Permohonan lewat laman" }
        p.quiet { "Keadaan " (full(now.civil)) ". Nomornya sudah di tangan pemohon; kantor menerimanya pada sinkron berikutnya." }
        @if waiting > 0 { p { (waiting) " belum diambil meja kantornya. Hubungi kantor itu bila meja lama tidak tersambung." } }
        @if lines.is_empty() {
            section.sheet { p { "Belum ada permohonan lewat laman." } }
        } @else {
            (Table::new([text("Nomor"), text("Kantor"), text("Masuk"), text("Keadaan"), text("Meja")]).rows(&lines, |line| [
                html! { a href={ "/kantor/" (line.filed.office.code) "/" (part(&line.filed.entry)) "/" (line.filed.entry.subject) } { (line.filed.entry.number.text) } },
                html! { (line.called) },
                html! { (dated(line.filed.entry.at)) },
                standing(line),
                desk(line.filed.fetched, &now),
            ]))
        }
        (pager(number, pages, |number| if number > 1 { format!("{HERE}?hal={number}") } else { HERE.to_owned() }))
    };
    Ok(framed(&visitor, PLACE, "Permohonan lewat laman", main).into_response())
}

fn part(entry: &WebEntry) -> &'static str {
    match entry.series {
        NumberSeries::Requests => "permohonan",
        NumberSeries::Objections => "keberatan",
    }
}

fn standing(line: &WebLine<'_>) -> Markup {
    html! {
        @match (&line.row, &line.left) {
            (Some(row), Some((tone, words))) => { (row.stage.label()) " · " span class=(tone.class()) { (words) } },
            (Some(row), None) => (row.stage.label()),
            (None, _) => "Keberatan",
        }
    }
}

fn desk(fetched: Option<u64>, now: &Now<'_>) -> Markup {
    html! {
        @match fetched {
            Some(at) => span.tone.done { "meja tersambung " (moment(at, now)) },
            None => span.tone.near { "belum diambil meja" },
        }
    }
}
