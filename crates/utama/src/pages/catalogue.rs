//! The catalogue of public information (DIP) of all offices, as they list it.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use loket_domain::dip::DipCategory;
use loket_domain::indonesian::date;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::kit::address::{address, page_said};
use super::kit::answer::{Unable, note, now};
use super::kit::choice::page_number;
use super::kit::chosen_offices::ChosenOffices;
use super::kit::csv;
use super::kit::items::{self, Headings};
use super::kit::page::{Field, page as framed};
use super::kit::table::{Table, day, pager, text};
use super::kit::words::{Now, Urgency, full};
use crate::access::Visitor;
use crate::accounts::Audited;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{CatalogueRow, MatterContent, MatterKind};
use crate::state::Shared;
use crate::store::Page;

const HERE: &str = "/informasi-publik";
/// Rows of one page.
const PAGE: u32 = 100;

/// What the catalogue is narrowed to.
struct CatalogueChoice {
    category: Option<DipCategory>,
    offices: ChosenOffices,
    sought: String,
}

impl CatalogueChoice {
    async fn read(shared: &Shared, visitor: &Visitor, query: &HashMap<String, String>) -> Result<Self, Unable> {
        let typed = |name: &str| query.get(name).map(|typed| typed.trim().to_owned()).unwrap_or_default();
        let offices = ChosenOffices::read(shared, visitor, query).await?;
        Ok(Self { category: DipCategory::from_code(&typed("kategori")), offices, sought: typed("cari") })
    }

    fn category(&self) -> &'static str {
        self.category.map_or("", DipCategory::code)
    }

    fn narrowing(&self) -> MatterNarrowing {
        let all = MatterNarrowing::standing(MatterKind::Item).seeking(&self.sought);
        MatterNarrowing { class: self.category().to_owned(), ..all }
    }

    fn link(&self, path: &str, number: usize) -> String {
        let number = page_said(number);
        let said = [("kategori", self.category()), ("kantor", &*self.offices.chosen), ("cari", &*self.sought), ("hal", &*number)];
        address(path, &said)
    }
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (choice, now) = (CatalogueChoice::read(&shared, &visitor, &query).await?, now(&shared));
    let found = shared.store.count_matters(&choice.offices.reach, &choice.narrowing()).await?;
    let pages = usize::try_from(found.div_ceil(PAGE.into())).unwrap_or(usize::MAX).max(1);
    let number = page_number(&query).min(pages);
    let skip = u32::try_from(number - 1).unwrap_or(u32::MAX).saturating_mul(PAGE);
    let rows = shared.store.matters(&choice.offices.reach, &choice.narrowing(), Page { skip, take: PAGE }).await?;
    let categories = DipCategory::ALL.iter().map(|category| (category.code().to_owned(), category.label().to_owned()));
    let every = (String::new(), "Semua kategori".to_owned());
    let main = html! {
        h1 { "Daftar informasi publik" }
        p.quiet { "Keadaan " (full(now.civil)) ". " a href=(address("/dikecualikan", &[("kantor", &choice.offices.chosen)])) { "Informasi yang dikecualikan" } }
        form.choices method="get" action=(HERE) role="search" {
            (Field::new("cari", "Cari kata").value(&choice.sought).line("search", "off"))
            (Field::new("kategori", "Kategori").value(choice.category()).choice(std::iter::once(every).chain(categories)))
            (choice.offices.field())
            button.quieter { "Terapkan" }
            a.take href=(choice.link("/informasi-publik.csv", 1)) { "Unduh CSV" }
        }
        p { (found) " informasi." }
        @if rows.is_empty() {
            section.sheet { p { "Tidak ada informasi seperti ini di daftar kantor." } }
        } @else {
            (list(rows.iter().filter_map(|(code, row)| item(&row.content).map(|row| (code.as_str(), row))), &choice.offices, &now))
        }
        (pager(number, pages, |number| choice.link(HERE, number)))
    };
    Ok(framed(&visitor, HERE, "Daftar informasi publik", main).into_response())
}

/// The item, if the row is one.
fn item(content: &MatterContent) -> Option<&CatalogueRow> {
    if let MatterContent::Item(row) = content { Some(row) } else { None }
}

fn list<'a>(rows: impl Iterator<Item = (&'a str, &'a CatalogueRow)>, offices: &ChosenOffices, now: &Now<'_>) -> Markup {
    let columns = [text("Ringkasan isi informasi"), text("Kantor"), text("Kategori"), day("Dimutakhirkan"), text("Pemutakhiran")];
    html! {
        (Table::new(columns).rows(rows, |(code, row)| [
            html! {
                @match &row.item.link {
                    Some(link) => a href=(link) rel="noreferrer" { (row.item.summary) },
                    None => (row.item.summary),
                }
            },
            html! { a href={ "/kantor/" (code) } { (offices.name(code)) } },
            html! { (row.item.category.label()) },
            html! { @match row.item.published_on { Some(on) => (date(on)), None => span.quiet { "tanpa tanggal" } } },
            renewal(row, now),
        ]))
    }
}

/// Until when a periodic item must be brought up to date.
fn renewal(row: &CatalogueRow, now: &Now<'_>) -> Markup {
    html! {
        @match row.renewal_due {
            Some(due) if due < now.civil.date() => span class=(Urgency::Overdue.class()) { "seharusnya " (date(due)) },
            Some(due) => { "sebelum " (date(due)) },
            None => span.quiet { "–" },
        }
    }
}

/// The same list as a file.
pub(super) async fn table(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let choice = CatalogueChoice::read(&shared, &visitor, &query).await?;
    let found = shared.store.matters(&choice.offices.reach, &choice.narrowing(), EVERY_ROW).await?;
    let headings = Headings::read(&shared).await?;
    let mut rows = vec![items::COLUMNS.map(str::to_owned).to_vec()];
    for (code, row) in &found {
        rows.extend(item(&row.content).map(|row| items::cells(code, &choice.offices.name(code), row, &headings)));
    }
    note(&shared, &visitor, Audited::TableTaken, None, Some("daftar informasi publik".to_owned())).await?;
    csv::file(&format!("informasi-publik-{}.csv", now(&shared).civil.date()), &rows)
}
