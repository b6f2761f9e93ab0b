//! The catalogue: browsed by category, office, year and words; and as a table.

use axum::extract::{Extension, Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::Datelike;
use loket_domain::dip::DipCategory;
use loket_domain::indonesian::date;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::super::kit::address::{address, page_said};
use super::super::kit::answer::{Unable, now};
use super::super::kit::choice::page_number;
use super::super::kit::csv;
use super::super::kit::items::{self, Headings};
use super::super::kit::page::Field;
use super::frame::{Other, missing, pages, public_page_with};
use super::offices::{PublicOffice, PublicOffices};
use crate::accounts::Reach;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{CatalogueRow, MatterContent, MatterKind};
use crate::settings::PublicDoor;
use crate::state::Shared;
use crate::store::Page;

const HERE: &str = "/publik/informasi";
/// Items on one page.
const PAGE: u32 = 20;
/// Letters of a summary that a list shows.
const BRIEF: usize = 160;
/// How many years are offered.
const YEARS: i32 = 8;
/// How a feed is known.
pub(super) const ATOM: &str = "application/atom+xml";

/// A summary in one line, shortened where it is long.
pub(super) fn brief(summary: &str) -> String {
    let line = summary.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= BRIEF {
        return line;
    }
    let cut: String = line.chars().take(BRIEF).collect();
    let kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{kept} …")
}

/// The item, if the row is one.
pub(super) fn item(content: &MatterContent) -> Option<&CatalogueRow> {
    if let MatterContent::Item(row) = content { Some(row) } else { None }
}

/// The form that seeks; `this_year` offers years where it is one.
pub(super) fn seek(offices: &PublicOffices, sought: &str, category: &str, office: &str, year: &str, this_year: &str) -> Markup {
    let categories = DipCategory::ALL.iter().map(|category| (category.code().to_owned(), category.label().to_owned()));
    let every = |label: &str| std::iter::once((String::new(), label.to_owned()));
    let known = offices.each().map(|(code, name)| (code.to_string(), name.to_owned()));
    let newest = this_year.parse::<i32>().ok();
    let years = newest.into_iter().flat_map(|newest| (0..YEARS).map(move |back| newest - back));
    let years = years.map(|year| (year.to_string(), year.to_string()));
    html! {
        form.seek method="get" action=(HERE) role="search" {
            (Field::new("cari", "Cari kata").value(sought).line("search", "off"))
            (Field::new("kategori", "Kategori").value(category).choice(every("Semua").chain(categories)))
            (Field::new("kantor", "Kantor").value(office).choice(every("Semua").chain(known)))
            @if newest.is_some() { (Field::new("tahun", "Tahun").value(year).choice(every("Semua").chain(years))) }
            button { "Cari" }
        }
    }
}

pub(crate) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let typed = |name: &str| query.get(name).map(|typed| typed.trim().chars().take(100).collect::<String>()).unwrap_or_default();
    let (sought, category, office, year) = (typed("cari"), typed("kategori"), typed("kantor"), typed("tahun"));
    let category = DipCategory::from_code(&category).map_or("", DipCategory::code);
    let year =
        year.parse::<i32>().ok().filter(|year| (1900..=9999).contains(year)).map(|year| year.to_string()).unwrap_or_default();
    let (offices, this_year) = (PublicOffices::read(&shared).await?, now(&shared).civil.year().to_string());
    let day = if year.is_empty() { String::new() } else { format!("{year}-") };
    let all = MatterNarrowing::standing(MatterKind::Item).seeking(&sought);
    let (reach, narrowing) = (offices.reach(&office), MatterNarrowing { class: category.to_owned(), day, ..all });
    let found = shared.store.count_matters(&reach, &narrowing).await?;
    let count = usize::try_from(found.div_ceil(PAGE.into())).unwrap_or(usize::MAX).max(1);
    let number = page_number(&query).min(count);
    let skip = u32::try_from(number - 1).unwrap_or(u32::MAX).saturating_mul(PAGE);
    let rows = shared.store.matters(&reach, &narrowing, Page { skip, take: PAGE }).await?;
    let link = |number: usize| {
        let number = page_said(number);
        address(HERE, &[("cari", &*sought), ("kategori", category), ("kantor", &*office), ("tahun", &*year), ("hal", &*number)])
    };
    let others = [
        Other { kind: ATOM, path: format!("{HERE}.atom") },
        Other { kind: "application/ld+json", path: "/publik/data.json".to_owned() },
    ];
    let main = html! {
        h1 { "Daftar informasi publik" }
        (seek(&offices, &sought, category, &office, &year, &this_year))
        p { (found) " informasi." }
        ul.list {
            @for (code, row) in &rows {
                @if let Some(CatalogueRow { item, .. }) = item(&row.content) {
                    li {
                        a href={ "/publik/kantor/" (code) "/informasi/" (row.subject) } { (brief(&item.summary)) }
                        span.quiet {
                            (offices.name(code).unwrap_or(code)) " · " (item.category.label())
                            @if let Some(on) = item.published_on { " · " (date(on)) }
                        }
                    }
                }
            }
        }
        @if rows.is_empty() { p { "Tidak ada yang cocok. Coba kata lain, atau mintalah kepada kantornya." } }
        (pages(number, count, link))
        p.quiet {
            "Untuk komputer: " a href={ (HERE) ".csv" } { "CSV" } ", " a href="/publik/data.json" { "data.json (DCAT)" } ", "
            a href={ (HERE) ".atom" } { "Atom" }
        }
    };
    Ok(public_page_with(&door, HERE, "Daftar informasi publik", &others, main).into_response())
}

/// The catalogue of all offices as a file.
pub(crate) async fn table(State(shared): State<Arc<Shared>>) -> Result<Response, Unable> {
    let offices = PublicOffices::read(&shared).await?;
    let name = |code: &str| offices.name(code).unwrap_or(code).to_owned();
    tabled(&shared, &offices.reach(""), name, "informasi-publik.csv").await
}

/// The catalogue of one office as a file.
pub(crate) async fn office_table(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = PublicOffice::read(&shared, &code).await? else { return Ok(missing(&door)) };
    let only = Reach::Only([office.code.clone()].into());
    tabled(&shared, &only, |_| office.name.clone(), &format!("informasi-publik-{}.csv", office.code)).await
}

async fn tabled(shared: &Shared, reach: &Reach, name: impl Fn(&str) -> String, file: &str) -> Result<Response, Unable> {
    let headings = Headings::read(shared).await?;
    let found = shared.store.matters(reach, &MatterNarrowing::standing(MatterKind::Item), EVERY_ROW).await?;
    let mut rows = vec![items::COLUMNS.map(str::to_owned).to_vec()];
    for (code, row) in &found {
        rows.extend(item(&row.content).map(|row| items::cells(code, &name(code), row, &headings)));
    }
    csv::file(file, &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_summary_is_cut_between_words() {
        assert_eq!(brief("Rencana\n kerja"), "Rencana kerja");
        let long = brief(&"kata ".repeat(100));
        assert!(long.ends_with("kata …") && long.chars().count() <= BRIEF + 2, "{long}");
        assert!(brief(&"x".repeat(500)).chars().count() <= BRIEF + 2);
    }
}
