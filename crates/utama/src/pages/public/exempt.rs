//! What the offices keep closed by decree, as the law lets it be known: which information, on what basis, how long.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use loket_domain::indonesian::date;
use maud::html;
use std::collections::HashMap;
use std::sync::Arc;

use super::super::kit::address::{address, page_said};
use super::super::kit::answer::{Unable, now};
use super::super::kit::choice::{page_number, paged};
use super::super::kit::csv;
use super::super::kit::items::{EXEMPT_COLUMNS, exempt_cells};
use super::super::kit::page::Field;
use super::frame::{pages, public_page};
use super::front::how_to_object;
use super::offices::PublicOffices;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{ExemptRow, MatterContent, MatterKind};
use crate::settings::PublicDoor;
use crate::state::Shared;

const HERE: &str = "/publik/dikecualikan";
/// Lines on one page.
const PAGE: usize = 20;

/// What is kept closed by decree today: what was only tested or approved is not announced, nor what is open again.
async fn rows(shared: &Shared, offices: &PublicOffices, chosen: &str) -> Result<Vec<(String, ExemptRow)>, Unable> {
    let today = now(shared).civil.date();
    let found = shared.store.matters(&offices.reach(chosen), &MatterNarrowing::standing(MatterKind::Exempt), EVERY_ROW).await?;
    let mut rows = Vec::with_capacity(found.len());
    for (code, row) in found {
        if let MatterContent::Exempt(row) = row.content {
            rows.extend(row.is_decreed(today).then(|| (code.to_string(), row)));
        }
    }
    Ok(rows)
}

pub(crate) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let chosen = query.get("kantor").map(|typed| typed.trim().to_owned()).unwrap_or_default();
    let offices = PublicOffices::read(&shared).await?;
    let rows = rows(&shared, &offices, &chosen).await?;
    let found = rows.len();
    let (rows, number, count) = paged(rows, page_number(&query), PAGE);
    let every = std::iter::once((String::new(), "Semua".to_owned()));
    let known = offices.each().map(|(code, name)| (code.to_string(), name.to_owned()));
    let main = html! {
        h1 { "Informasi yang dikecualikan" }
        p { "Informasi ini tidak dibuka selama jangka waktunya, setelah diuji akibatnya dan ditetapkan (UU 14/2008 Pasal 17 dan 19). Anda tetap boleh memintanya dan mempersoalkan penolakannya." }
        form.seek method="get" action=(HERE) {
            (Field::new("kantor", "Kantor").value(&chosen).choice(every.chain(known)))
            button { "Tampilkan" }
        }
        p { (found) " informasi. " a href=(address("/publik/dikecualikan.csv", &[("kantor", &chosen)])) { "CSV" } }
        ul.list {
            @for (code, row) in &rows {
                li {
                    (row.information)
                    span.quiet {
                        (offices.name(code).unwrap_or(code)) ", " (row.unit) " · " (row.basis()) " · " (row.lasting)
                        @if let Some((number, from)) = &row.decree { " · penetapan " (number) ", berlaku sejak " (date(*from)) }
                    }
                }
            }
        }
        (pages(number, count, |number| address(HERE, &[("kantor", &chosen), ("hal", &page_said(number))])))
        h2 { "Tidak setuju?" }
        (how_to_object())
    };
    Ok(public_page(&door, HERE, "Informasi yang dikecualikan", main).into_response())
}

/// The same list as a file.
pub(crate) async fn table(
    State(shared): State<Arc<Shared>>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let chosen = query.get("kantor").map(|typed| typed.trim().to_owned()).unwrap_or_default();
    let offices = PublicOffices::read(&shared).await?;
    let mut lines = vec![EXEMPT_COLUMNS.map(str::to_owned).to_vec()];
    let rows = rows(&shared, &offices, &chosen).await?;
    lines.extend(rows.iter().map(|(code, row)| exempt_cells(code, offices.name(code).unwrap_or(code), row)));
    csv::file("dikecualikan.csv", &lines)
}
