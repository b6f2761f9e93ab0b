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
use crate::projection::RequestRow;
use crate::state::Shared;
use crate::store::OfficeOverview;

const HERE: &str = "/permohonan-laman";
/// The place in the menu it belongs to.
const PLACE: &str = "/permohonan";
/// Rows of one page.
const PAGE: usize = 100;

/// What was filed, and where it stands.
struct WebLine {
    code: String,
    office: String,
    entry: WebEntry,
    row: Option<RequestRow>,
    left: Option<(Urgency, String)>,
    /// Since when a desk of the office has been here after it came, in milliseconds since 1970.
    fetched: Option<u64>,
}

/// When a desk of the office last asked for news after this, if one did.
fn fetched(office: &OfficeOverview, entry: &WebEntry) -> Option<u64> {
    let contacts = office.desks.iter().filter(|desk| !desk.revoked).filter_map(|desk| desk.last_contact);
    contacts.filter(|contact| *contact > entry.millis).max()
}

async fn lines(shared: &Shared, visitor: &Visitor) -> Result<Vec<WebLine>, Unable> {
    let (offices, names) = (offices_of(shared, visitor).await?, office_names(shared.store.as_ref()).await?);
    let (store, own, now) = (shared.store.as_ref(), shared.sync.public(), now(shared));
    let mut lines = Vec::new();
    for office in &offices {
        let book = shared.books.of(store, &own, &office.code).await?;
        let counting = counting(office, &now);
        for entry in book.entries() {
            let row = match entry.series {
                NumberSeries::Requests => store.request(&office.code, RequestId(entry.subject)).await?,
                NumberSeries::Objections => None,
            };
            let waits = row.as_ref().filter(|row| row.decided_on.is_none());
            let left = waits.map(|row| time_left(row, counting.as_ref(), &now));
            let (code, fetched) = (office.code.to_string(), fetched(office, entry));
            lines.push(WebLine { office: names.of(&office.code), code, entry: entry.clone(), row, left, fetched });
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.entry.millis));
    Ok(lines)
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (lines, now) = (lines(&shared, &visitor).await?, now(&shared));
    let waiting = lines.iter().filter(|line| line.fetched.is_none()).count();
    let (lines, number, pages) = paged(lines, page_number(&query), PAGE);
    let main = html! {
        p { a href=(PLACE) { "← Permohonan semua kantor" } }
        h1 { "Permohonan lewat laman" }
        p.quiet { "Keadaan " (full(now.civil)) ". Nomornya sudah di tangan pemohon; kantor menerimanya pada sinkron berikutnya." }
        @if waiting > 0 { p { (waiting) " belum diambil meja kantornya. Hubungi kantor itu bila meja lama tidak tersambung." } }
        @if lines.is_empty() {
            section.sheet { p { "Belum ada permohonan lewat laman." } }
        } @else {
            (Table::new([text("Nomor"), text("Kantor"), text("Masuk"), text("Keadaan"), text("Meja")]).rows(&lines, |line| [
                html! { a href={ "/kantor/" (line.code) "/" (part(line)) "/" (line.entry.subject) } { (line.entry.number.text) } },
                html! { (line.office) },
                html! { (dated(line.entry.at)) },
                standing(line),
                desk(line, &now),
            ]))
        }
        (pager(number, pages, |number| if number > 1 { format!("{HERE}?hal={number}") } else { HERE.to_owned() }))
    };
    Ok(framed(&visitor, PLACE, "Permohonan lewat laman", main).into_response())
}

fn part(line: &WebLine) -> &'static str {
    match line.entry.series {
        NumberSeries::Requests => "permohonan",
        NumberSeries::Objections => "keberatan",
    }
}

fn standing(line: &WebLine) -> Markup {
    html! {
        @match (&line.row, &line.left) {
            (Some(row), Some((tone, words))) => { (row.stage.label()) " · " span class=(tone.class()) { (words) } },
            (Some(row), None) => (row.stage.label()),
            (None, _) => "Keberatan",
        }
    }
}

fn desk(line: &WebLine, now: &Now<'_>) -> Markup {
    html! {
        @match line.fetched {
            Some(at) => span.tone.done { "meja tersambung " (moment(at, now)) },
            None => span.tone.near { "belum diambil meja" },
        }
    }
}
