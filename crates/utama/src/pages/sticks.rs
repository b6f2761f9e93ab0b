//! Files from desks without a link: read in here, and answered with a file to take back.

use axum::extract::{Extension, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use loket_journal::OriginId;
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, forbidden, note, now, unknown};
use super::kit::page::{page as framed, token, wrong};
use super::kit::table::{Table, count, text};
use super::kit::words::{Now, moment};
use crate::access::{UploadedFile, Visitor};
use crate::accounts::{Audited, Right};
use crate::called::office_names;
use crate::clock::civil;
use crate::directory::OfficeNames;
use crate::state::Shared;
use crate::sticks::{Acknowledged, StickRow};
use crate::sync::BundleRefusal;

const HERE: &str = "/berkas-meja";

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    Ok(show(&shared, &visitor, None, None).await?.into_response())
}

async fn show(shared: &Shared, visitor: &Visitor, done: Option<&Acknowledged>, told: Option<&str>) -> Result<Markup, Unable> {
    let mut sticks = shared.store.sticks().await?;
    sticks.retain(|stick| visitor.may(Right::ReadSticks, Some(&stick.office)));
    let (names, now) = (office_names(shared.store.as_ref()).await?, now(shared));
    let main = html! {
        h1 { "Berkas dari meja" }
        p { "Untuk meja tanpa koneksi. Petugas menyimpan berkas di Pengaturan bagian Sinkronisasi dan mengantarnya ke sini; berkas balasannya dibaca kembali di meja itu. Baru sesudah itu catatannya dihitung terkirim. Berkas lampiran tidak ikut; meja mengirimnya sendiri begitu tersambung." }
        @if let Some(done) = done { (taken(done, &names)) }
        (wrong(told))
        section.sheet.narrow {
            h2 { "Baca berkas" }
            form method="post" action=(HERE) enctype="multipart/form-data" {
                // First, so that nothing of a file is read for a form that did not come from here.
                (token(visitor))
                p.field {
                    label for="kotak-berkas" { "Berkas dari meja" }
                    input id="kotak-berkas" name="berkas" type="file" accept=".lku" required aria-describedby="kotak-berkas-bantuan";
                    span.help id="kotak-berkas-bantuan" { "Berakhiran .lku. Membaca berkas yang sama dua kali tidak menggandakan apa pun." }
                }
                button { "Baca berkas" }
            }
        }
        @if !sticks.is_empty() { (list(&sticks, &names, &now)) }
    };
    Ok(framed(visitor, HERE, "Berkas dari meja", main))
}

fn link(office: &str, origin: OriginId) -> String {
    format!("/kantor/{office}/meja/{}/balasan", origin.0)
}

fn taken(done: &Acknowledged, names: &OfficeNames) -> Markup {
    html! {
        section.sheet.said.done role="status" {
            h2 { "Berkas " (names.of(&done.office)) ", meja " (done.desk) ", sudah dibaca" }
            p {
                @if done.taken == 0 { "Tidak ada catatan baru di dalamnya; semuanya sudah ada di sini." }
                @else { (done.taken) " catatan baru diterima." }
                @if done.returned > 0 { " Berkas balasan membawa " (done.returned) " catatan untuk meja itu." }
            }
            @if done.refused > 0 {
                p { (done.refused) " bagian belum dapat diterima dan tetap menunggu di meja; berkas balasan memberi tahu meja apa yang kurang." }
            }
            @if done.more { p { "Masih ada catatan untuk meja itu yang tidak muat; meja akan meminta sisanya dengan berkas berikutnya." } }
            p { a.button href=(link(&done.office, done.origin)) { "Unduh berkas balasan" } }
            p.quiet { "Simpan ke USB yang sama dan kembalikan kepada petugasnya." }
        }
    }
}

fn list(sticks: &[StickRow], names: &OfficeNames, now: &Now<'_>) -> Markup {
    html! {
        h2 { "Berkas terakhir tiap meja" }
        (Table::new([
            text("Meja"),
            text("Dibaca"),
            count("Catatan baru"),
            count("Bagian menunggu"),
            count("Dibawa pulang"),
            text("Balasan"),
        ]).rows(sticks, |stick| row(stick, names, now)))
    }
}

fn row(stick: &StickRow, names: &OfficeNames, now: &Now<'_>) -> [Markup; 6] {
    [
        html! { (names.of(&stick.office)) ", meja " (stick.desk) span.quiet { " " (stick.office) } },
        html! { (moment(stick.at, now)) },
        html! { (stick.taken) },
        html! { (stick.refused) },
        html! { (stick.returned) @if stick.more { " (belum semua)" } },
        html! { a href=(link(&stick.office, stick.origin)) { "Unduh" } },
    ]
}

pub(super) async fn read(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(UploadedFile { bytes: file, .. }): Extension<UploadedFile>,
) -> Result<Response, Unable> {
    let at = shared.clock.millis();
    let opened = match shared.sync.open_bundle(file.into()).await {
        Ok(opened) => opened,
        Err(refusal) => return refused(&shared, &visitor, &refusal).await,
    };
    // Whose file it is stands in no address, so the door could not ask for it.
    if !visitor.may(Right::ReadSticks, Some(opened.office())) {
        return Ok(forbidden(&visitor));
    }
    let done = match shared.sync.take_bundle(opened, at).await {
        Ok(done) => done,
        Err(refusal) => return refused(&shared, &visitor, &refusal).await,
    };
    shared.store.keep_acknowledgment(&done, at).await?;
    note(&shared, &visitor, Audited::StickRead, Some(&done.office), Some(format!("Meja {}", done.desk))).await?;
    Ok(show(&shared, &visitor, Some(&done), None).await?.into_response())
}

async fn refused(shared: &Shared, visitor: &Visitor, refusal: &BundleRefusal) -> Result<Response, Unable> {
    let page = show(shared, visitor, None, Some(&refusal.to_string())).await?;
    let unable = matches!(refusal, BundleRefusal::Unable);
    let status = if unable { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

pub(super) async fn download(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, origin)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let Some(origin) = origin.parse().ok().map(OriginId) else { return Ok(unknown(&visitor)) };
    let stick = shared.store.stick(origin).await?.filter(|stick| stick.office == code.as_str());
    let Some(stick) = stick else { return Ok(unknown(&visitor)) };
    let Some(file) = shared.store.acknowledgment(stick.origin).await? else { return Ok(unknown(&visitor)) };
    note(&shared, &visitor, Audited::AnswerTaken, Some(&stick.office), Some(format!("Meja {}", stick.desk))).await?;
    let name = format!("balasan-{}-{}-{}.lku", stick.office, stick.desk, civil(stick.at).date());
    let disposition = format!("attachment; filename=\"{name}\"");
    let kind = "application/octet-stream".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], file).into_response())
}
