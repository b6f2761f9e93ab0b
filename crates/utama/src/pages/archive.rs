//! What PPID Utama answered and decided: the latest first, found again by number, office or words.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use loket_domain::indonesian::date;
use loket_domain::office::OfficeCode;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::kit::answer::Unable;
use super::kit::choice::{page_number, paged};
use super::kit::page::{Field, page as framed};
use super::kit::table::{Table, day, pager, text};
use crate::access::Visitor;
use crate::called::office_names;
use crate::directory::OfficeNames;
use crate::oversight::{Answered, AnsweredKind};
use crate::state::Shared;

const HERE: &str = "/kotak-masuk/arsip";
/// Rows of one page.
const PAGE: usize = 50;

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let reach = visitor.reach();
    let names = office_names(shared.store.as_ref()).await?;
    let sought = query.get("cari").map(|sought| sought.trim().to_lowercase()).unwrap_or_default();
    let mut rows = shared.store.answered(&reach).await?;
    rows.retain(|(code, row)| {
        let within = |text: &str| text.to_lowercase().contains(&sought);
        sought.is_empty() || within(&row.title) || within(&names.of(code)) || within(code)
    });
    let found = rows.len();
    let (rows, number, pages) = paged(rows, page_number(&query), PAGE);
    let narrowed = serde_urlencoded::to_string([("cari", &sought)]).unwrap_or_default();
    let main = html! {
        p { a href="/kotak-masuk" { "← Kotak masuk" } }
        h1 { "Yang sudah dijawab" }
        form.choices method="get" action=(HERE) role="search" {
            (Field::new("cari", "Cari nomor, informasi, pokok atau kantor").value(&sought).line("search", "off"))
            button.quieter { "Cari" }
        }
        p.quiet { (found) " perkara" @if !sought.is_empty() { " dengan “" (sought) "”" } ", terbaru dahulu." }
        @if rows.is_empty() {
            section.sheet { p { "Tidak ada yang cocok." } }
        } @else {
            (list(&rows, &names))
        }
        (pager(number, pages, |number| format!("{HERE}?{narrowed}&hal={number}")))
    };
    Ok(framed(&visitor, "/kotak-masuk", "Yang sudah dijawab", main).into_response())
}

fn list(rows: &[(OfficeCode, Answered)], names: &OfficeNames) -> Markup {
    html! {
        (Table::new([text("Perkara"), text("Macam"), text("Kantor"), day("Dijawab")]).rows(rows, |(code, row)| [
            html! { a href={ "/kantor/" (code) "/" (place(row.kind)) "/" (row.subject) } { (row.title) } },
            html! { (row.kind.label()) },
            html! { (names.of(code)) },
            html! { (date(row.on)) },
        ]))
    }
}

/// Where a case of this kind lies below its office.
fn place(kind: AnsweredKind) -> &'static str {
    match kind {
        AnsweredKind::Forwarded => "penerusan",
        AnsweredKind::Test => "uji",
        AnsweredKind::Question => "tanya",
    }
}
