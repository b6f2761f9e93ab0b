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
use axum::extract::{ConnectInfo, DefaultBodyLimit, RawPathParams, Request, State};
use axum::handler::Handler;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{self, MethodRouter, get};
use loket_domain::classification::Classification;
use loket_domain::question::Question;
use loket_journal::bundle::LARGEST_BUNDLE;
use std::sync::Arc;

use crate::access::{Guard, admit, strict};
use crate::accounts::Right;
use crate::door::{ClientAddress, Entrance, Route};
use crate::state::Shared;
use kit::{deed, notice};

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
    use Entrance::{Anyone, Staff};
    use Right::{
        AnswerCases, AskOffices, ManageAccounts, ManageDesks, OwnAccount, PublishPacks, ReadAudit, ReadCases, ReadSticks, Watch,
    };
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
        look("/kantor/{code}/penerusan/{id}", Staff(ReadCases), deed::page::<case::Forwarded>),
        send("/kantor/{code}/penerusan/{id}", Staff(AnswerCases), deed::answer::<case::Forwarded>),
        look("/kantor/{code}/penerusan/{id}/berkas/{digest}", Staff(ReadCases), attachment::open),
        look("/kantor/{code}/uji/{id}", Staff(ReadCases), deed::page::<Classification>),
        send("/kantor/{code}/uji/{id}", Staff(AnswerCases), deed::answer::<Classification>),
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
        look("/kantor/{code}/tanya/{id}", Staff(ReadCases), deed::page::<Question>),
        send("/kantor/{code}/tanya/{id}", Staff(AskOffices), deed::answer::<Question>),
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

/// Lets a request through to its page, or answers in its place.
async fn guarded(
    State(guard): State<Guard>,
    ConnectInfo(peer): ConnectInfo<ClientAddress>,
    parameters: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    match admit(&guard, peer, parameters, request).await {
        Ok(admitted) => next.run(admitted).await,
        Err(refusal) => refusal.into_response(),
    }
}

pub(crate) fn router(shared: &Arc<Shared>) -> Router<Arc<Shared>> {
    let doors = pages().into_iter().fold(Router::new(), |router, Page { route, answer, largest }| {
        let guard = from_fn_with_state(Guard { shared: Arc::clone(shared), route }, guarded);
        router.route(route.path, answer.route_layer(guard).layer(DefaultBodyLimit::max(largest)))
    });
    let style = || async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], kit::style::STYLE) };
    doors
        .route("/monitor.css", get(style))
        .fallback(|_: Request| async { (StatusCode::NOT_FOUND, notice::unknown(None)) })
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(from_fn_with_state(shared.door, strict))
}
