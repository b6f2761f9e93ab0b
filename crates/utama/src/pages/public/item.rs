//! One item of a catalogue, at an address that stays.

use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use loket_domain::dip::DipCategory;
use loket_domain::indonesian::date;
use maud::html;
use std::sync::Arc;
use uuid::Uuid;

use super::super::kit::answer::Unable;
use super::super::kit::items::Headings;
use super::catalogue::{brief, item};
use super::frame::{missing, public_page};
use super::front::how_to_ask;
use super::offices::PublicOffice;
use crate::projection::{CatalogueRow, MatterKind};
use crate::settings::PublicDoor;
use crate::state::Shared;

/// The place in the menu it belongs to.
const PLACE: &str = "/publik/informasi";

/// When information of a category must be public, in words.
fn meaning(category: DipCategory) -> &'static str {
    match category {
        DipCategory::Periodic => "diumumkan berkala, paling sedikit setiap enam bulan (Pasal 9)",
        DipCategory::Immediate => "diumumkan seketika tanpa penundaan (Pasal 10)",
        DipCategory::OnDemand => "tersedia setiap saat, diberikan bila diminta (Pasal 11)",
    }
}

pub(crate) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let Ok(id) = id.parse::<Uuid>() else { return Ok(missing(&door)) };
    let Some(office) = PublicOffice::read(&shared, &code).await? else { return Ok(missing(&door)) };
    let Some(matter) = shared.store.matter(&code, MatterKind::Item, id).await? else { return Ok(missing(&door)) };
    let Some(row) = item(&matter.content) else { return Ok(missing(&door)) };
    if let Some(on) = row.withdrawn_on {
        return Ok(gone(&door, &office, on));
    }
    let headings = Headings::read(&shared).await?;
    let CatalogueRow { item, .. } = row;
    let main = html! {
        h1 { (item.summary) }
        @match &item.link {
            Some(link) => p { a href=(link) rel="noreferrer" { "Buka informasinya" } " " span.quiet { (link) } },
            None => p { "Informasi ini diminta kepada kantornya." },
        }
        dl.facts {
            div { dt { "Kantor" } dd { a href={ "/publik/kantor/" (office.code) } { (office.name) } } }
            div { dt { "Kategori" } dd { (item.category.label()) span.quiet { ": " (meaning(item.category)) } } }
            @if let Some(heading) = &item.heading { div { dt { "Kelompok" } dd { (headings.of(heading)) } } }
            div { dt { "Dikuasai oleh" } dd { (item.holder) } }
            div { dt { "Penanggung jawab" } dd { (item.responsible) } }
            div { dt { "Dibuat" } dd { (item.made) } }
            div { dt { "Bentuk" } dd { (item.format) } }
            @if let Some(media) = &item.media { div { dt { "Media" } dd { (media) } } }
            div { dt { "Disimpan selama" } dd { (item.retention) } }
            @if let Some(on) = item.published_on { div { dt { "Dimutakhirkan" } dd { (date(on)) } } }
        }
        h2 { "Memintanya" }
        (how_to_ask())
    };
    Ok(public_page(&door, PLACE, &brief(&item.summary), main).into_response())
}

/// For what left the catalogue: what it said may be why.
fn gone(door: &PublicDoor, office: &PublicOffice, on: NaiveDate) -> Response {
    let main = html! {
        h1 { "Informasi ini tidak lagi dimuat dalam daftar" }
        p { a href={ "/publik/kantor/" (office.code) } { (office.name) } " mengeluarkannya dari daftar informasi publik pada " (date(on)) ". Anda tetap dapat memintanya kepada kantor itu." }
        p { a href={ "/publik/informasi?kantor=" (office.code) } { "Informasi lain dari kantor ini" } }
    };
    (StatusCode::GONE, public_page(door, PLACE, "Tidak lagi dimuat", main)).into_response()
}
