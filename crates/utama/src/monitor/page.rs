//! The frame of every page, and the pages that say no.

use maud::{DOCTYPE, Markup, html};

/// A page with this title and content.
pub(super) fn page(title: &str, main: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="id" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – PPID Utama" }
                link rel="stylesheet" href="/monitor.css";
            }
            body {
                header {
                    a href="/" { strong { "PPID Utama" } " Pemantauan permohonan" }
                }
                main { (main) }
            }
        }
    }
}

/// For people who are not at the server.
pub(super) fn closed() -> Markup {
    page(
        "Hanya dari server ini",
        html! {
            h1 { "Halaman ini hanya dapat dibuka dari server itu sendiri" }
            p { "Pemantauan belum memakai nama pengguna dan kata sandi, jadi tidak dibuka ke jaringan. Sinkronisasi meja tidak terganggu." }
            p { "Petugas PPID Utama yang punya akses ke server dapat membukanya lewat terowongan SSH. Jalankan di komputer sendiri:" }
            pre { code { "ssh -N -L 8018:127.0.0.1:8018 pengguna@alamat-server" } }
            p { "lalu buka " code { "http://127.0.0.1:8018/" } " di peramban. Ganti 8018 bila server memakai porta lain." }
        },
    )
}

/// For an address that is none.
pub(super) fn unknown() -> Markup {
    page(
        "Tidak ditemukan",
        html! {
            h1 { "Halaman tidak ditemukan" }
            p { "Alamat ini tidak ada, atau kantornya belum terdaftar. " a href="/" { "Buka daftar kantor" } "." }
        },
    )
}

/// For when the store fails.
pub(super) fn unable() -> Markup {
    page(
        "Sedang terganggu",
        html! {
            h1 { "Data sedang tidak dapat dibaca" }
            p { "Catatan yang sudah diterima tetap tersimpan. Muat ulang halaman ini beberapa saat lagi; bila tetap begini, periksa ruang kosong dan catatan server." }
        },
    )
}
