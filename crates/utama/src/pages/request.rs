//! One request: its dates and what happened, without who asked or for what.

use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use loket_domain::ids::RequestId;
use loket_domain::indonesian::date;
use loket_journal::Subject;
use maud::html;
use std::sync::Arc;

use super::attachment;
use super::kit::answer::{Unable, now, office_of, unknown};
use super::kit::history::{history, writers};
use super::kit::page::page as framed;
use super::kit::words::{Urgency, counting, time_left};
use super::requests::{deadline, waits_for};
use crate::access::Visitor;
use crate::accounts::Right;
use crate::called::office_name;
use crate::inbox::{SubjectHistory, forwarded};
use crate::state::Shared;

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let office = office_of(&shared, &visitor, &code).await?;
    let (Some(office), Ok(id)) = (office, id.parse::<RequestId>()) else { return Ok(unknown(&visitor)) };
    let Some(row) = shared.store.request(&code, id).await? else { return Ok(unknown(&visitor)) };
    let told = SubjectHistory::read(shared.store.as_ref(), &shared.sync.public(), &code, Subject::Request(id)).await?;
    let files = match told.request() {
        Some(request) => {
            let names = forwarded(&request) && visitor.may(Right::ReadCases, Some(&code));
            attachment::list(&shared, &code, id, &request, names).await?
        }
        None => html! {},
    };
    let desks = writers(&shared, &code).await?;
    let (name, now) = (office_name(shared.store.as_ref(), &code).await?, now(&shared));
    let counting = counting(&office, &now);
    let (tone, left) = time_left(&row, counting.as_ref(), &now);
    let main = html! {
        p { a href={ "/kantor/" (code) } { "← " (name) } }
        h1 { (row.number) }
        p { (row.stage.label()) " " @if row.decided_on.is_none() { span class=(tone.class()) { (left) } } }
        @if (row.forwarded_on.is_some() || row.answered_on.is_some()) && visitor.may(Right::ReadCases, Some(&code)) {
            p { a href={ "/kantor/" (code) "/penerusan/" (id) } { "Buka penerusannya ke PPID Utama" } }
        }
        @if visitor.may(Right::AskOffices, Some(&code)) {
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
                    dd { (date(decided)) @if row.due.is_some_and(|due| decided > due) { " " span class=(Urgency::Overdue.class()) { "setelah batas" } } }
                }
                div {
                    dt { "Jawaban keluar" }
                    dd {
                        @match row.left_on {
                            Some(left) => (date(left)),
                            None => span.quiet { "belum tercatat terkirim atau diterima" },
                        }
                        @if let Some(timely) = row.timely { " · " (timely.label().to_lowercase()) }
                    }
                }
            }
            @if let Some(on) = row.forwarded_on {
                div { dt { "Diteruskan ke PPID Utama" } dd { (date(on)) ", belum dijawab" } }
            }
            @if let Some(on) = row.answered_on {
                div { dt { "Dijawab PPID Utama" } dd { (date(on)) } }
            }
        }
        (files)
        h2 { "Riwayat" }
        (history(&told, &desks))
        p.quiet { "Siapa yang meminta dan apa yang diminta tidak diperlihatkan di sini." }
    };
    Ok(framed(&visitor, "/", &row.number, main).into_response())
}
