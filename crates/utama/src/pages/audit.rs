//! Who looked at or did what.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use maud::html;
use std::collections::HashMap;
use std::sync::Arc;

use super::kit::answer::Unable;
use super::kit::choice::page_number;
use super::kit::page::page as framed;
use super::kit::table::{Table, text};
use super::kit::words;
use crate::access::Visitor;
use crate::clock::civil;
use crate::state::Shared;

const PAGE: u32 = 100;

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let number = u32::try_from(page_number(&query)).unwrap_or(u32::MAX).min(u32::MAX / PAGE);
    let lines = match &visitor.account {
        // One more than is shown tells whether there is another page.
        Some(account) => shared.store.audit(&account.reach, (number - 1) * PAGE, PAGE + 1).await?,
        None => vec![],
    };
    let more = lines.len() > PAGE as usize;
    let shown = lines.iter().take(PAGE as usize);
    let main = html! {
        h1 { "Catatan akses" }
        p.quiet { "Siapa membuka atau mengerjakan apa, dan kapan. Isinya tidak dicatat." }
        @if lines.is_empty() {
            section.sheet { p { "Belum ada yang dicatat di halaman ini." } }
        } @else {
            (Table::new([text("Waktu"), text("Siapa"), text("Apa"), text("Kantor"), text("Tentang")]).rows(shown, |line| [
                html! { (words::dated(civil(line.at))) },
                html! { (line.login) },
                html! { (line.what.label()) },
                html! { (line.office.as_deref().unwrap_or("–")) },
                html! { (line.about.as_deref().unwrap_or("–")) },
            ]))
        }
        nav.pager aria-label="Halaman daftar" {
            @if number > 1 { a href={ "/catatan-akses?hal=" (number - 1) } { "← Lebih baru" } }
            @if more { a href={ "/catatan-akses?hal=" (number + 1) } { "Lebih lama →" } }
        }
    };
    Ok(framed(&visitor, "/catatan-akses", "Catatan akses", main).into_response())
}
