//! Signing in and out, and the own password.

use axum::extract::{Extension, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;
use tracing::{info, warn};

use super::kit::answer::{Unable, note, said};
use super::kit::notice::resumed;
use super::kit::page::{Field, page as framed, token, wrong};
use super::kit::signing::{SignIn, sign_in_form};
use crate::access::{Form, KeptForm, Visitor, local};
use crate::accounts::{
    Audited, OpenedBy, PasswordHash, Session, StaffAccount, account_key, address_key, attempt_keys, new_password, session_hash,
};
use crate::fault::StoreFault;
use crate::secret::new_token;
use crate::state::Shared;

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    if visitor.account.is_some() {
        return Redirect::to("/").into_response();
    }
    let next = query.get("ke").map(String::as_str).unwrap_or_default();
    let body = sign_in_form(&visitor, &SignIn { next, ..SignIn::default() });
    if visitor.new {
        ([(header::SET_COOKIE, shared.door.cookie().set(&visitor.token))], body).into_response()
    } else {
        body.into_response()
    }
}

pub(super) async fn sign_in(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let login: String = form.get("login").trim().to_lowercase().chars().take(100).collect();
    let (now, next) = (shared.clock.millis(), form.get("ke"));
    let kept = KeptForm::carried(next, &form).filter(|kept| local(&kept.path));
    let again = |told: &str| sign_in_form(&visitor, &SignIn { login: &login, next, kept: kept.as_ref(), told: Some(told) });
    if let Err(wait) = shared.store.attempt(&attempt_keys(&login, visitor.address), now).await? {
        warn!(address = %visitor.address, "too many attempts to sign in");
        let seconds = wait.div_ceil(1000);
        let told = format!("Terlalu banyak percobaan masuk. Coba lagi {} menit lagi.", seconds.div_ceil(60));
        let body = again(&told);
        return Ok((StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())], body).into_response());
    }
    let known = shared.store.with_login(&login).await?.filter(|account| account.closed.is_none());
    let someone = known.is_some();
    let proved = proven(&shared, known, form.get("sandi").to_owned()).await?;
    let Some((account, by)) = opened(&shared, proved, form.get("kode"), now).await? else {
        // Only of an account that there is: what else is typed there may be a password.
        let login = if someone { login.as_str() } else { "" };
        warn!(login, address = %visitor.address, "an attempt to sign in failed");
        note(&shared, &visitor, Audited::SignInFailed, None, Some(login.to_owned()).filter(|login| !login.is_empty())).await?;
        let body = again("Nama pengguna atau kata sandi salah. Bila akun Anda memakai kode masuk, kodenya juga harus tepat.");
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response());
    };
    forgive(&shared, &login, &visitor, now).await?;
    if account.temporary && account.temporary_until.is_none_or(|until| until <= now) {
        let body = again("Kata sandi sementara ini sudah tidak berlaku; minta admin PPID Utama membuatkan yang baru.");
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response());
    }
    // Whoever was signed in with this browser before is not any more.
    shared.store.end_session(session_hash(&visitor.token)).await?;
    // A new token: one that somebody planted in this browser before is worth nothing.
    let token = new_token()?;
    let session = Session {
        token: session_hash(&token),
        account: account.id,
        began: now,
        used: now,
        address: Some(visitor.address.to_canonical()),
    };
    shared.store.begin_session(session).await?;
    let next = if account.temporary {
        "/sandi"
    } else if local(next) {
        next
    } else {
        "/"
    };
    let kept = kept.filter(|_| !account.temporary);
    info!(role = account.role.code(), "signed in");
    let visitor = Visitor { account: Some(account), token: token.clone(), ..visitor };
    let what = if by == Some(OpenedBy::Paper) { Audited::PaperCodeUsed } else { Audited::SignedIn };
    note(&shared, &visitor, what, None, None).await?;
    if let Some(kept) = kept {
        return Ok(([(header::SET_COOKIE, shared.door.cookie().set(&token))], resumed(&visitor, &kept)).into_response());
    }
    Ok(([(header::SET_COOKIE, shared.door.cookie().set(&token))], Redirect::to(next)).into_response())
}

/// The attempt of `at` succeeded: it counts no more, nor do those before it for this account from here.
pub(super) async fn forgive(shared: &Shared, login: &str, visitor: &Visitor, at: u64) -> Result<(), StoreFault> {
    shared.store.forgive(account_key(login, visitor.address)).await?;
    shared.store.uncount(address_key(visitor.address), at).await
}

/// The account whose password was right, if its second factor is too, and by what it was; of an account without one nothing more is
/// asked. Whoever is refused is not told which of them was wrong.
async fn opened(
    shared: &Shared,
    proved: Option<StaffAccount>,
    typed: &str,
    now: u64,
) -> Result<Option<(StaffAccount, Option<OpenedBy>)>, StoreFault> {
    let Some(account) = proved else { return Ok(None) };
    let Some(factor) = shared.store.second_factor(account.id).await?.filter(|factor| factor.confirmed) else {
        return Ok(Some((account, None)));
    };
    let Some((left, by)) = factor.opened_by(typed, now) else { return Ok(None) };
    let own = shared.store.swap_second_factor(account.id, Some(factor), Some(left)).await?;
    Ok(own.then_some((account, Some(by))))
}

/// The account if this is its password. A login that nobody has takes as long as one with a wrong password.
pub(super) async fn proven(
    shared: &Shared,
    known: Option<StaffAccount>,
    password: String,
) -> Result<Option<StaffAccount>, StoreFault> {
    // Each try takes 19 MiB; a few at a time are enough.
    let turn = shared.proving.acquire().await.map_err(StoreFault::stopped)?;
    let nobody = shared.nobody.clone();
    let proving = tokio::task::spawn_blocking(move || match known {
        Some(account) => account.password.matches(&password).then_some(account),
        None => {
            PasswordHash::matches(&nobody, &password);
            None
        }
    });
    let proven = proving.await.map_err(StoreFault::stopped)?;
    drop(turn);
    Ok(proven)
}

pub(super) async fn sign_out(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Unable> {
    shared.store.end_session(session_hash(&visitor.token)).await?;
    note(&shared, &visitor, Audited::SignedOut, None, None).await?;
    Ok(([(header::SET_COOKIE, shared.door.cookie().clear())], Redirect::to("/masuk")).into_response())
}

pub(super) async fn password_page(Extension(visitor): Extension<Visitor>) -> Markup {
    password_form(&visitor, None)
}

fn password_form(visitor: &Visitor, told: Option<&str>) -> Markup {
    let temporary = visitor.account.as_ref().is_some_and(|account| account.temporary);
    framed(
        visitor,
        "/sandi",
        "Kata sandi",
        html! {
            section.sheet.narrow {
                h1 { "Ganti kata sandi" }
                @if temporary { p { "Kata sandi Anda dibuat orang lain. Ganti dahulu, baru halaman lain terbuka." } }
                (wrong(told))
                form method="post" action="/sandi" {
                    (token(visitor))
                    (Field::new("lama", "Kata sandi sekarang").line("password", "current-password"))
                    (Field::new("baru", "Kata sandi baru")
                        .help("Paling sedikit 10 huruf. Kalimat pendek yang mudah diingat lebih baik daripada kata sulit.")
                        .line("password", "new-password"))
                    (Field::new("ulang", "Kata sandi baru sekali lagi").line("password", "new-password"))
                    button { "Ganti kata sandi" }
                }
                p.quiet { "Setelah diganti, semua sesi berakhir dan Anda masuk lagi dengan kata sandi baru." }
            }
            @if !temporary {
                section.sheet.narrow {
                    h2 { "Sesi" }
                    p { "Sejak kapan dan dari mana Anda masuk, dan percobaan masuk terakhir dengan nama pengguna Anda." }
                    p { a href="/sesi" { "Lihat sesi saya" } }
                }
                section.sheet.narrow {
                    h2 { "Kode masuk dari ponsel" }
                    p { "Di samping kata sandi, kode enam angka yang berganti setiap setengah menit: kata sandi yang bocor saja tidak membuka apa pun." }
                    p { a href="/kode-masuk" { "Atur kode masuk" } }
                }
            }
        },
    )
}

pub(super) async fn change_password(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let no = |told: &str| (StatusCode::UNPROCESSABLE_ENTITY, password_form(&visitor, Some(told))).into_response();
    let Some(account) = visitor.account.clone() else { return Ok(Redirect::to("/masuk").into_response()) };
    let login = account.login.clone();
    // An open screen must not become a way to guess.
    let now = shared.clock.millis();
    if let Err(wait) = shared.store.attempt(&attempt_keys(&login, visitor.address), now).await? {
        let seconds = wait.div_ceil(1000).to_string();
        let told = no("Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi.");
        return Ok((StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds)], told).into_response());
    }
    if proven(&shared, Some(account), form.get("lama").to_owned()).await?.is_none() {
        return Ok(no("Kata sandi sekarang tidak cocok."));
    }
    forgive(&shared, &login, &visitor, now).await?;
    if form.get("baru") != form.get("ulang") {
        return Ok(no("Kata sandi baru dan ulangannya berbeda; ketik lagi keduanya."));
    }
    if form.get("baru") == form.get("lama") {
        return Ok(no("Kata sandi baru sama dengan yang sekarang; pilih yang lain."));
    }
    if let Err(fault) = new_password(shared.store.as_ref(), &login, form.get("baru"), None).await {
        return Ok(no(&said(fault)?));
    }
    note(&shared, &visitor, Audited::PasswordChanged, None, None).await?;
    Ok(([(header::SET_COOKIE, shared.door.cookie().clear())], Redirect::to("/masuk")).into_response())
}
