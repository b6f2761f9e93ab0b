//! The own second factor: set up, made sure of, taken away; and the codes on paper.

use axum::extract::{Extension, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use loket_letters::Qr;
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, note};
use super::kit::page::{Field, page as framed, token, wrong};
use super::signin::{forgive, proven};
use crate::access::{Form, Visitor};
use crate::accounts::{Audited, SecondFactor, StaffAccount, attempt_keys};
use crate::fault::StoreFault;
use crate::state::Shared;

const HERE: &str = "/kode-masuk";

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Markup {
    standing(&visitor, shared.asks_second_factor(visitor.account.as_ref()), None)
}

/// Whether there is one, and what may be done about it.
fn standing(visitor: &Visitor, lacking: bool, told: Option<&str>) -> Markup {
    let has = visitor.account.as_ref().is_some_and(|account| account.second_factor);
    let password =
        |what: &str| html! { (Field::new("sandi", "Kata sandi Anda").help(what).line("password", "current-password")) };
    framed(
        visitor,
        HERE,
        "Kode masuk",
        html! {
            section.sheet.narrow {
                h1 { "Kode masuk dari ponsel" }
                @if lacking { p.said { "Admin dan verifikator di server ini harus memakai kode masuk. Pasang dahulu, baru halaman lain terbuka." } }
                (wrong(told))
                @if has {
                    p { "Terpasang: setiap kali masuk diminta kode enam angka dari ponsel Anda." }
                    form method="post" action="/kode-masuk/cadangan" {
                        (token(visitor))
                        (password("Kode cadangan yang lama tidak berlaku lagi. Setelah dimatikan, kata sandi saja membuka akun ini."))
                        button { "Buat kode cadangan baru" }
                        button.danger formaction="/kode-masuk/matikan" { "Matikan kode masuk" }
                    }
                } @else {
                    p { "Perlu aplikasi pengesah di ponsel Anda, misalnya Aegis, FreeOTP, Google Authenticator atau Microsoft Authenticator. Ponselnya tidak perlu internet." }
                    form method="post" action="/kode-masuk/siapkan" {
                        (token(visitor))
                        (password("Supaya tidak ada yang memasangnya atas nama Anda."))
                        button { "Siapkan" }
                    }
                }
            }
        },
    )
}

/// What is refused here is drawn on the page it was asked on.
fn refused(shared: &Shared, visitor: &Visitor, told: &str) -> Response {
    let page = standing(visitor, shared.asks_second_factor(visitor.account.as_ref()), Some(told));
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// The person behind an open page, proved by the password: an open screen must not become a way in.
async fn proved(shared: &Shared, visitor: &Visitor, form: &Form) -> Result<Result<StaffAccount, Response>, StoreFault> {
    let Some(account) = visitor.account.clone() else { return Ok(Err(Redirect::to("/masuk").into_response())) };
    let (login, now) = (account.login.clone(), shared.clock.millis());
    if let Err(wait) = shared.store.attempt(&attempt_keys(&login, visitor.address), now).await? {
        let seconds = wait.div_ceil(1000).to_string();
        let told = refused(shared, visitor, "Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi.");
        return Ok(Err((StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds)], told).into_response()));
    }
    match proven(shared, Some(account), form.get("sandi").to_owned()).await? {
        Some(account) => {
            forgive(shared, &login, visitor, now).await?;
            Ok(Ok(account))
        }
        None => Ok(Err(refused(shared, visitor, "Kata sandi Anda tidak cocok."))),
    }
}

/// A secret for the telephone, shown once and asked for only when a code of it was typed.
pub(super) async fn begin(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let account = match proved(&shared, &visitor, &form).await? {
        Ok(account) => account,
        Err(response) => return Ok(response),
    };
    let before = shared.store.second_factor(account.id).await?;
    if before.as_ref().is_some_and(|factor| factor.confirmed) {
        return Ok(Redirect::to(HERE).into_response());
    }
    let fresh = SecondFactor::new()?;
    if !shared.store.swap_second_factor(account.id, before, Some(fresh.clone())).await? {
        return Ok(Redirect::to(HERE).into_response());
    }
    Ok(shown(&visitor, &account, &fresh, None).into_response())
}

fn shown(visitor: &Visitor, account: &StaffAccount, factor: &SecondFactor, told: Option<&str>) -> Markup {
    let typed = factor.typed_secret();
    let groups: Vec<&str> = (0..typed.len()).step_by(4).filter_map(|at| typed.get(at..(at + 4).min(typed.len()))).collect();
    framed(
        visitor,
        HERE,
        "Kode masuk",
        html! {
            section.sheet.narrow {
                h1 { "Pasang di ponsel" }
                p { "1. Buka aplikasi pengesah, pilih tambah akun, lalu pindai gambar ini." }
                (picture(&factor.address(&account.login)))
                p { "Tanpa kamera, ketik kuncinya (berdasarkan waktu):" }
                p.code { (groups.join(" ")) }
                p { "2. Ketik kode enam angka yang kini tampil di ponsel. Sebelum itu tidak ada yang berubah." }
                (wrong(told))
                form method="post" action="/kode-masuk" {
                    (token(visitor))
                    (Field::new("kode", "Kode enam angka").line("text", "one-time-code"))
                    button { "Pasang" }
                }
            }
        },
    )
}

/// A QR code, dark on light in any theme: telephones read no other.
fn picture(text: &str) -> Markup {
    let Ok(qr) = Qr::encode(text) else { return html! {} };
    let side = u32::from(qr.side) + 8;
    let strokes: String =
        qr.stretches.iter().map(|(row, column, length)| format!("M{} {}h{length}v1h-{length}z", column + 4, row + 4)).collect();
    html! {
        svg role="img" aria-label="Gambar QR untuk aplikasi pengesah" width="220" height="220" viewBox=(format!("0 0 {side} {side}")) {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(strokes) fill="#000" {}
        }
    }
}

/// The telephone shows the right code: from now on it is asked for.
pub(super) async fn confirm(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let Some(account) = visitor.account.clone() else { return Ok(Redirect::to("/masuk").into_response()) };
    let before = shared.store.second_factor(account.id).await?;
    let Some(factor) = before.clone().filter(|factor| !factor.confirmed) else { return Ok(Redirect::to(HERE).into_response()) };
    let Some((used, _)) = factor.opened_by(form.get("kode"), shared.clock.millis()) else {
        let told = "Kode itu tidak cocok. Tunggu kode berikutnya di ponsel, dan periksa apakah jam ponselnya benar.";
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(&visitor, &account, &factor, Some(told))).into_response());
    };
    keep_with_codes(&shared, &visitor, (account, before), used).await
}

/// New codes on paper; the old ones open nothing more.
pub(super) async fn renew_codes(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let account = match proved(&shared, &visitor, &form).await? {
        Ok(account) => account,
        Err(response) => return Ok(response),
    };
    let before = shared.store.second_factor(account.id).await?;
    let Some(factor) = before.clone().filter(|factor| factor.confirmed) else { return Ok(Redirect::to(HERE).into_response()) };
    keep_with_codes(&shared, &visitor, (account, before), factor).await
}

async fn keep_with_codes(
    shared: &Shared,
    visitor: &Visitor,
    (account, before): (StaffAccount, Option<SecondFactor>),
    factor: SecondFactor,
) -> Result<Response, Unable> {
    let (kept, codes) = factor.with_codes()?;
    if !shared.store.swap_second_factor(account.id, before, Some(kept)).await? {
        return Ok(Redirect::to(HERE).into_response());
    }
    note(shared, visitor, Audited::SecondFactorSet, None, None).await?;
    let visitor = Visitor { account: Some(StaffAccount { second_factor: true, ..account }), ..visitor.clone() };
    Ok(paper(&visitor, &codes).into_response())
}

fn paper(visitor: &Visitor, codes: &[String]) -> Markup {
    framed(
        visitor,
        HERE,
        "Kode masuk",
        html! {
            section.sheet.narrow.said.done role="status" {
                h1 { "Kode masuk terpasang" }
                p { "Cetak atau catat kode cadangan ini sekarang; tidak diperlihatkan lagi. Simpan di tempat terkunci, tidak bersama ponselnya." }
                ul { @for code in codes { li.code { (code) } } }
                p { "Masing-masing menggantikan kode dari ponsel satu kali, bila ponselnya hilang atau rusak." }
                p { a href="/" { "Lanjutkan" } }
            }
        },
    )
}

/// Without the telephone again.
pub(super) async fn drop_own(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let account = match proved(&shared, &visitor, &form).await? {
        Ok(account) => account,
        Err(response) => return Ok(response),
    };
    let before = shared.store.second_factor(account.id).await?;
    if shared.store.swap_second_factor(account.id, before, None).await? {
        note(&shared, &visitor, Audited::SecondFactorDropped, None, None).await?;
    }
    Ok(Redirect::to(HERE).into_response())
}
