//! One office: who it is, how it is reached, how one asks and objects, what it publishes.

use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use loket_domain::indonesian::date;
use loket_domain::office::{ListDecree, OfficeProfile};
use loket_domain::working_days::WorkWeek;
use maud::{Markup, html};
use std::sync::Arc;

use super::super::kit::answer::Unable;
use super::ask::takes;
use super::catalogue::ATOM;
use super::frame::{Other, missing, public_page_with};
use super::front::{how_to_ask, how_to_object};
use super::offices::PublicOffice;
use crate::accounts::Reach;
use crate::matters::MatterNarrowing;
use crate::projection::MatterKind;
use crate::settings::PublicDoor;
use crate::state::Shared;

pub(crate) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = PublicOffice::read(&shared, &code).await? else { return Ok(missing(&door)) };
    let only = Reach::Only([office.code.clone()].into());
    let items = shared.store.count_matters(&only, &MatterNarrowing::standing(MatterKind::Item)).await?;
    let profile = office.known.as_ref().map(|known| &known.profile);
    let here = format!("/publik/kantor/{}", office.code);
    let others = [
        Other { kind: ATOM, path: format!("{here}/informasi.atom") },
        Other { kind: "application/ld+json", path: format!("{here}/data.json") },
    ];
    let takes = takes(&shared, &door, &office).await?;
    let main = html! {
        h1 { (office.name) }
        @if office.retired {
            p { "Kantor ini tidak aktif lagi. Tanyakan informasinya kepada PPID Utama." }
        }
        @match profile {
            Some(profile) => (reached(profile)),
            None => p { "Alamat dan kontak kantor ini belum diumumkan di sini; hubungi PPID Utama (di bawah halaman ini)." },
        }
        h2 { "Informasi yang tersedia" }
        @if !office.retired {
            p { a href={ "/publik/informasi?kantor=" (office.code) } { (items) " informasi publik" } " dapat dilihat atau diminta tanpa menunggu." }
        }
        ul {
            li { a href={ "/publik/dikecualikan?kantor=" (office.code) } { "Informasi yang dikecualikan" } }
            li { a href={ (here) "/angka" } { "Angka layanan" } }
        }
        p.quiet {
            "Untuk komputer: " a href={ (here) "/informasi.csv" } { "CSV" } ", " a href={ (here) "/data.json" } { "data.json (DCAT)" } ", "
            a href={ (here) "/informasi.atom" } { "Atom" }
        }
        h2 { "Meminta informasi" }
        @if takes { p { a.button href={ (here) "/ajukan" } { "Ajukan permohonan di sini" } } }
        (how_to_ask())
        h2 { "Mengajukan keberatan" }
        (how_to_object())
    };
    Ok(public_page_with(&door, "", &office.name, &others, main).into_response())
}

/// Address and contact, as they stand on its letters.
fn reached(profile: &OfficeProfile) -> Markup {
    let contact = profile.contact.as_ref();
    let decree = |decree: &ListDecree| format!("{} tanggal {}", decree.number, date(decree.date));
    let days = match profile.week {
        WorkWeek::MonFri => "Senin–Jumat",
        WorkWeek::MonSat => "Senin–Sabtu",
    };
    html! {
        dl.facts {
            @if !profile.letterhead_lines.is_empty() {
                div { dt { "Alamat" } dd { @for line in &profile.letterhead_lines { (line) br; } } }
            }
            @if let Some(contact) = contact {
                @if let Some(phone) = &contact.phone { div { dt { "Telepon" } dd { (phone) } } }
                @if let Some(whatsapp) = &contact.whatsapp { div { dt { "WhatsApp" } dd { (whatsapp) } } }
                @if let Some(email) = &contact.email { div { dt { "E-mail" } dd { a href={ "mailto:" (email) } { (email) } } } }
            }
            div { dt { "Hari layanan" } dd { (days) ", kecuali hari libur" } }
            @if let Some(dip) = &profile.dip_decree { div { dt { "Penetapan DIP" } dd { (decree(dip)) } } }
            @if let Some(dik) = &profile.dik_decree { div { dt { "Penetapan DIK" } dd { (decree(dik)) } } }
        }
    }
}
