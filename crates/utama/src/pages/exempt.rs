//! What the offices keep closed (DIK): approved, decreed, or opened since. What opening it would cause stands in the worksheet.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use loket_domain::indonesian::date;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::kit::address::{address, page_said};
use super::kit::answer::{Unable, note, now};
use super::kit::choice::{page_number, paged};
use super::kit::chosen_offices::ChosenOffices;
use super::kit::csv;
use super::kit::items::{EXEMPT_COLUMNS, exempt_cells};
use super::kit::page::{Field, page as framed};
use super::kit::table::{Table, day, pager, text};
use super::kit::words::{Now, Urgency, full};
use crate::access::Visitor;
use crate::accounts::Audited;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{ExemptRow, MatterContent, MatterKind};
use crate::state::Shared;

const HERE: &str = "/dikecualikan";
/// The place in the menu it belongs to.
const PLACE: &str = "/informasi-publik";
/// Rows of one page.
const PAGE: usize = 100;

async fn rows(shared: &Shared, offices: &ChosenOffices, sought: &str) -> Result<Vec<(String, ExemptRow)>, Unable> {
    let narrowing = MatterNarrowing::all(MatterKind::Exempt).seeking(sought);
    let found = shared.store.matters(&offices.reach, &narrowing, EVERY_ROW).await?;
    let mut rows = Vec::with_capacity(found.len());
    for (code, row) in found {
        if let MatterContent::Exempt(row) = row.content {
            rows.push((code.to_string(), row));
        }
    }
    Ok(rows)
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (offices, now) = (ChosenOffices::read(&shared, &visitor, &query).await?, now(&shared));
    let sought = query.get("cari").map(|typed| typed.trim().to_owned()).unwrap_or_default();
    let rows = rows(&shared, &offices, &sought).await?;
    let found = rows.len();
    let (rows, number, pages) = paged(rows, page_number(&query), PAGE);
    let link = |path: &str, number| address(path, &[("kantor", &offices.chosen), ("cari", &sought), ("hal", &page_said(number))]);
    let main = html! {
        h1 { "Informasi yang dikecualikan" }
        p.quiet { "Keadaan " (full(now.civil)) ". " a href=(address(PLACE, &[("kantor", &offices.chosen)])) { "Daftar informasi publik" } }
        form.choices method="get" action=(HERE) role="search" {
            (Field::new("cari", "Cari kata").value(&sought).line("search", "off"))
            (offices.field())
            button.quieter { "Terapkan" }
            a.take href=(link("/dikecualikan.csv", 1)) { "Unduh CSV" }
        }
        p { (found) " informasi." }
        @if rows.is_empty() {
            section.sheet { p { "Tidak ada informasi yang dikecualikan dengan persetujuan pimpinan." } }
        } @else {
            (list(&rows, &offices, &now))
        }
        (pager(number, pages, |number| link(HERE, number)))
        p.quiet { "Uji konsekuensi yang belum disetujui ada di Kotak masuk." }
    };
    Ok(framed(&visitor, PLACE, "Informasi yang dikecualikan", main).into_response())
}

fn list(rows: &[(String, ExemptRow)], offices: &ChosenOffices, now: &Now<'_>) -> Markup {
    let columns = [text("Informasi"), text("Kantor"), text("Dasar hukum"), text("Jangka waktu"), day("Sejak"), text("Keadaan")];
    html! {
        (Table::new(columns).rows(rows, |(code, row)| [
            html! { (row.information) " " span.quiet { (row.unit) } },
            html! { a href={ "/kantor/" (code) } { (offices.name(code)) } },
            html! { (row.basis()) },
            html! { (row.lasting) },
            html! { (date(row.since())) },
            standing(row, now),
        ]))
    }
}

fn standing(row: &ExemptRow, now: &Now<'_>) -> Markup {
    let ended = row.lifted_on.is_none() && row.expires.is_some_and(|expires| expires < now.civil.date());
    html! {
        @if ended {
            span class=(Urgency::Overdue.class()) { "jangka waktunya sudah berakhir" }
        } @else if row.is_decreed(now.civil.date()) {
            span class=(Urgency::Done.class()) { (row.stage.label()) }
        } @else {
            (row.stage.label())
        }
        @if let Some((number, _)) = &row.decree { " " span.quiet { (number) } }
        @if let Some(on) = row.lifted_on { " " span.quiet { (date(on)) } }
    }
}

/// The same list as a file.
pub(super) async fn table(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let offices = ChosenOffices::read(&shared, &visitor, &query).await?;
    let sought = query.get("cari").map(String::as_str).unwrap_or_default();
    let mut lines = vec![EXEMPT_COLUMNS.map(str::to_owned).to_vec()];
    lines.extend(rows(&shared, &offices, sought).await?.iter().map(|(code, row)| exempt_cells(code, &offices.name(code), row)));
    note(&shared, &visitor, Audited::TableTaken, None, Some("informasi yang dikecualikan".to_owned())).await?;
    csv::file(&format!("dikecualikan-{}.csv", now(&shared).civil.date()), &lines)
}
