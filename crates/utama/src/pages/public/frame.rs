//! The frame of every public page: small, without a script, a picture or a cookie.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use crate::settings::PublicDoor;

/// The front page.
pub(crate) const FRONT: &str = "/publik";

/// Where one goes to from anywhere.
const PLACES: &[(&str, &str)] = &[
    (FRONT, "Beranda"),
    ("/publik/informasi", "Informasi publik"),
    ("/publik/ajukan", "Ajukan permohonan"),
    ("/publik/dikecualikan", "Dikecualikan"),
    ("/publik/lacak", "Lacak permohonan"),
    ("/publik/angka", "Angka layanan"),
];

/// How public pages look: the ground of all pages, and what these alone are made of.
const STYLE: &str = concat!(
    include_str!("../kit/style/ground.css"),
    include_str!("../kit/style/facts.css"),
    include_str!("../kit/style/field.css"),
    include_str!("../kit/style/button.css"),
    include_str!("style.css"),
);

/// The stylesheet of public pages.
pub(crate) async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)
}

/// Something else that tells the same as a page.
pub(super) struct Other {
    /// What kind of thing, as browsers and harvesters know it.
    pub(super) kind: &'static str,
    /// Where.
    pub(super) path: String,
}

/// A public page; `here` is the place it belongs to.
pub(super) fn public_page(door: &PublicDoor, here: &str, title: &str, main: Markup) -> Markup {
    public_page_with(door, here, title, &[], main)
}

/// A public page that is also told otherwise.
pub(super) fn public_page_with(door: &PublicDoor, here: &str, title: &str, others: &[Other], main: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="id" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – PPID " (door.regency) }
                link rel="stylesheet" href="/publik.css";
                @for other in others { link rel="alternate" type=(other.kind) href=(other.path); }
            }
            body {
                a.skip href="#isi" { "Langsung ke isi" }
                header {
                    p { strong { "PPID " (door.regency) } }
                    nav aria-label="Halaman utama" {
                        @for (path, name) in PLACES { a href=(path) aria-current=[(*path == here).then_some("page")] { (name) } }
                    }
                }
                main #isi { (main) }
                footer {
                    p.typed { (door.contact) }
                    @if !door.hours.is_empty() { p { "Jam layanan: " (door.hours) } }
                    p { "Halaman ini tidak memakai kuki dan tidak mencatat siapa yang membacanya." }
                }
            }
        }
    }
}

/// For an address that is none, or whose office is unknown.
pub(super) fn missing(door: &PublicDoor) -> Response {
    let main = html! {
        h1 { "Halaman tidak ditemukan" }
        p { "Alamat ini tidak ada. " a href=(FRONT) { "Buka beranda" } " atau " a href="/publik/informasi" { "cari informasi" } "." }
    };
    (StatusCode::NOT_FOUND, public_page(door, "", "Tidak ditemukan", main)).into_response()
}

/// For whoever asks for more pages than people read.
pub(super) fn too_many(door: &PublicDoor, seconds: u32) -> Response {
    let main = html! {
        h1 { "Terlalu banyak permintaan" }
        p { "Dari alamat Anda datang lebih banyak permintaan daripada yang dapat dilayani. Coba lagi sebentar lagi. Untuk mengambil semuanya sekaligus, pakai berkas CSV atau data.json." }
    };
    let wait = [(header::RETRY_AFTER, seconds.to_string())];
    (StatusCode::TOO_MANY_REQUESTS, wait, public_page(door, "", "Terlalu banyak permintaan", main)).into_response()
}

/// The way to the other pages of a list.
pub(super) fn pages(number: usize, pages: usize, link: impl Fn(usize) -> String) -> Markup {
    html! {
        @if pages > 1 {
            nav.next aria-label="Halaman daftar" {
                @if number > 1 { a href=(link(number - 1)) { "← Sebelumnya" } }
                span { "Halaman " (number) " dari " (pages) }
                @if number < pages { a href=(link(number + 1)) { "Berikutnya →" } }
            }
        }
    }
}
