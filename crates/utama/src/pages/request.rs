//! One request: its dates and what happened, without who asked or for what.

use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use loket_domain::change::Change;
use loket_domain::ids::RequestId;
use loket_domain::indonesian::date;
use loket_journal::{OriginId, Subject};
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::attachment;
use super::case::forwarded;
use super::kit::page::page as framed;
use super::kit::words::{Tone, counting, dated, time_left};
use super::requests::{deadline, waits_for};
use super::{Unable, now, offices_of, unknown};
use crate::access::Visitor;
use crate::accounts::Action;
use crate::inbox::{Event, Told};
use crate::office::office_name;
use crate::server::Shared;
use crate::store::{Page, StoreFault};

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let office = offices_of(&shared, &visitor).await?.into_iter().find(|office| office.code == code);
    let (Some(office), Ok(id)) = (office, id.parse::<RequestId>()) else { return Ok(unknown(&visitor)) };
    let rows = shared.store.requests(&code, Page { skip: 0, take: u32::MAX }).await?;
    let Some(row) = rows.into_iter().find(|row| row.request == id) else { return Ok(unknown(&visitor)) };
    let told = Told::read(shared.store.as_ref(), &code, Subject::Request(id)).await?;
    let files = match told.request() {
        Some(request) => {
            let names = forwarded(&request) && visitor.may(Action::ReadCases, Some(&code));
            attachment::list(&shared, &code, id, &request, names).await?
        }
        None => html! {},
    };
    let desks = writers(&shared, &code).await?;
    let now = now(&shared);
    let counting = counting(&office, &now);
    let (tone, left) = time_left(&row, counting.as_ref(), &now);
    let main = html! {
        p { a href={ "/kantor/" (code) } { "← " (office_name(&code, office.profile.as_ref())) } }
        h1 { (row.number) }
        p { (row.stage.label()) " " @if row.decided_on.is_none() { span class=(tone.class()) { (left) } } }
        @if row.forwarded_on.is_some() && visitor.may(Action::ReadCases, Some(&code)) {
            p { a href={ "/kantor/" (code) "/penerusan/" (id) } { "Buka di kotak masuk" } }
        }
        @if visitor.may(Action::AskOffices, Some(&code)) {
            p { a href={ "/kantor/" (code) "/tanya?permohonan=" (id) } { "Tanyakan kepada kantor" } }
        }
        dl.facts {
            div { dt { "Diterima" } dd { (date(row.received_on)) } }
            div { dt { "Didaftarkan" } dd { (date(row.registered_on)) } }
            div { dt { "Batas aman" } dd { (deadline(row.safe_due, "belum dapat dihitung")) } }
            div { dt { "Batas resmi" } dd { (deadline(row.official_due, waits_for(&row))) } }
            @if let Some(decided) = row.decided_on {
                div {
                    dt { "Diputus" }
                    dd { (date(decided)) @if row.due.is_some_and(|due| decided > due) { " " span class=(Tone::Overdue.class()) { "setelah batas" } } }
                }
            }
            @if let Some(on) = row.forwarded_on {
                div { dt { "Diteruskan ke PPID Utama" } dd { (date(on)) ", belum dijawab" } }
            }
        }
        (files)
        h2 { "Riwayat" }
        (history(&told, &desks))
        p.quiet { "Siapa yang meminta dan apa yang diminta tidak diperlihatkan di sini." }
    };
    Ok(framed(&visitor, "/", &row.number, main).into_response())
}

/// Who wrote which series of an office, as people name them.
pub(super) async fn writers(shared: &Shared, office: &str) -> Result<HashMap<OriginId, String>, StoreFault> {
    let desks = shared.store.desks().await?.into_iter().filter(|desk| desk.office == office);
    Ok(desks.map(|desk| (desk.origin, format!("Meja {}", desk.desk))).collect())
}

/// What happened, oldest first.
pub(super) fn history(told: &Told, desks: &HashMap<OriginId, String>) -> Markup {
    html! {
        ol.story {
            @for event in &told.events {
                li {
                    span.quiet { (dated(event.at)) " · " (desks.get(&event.origin).map_or("PPID Utama", String::as_str)) }
                    br;
                    (happened(event))
                }
            }
        }
    }
}

/// In a few words that name no citizen and repeat nothing that was typed.
fn happened(event: &Event) -> String {
    let Some(change) = &event.change else { return "Catatan dari versi yang lebih baru".to_owned() };
    match change {
        Change::RequestRegistered { .. } => "Didaftarkan",
        Change::RequestFoundIncomplete { .. } => "Berkas dinyatakan belum lengkap",
        Change::RequestDeclaredComplete { .. } => "Berkas dinyatakan lengkap",
        Change::RequestNotProcessed { .. } => "Ditutup: tidak dilengkapi pemohon",
        Change::RequestWithdrawn { .. } => "Dicabut pemohon",
        Change::RequestExtended { .. } => "Waktu jawaban diperpanjang",
        Change::RequestGranted { .. } => "Dikabulkan seluruhnya",
        Change::RequestPartlyGranted { .. } => "Dikabulkan sebagian",
        Change::RequestRefused { .. } => "Ditolak: informasi yang dikecualikan",
        Change::RequestUnavailable { unavailable } => {
            return format!("Tidak dapat diberikan: {}", unavailable.absence.label().to_lowercase());
        }
        Change::AnswerReceived { .. } => "Jawaban diterima pemohon",
        Change::FeePaid { .. } => "Biaya dibayar",
        Change::InformationHandedOver { .. } => "Informasi diserahkan",
        Change::RequestForwarded { forwarding } => return format!("Diteruskan ke {}", forwarding.recipient.label()),
        Change::ForwardAnswered { .. } => "Penerusan dijawab",
        Change::RequestCorrected { .. } => "Isian dikoreksi",
        Change::AttachmentAdded { file, .. } => {
            return format!("Berkas dilampirkan: {}", file.purpose.label().to_lowercase());
        }
        Change::AttachmentWithdrawn { .. } => "Berkas ditarik",
        Change::DeadlineMoved { .. } => "Batas waktu dihitung ulang",
        Change::PaperIssued { paper, .. } => return format!("{} dicetak atau disimpan", paper.label()),
        Change::ConsequenceTested { .. } => "Lembar uji ditulis",
        Change::ConsequenceTestApproved { .. } => "Disetujui pimpinan",
        Change::ConsequenceTestRejected { .. } => "Tidak disetujui pimpinan",
        Change::ClassificationDecreed { .. } => "Klasifikasi ditetapkan",
        Change::ClassificationLifted { .. } => "Informasi dibuka",
        _ => "Catatan lain",
    }
    .to_owned()
}
