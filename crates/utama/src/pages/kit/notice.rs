//! The pages that say no.

use maud::{Markup, html};

use super::page::{bare, page};
use crate::access::Visitor;

/// For an address that is none.
pub(crate) fn unknown(visitor: Option<&Visitor>) -> Markup {
    let main = html! {
        h1 { "Halaman tidak ditemukan" }
        p { "Alamat ini tidak ada, atau kantornya belum terdaftar. " a href="/" { "Buka daftar kantor" } "." }
    };
    match visitor {
        Some(visitor) => page(visitor, "", "Tidak ditemukan", main),
        None => bare("Tidak ditemukan", main),
    }
}

/// For a file that is named and not here.
pub(crate) fn file_away(visitor: &Visitor) -> Markup {
    let main = html! {
        h1 { "Berkas ini belum ada di PPID Utama" }
        p { "Catatannya sudah sampai, berkasnya belum. Meja mengirimnya sendiri setelah catatan; muat ulang halaman ini nanti." }
    };
    page(visitor, "/kotak-masuk", "Berkas belum ada", main)
}

/// For somebody whose role or offices do not reach so far.
pub(crate) fn forbidden(visitor: &Visitor) -> Markup {
    page(
        visitor,
        "",
        "Bukan wewenang akun ini",
        html! {
            h1 { "Akun ini tidak berwenang membuka halaman ini" }
            p { "Peran atau kantor akun Anda tidak mencakupnya. Minta admin PPID Utama bila seharusnya demikian." }
            p { a href="/" { "Buka daftar kantor" } }
        },
    )
}

/// For a form that was given to another browser, or before the last sign-in.
pub(crate) fn stale_form(visitor: &Visitor) -> Markup {
    page(
        visitor,
        "",
        "Formulir kedaluwarsa",
        html! {
            h1 { "Formulir ini sudah kedaluwarsa" }
            p { "Tidak ada yang disimpan. Kembali ke halaman sebelumnya, muat ulang, lalu kirim sekali lagi." }
            p { a href="/" { "Buka halaman utama" } }
        },
    )
}

/// For a form or a file that is larger than any we take.
pub(crate) fn too_large(visitor: &Visitor) -> Markup {
    page(
        visitor,
        "",
        "Terlalu besar",
        html! {
            h1 { "Kiriman ini terlalu besar" }
            p { "Tidak ada yang disimpan. Periksa apakah berkasnya memang berkas .lku yang disimpan di meja." }
            p { a href="/" { "Buka halaman utama" } }
        },
    )
}

/// For when the store fails.
pub(crate) fn unable() -> Markup {
    bare(
        "Sedang terganggu",
        html! {
            h1 { "Data sedang tidak dapat dibaca" }
            p { "Catatan yang sudah diterima tetap tersimpan. Muat ulang halaman ini beberapa saat lagi; bila tetap begini, periksa ruang kosong dan catatan server." }
        },
    )
}
