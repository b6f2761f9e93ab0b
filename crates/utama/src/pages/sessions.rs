//! Whose session is open since when and from where, and ending it: the own one, and for an admin that of a colleague.

use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use loket_journal::Digest;
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, account_of, note, now, unknown};
use super::kit::page::{page as framed, token};
use super::kit::table::{Table, text};
use super::kit::words::{Now, moment};
use crate::access::Visitor;
use crate::accounts::{AuditLine, Audited, Session, StaffAccount, session_hash};
use crate::fault::StoreFault;
use crate::state::Shared;

/// How many times of signing in are shown.
const SHOWN: u32 = 20;

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    let Some(account) = &visitor.account else { return Ok(Redirect::to("/masuk").into_response()) };
    let sessions = shared.store.sessions(account.id, shared.clock.millis()).await?;
    let (lines, now) = (shared.store.sign_ins(&account.login, SHOWN).await?, now(&shared));
    let main = html! {
        p { a href="/sandi" { "← Kata sandi" } }
        h1 { "Sesi saya" }
        (open(&sessions, session_hash(&visitor.token), &now))
        section.sheet.narrow {
            p { "Masuk di komputer lain seketika mengakhiri sesi yang masih terbuka di tempat lama: setiap akun punya satu sesi." }
            form method="post" action="/keluar" { (token(&visitor)) button.quieter { "Akhiri sesi ini" } }
        }
        h2 { "Masuk dan percobaan masuk" }
        (history(&lines, &now))
        p.quiet { "Ada yang bukan Anda? Ganti " a href="/sandi" { "kata sandi" } " dan pasang " a href="/kode-masuk" { "kode masuk" } ", lalu beri tahu admin PPID Utama." }
    };
    Ok(framed(&visitor, "/sandi", "Sesi saya", main).into_response())
}

/// The sessions that are open; `own` is the one of the browser that asks.
fn open(sessions: &[Session], own: Digest, now: &Now<'_>) -> Markup {
    let address = |session: &Session| session.address.map_or_else(|| "–".to_owned(), |address| address.to_string());
    html! {
        (Table::new([text("Mulai"), text("Terakhir dipakai"), text("Dari alamat"), text("Sesi")]).rows(sessions, |session| [
            html! { (moment(session.began, now)) },
            html! { (moment(session.used, now)) },
            html! { (address(session)) },
            html! { @if own == session.token { strong { "sesi ini" } } },
        ]))
    }
}

fn history(lines: &[AuditLine], now: &Now<'_>) -> Markup {
    let by_admin = |line: &AuditLine| line.what == Audited::SessionEnded;
    html! {
        (Table::new([text("Waktu"), text("Apa"), text("Dari alamat")]).rows(lines, |line| [
            html! { (moment(line.at, now)) },
            html! { @if by_admin(line) { "diakhiri " (line.login) } @else { (line.what.label()) } },
            html! { @if line.address.is_empty() || by_admin(line) { "–" } @else { (line.address) } },
        ]))
    }
}

/// The part of an account's page that shows its session to an admin, and ends it.
pub(super) async fn of_account(shared: &Shared, visitor: &Visitor, account: &StaffAccount) -> Result<Markup, StoreFault> {
    let sessions = shared.store.sessions(account.id, shared.clock.millis()).await?;
    let (own, now) = (session_hash(&visitor.token), now(shared));
    Ok(html! {
        section.sheet {
            h2 { "Sesi" }
            @if sessions.is_empty() {
                p { "Akun ini sedang tidak masuk di mana pun." }
            } @else {
                (open(&sessions, own, &now))
                form method="post" action={ "/akun/" (account.login) "/sesi" } { (token(visitor)) button.quieter { "Akhiri sesi akun ini" } }
            }
        }
    })
}

/// For a colleague whose computer was left open. Who ends the own session so has signed out.
pub(super) async fn end(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(login): Path<String>,
) -> Result<Response, Unable> {
    let Some(account) = account_of(&shared, &login).await? else { return Ok(unknown(&visitor)) };
    if !shared.store.sessions(account.id, shared.clock.millis()).await?.is_empty() {
        shared.store.end_sessions(account.id).await?;
        note(&shared, &visitor, Audited::SessionEnded, None, Some(login.clone())).await?;
    }
    Ok(Redirect::to(&format!("/akun/{login}")).into_response())
}
