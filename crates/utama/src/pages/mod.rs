//! What people at PPID Utama look at and do. Server-rendered, without a script.
//!
//! [`pages`] is the whole list; `crate::access` stands before each of them.

mod accounts;
mod attachment;
mod audit;
mod case;
mod desks;
mod figures;
mod inbox;
mod kit;
mod offices;
mod pack_form;
mod packs;
mod question;
mod questions;
mod request;
mod requests;
mod signin;
mod sticks;
mod test;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::http::{StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{self, MethodRouter, get};
use loket_journal::bundle::LARGEST_BUNDLE;
use std::sync::Arc;
use tracing::error;

use crate::access::{Entrance, Guard, Route, Visitor, guard, strict};
use crate::accounts::{AccountFault, Action, AuditLine, Audited};
use crate::clock::civil;
use crate::secret::NoRandomness;
use crate::server::Shared;
use crate::store::{OfficeOverview, StoreFault};
use kit::notice;
use kit::words::Now;

/// Largest form, in bytes: every text of every letter, each of five thousand letters.
const LARGEST_FORM: usize = 256 << 10;

/// Largest form with a desk's file, in bytes.
const LARGEST_UPLOAD: usize = LARGEST_BUNDLE + LARGEST_FORM;

/// A route and what answers it.
struct Page {
    route: Route,
    answer: MethodRouter<Arc<Shared>>,
    /// How large what is sent to it may be, in bytes.
    largest: usize,
}

/// A page to look at.
fn look<T: 'static, H: Handler<T, Arc<Shared>>>(path: &'static str, entrance: Entrance, handler: H) -> Page {
    Page { route: Route { method: "GET", path, entrance }, answer: routing::get(handler), largest: LARGEST_FORM }
}

/// A form to send.
fn send<T: 'static, H: Handler<T, Arc<Shared>>>(path: &'static str, entrance: Entrance, handler: H) -> Page {
    Page { route: Route { method: "POST", path, entrance }, answer: routing::post(handler), largest: LARGEST_FORM }
}

/// A form to send with a file.
fn send_file<T: 'static, H: Handler<T, Arc<Shared>>>(path: &'static str, entrance: Entrance, handler: H) -> Page {
    Page { largest: LARGEST_UPLOAD, ..send(path, entrance, handler) }
}

fn pages() -> Vec<Page> {
    use Action::{
        AnswerCases, AskOffices, ManageAccounts, ManageDesks, OwnAccount, PublishPacks, ReadAudit, ReadCases, ReadSticks, Watch,
    };
    use Entrance::{Anyone, Staff};
    vec![
        look("/masuk", Anyone, signin::page),
        send("/masuk", Anyone, signin::sign_in),
        send("/keluar", Staff(OwnAccount), signin::sign_out),
        look("/sandi", Staff(OwnAccount), signin::password_page),
        send("/sandi", Staff(OwnAccount), signin::change_password),
        look("/", Staff(Watch), offices::page),
        look("/kantor.csv", Staff(Watch), offices::table),
        look("/kantor/{code}", Staff(Watch), requests::page),
        look("/kantor/{code}/permohonan.csv", Staff(Watch), requests::table),
        look("/kantor/{code}/permohonan/{id}", Staff(Watch), request::page),
        look("/kotak-masuk", Staff(ReadCases), inbox::page),
        look("/kantor/{code}/penerusan/{id}", Staff(ReadCases), case::page),
        send("/kantor/{code}/penerusan/{id}", Staff(AnswerCases), case::answer),
        look("/kantor/{code}/penerusan/{id}/berkas/{digest}", Staff(ReadCases), attachment::open),
        look("/kantor/{code}/uji/{id}", Staff(ReadCases), test::page),
        send("/kantor/{code}/uji/{id}", Staff(AnswerCases), test::answer),
        look("/berkas-meja", Staff(ReadSticks), sticks::page),
        send_file("/berkas-meja", Staff(ReadSticks), sticks::read),
        look("/kantor/{code}/meja/{origin}/balasan", Staff(ReadSticks), sticks::download),
        look("/paket", Staff(Watch), packs::page),
        look("/paket/baru/{kind}", Staff(PublishPacks), pack_form::page),
        send("/paket/baru/{kind}", Staff(PublishPacks), pack_form::submit),
        look("/paket/{line}", Staff(Watch), packs::one),
        send("/paket/{line}/tarik", Staff(PublishPacks), packs::withdraw),
        look("/paket/{line}/{version}/berkas", Staff(Watch), packs::file),
        look("/kantor/{code}/tanya", Staff(ReadCases), questions::page),
        send("/kantor/{code}/tanya", Staff(AskOffices), questions::ask),
        look("/kantor/{code}/tanya/{id}", Staff(ReadCases), question::page),
        send("/kantor/{code}/tanya/{id}", Staff(AskOffices), question::go_on),
        look("/meja", Staff(ManageDesks), desks::page),
        send("/meja", Staff(ManageDesks), desks::give_code),
        send("/kantor/{code}/meja/{origin}/cabut", Staff(ManageDesks), desks::revoke),
        send("/kantor/{code}/meja/{origin}/ganti", Staff(ManageDesks), desks::rotate),
        look("/akun", Staff(ManageAccounts), accounts::page),
        send("/akun", Staff(ManageAccounts), accounts::open),
        look("/akun/{login}", Staff(ManageAccounts), accounts::one),
        send("/akun/{login}", Staff(ManageAccounts), accounts::revise),
        send("/akun/{login}/sandi", Staff(ManageAccounts), accounts::reset),
        send("/akun/{login}/tutup", Staff(ManageAccounts), accounts::close),
        look("/catatan-akses", Staff(ReadAudit), audit::page),
    ]
}

/// Every page for people, for the test that walks them all.
pub fn routes() -> Vec<Route> {
    pages().into_iter().map(|page| page.route).collect()
}

pub(crate) fn router(shared: &Arc<Shared>) -> Router<Arc<Shared>> {
    let guarded = pages().into_iter().fold(Router::new(), |router, Page { route, answer, largest }| {
        let guard = from_fn_with_state(Guard { shared: Arc::clone(shared), route }, guard);
        router.route(route.path, answer.route_layer(guard).layer(DefaultBodyLimit::max(largest)))
    });
    let style = || async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("kit/monitor.css")) };
    guarded
        .route("/monitor.css", get(style))
        .fallback(|_: Request| async { (StatusCode::NOT_FOUND, notice::unknown(None)) })
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(from_fn_with_state(shared.door, strict))
}

fn now(shared: &Shared) -> Now<'_> {
    Now { civil: civil(shared.clock.millis()), calendar: &shared.calendar }
}

/// The offices this visitor may see.
async fn offices_of(shared: &Shared, visitor: &Visitor) -> Result<Vec<OfficeOverview>, StoreFault> {
    let mut offices = shared.store.offices().await?;
    offices.retain(|office| visitor.may(Action::Watch, Some(&office.code)));
    Ok(offices)
}

/// Writes down what this visitor looked at or did.
async fn note(
    shared: &Shared,
    visitor: &Visitor,
    what: Audited,
    office: Option<&str>,
    about: Option<String>,
) -> Result<(), StoreFault> {
    let login = visitor.account.as_ref().map(|account| account.login.clone()).unwrap_or_default();
    let line = AuditLine { at: shared.clock.millis(), login, what, office: office.map(str::to_owned), about };
    shared.store.note(line).await
}

fn unknown(visitor: &Visitor) -> Response {
    (StatusCode::NOT_FOUND, notice::unknown(Some(visitor))).into_response()
}

/// For somebody who may not.
pub(crate) fn forbidden(visitor: &Visitor) -> Response {
    (StatusCode::FORBIDDEN, notice::forbidden(visitor)).into_response()
}

/// For a form that this browser was not given.
pub(crate) fn stale_form(visitor: &Visitor) -> maud::Markup {
    notice::stale_form(visitor)
}

/// For a form or a file that is larger than any we take.
pub(crate) fn too_large(visitor: &Visitor) -> maud::Markup {
    notice::too_large(visitor)
}

/// For when the store fails.
pub(crate) fn unable() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, notice::unable()).into_response()
}

/// The store failed beneath a page.
struct Unable;

impl From<StoreFault> for Unable {
    fn from(fault: StoreFault) -> Self {
        error!(%fault, "the store failed");
        Self
    }
}

impl From<NoRandomness> for Unable {
    fn from(fault: NoRandomness) -> Self {
        StoreFault::from(fault).into()
    }
}

impl IntoResponse for Unable {
    fn into_response(self) -> Response {
        unable()
    }
}

/// What to say about an account that was not changed; a failed store is another page.
fn said(fault: AccountFault) -> Result<String, Unable> {
    match fault {
        AccountFault::Store(fault) => Err(fault.into()),
        AccountFault::NoRandomness(fault) => Err(fault.into()),
        other => Ok(other.to_string()),
    }
}
