//! The regency's front page.

use axum::extract::{Extension, State};
use loket_domain::clock::Clock;
use loket_domain::days_of;
use maud::{Markup, html};
use std::sync::Arc;

use super::super::kit::answer::Unable;
use super::catalogue::seek;
use super::frame::{FRONT, public_page};
use super::offices::PublicOffices;
use crate::matters::MatterNarrowing;
use crate::projection::MatterKind;
use crate::settings::PublicDoor;
use crate::state::Shared;

pub(crate) async fn page(State(shared): State<Arc<Shared>>, Extension(door): Extension<PublicDoor>) -> Result<Markup, Unable> {
    let offices = PublicOffices::read(&shared).await?;
    let all = MatterNarrowing::standing(MatterKind::Item);
    let items = shared.store.count_matters(&offices.reach(""), &all).await?;
    let main = html! {
        h1 { "Informasi publik " (door.regency) }
        p { "Setiap orang berhak memperoleh informasi publik (UU 14/2008). Cari dahulu: " (items) " informasi sudah tersedia tanpa perlu permohonan." }
        (seek(&offices, "", "", "", "", ""))
        h2 { "Belum ada di daftar?" }
        p { a href="/publik/ajukan" { "Ajukan permohonan" } " di sini, bila kantornya menerima permohonan lewat laman." }
        (how_to_ask())
        h2 { "Sudah mengajukan?" }
        p { a href="/publik/lacak" { "Lacak permohonan" } " dengan nomor pendaftaran dan kode periksa di tanda bukti." }
        h2 { "Kantor" }
        ul.list {
            @for (code, name) in offices.each() { li { a href={ "/publik/kantor/" (code) } { (name) } } }
        }
    };
    Ok(public_page(&door, FRONT, "Beranda", main))
}

/// How one asks, and until when the answer comes.
pub(super) fn how_to_ask() -> Markup {
    html! {
        p { "Datang, tulis surat, atau kirim e-mail ke kantor yang menguasai informasinya. Sebutkan informasi yang diminta dan tujuannya; tunjukkan KTP, atau akta dan pengesahan untuk badan hukum. Mengajukan permohonan tidak dipungut biaya." }
        p { "Anda menerima tanda bukti bernomor. Jawaban tertulis datang paling lambat " (days_of!(Answer)) " hari kerja, dan dapat diperpanjang satu kali " (days_of!(Extension)) " hari kerja dengan alasan tertulis." }
    }
}

/// What one may do when the answer is not right, or does not come.
pub(super) fn how_to_object() -> Markup {
    html! {
        p { "Ditolak, tidak dijawab, terlambat, atau tidak sesuai? Ajukan keberatan kepada Atasan PPID melalui kantor itu, paling lambat " (days_of!(Objection)) " hari kerja " (Clock::Objection.label().split_once("hari kerja ").map_or("", |(_, from)| from)) ". Tanggapannya datang dalam " (days_of!(ObjectionAnswer)) " hari kerja." }
        p { "Belum puas? Ajukan sengketa ke Komisi Informasi dalam " (days_of!(Dispute)) " hari kerja sejak tanggapan diterima, atau sejak batas tanggapan lewat." }
    }
}
