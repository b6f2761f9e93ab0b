//! The list of offices.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, Render, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::figures::{Counts, figures, months, share};
use super::kit::answer::{Unable, note, now, offices_of};
use super::kit::choice::{Choosable, OfficeOrder, OfficeStanding, page_number, paged};
use super::kit::csv;
use super::kit::page::{Field, page as framed};
use super::kit::table::{Table, count, pager, text};
use super::kit::words::{Now, Urgency, full, moment};
use crate::access::Visitor;
use crate::accounts::{Audited, Right};
use crate::called::office_names;
use crate::clock::civil;
use crate::directory::ListedOffice;
use crate::oversight::Tally;
use crate::state::Shared;
use crate::store::OfficeOverview;

/// Offices on one page: more than a regency has kecamatan.
const PAGE: usize = 50;
/// After how many milliseconds without contact an office counts as silent.
const SILENT: u64 = 7 * 24 * 60 * 60 * 1000;

type ListChoice = super::kit::choice::ListChoice<OfficeStanding, OfficeOrder>;

struct Row {
    office: OfficeOverview,
    name: String,
    counts: Counts,
}

impl Row {
    /// When any of its desks was last heard.
    fn contact(&self) -> Option<u64> {
        self.office.desks.iter().filter_map(|desk| desk.last_contact).max()
    }
}

/// The offices of a visitor and all they did in the period, narrowed and ordered.
async fn rows(shared: &Shared, visitor: &Visitor, choice: &ListChoice) -> Result<(Vec<Row>, Vec<Tally>), Unable> {
    let offices = offices_of(shared, visitor).await?;
    let mut tallies = shared.store.tallies(None).await?;
    tallies.retain(|tally| choice.period.holds_month(&tally.month) && offices.iter().any(|office| office.code == tally.office));
    let (now, millis) = (now(shared), shared.clock.millis());
    let names = office_names(shared.store.as_ref()).await?;
    let row = |office: OfficeOverview| {
        let counts = Counts::of(&office, &now).with(tallies.iter().filter(|tally| tally.office == office.code));
        Row { name: names.of(&office.code), office, counts }
    };
    let mut rows: Vec<Row> = offices.into_iter().map(row).collect();
    rows.retain(|row| match choice.standing {
        OfficeStanding::Every => true,
        OfficeStanding::Overdue => row.counts.overdue > 0,
        OfficeStanding::Near => row.counts.near > 0,
        OfficeStanding::Silent => row.contact().is_none_or(|at| at.saturating_add(SILENT) < millis),
        OfficeStanding::Review => row.office.misfits > 0,
    });
    // What is told of months is told of the offices that are shown.
    tallies.retain(|tally| rows.iter().any(|row| row.office.code == tally.office));
    // Sorting is stable, so offices that are alike stay in order of code.
    match choice.order {
        OfficeOrder::Code => {}
        OfficeOrder::Overdue => rows.sort_by_key(|row| std::cmp::Reverse((row.counts.overdue, row.counts.near))),
        OfficeOrder::Open => rows.sort_by_key(|row| std::cmp::Reverse(row.counts.open)),
        OfficeOrder::Share => rows.sort_by_key(|row| row.counts.share().unwrap_or(u64::MAX)),
        OfficeOrder::Contact => rows.sort_by_key(Row::contact),
    }
    Ok((rows, tallies))
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (choice, now) = (ListChoice::of(&query), now(&shared));
    let (rows, tallies) = rows(&shared, &visitor, &choice).await?;
    let narrowed = !matches!(choice.standing, OfficeStanding::Every);
    let total = rows.iter().fold(Counts::default(), |total, row| total.and(row.counts));
    let nobody = rows.is_empty() && !narrowed;
    let (rows, number, pages) = paged(rows, page_number(&query), PAGE);
    let main = html! {
        h1 { "Daftar kantor" }
        p.quiet { "Keadaan " (full(now.civil)) }
        @if nobody {
            (no_office(&visitor))
        } @else {
            (figures(&total, &choice.period.within(), |standing| format!("/permohonan?keadaan={standing}")))
            (chooser(&choice, &now))
            @if rows.is_empty() { section.sheet { p { "Tidak ada kantor dengan keadaan ini." } } } @else { (list(&rows, &now)) }
            (pager(number, pages, |number| choice.link("/", number)))
            @if !narrowed { (missing(&shared, &visitor).await?) }
            (months(&tallies))
        }
    };
    Ok(framed(&visitor, "/", "Daftar kantor", main).into_response())
}

/// The same list as a file.
pub(super) async fn table(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (rows, _) = rows(&shared, &visitor, &ListChoice::of(&query)).await?;
    let now = now(&shared);
    let head = [
        "Kode",
        "Kantor",
        "Kontak terakhir",
        "Belum diputus",
        "Segera jatuh tempo",
        "Terlambat",
        "Sudah diputus",
        "Dijawab",
        "Dijawab tepat waktu",
        "Persen tepat waktu",
        "Perlu ditinjau",
        "Pertanyaan menunggu",
    ];
    let mut lines = vec![head.map(str::to_owned).to_vec()];
    lines.extend(rows.iter().map(|row| {
        let counts = &row.counts;
        let contact = row.contact().map(|millis| super::kit::words::dated(crate::clock::civil(millis))).unwrap_or_default();
        let mut line = vec![row.office.code.to_string(), row.name.clone(), contact];
        line.extend(
            [counts.open, counts.near, counts.overdue, counts.decided, counts.answered, counts.in_time].map(|n| n.to_string()),
        );
        line.push(counts.share().map(|share| share.to_string()).unwrap_or_default());
        line.extend([row.office.misfits, row.office.questions].map(|n| n.to_string()));
        line
    }));
    note(&shared, &visitor, Audited::TableTaken, None, Some("daftar kantor".to_owned())).await?;
    csv::file(&format!("kantor-{}.csv", now.civil.date()), &lines)
}

fn no_office(visitor: &Visitor) -> Markup {
    html! {
        section.sheet {
            h2 { "Belum ada kantor yang terdaftar" }
            p { "Halaman ini memperlihatkan permohonan setiap kantor dan batas waktunya, begitu mejanya pertama kali tersinkron. Untuk mendaftarkan sebuah meja:" }
            ol {
                li {
                    @if visitor.may(Right::ManageDesks, None) {
                        "Buat kode sekali pakai di " a href="/meja" { "halaman Meja" } ", atau di server ini:"
                    } @else {
                        "Minta admin membuat kode sekali pakai di halaman Meja, atau di server ini:"
                    }
                    pre { code { "loket-utama enrol --office Perbaungan --desk A" } }
                }
                li { "Sampaikan kode itu kepada petugas meja. Kode hanya berlaku untuk kantor dan meja tersebut." }
                li { "Di Loket PPID, petugas membuka Pengaturan, bagian sinkronisasi, lalu mengisi alamat server ini dan kodenya." }
            }
        }
    }
}

fn chooser(choice: &ListChoice, now: &Now<'_>) -> Markup {
    html! {
        form.choices method="get" action="/" {
            (Field::new("keadaan", "Keadaan").value(choice.standing.code()).choice(OfficeStanding::options()))
            (Field::new("periode", "Periode jawaban").value(&choice.period.code()).choice(choice.period.options(now.civil.date())))
            (Field::new("urut", "Urutan").value(choice.order.code()).choice(OfficeOrder::options()))
            button.quieter { "Terapkan" }
            a.take href=(choice.link("/kantor.csv", 1)) { "Unduh CSV" }
        }
    }
}

fn list(rows: &[Row], now: &Now<'_>) -> Markup {
    let columns = [
        text("Kantor"),
        text("Meja dan kontak terakhir").class("contact").unlabelled(),
        count("Belum diputus"),
        count("Segera jatuh tempo"),
        count("Terlambat"),
        count("Dijawab"),
        count("Tepat waktu"),
    ];
    Table::new(columns).class("counts").rows(rows, |row| office(row, now)).render()
}

fn office(row: &Row, now: &Now<'_>) -> [Markup; 7] {
    let counts = &row.counts;
    let named = html! {
        a href={ "/kantor/" (row.office.code) } { (row.name) }
        span.quiet { " " (row.office.code) }
        (review(row.office.misfits))
        (questions(row.office.questions))
    };
    [
        named,
        desks(&row.office, now),
        html! { (counts.open) },
        marked(counts.near, Urgency::Near),
        marked(counts.overdue, Urgency::Overdue),
        html! { (counts.answered) },
        share(counts),
    ]
}

/// A number that stands out unless it is zero.
fn marked(count: u64, tone: Urgency) -> Markup {
    html! { @if count > 0 { span class=(tone.class()) { (count) } } @else { (count) } }
}

/// How a contact that long ago is coloured.
fn silence(millis: u64, now: &Now<'_>) -> Option<&'static str> {
    match (now.civil.date() - civil(millis).date()).num_days() {
        21.. => Some(Urgency::Overdue.class()),
        8.. => Some(Urgency::Near.class()),
        _ => None,
    }
}

/// The offices that are expected and have no desk yet.
async fn missing(shared: &Shared, visitor: &Visitor) -> Result<Markup, Unable> {
    let desks = shared.store.desks().await?;
    let mut listed = shared.store.listed().await?;
    listed.retain(|office| {
        let enrolled = desks.iter().any(|desk| desk.office == office.code);
        office.retired.is_none() && !enrolled && visitor.may(Right::Watch, Some(&office.code))
    });
    Ok(html! {
        @if !listed.is_empty() {
            section.sheet {
                h2 { "Ditunggu: " (listed.len()) " kantor belum punya meja" }
                p { (listed.iter().map(ListedOffice::called).collect::<Vec<_>>().join(", ")) "." }
                @if visitor.may(Right::ManageDesks, None) { p { a href="/direktori" { "Buka direktori" } " · " a href="/meja" { "Buat kode meja" } } }
            }
        }
    })
}

/// The desks of an office and when each was last heard.
pub(super) fn desks(office: &OfficeOverview, now: &Now<'_>) -> Markup {
    html! {
        ul.plain {
            @for desk in &office.desks {
                li {
                    "Meja " (desk.desk) ": "
                    @match desk.last_contact {
                        Some(millis) => span class=[silence(millis, now)] { (moment(millis, now)) },
                        None => span.quiet { "belum pernah" },
                    }
                    @if desk.revoked { " " span.tone.overdue { "dicabut" } }
                }
            }
        }
    }
}

/// Questions that wait for PPID Utama, when there are some.
fn questions(waiting: u64) -> Markup {
    html! { @if waiting > 0 { " " span.tone.near { (waiting) " pertanyaan" } } }
}

/// What waits for a person, when something does.
pub(super) fn review(misfits: u64) -> Markup {
    html! { @if misfits > 0 { " " span.tone.near { (misfits) " perlu ditinjau" } } }
}
