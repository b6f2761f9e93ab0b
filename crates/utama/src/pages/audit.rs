//! Who looked at or did what.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate};
use loket_domain::indonesian::date;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::kit::answer::{Unable, note};
use super::kit::choice::page_number;
use super::kit::csv;
use super::kit::page::{Field, page as framed};
use super::kit::table::{Table, text};
use crate::access::Visitor;
use crate::accounts::{AuditLine, AuditNarrowing, Audited};
use crate::clock::{civil, midnight};
use crate::state::Shared;

const PAGE: u32 = 100;
/// Lines that are taken along at most.
const MOST: u32 = 100_000;
const HERE: &str = "/catatan-akses";

/// What the record is narrowed to, as typed.
struct AuditChoice {
    login: String,
    office: String,
    from: String,
    until: String,
}

impl AuditChoice {
    fn of(query: &HashMap<String, String>) -> Self {
        let typed = |name: &str| query.get(name).map(|typed| typed.trim().to_owned()).unwrap_or_default();
        Self { login: typed("siapa").to_lowercase(), office: typed("kantor"), from: typed("dari"), until: typed("sampai") }
    }

    /// A day that is none narrows nothing.
    fn narrowing(&self) -> AuditNarrowing {
        let day = |typed: &str| typed.parse::<NaiveDate>().ok();
        AuditNarrowing {
            login: self.login.clone(),
            office: self.office.clone(),
            from: day(&self.from).map_or(0, midnight),
            until: day(&self.until).and_then(|day| day.checked_add_days(Days::new(1))).map_or(u64::MAX, midnight),
        }
    }

    fn link(&self, path: &str, number: u32) -> String {
        let number = if number > 1 { number.to_string() } else { String::new() };
        let mut said = vec![
            ("siapa", &self.login),
            ("kantor", &self.office),
            ("dari", &self.from),
            ("sampai", &self.until),
            ("hal", &number),
        ];
        said.retain(|(_, value)| !value.is_empty());
        let said = serde_urlencoded::to_string(said).unwrap_or_default();
        if said.is_empty() { path.to_owned() } else { format!("{path}?{said}") }
    }
}

/// `24 November 2026, 14.00.05 WIB`.
fn moment(at: u64) -> String {
    let at = civil(at);
    format!("{}, {} WIB", date(at.date()), at.format("%H.%M.%S"))
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let choice = AuditChoice::of(&query);
    let number = u32::try_from(page_number(&query)).unwrap_or(u32::MAX).min(u32::MAX / PAGE);
    // One more than is shown tells whether there is another page.
    let lines = shared.store.audit(&visitor.reach(), &choice.narrowing(), (number - 1) * PAGE, PAGE + 1).await?;
    let more = lines.len() > PAGE as usize;
    let shown: Vec<_> = lines.into_iter().take(PAGE as usize).collect();
    let main = html! {
        h1 { "Catatan akses" }
        p.quiet { "Siapa membuka atau mengerjakan apa, dan kapan. Isinya tidak dicatat." }
        (chooser(&choice))
        @if shown.is_empty() {
            section.sheet { p { "Belum ada yang dicatat di halaman ini." } }
        } @else {
            (list(&shown))
        }
        nav.pager aria-label="Halaman daftar" {
            @if number > 1 { a href=(choice.link(HERE, number - 1)) { "← Lebih baru" } }
            @if more { a href=(choice.link(HERE, number + 1)) { "Lebih lama →" } }
        }
    };
    Ok(framed(&visitor, HERE, "Catatan akses", main).into_response())
}

fn chooser(choice: &AuditChoice) -> Markup {
    html! {
        form.choices method="get" action=(HERE) role="search" {
            (Field::new("siapa", "Nama pengguna").value(&choice.login).line("text", "off"))
            (Field::new("kantor", "Kode kantor").value(&choice.office).line("text", "off"))
            (Field::new("dari", "Sejak").value(&choice.from).line("date", "off"))
            (Field::new("sampai", "Sampai").value(&choice.until).line("date", "off"))
            button.quieter { "Terapkan" }
            a.take href=(choice.link("/catatan-akses.csv", 1)) { "Unduh CSV" }
        }
    }
}

fn list(lines: &[AuditLine]) -> Markup {
    let columns = [text("Waktu"), text("Siapa"), text("Apa"), text("Kantor"), text("Tentang"), text("Dari alamat")];
    html! {
        (Table::new(columns).rows(lines, |line| [
            html! { (moment(line.at)) },
            html! { (line.login) },
            html! { (line.what.label()) },
            html! {
                @match line.office.as_deref() {
                    Some(office) => a href={ "/kantor/" (office) } { (office) },
                    None => "–",
                }
            },
            html! { (line.about.as_deref().unwrap_or("–")) },
            html! { @if line.address.is_empty() { "–" } @else { (line.address) } },
        ]))
    }
}

/// The same lines as a file.
pub(super) async fn table(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let lines = shared.store.audit(&visitor.reach(), &AuditChoice::of(&query).narrowing(), 0, MOST).await?;
    let mut rows = vec![["Waktu", "Siapa", "Apa", "Kantor", "Tentang", "Dari alamat"].map(str::to_owned).to_vec()];
    rows.extend(lines.into_iter().map(|line| {
        let office = line.office.map(|office| office.to_string()).unwrap_or_default();
        let at = civil(line.at).format("%Y-%m-%d %H:%M:%S").to_string();
        vec![at, line.login, line.what.label().to_owned(), office, line.about.unwrap_or_default(), line.address]
    }));
    note(&shared, &visitor, Audited::TableTaken, None, Some("catatan akses".to_owned())).await?;
    csv::file(&format!("catatan-akses-{}.csv", civil(shared.clock.millis()).date()), &rows)
}
