//! How long staff may read a forwarded request after it was answered.

use axum::extract::{Extension, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, note, now};
use super::kit::notice;
use super::kit::page::{Field, page as framed, token, wrong};
use crate::access::{Form, Visitor};
use crate::accounts::Audited;
use crate::fault::StoreFault;
use crate::settings::{ReadingTime, keep_reading_time, reading_time};
use crate::state::Shared;
use loket_domain::request::Request;

const HERE: &str = "/masa-baca";
/// The place in the menu it belongs to.
const PLACE: &str = "/akun";

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    let kept = reading_time(shared.store.as_ref()).await?;
    let typed = kept.days.map(|days| days.to_string()).unwrap_or_default();
    Ok(draw(&visitor, &typed, None).into_response())
}

fn draw(visitor: &Visitor, typed: &str, told: Option<&str>) -> Markup {
    let main = html! {
        p { a href=(PLACE) { "← Akun" } }
        h1 { "Masa baca permohonan yang dijawab" }
        p { "Permohonan yang diteruskan kantor memuat data pemohon. Sesudah dijawab, verifikator dan admin jarang memerlukannya lagi." }
        (wrong(told))
        section.sheet {
            form method="post" action=(HERE) {
                (token(visitor))
                (Field::new("days", "Dapat dibaca berapa hari sesudah jawaban terakhir").help("Kosong berarti tanpa batas. Yang belum dijawab selalu dapat dibaca; yang diteruskan lagi terbuka lagi.").longest(4).value(typed).line("text", "off"))
                button { "Simpan" }
            }
        }
        p.quiet { "Kantornya sendiri tetap membacanya di mejanya. Catatannya di server tidak dihapus." }
    };
    framed(visitor, PLACE, "Masa baca", main)
}

pub(super) async fn set(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let typed = form.get("days");
    let Some(time) = ReadingTime::read(typed) else {
        let told = "Isi jumlah hari antara 1 dan 3650, atau kosongkan.";
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, draw(&visitor, typed, Some(told))).into_response());
    };
    let kept = reading_time(shared.store.as_ref()).await?;
    if time != kept {
        keep_reading_time(shared.store.as_ref(), time).await?;
        let said = |time: ReadingTime| time.days.map_or_else(|| "tanpa batas".to_owned(), |days| format!("{days} hari"));
        let what = format!("dari {} menjadi {}", said(kept), said(time));
        note(&shared, &visitor, Audited::ReadingTimeSet, None, Some(what)).await?;
    }
    Ok(Redirect::to(HERE).into_response())
}

/// What is said of a forwarded request whose time is over; none while it may be read.
pub(super) async fn closed(shared: &Shared, visitor: &Visitor, request: &Request) -> Result<Option<Response>, StoreFault> {
    let time = reading_time(shared.store.as_ref()).await?;
    let open = time.lets_read(request, now(shared).civil.date());
    Ok((!open).then(|| (StatusCode::FORBIDDEN, notice::reading_over(visitor)).into_response()))
}
