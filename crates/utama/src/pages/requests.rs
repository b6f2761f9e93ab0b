//! The requests of one office: numbers, dates and stages. Who asked, and for what, is not shown here.

use axum::extract::{Extension, Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use loket_domain::indonesian::{date, weekday_date};
use loket_domain::request::Stage;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::figures::{Counts, figures, months};
use super::kit::answer::{Unable, note, now, office_of, unknown};
use super::kit::choice::{Choosable, RequestOrder, RequestStanding, page_number};
use super::kit::csv;
use super::kit::page::{Field, page as framed};
use super::kit::table::{Cell, Table, day, pager, text};
use super::kit::words::{Now, Urgency, counting, full, time_left};
use super::misfits::misfits;
use super::offices::{desks, review};
use crate::access::Visitor;
use crate::accounts::{Audited, Right};
use crate::called::office_name;
use crate::projection::{OfficeCounting, RequestRow};
use crate::state::Shared;
use crate::store::{Narrowing, OfficeOverview, Order, Page, Which};

/// Requests on one page.
const PAGE: u32 = 100;
/// Requests asked for at once when all are taken along.
const AT_ONCE: u32 = 1000;

type ListChoice = super::kit::choice::ListChoice<RequestStanding, RequestOrder>;

impl ListChoice {
    /// As the store is asked. What is near or late depends on the day and the calendar, so those are counted here and named.
    fn narrowing(&self, office: &OfficeOverview, now: &Now<'_>) -> Narrowing {
        let counting = counting(office, now);
        let toned = |tone: Urgency| {
            let open = office.open.iter().filter(|row| time_left(row, counting.as_ref(), now).0 == tone);
            Which::These(open.map(|row| row.request).collect())
        };
        let which = match self.standing {
            RequestStanding::Every => Which::Every,
            RequestStanding::Open => Which::Open,
            RequestStanding::Overdue => toned(Urgency::Overdue),
            RequestStanding::Near => toned(Urgency::Near),
            RequestStanding::Forwarded => Which::Forwarded,
            RequestStanding::Decided => Which::Decided,
        };
        let order = match self.order {
            RequestOrder::Due => Order::Due,
            RequestOrder::Received => Order::Received,
            RequestOrder::Number => Order::Number,
            RequestOrder::Decided => Order::Decided,
        };
        Narrowing { which, received: self.period.code(), order }
    }
}

/// A request and how its time stands, as a colour and in words.
struct Line {
    row: RequestRow,
    left: (Urgency, String),
}

fn line(row: RequestRow, office: Option<&OfficeCounting<'_>>, now: &Now<'_>) -> Line {
    let left = match row.decided_on {
        Some(decided) => {
            let late = row.due.is_some_and(|due| decided > due);
            (if late { Urgency::Overdue } else { Urgency::Done }, format!("diputus {}", date(decided)))
        }
        None => time_left(&row, office, now),
    };
    Line { row, left }
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (choice, now) = (ListChoice::of(&query), now(&shared));
    let Some(office) = office_of(&shared, &visitor, &code).await? else { return Ok(unknown(&visitor)) };
    let narrowing = choice.narrowing(&office, &now);
    let all = shared.store.count_requests(&code, &narrowing).await?;
    let pages = usize::try_from(all.div_ceil(PAGE.into())).unwrap_or(usize::MAX).max(1);
    let number = page_number(&query).min(pages);
    let skip = u32::try_from(number - 1).unwrap_or(u32::MAX).saturating_mul(PAGE);
    let rows = shared.store.requests(&code, &narrowing, Page { skip, take: PAGE }).await?;
    let counting = counting(&office, &now);
    let lines: Vec<Line> = rows.into_iter().map(|row| line(row, counting.as_ref(), &now)).collect();
    let mut tallies = shared.store.tallies(Some(&code)).await?;
    tallies.retain(|tally| choice.period.holds_month(&tally.month));
    let counts = Counts::of(&office, &now).with(&tallies);
    let name = office_name(shared.store.as_ref(), &code).await?;
    let here = format!("/kantor/{code}");
    let main = html! {
        p { a href="/" { "← Daftar kantor" } }
        h1 { (name) (review(office.misfits)) }
        p.quiet { "Kode " (code) " · keadaan " (full(now.civil)) }
        (desks(&office, &now))
        p.links {
            a href={ "/keberatan?kantor=" (code) } { "Keberatan dan sengketa" }
            a href={ "/informasi-publik?kantor=" (code) } { "Informasi publik" }
            a href={ "/dikecualikan?kantor=" (code) } { "Informasi yang dikecualikan" }
            a href={ "/laporan?kantor=" (code) } { "Survei dan laporan" }
            @if visitor.may(Right::ReadCases, Some(&code)) {
                a href={ "/kantor/" (code) "/tanya" } { "Tanya jawab dengan kantor ini" }
            }
        }
        @if office.misfits > 0 { (misfits(&shared, &code).await?) }
        (figures(&counts, &choice.period.within(), |standing| format!("{here}?keadaan={standing}")))
        (chooser(&choice, &here, &now))
        @if lines.is_empty() {
            section.sheet { p { "Tidak ada permohonan di halaman ini." } }
        } @else {
            (list(&code, &lines))
        }
        (pager(number, pages, |number| choice.link(&here, number)))
        (months(&tallies))
    };
    Ok(framed(&visitor, "/", &name, main).into_response())
}

/// The columns of a list of requests as a file, of one office or of all.
pub(super) const COLUMNS: [&str; 12] = [
    "Kode kantor",
    "Kantor",
    "Nomor pendaftaran",
    "Diterima",
    "Tahap",
    "Batas aman",
    "Batas resmi",
    "Diputus",
    "Jawaban keluar",
    "Ketepatan",
    "Diteruskan",
    "Sisa waktu atau putusan",
];

/// A request of an office, by its code and name, in the order of [`COLUMNS`]; `left` says how its time stands.
pub(super) fn cells((code, office): (String, String), row: RequestRow, left: String) -> Vec<String> {
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let timely = row.timely.map(|timely| timely.label().to_owned()).unwrap_or_default();
    let dates = [row.safe_due, row.official_due, row.decided_on, row.left_on].map(day).to_vec();
    let first = vec![code, office, row.number, row.received_on.to_string(), row.stage.label().to_owned()];
    [first, dates, vec![timely, day(row.forwarded_on), left]].concat()
}

/// The same list as a file.
pub(super) async fn table(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (choice, now) = (ListChoice::of(&query), now(&shared));
    let Some(office) = office_of(&shared, &visitor, &code).await? else { return Ok(unknown(&visitor)) };
    let (narrowing, counting) = (choice.narrowing(&office, &now), counting(&office, &now));
    let name = office_name(shared.store.as_ref(), &code).await?;
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let cells = |Line { row, left }: Line| cells((code.clone(), name.clone()), row, left.1);
    for skip in (0..).step_by(AT_ONCE as usize) {
        let found = shared.store.requests(&code, &narrowing, Page { skip, take: AT_ONCE }).await?;
        let last = found.len() < AT_ONCE as usize;
        rows.extend(found.into_iter().map(|row| cells(line(row, counting.as_ref(), &now))));
        if last {
            break;
        }
    }
    note(&shared, &visitor, Audited::TableTaken, Some(&code), Some("permohonan".to_owned())).await?;
    csv::file(&format!("permohonan-{code}-{}.csv", now.civil.date()), &rows)
}

fn chooser(choice: &ListChoice, here: &str, now: &Now<'_>) -> Markup {
    html! {
        form.choices method="get" action=(here) {
            (Field::new("keadaan", "Keadaan").value(choice.standing.code()).choice(RequestStanding::options()))
            (Field::new("periode", "Diterima pada").value(&choice.period.code()).choice(choice.period.options(now.civil.date())))
            (Field::new("urut", "Urutan").value(choice.order.code()).choice(RequestOrder::options()))
            button.quieter { "Terapkan" }
            a.take href=(choice.link(&format!("{here}/permohonan.csv"), 1)) { "Unduh CSV" }
        }
    }
}

fn list(code: &str, lines: &[Line]) -> Markup {
    html! {
        (Table::new([
            text("Nomor pendaftaran"),
            day("Diterima"),
            text("Tahap"),
            day("Batas aman"),
            day("Batas resmi"),
            text("Sisa waktu atau putusan"),
        ]).rows(lines, |line| request(code, line)))
        p.quiet {
            "Batas aman dihitung sejak permohonan diterima dengan cuti bersama sebagai hari kerja; batas resmi mengikuti pengaturan kantor. Sisa waktu mengikuti yang lebih awal."
        }
    }
}

fn request(code: &str, Line { row, left: (tone, words) }: &Line) -> [Cell; 6] {
    let decided = row.decided_on.is_some();
    let stage = html! {
        span {
            (row.stage.label())
            @if row.forwarded_on.is_some() { " " span.tone.calm { "menunggu PPID Utama" } }
        }
    };
    let standing = html! {
        @if decided { (words) } @else { span class=(tone.class()) { (words) } }
        @if decided && *tone == Urgency::Overdue { " " span.quiet { "(setelah batas)" } }
    };
    [
        html! { a href={ "/kantor/" (code) "/permohonan/" (row.request) } { (row.number) } }.into(),
        html! { (date(row.received_on)) }.into(),
        stage.into(),
        deadline(row.safe_due, "belum dapat dihitung").into(),
        deadline(row.official_due, waits_for(row)).into(),
        Cell::called(if decided { "Diputus" } else { "Sisa waktu" }, standing),
    ]
}

pub(super) fn deadline(due: Option<NaiveDate>, otherwise: &str) -> Markup {
    html! {
        @match due {
            Some(due) => (weekday_date(due)),
            None => span.quiet { (otherwise) },
        }
    }
}

pub(super) fn waits_for(request: &RequestRow) -> &'static str {
    if request.stage == Stage::Registered { "menunggu kelengkapan" } else { "belum dapat dihitung" }
}
