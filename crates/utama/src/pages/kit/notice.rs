//! The pages that say no.

use maud::{Markup, html};

use super::page::{bare, page, token};
use super::signing::{SignIn, sign_in_form};
use crate::access::{KeptForm, NOT_YET, SURE_BOX, Sure, Visitor};

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

/// For a forwarded request that was answered so long ago that staff reads it no more.
pub(crate) fn reading_over(visitor: &Visitor) -> Markup {
    let main = html! {
        h1 { "Permohonan ini sudah dijawab dan masa bacanya lewat" }
        p { "Data pemohonnya tidak lagi ditampilkan di PPID Utama. Kantornya membacanya di mejanya; bila diperlukan lagi, minta kantor meneruskannya sekali lagi." }
        p { a href="/kotak-masuk" { "Buka kotak masuk" } }
    };
    page(visitor, "/kotak-masuk", "Masa baca lewat", main)
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

/// For a form that was given to another browser, or before the last sign-in. What was typed stands there and goes once more.
pub(crate) fn stale_form(visitor: &Visitor, kept: Option<&KeptForm>) -> Markup {
    page(
        visitor,
        "",
        "Formulir kedaluwarsa",
        html! {
            h1 { "Formulir ini sudah kedaluwarsa" }
            @match kept {
                Some(kept) => {
                    p { "Formulir itu dibuka sebelum Anda masuk lagi, jadi belum dikirim. Isiannya masih ada di bawah ini: periksa, lalu kirim." }
                    (once_more(visitor, kept, "Kirim isian ini", false))
                }
                None => { p { "Tidak ada yang disimpan. Buka halamannya lagi, lalu kirim sekali lagi." } }
            }
            p { a href="/" { "Buka halaman utama" } }
        },
    )
}

/// For a form of a session that ended: the sign-in, which carries it along.
pub(crate) fn sign_in_first(visitor: &Visitor, kept: &KeptForm) -> Markup {
    sign_in_form(visitor, &SignIn { next: &kept.path, kept: Some(kept), ..SignIn::default() })
}

/// After the sign-in that carried a form along.
pub(crate) fn resumed(visitor: &Visitor, kept: &KeptForm) -> Markup {
    page(
        visitor,
        "",
        "Isian Anda masih ada",
        html! {
            h1 { "Isian Anda masih ada" }
            p { "Sesi Anda berakhir sebelum isian ini terkirim. Anda sudah masuk lagi: periksa, lalu kirim." }
            (once_more(visitor, kept, "Kirim isian ini", false))
            p { a href="/" { "Buang isian ini dan buka halaman utama" } }
        },
    )
}

/// Before something that cannot be undone.
pub(crate) fn unsure(visitor: &Visitor, sure: Sure, kept: &KeptForm) -> Markup {
    let above = |path: &str| path.rsplit_once('/').map_or("/", |(above, _)| above).to_owned();
    let back = (0..sure.above).fold(kept.path.clone(), |path, _| above(&path));
    // Where the form stands on the very page it goes to, it comes back as it was typed.
    let back = if sure.above == 0 {
        if kept.path.contains("/meja/") || kept.path.contains("/kode/") { "/meja".to_owned() } else { kept.path.clone() }
    } else {
        back
    };
    let typed = kept.typed().next().is_some();
    page(
        visitor,
        "",
        sure.asks,
        html! {
            h1 { (sure.asks) }
            p { (sure.says) }
            (once_more(visitor, kept, sure.button, true))
            @if typed {
                form method="post" action=(kept.path) {
                    (token(visitor))
                    @for (name, value) in &kept.boxes { input type="hidden" name=(name) value=(value); }
                    input type="hidden" name=(SURE_BOX) value=(NOT_YET);
                    button.quieter { "Kembali dan ubah" }
                }
            } @else {
                p { a href=(back) { "Batal" } }
            }
        },
    )
}

/// What was typed, and a button that sends it; `sure`: it was asked whether this is meant.
fn once_more(visitor: &Visitor, kept: &KeptForm, button: &str, sure: bool) -> Markup {
    html! {
        section.sheet {
            @for typed in kept.typed() { p.typed { (typed) } }
            form method="post" action=(kept.path) {
                (token(visitor))
                @for (name, value) in &kept.boxes { input type="hidden" name=(name) value=(value); }
                @if sure { input type="hidden" name=(SURE_BOX) value="ya"; }
                button class=[(sure && kept.typed().next().is_none()).then_some("danger")] { (button) }
            }
        }
    }
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
