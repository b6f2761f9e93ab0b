//! Objections and disputes of all offices: late ones first. Who objects, and what was said, is not shown here.

use axum::extract::{Extension, Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use loket_domain::indonesian::date;
use loket_domain::objection::ObjectionStage;
use loket_domain::request::Turn;
use loket_journal::{Matter, Subject};
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

use super::kit::address::{address, page_said};
use super::kit::answer::{Unable, note, now, unknown};
use super::kit::choice::{Choosable, ObjectionStanding, page_number, paged};
use super::kit::chosen_offices::ChosenOffices;
use super::kit::csv;
use super::kit::history::{history, writers};
use super::kit::page::{Field, page as framed};
use super::kit::table::{Table, day, pager, text};
use super::kit::words::{Now, Urgency, due_left, full};
use super::requests::deadline;
use crate::access::Visitor;
use crate::accounts::{Audited, Right};
use crate::called::office_name;
use crate::inbox::SubjectHistory;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{MatterContent, MatterKind, ObjectionRow, OfficeCounting};
use crate::state::Shared;

const HERE: &str = "/keberatan";
/// Rows of one page.
const PAGE: usize = 100;

/// What the list is narrowed to.
struct ObjectionChoice {
    standing: ObjectionStanding,
    offices: ChosenOffices,
    sought: String,
}

impl ObjectionChoice {
    async fn read(shared: &Shared, visitor: &Visitor, query: &HashMap<String, String>) -> Result<Self, Unable> {
        let typed = |name: &str| query.get(name).map(|typed| typed.trim().to_owned()).unwrap_or_default();
        let offices = ChosenOffices::read(shared, visitor, query).await?;
        Ok(Self { standing: ObjectionStanding::of(&typed("keadaan")), offices, sought: typed("cari") })
    }

    fn link(&self, path: &str, number: usize) -> String {
        let said = [
            ("keadaan", self.standing.code()),
            ("kantor", &self.offices.chosen),
            ("cari", &self.sought),
            ("hal", &page_said(number)),
        ];
        address(path, &said)
    }

    fn holds(&self, row: &ObjectionRow, tone: Urgency) -> bool {
        use ObjectionStage::{Disputed, InCourt, Ruled};
        match self.standing {
            // Whoever seeks a number finds it wherever it stands.
            ObjectionStanding::Open => !self.sought.is_empty() || row.turn.is_some(),
            ObjectionStanding::Overdue => tone == Urgency::Overdue,
            ObjectionStanding::Near => tone == Urgency::Near,
            ObjectionStanding::Dispute => matches!(row.stage, Disputed | InCourt | Ruled),
            ObjectionStanding::Over => row.turn.is_none(),
            ObjectionStanding::Every => true,
        }
    }
}

/// One objection and how its time stands.
struct ObjectionLine {
    code: String,
    subject: Uuid,
    row: ObjectionRow,
    left: (Urgency, String),
}

/// Whose turn it is, as seen from here: the office is not "we".
fn turn_of(turn: Turn) -> &'static str {
    match turn {
        Turn::Office => "Kantor",
        Turn::Applicant => "Pemohon",
        Turn::Superior => "Atasan PPID",
        Turn::Main => "PPID Utama",
        Turn::Commission => "Komisi Informasi",
        Turn::Court => "Pengadilan",
    }
}

/// How much time whoever has the turn has left.
fn left(row: &ObjectionRow, office: Option<&OfficeCounting<'_>>, now: &Now<'_>) -> (Urgency, String) {
    match (row.turn, row.due) {
        (None, _) => (Urgency::Done, "selesai".to_owned()),
        (Some(_), None) if !row.uncounted => (Urgency::Quiet, "tidak ada batas".to_owned()),
        (Some(_), due) => due_left(due, office, now),
    }
}

async fn lines(shared: &Shared, choice: &ObjectionChoice) -> Result<Vec<ObjectionLine>, Unable> {
    let narrowing = MatterNarrowing::all(MatterKind::Objection).seeking(&choice.sought);
    let found = shared.store.matters(&choice.offices.reach, &narrowing, EVERY_ROW).await?;
    let (countings, now) = (choice.offices.countings(shared), now(shared));
    let mut lines = Vec::with_capacity(found.len());
    for (code, matter) in found {
        let MatterContent::Objection(row) = matter.content else { continue };
        let left = left(&row, countings.get(&code), &now);
        if choice.holds(&row, left.0) {
            lines.push(ObjectionLine { code: code.to_string(), subject: matter.subject, row, left });
        }
    }
    // The least time left first; then what has no clock, and what is over, the latest first.
    lines.sort_by_key(|line| {
        (line.row.turn.is_none(), line.row.due.is_none(), line.row.due, std::cmp::Reverse(line.row.registered_on))
    });
    Ok(lines)
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let choice = ObjectionChoice::read(&shared, &visitor, &query).await?;
    let lines = lines(&shared, &choice).await?;
    let (found, overdue, now) = (lines.len(), lines.iter().filter(|line| line.left.0 == Urgency::Overdue).count(), now(&shared));
    let (lines, number, pages) = paged(lines, page_number(&query), PAGE);
    let main = html! {
        h1 { "Keberatan dan sengketa" }
        p.quiet { "Keadaan " (full(now.civil)) ". Yang paling sedikit sisa waktunya di atas." }
        form.choices method="get" action=(HERE) role="search" {
            (Field::new("cari", "Cari nomor").value(&choice.sought).line("search", "off"))
            (Field::new("keadaan", "Keadaan").value(choice.standing.code()).choice(ObjectionStanding::options()))
            (choice.offices.field())
            button.quieter { "Terapkan" }
            a.take href=(choice.link("/keberatan.csv", 1)) { "Unduh CSV" }
        }
        p { (found) " keberatan" @if overdue > 0 { ", " span class=(Urgency::Overdue.class()) { (overdue) " terlambat" } } "." }
        @if lines.is_empty() {
            section.sheet { p { "Tidak ada keberatan dengan keadaan ini." } }
        } @else {
            (list(&lines, &choice.offices))
        }
        (pager(number, pages, |number| choice.link(HERE, number)))
        p.quiet { "Siapa yang berkeberatan dan apa yang disampaikannya tidak diperlihatkan di sini. Batas tanggapan Atasan PPID dihitung sejak keberatan diterima, cuti bersama dihitung hari kerja." }
    };
    Ok(framed(&visitor, HERE, "Keberatan dan sengketa", main).into_response())
}

fn list(lines: &[ObjectionLine], offices: &ChosenOffices) -> Markup {
    let columns = [text("Nomor register"), text("Kantor"), text("Tahap"), text("Giliran"), day("Batas"), text("Sisa waktu")];
    html! {
        (Table::new(columns).rows(lines, |ObjectionLine { code, subject, row, left: (tone, words) }| [
            html! { a href={ "/kantor/" (code) "/keberatan/" (subject) } { (row.number) } },
            html! { a href={ "/kantor/" (code) } { (offices.name(code)) } },
            html! { (row.stage.label()) },
            html! { @match row.turn { Some(turn) => (turn_of(turn)), None => span.quiet { "–" } } },
            deadline(row.due, if row.uncounted { "belum dapat dihitung" } else { "–" }),
            html! { span class=(tone.class()) { (words) } },
        ]))
    }
}

/// The columns of the list as a file.
const COLUMNS: [&str; 17] = [
    "Kode kantor",
    "Kantor",
    "Nomor register",
    "Nomor permohonan",
    "Diterima",
    "Dicatat",
    "Alasan Pasal 35",
    "Tahap",
    "Giliran",
    "Batas",
    "Sisa waktu",
    "Putusan Atasan PPID",
    "Tanggal tanggapan",
    "Tanggapan keluar",
    "Ketepatan",
    "Sengketa diajukan",
    "Langkah terakhir sengketa",
];

/// The same list as a file.
pub(super) async fn table(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let choice = ObjectionChoice::read(&shared, &visitor, &query).await?;
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    rows.extend(lines(&shared, &choice).await?.into_iter().map(|line| cells(line, &choice.offices)));
    note(&shared, &visitor, Audited::TableTaken, None, Some("keberatan dan sengketa".to_owned())).await?;
    csv::file(&format!("keberatan-{}.csv", now(&shared).civil.date()), &rows)
}

fn cells(ObjectionLine { code, row, left, .. }: ObjectionLine, offices: &ChosenOffices) -> Vec<String> {
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let office = offices.name(&code);
    let grounds = row.grounds.iter().map(|ground| ground.code()).collect::<Vec<_>>().join(", ");
    vec![
        code,
        office,
        row.number,
        row.request_number.unwrap_or_default(),
        row.received_on.to_string(),
        row.registered_on.to_string(),
        grounds,
        row.stage.label().to_owned(),
        row.turn.map(|turn| turn_of(turn).to_owned()).unwrap_or_default(),
        day(row.due),
        left.1,
        row.answered.map(|(verdict, _)| verdict.label().to_owned()).unwrap_or_default(),
        day(row.answered.map(|(_, on)| on)),
        day(row.left_on),
        row.timely.map(|timely| timely.label().to_owned()).unwrap_or_default(),
        day(row.disputed_on),
        row.step.map(|(step, on)| format!("{}, {on}", step.label())).unwrap_or_default(),
    ]
}

/// One objection: its dates and its story.
pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let Ok(id) = id.parse::<Uuid>() else { return Ok(unknown(&visitor)) };
    let Some(matter) = shared.store.matter(&code, MatterKind::Objection, id).await? else { return Ok(unknown(&visitor)) };
    let MatterContent::Objection(row) = matter.content else { return Ok(unknown(&visitor)) };
    let office = shared.store.known_offices(&crate::accounts::Reach::Only([code.as_str().into()].into())).await?.pop();
    let known = office.and_then(|(_, known)| known);
    let (counting, now) = (known.as_ref().map(|known| known.counting(&shared.calendar)), now(&shared));
    let (tone, words) = left(&row, counting.as_ref(), &now);
    let subject = Subject::matter(Matter::Objection, id);
    let told = SubjectHistory::read(shared.store.as_ref(), &shared.sync.public(), &code, subject).await?;
    let (writers, name) = (writers(&shared, &code).await?, office_name(shared.store.as_ref(), &code).await?);
    let main = html! {
        p { a href=(HERE) { "← Keberatan dan sengketa" } }
        h1 { (row.number) }
        p { (row.stage.label()) " " @if row.turn.is_some() { span class=(tone.class()) { (words) } } }
        dl.facts {
            div { dt { "Kantor" } dd { a href={ "/kantor/" (code) } { (name) } } }
            @if let (Some(request), Some(number)) = (row.request, &row.request_number) {
                div { dt { "Permohonan" } dd { a href={ "/kantor/" (code) "/permohonan/" (request) } { (number) } } }
            }
            div { dt { "Diterima" } dd { (date(row.received_on)) } }
            div { dt { "Dicatat" } dd { (date(row.registered_on)) } }
            div { dt { "Alasan" } dd { ul.plain { @for ground in &row.grounds { li { "Pasal 35 ayat (1) huruf " (ground.code()) ": " (ground.label().to_lowercase()) } } } } }
            @if let Some(turn) = row.turn {
                div { dt { "Giliran" } dd { (turn_of(turn)) } }
                div { dt { "Batas" } dd { (deadline(row.due, if row.uncounted { "belum dapat dihitung" } else { "tidak ada" })) } }
            }
            @if let Some((verdict, on)) = row.answered {
                div { dt { "Tanggapan Atasan PPID" } dd { (verdict.label()) ", surat tanggal " (date(on)) } }
                div {
                    dt { "Tanggapan keluar" }
                    dd {
                        @match row.left_on { Some(left) => (date(left)), None => span.quiet { "belum tercatat terkirim atau diterima" } }
                        @if let Some(timely) = row.timely { " · " (timely.label().to_lowercase()) }
                    }
                }
            }
            @if let Some(on) = row.disputed_on { div { dt { "Sengketa diajukan" } dd { (date(on)) } } }
            @if let Some((step, on)) = row.step { div { dt { "Langkah terakhir" } dd { (step.label()) ", " (date(on)) } } }
        }
        @if visitor.may(Right::AskOffices, Some(&code)) {
            p { a href={ "/kantor/" (code) "/tanya" } { "Tanyakan kepada kantor" } }
        }
        h2 { "Riwayat" }
        (history(&told, &writers))
        p.quiet { "Siapa yang berkeberatan dan apa yang disampaikannya tidak diperlihatkan di sini." }
    };
    Ok(framed(&visitor, HERE, &row.number, main).into_response())
}
