//! What people at PPID Utama look at and do. Server-rendered, without a script.
//!
//! [`pages`] is the whole list; `crate::access` stands before each of them.

mod accounts;
mod adding;
mod archive;
mod attachment;
mod audit;
mod case;
mod catalogue;
mod desks;
mod directory;
mod entry_code;
mod exempt;
mod figures;
mod inbox;
mod kit;
mod misfits;
mod objections;
mod offices;
mod pack_form;
mod packs;
mod public;
mod public_door;
mod question;
mod questions;
mod reading;
mod reports;
mod request;
mod requests;
mod sessions;
mod signin;
mod stepping;
mod steps;
mod sticks;
mod test;
mod web_requests;
mod worklist;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, RawPathParams, Request, State};
use axum::handler::Handler;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{self, MethodRouter, get};
use loket_domain::classification::Classification;
use loket_domain::question::Question;
use loket_journal::bundle::LARGEST_BUNDLE;
use std::sync::Arc;

use crate::access::{Guard, Sure, Visitor, admit, local, strict};
use crate::accounts::Right;
use crate::door::{ClientAddress, Entrance, Route};
use crate::sending::FormSending;
use crate::state::Shared;
use kit::answer::unable;
use kit::{deed, notice};

/// Largest form, in bytes: every text of every letter, each of five thousand letters.
const LARGEST_FORM: usize = 256 << 10;

/// Largest form with a desk's file, in bytes.
const LARGEST_UPLOAD: usize = LARGEST_BUNDLE + LARGEST_FORM;

/// Largest form at the public's door, in bytes: a number and a code.
const SMALL_FORM: usize = 4 << 10;

/// Largest form that withdraws a request, in bytes: a reason of a thousand letters, each written as nine, and room to say that it is too long.
const WITHDRAWING_FORM: usize = 32 << 10;

/// Largest form of a request at the public's door, in bytes: the longest question there may be, each letter written as nine.
const ASKING_FORM: usize = 768 << 10;

/// Largest form with a paper at the public's door, in bytes.
const PAPER_FORM: usize = (5 << 20) + SMALL_FORM;

/// A route and what answers it.
struct Page {
    route: Route,
    answer: MethodRouter<Arc<Shared>>,
    /// How large what is sent to it may be, in bytes.
    largest: usize,
    /// What is asked before it is done, if it cannot be undone.
    sure: Option<Sure>,
}

impl Page {
    /// Asks once more before it is done.
    fn sure(self, asks: &'static str, says: &'static str, button: &'static str, above: usize) -> Self {
        Self { sure: Some(Sure { asks, says, button, above }), ..self }
    }
}

/// A page to look at.
fn look<T: 'static, H: Handler<T, Arc<Shared>>>(path: &'static str, entrance: Entrance, handler: H) -> Page {
    Page { route: Route { method: "GET", path, entrance }, answer: routing::get(handler), largest: LARGEST_FORM, sure: None }
}

/// A form to send.
fn send<T: 'static, H: Handler<T, Arc<Shared>>>(path: &'static str, entrance: Entrance, handler: H) -> Page {
    Page { route: Route { method: "POST", path, entrance }, answer: routing::post(handler), largest: LARGEST_FORM, sure: None }
}

/// A form to send with a file.
fn send_file<T: 'static, H: Handler<T, Arc<Shared>>>(path: &'static str, entrance: Entrance, handler: H) -> Page {
    Page { largest: LARGEST_UPLOAD, ..send(path, entrance, handler) }
}

fn pages() -> Vec<Page> {
    use Entrance::{Anyone, Staff};
    use Right::{
        AnswerCases, AskOffices, ManageAccounts, ManageDesks, ManageDirectory, OwnAccount, PublishPacks, ReadAudit, ReadCases,
        ReadSticks, Watch,
    };
    vec![
        look("/masuk", Anyone, signin::page),
        Page { largest: 2 * LARGEST_FORM, ..send("/masuk", Anyone, signin::sign_in) },
        send("/keluar", Staff(OwnAccount), signin::sign_out),
        look("/sandi", Staff(OwnAccount), signin::password_page),
        send("/sandi", Staff(OwnAccount), signin::change_password),
        look("/sesi", Staff(OwnAccount), sessions::page),
        look("/kode-masuk", Staff(OwnAccount), entry_code::page),
        send("/kode-masuk", Staff(OwnAccount), entry_code::confirm),
        send("/kode-masuk/siapkan", Staff(OwnAccount), entry_code::begin),
        send("/kode-masuk/cadangan", Staff(OwnAccount), entry_code::renew_codes),
        send("/kode-masuk/matikan", Staff(OwnAccount), entry_code::drop_own),
        look("/", Staff(Watch), offices::page),
        look("/kantor.csv", Staff(Watch), offices::table),
        look("/permohonan", Staff(Watch), worklist::page),
        look("/permohonan.csv", Staff(Watch), worklist::table),
        look("/kantor/{code}", Staff(Watch), requests::page),
        look("/kantor/{code}/permohonan.csv", Staff(Watch), requests::table),
        look("/kantor/{code}/permohonan/{id}", Staff(Watch), request::page),
        look("/keberatan", Staff(Watch), objections::page),
        look("/keberatan.csv", Staff(Watch), objections::table),
        look("/kantor/{code}/keberatan/{id}", Staff(Watch), objections::one),
        look("/informasi-publik", Staff(Watch), catalogue::page),
        look("/informasi-publik.csv", Staff(Watch), catalogue::table),
        look("/dikecualikan", Staff(Watch), exempt::page),
        look("/dikecualikan.csv", Staff(Watch), exempt::table),
        look("/laporan", Staff(Watch), reports::page),
        look("/laporan.csv", Staff(Watch), reports::table),
        look("/kotak-masuk", Staff(ReadCases), inbox::page),
        look("/kotak-masuk/arsip", Staff(ReadCases), archive::page),
        look("/kantor/{code}/penerusan/{id}", Staff(ReadCases), deed::page::<case::Forwarded>),
        send("/kantor/{code}/penerusan/{id}", Staff(AnswerCases), deed::answer::<case::Forwarded>).sure(
            "Kirim ini ke kantornya?",
            "Yang sudah dikirim tidak dapat ditarik, hanya dapat ditambah atau diralat dengan jawaban berikutnya.",
            "Ya, kirim",
            0,
        ),
        send_file("/kantor/{code}/penerusan/{id}/lampiran", Staff(AnswerCases), adding::add),
        send("/kantor/{code}/penerusan/{id}/langkah", Staff(AnswerCases), stepping::step),
        look("/kantor/{code}/penerusan/{id}/berkas/{digest}", Staff(ReadCases), attachment::open),
        look("/kantor/{code}/uji/{id}", Staff(ReadCases), deed::page::<Classification>),
        send("/kantor/{code}/uji/{id}", Staff(AnswerCases), deed::answer::<Classification>).sure(
            "Catat putusan pimpinan ini?",
            "Putusan uji konsekuensi tidak dapat ditarik; kantor menerimanya pada sinkron berikutnya.",
            "Ya, catat",
            0,
        ),
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
        send("/kantor/{code}/meja/{origin}/cabut", Staff(ManageDesks), desks::revoke).sure(
            "Cabut meja ini?",
            "Meja itu seketika tidak dapat mengirim dan mengambil catatan, sampai mendapat kode baru. Catatan yang sudah diterima tetap.",
            "Ya, cabut meja",
            0,
        ),
        send("/kantor/{code}/meja/{origin}/ganti", Staff(ManageDesks), desks::rotate).sure(
            "Ganti kunci masuk meja ini?",
            "Kunci masuk yang lama seketika tidak berlaku. Meja itu baru tersambung lagi setelah petugasnya memasukkan kode baru, yang diperlihatkan satu kali.",
            "Ya, ganti kunci",
            0,
        ),
        send("/kantor/{code}/kode/{hash}/batal", Staff(ManageDesks), desks::take_back).sure(
            "Batalkan kode ini?",
            "Kode itu seketika tidak dapat dipakai lagi untuk mendaftarkan meja.",
            "Ya, batalkan kode",
            0,
        ),
        look("/direktori", Staff(ManageDesks), directory::page),
        send("/direktori", Staff(ManageDirectory), directory::add),
        look("/direktori/{code}", Staff(ManageDirectory), directory::one),
        send("/direktori/{code}", Staff(ManageDirectory), directory::revise),
        send("/direktori/{code}/pensiun", Staff(ManageDirectory), directory::retire).sure(
            "Nyatakan kantor ini tidak aktif?",
            "Kantor itu tidak lagi ditunggu, dan kode meja baru tidak lagi diberikan. Catatan dan meja yang ada tetap. Dapat diaktifkan lagi.",
            "Ya, tidak aktif",
            1,
        ),
        send("/direktori/{code}/aktif", Staff(ManageDirectory), directory::restore),
        look("/pintu-publik", Staff(ManageDirectory), public_door::page),
        send("/pintu-publik", Staff(ManageDirectory), public_door::set).sure(
            "Ubah pintu publik?",
            "Selama terbuka, siapa pun dapat membaca halaman di bawah /publik tanpa masuk. Dapat ditutup lagi kapan saja.",
            "Ya, ubah",
            0,
        ),
        look("/masa-baca", Staff(ManageAccounts), reading::page),
        send("/masa-baca", Staff(ManageAccounts), reading::set),
        send("/pintu-publik/seri", Staff(ManageDirectory), public_door::renew_desk).sure(
            "Mulai seri nomor laman yang baru?",
            "Hanya perlu setelah basis data dipulihkan dengan alat basis data sendiri (pg_restore). Permohonan laman berikutnya bernomor dengan kode meja baru, mulai dari 1.",
            "Ya, mulai seri baru",
            1,
        ),
        look("/permohonan-laman", Staff(Watch), web_requests::page),
        send("/direktori/{code}/laman", Staff(ManageDirectory), directory::set_asking),
        look("/akun", Staff(ManageAccounts), accounts::page),
        send("/akun", Staff(ManageAccounts), accounts::open),
        look("/akun/{login}", Staff(ManageAccounts), accounts::one),
        send("/akun/{login}", Staff(ManageAccounts), accounts::revise),
        send("/akun/{login}/sesi", Staff(ManageAccounts), sessions::end).sure(
            "Akhiri sesi akun ini?",
            "Pemiliknya harus masuk lagi. Yang baru saja ia kirim tetap ada setelah masuk lagi; yang masih ia ketik tidak.",
            "Ya, akhiri",
            1,
        ),
        send("/akun/{login}/sandi", Staff(ManageAccounts), accounts::reset).sure(
            "Buat kata sandi sementara?",
            "Kata sandi yang sekarang seketika tidak berlaku dan semua sesi akun ini berakhir. Yang baru diperlihatkan satu kali.",
            "Ya, buat kata sandi",
            1,
        ),
        send("/akun/{login}/kode", Staff(ManageAccounts), accounts::drop_second_factor).sure(
            "Matikan kode masuk akun ini?",
            "Kata sandi saja membuka akun itu, sampai pemiliknya memasang kode masuk lagi. Pastikan dahulu bahwa yang meminta memang pemiliknya.",
            "Ya, matikan",
            1,
        ),
        send("/akun/{login}/tutup", Staff(ManageAccounts), accounts::close).sure(
            "Tutup akun ini?",
            "Akun yang ditutup tidak dapat dibuka lagi, dan nama penggunanya tidak dipakai ulang. Sesinya seketika berakhir.",
            "Ya, tutup akun",
            1,
        ),
        look("/catatan-akses", Staff(ReadAudit), audit::page),
        look("/catatan-akses.csv", Staff(ReadAudit), audit::table),
    ]
}

/// What anybody may see while the public's door is open. Their addresses stay: others link to them.
fn public_pages() -> Vec<Page> {
    use Entrance::Public;
    use public::{
        ask, catalogue, ckan, data, exempt, feed, follow, frame, front, item, object, office, open_figures, papers, receipt,
        withdraw,
    };
    vec![
        look("/publik.css", Public, frame::style),
        look("/publik", Public, front::page),
        look("/publik/kantor/{code}", Public, office::page),
        look("/publik/ajukan", Public, ask::offices),
        look("/publik/kantor/{code}/ajukan", Public, ask::page),
        Page { largest: ASKING_FORM, ..send("/publik/kantor/{code}/ajukan", Public, ask::send) },
        look("/publik/informasi", Public, catalogue::page),
        look("/publik/informasi.csv", Public, catalogue::table),
        look("/publik/informasi.atom", Public, feed::feed),
        look("/publik/data.json", Public, data::data),
        look("/publik/api/3/action/{action}", Public, ckan::look),
        Page { largest: SMALL_FORM, ..send("/publik/api/3/action/{action}", Public, ckan::send) },
        look("/publik/api/action/{action}", Public, ckan::look),
        Page { largest: SMALL_FORM, ..send("/publik/api/action/{action}", Public, ckan::send) },
        look("/publik/kantor/{code}/informasi/{id}", Public, item::page),
        look("/publik/kantor/{code}/informasi.csv", Public, catalogue::office_table),
        look("/publik/kantor/{code}/informasi.atom", Public, feed::office_feed),
        look("/publik/kantor/{code}/data.json", Public, data::office_data),
        look("/publik/dikecualikan", Public, exempt::page),
        look("/publik/dikecualikan.csv", Public, exempt::table),
        look("/publik/lacak", Public, follow::page),
        Page { largest: SMALL_FORM, ..send("/publik/lacak", Public, follow::follow) },
        Page { largest: ASKING_FORM, ..send("/publik/lacak/keberatan", Public, object::object) },
        Page { largest: PAPER_FORM, ..send("/publik/lacak/berkas", Public, papers::add) },
        Page { largest: WITHDRAWING_FORM, ..send("/publik/lacak/cabut", Public, withdraw::withdraw) },
        Page { largest: SMALL_FORM, ..send("/publik/lacak/tanda-bukti", Public, receipt::download) },
        look("/publik/angka", Public, open_figures::page),
        look("/publik/angka.csv", Public, open_figures::csv_of_all),
        look("/publik/angka.json", Public, open_figures::json_of_all),
        look("/publik/kantor/{code}/angka", Public, open_figures::office_page),
        look("/publik/kantor/{code}/angka.csv", Public, open_figures::csv_of_office),
        look("/publik/kantor/{code}/angka.json", Public, open_figures::json_of_office),
        look("/publik/kantor/{code}/lencana.svg", Public, open_figures::badge),
    ]
}

fn every_page() -> Vec<Page> {
    pages().into_iter().chain(public_pages()).collect()
}

/// Every page for people, for the test that walks them all.
pub fn routes() -> Vec<Route> {
    every_page().into_iter().map(|page| page.route).collect()
}

/// Lets a request through to its page, or answers in its place.
async fn guarded(
    State(guard): State<Guard>,
    ConnectInfo(peer): ConnectInfo<ClientAddress>,
    parameters: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    if guard.route.entrance == Entrance::Public {
        return public::entrance::let_in(&guard.shared, peer, request, next).await;
    }
    match admit(&guard, peer, parameters, request).await {
        Ok(admitted) => match admitted.extensions().get::<FormSending>().copied() {
            Some(sending) => {
                let now = guard.shared.clock.millis();
                guard.shared.answers.of(sending, now, next.run(admitted)).await.unwrap_or_else(unable)
            }
            None => next.run(admitted).await,
        },
        Err(refusal) => refusal.into_response(),
    }
}

/// For an address that is none, or is none for this method. One with a slash too many leads to the one without.
async fn nowhere(State(shared): State<Arc<Shared>>, ConnectInfo(peer): ConnectInfo<ClientAddress>, request: Request) -> Response {
    let path = request.uri().path();
    let trimmed = path.trim_end_matches('/');
    if trimmed.len() < path.len() && !trimmed.is_empty() && local(trimmed) {
        return Redirect::to(trimmed).into_response();
    }
    let visitor = Visitor::of(&shared, request.headers(), peer).await.ok().filter(|visitor| visitor.account.is_some());
    (StatusCode::NOT_FOUND, notice::unknown(visitor.as_ref())).into_response()
}

pub(crate) fn router(shared: &Arc<Shared>) -> Router<Arc<Shared>> {
    let doors = every_page().into_iter().fold(Router::new(), |router, Page { route, answer, largest, sure }| {
        let guard = from_fn_with_state(Guard { shared: Arc::clone(shared), route, sure }, guarded);
        router.route(route.path, answer.route_layer(guard).layer(DefaultBodyLimit::max(largest)))
    });
    let style = || async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], kit::style::STYLE) };
    doors
        .route("/monitor.css", get(style))
        .fallback(nowhere)
        .method_not_allowed_fallback(nowhere)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(from_fn_with_state(shared.door, strict))
}
