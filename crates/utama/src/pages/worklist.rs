//! The requests of every office in one list: those that wait, the least time left first; or those that are sought by number.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use loket_domain::indonesian::date;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::kit::answer::{Unable, note, now, offices_of};
use super::kit::choice::{Choosable, WorkStanding, page_number, paged};
use super::kit::csv;
use super::kit::page::{Field, page as framed};
use super::kit::table::{Table, day, pager, text};
use super::kit::words::{Now, Urgency, counting, full, time_left};
use super::requests::{COLUMNS, cells, deadline};
use crate::access::Visitor;
use crate::accounts::Audited;
use crate::called::office_names;
use crate::projection::RequestRow;
use crate::state::Shared;

const HERE: &str = "/permohonan";
/// Rows of one page.
const PAGE: usize = 100;
/// Requests that a search finds at most.
const MOST: u32 = 1_000;

/// What the list is narrowed to.
struct WorkChoice {
    standing: WorkStanding,
    office: String,
    sought: String,
}

impl WorkChoice {
    fn of(query: &HashMap<String, String>) -> Self {
        let typed = |name: &str| query.get(name).map(|typed| typed.trim().to_owned()).unwrap_or_default();
        Self { standing: WorkStanding::of(&typed("keadaan")), office: typed("kantor"), sought: typed("cari") }
    }

    fn link(&self, path: &str, number: usize) -> String {
        let (standing, number) = (self.standing.code().to_owned(), if number > 1 { number.to_string() } else { String::new() });
        let mut said = vec![("keadaan", &standing), ("kantor", &self.office), ("cari", &self.sought), ("hal", &number)];
        said.retain(|(_, value)| !value.is_empty());
        let said = serde_urlencoded::to_string(said).unwrap_or_default();
        if said.is_empty() { path.to_owned() } else { format!("{path}?{said}") }
    }

    fn holds(&self, tone: Urgency, row: &RequestRow) -> bool {
        match self.standing {
            // Whoever seeks a number finds it wherever it stands.
            WorkStanding::Open => !self.sought.is_empty() || row.decided_on.is_none(),
            WorkStanding::Overdue => tone == Urgency::Overdue && row.decided_on.is_none(),
            WorkStanding::Near => tone == Urgency::Near && row.decided_on.is_none(),
            WorkStanding::Forwarded => row.forwarded_on.is_some(),
        }
    }
}

/// One request and how its time stands.
struct WorkLine {
    code: String,
    office: String,
    row: RequestRow,
    left: (Urgency, String),
}

/// The lines of a choice, and the offices of the visitor by code and name.
async fn lines(
    shared: &Shared,
    visitor: &Visitor,
    choice: &WorkChoice,
) -> Result<(Vec<WorkLine>, Vec<(String, String)>), Unable> {
    let (offices, names) = (offices_of(shared, visitor).await?, office_names(shared.store.as_ref()).await?);
    let now = now(shared);
    let found = if choice.sought.is_empty() {
        let open = offices.iter().flat_map(|office| office.open.iter().map(|row| (office.code.clone(), row.clone())));
        open.collect()
    } else {
        shared.store.find_requests(&visitor.reach(), &choice.sought, MOST).await?
    };
    let countings: HashMap<_, _> = offices.iter().map(|office| (office.code.as_str(), counting(office, &now))).collect();
    let mut lines = Vec::with_capacity(found.len());
    for (code, row) in found {
        let left = match row.decided_on {
            Some(decided) => (Urgency::Done, format!("diputus {}", date(decided))),
            None => time_left(&row, countings.get(code.as_str()).and_then(Option::as_ref), &now),
        };
        let here = choice.office.is_empty() || choice.office == code.as_str();
        if here && choice.holds(left.0, &row) {
            lines.push(WorkLine { office: names.of(&code), code: code.to_string(), row, left });
        }
    }
    // Those whose deadline is not known stand after those that wait, and what was decided last of all.
    lines.sort_by_key(|line| (line.row.decided_on.is_some(), line.row.due.is_none(), line.row.due));
    let known = offices.iter().map(|office| (office.code.to_string(), names.of(&office.code))).collect();
    Ok((lines, known))
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let choice = WorkChoice::of(&query);
    let (lines, offices) = lines(&shared, &visitor, &choice).await?;
    let (found, now) = (lines.len(), now(&shared));
    let (lines, number, pages) = paged(lines, page_number(&query), PAGE);
    let main = html! {
        h1 { "Permohonan semua kantor" }
        p.quiet { "Keadaan " (full(now.civil)) ". Yang paling sedikit sisa waktunya di atas." }
        p { a href="/permohonan-laman" { "Permohonan lewat laman" } }
        (chooser(&choice, &offices))
        p { (found) " permohonan" @if !choice.sought.is_empty() { " dengan nomor yang memuat “" (choice.sought) "”" } "." }
        @if lines.is_empty() {
            section.sheet { p { "Tidak ada permohonan dengan keadaan ini." } }
        } @else {
            (list(&lines, &now))
        }
        (pager(number, pages, |number| choice.link(HERE, number)))
    };
    Ok(framed(&visitor, HERE, "Permohonan semua kantor", main).into_response())
}

fn chooser(choice: &WorkChoice, offices: &[(String, String)]) -> Markup {
    let every = (String::new(), "Semua kantor".to_owned());
    html! {
        form.choices method="get" action=(HERE) role="search" {
            (Field::new("cari", "Cari nomor").value(&choice.sought).line("search", "off"))
            (Field::new("keadaan", "Keadaan").value(choice.standing.code()).choice(WorkStanding::options()))
            (Field::new("kantor", "Kantor").value(&choice.office).choice(std::iter::once(every).chain(offices.iter().cloned())))
            button.quieter { "Terapkan" }
            a.take href=(choice.link("/permohonan.csv", 1)) { "Unduh CSV" }
        }
    }
}

fn list(lines: &[WorkLine], now: &Now<'_>) -> Markup {
    let silent = |row: &RequestRow| row.forwarded_on.is_some();
    html! {
        (Table::new([text("Nomor pendaftaran"), text("Kantor"), text("Tahap"), day("Batas"), text("Sisa waktu atau putusan")])
            .rows(lines, |WorkLine { code, office, row, left: (tone, words) }| [
                html! { a href={ "/kantor/" (code) "/permohonan/" (row.request) } { (row.number) } },
                html! { a href={ "/kantor/" (code) } { (office) } },
                html! { span { (row.stage.label()) @if silent(row) { " " span.tone.calm { "menunggu PPID Utama" } } } },
                deadline(row.due, "belum dapat dihitung"),
                html! { @if row.decided_on.is_some() { (words) } @else { span class=(tone.class()) { (words) } } },
            ]))
        p.quiet { "Dihitung pada " (date(now.civil.date())) "." }
    }
}

/// The same list as a file.
pub(super) async fn table(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (lines, _) = lines(&shared, &visitor, &WorkChoice::of(&query)).await?;
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    rows.extend(lines.into_iter().map(|WorkLine { code, office, row, left }| cells((code, office), row, left.1)));
    note(&shared, &visitor, Audited::TableTaken, None, Some("permohonan semua kantor".to_owned())).await?;
    csv::file(&format!("permohonan-semua-kantor-{}.csv", now(&shared).civil.date()), &rows)
}
