//! Packs: what was published, and how far each office has come.

use axum::extract::{Extension, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use loket_domain::indonesian::date;
use loket_domain::office::OfficeCode;
use loket_domain::pack::{PackContent, PackLine, differences};
use loket_journal::encode_pack;
use loket_letters::with_originals;
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::kit::answer::{Unable, note, now, unknown};
use super::kit::page::{Field, page as framed, token, wrong};
use super::kit::table::{Table, count, day, text};
use super::kit::words::{Now, moment};
use super::pack_form::difference_table;
use crate::access::{Form, Visitor};
use crate::accounts::{Audited, Right};
use crate::directory::OfficeNames;
use crate::packs::PublishedPack;
use crate::projection::KnownOffice;
use crate::publishing::{PackOrder, PublishFault, content_of, earlier, next_version};
use crate::state::Shared;
use crate::store::StoreFault;

/// An office, as far as its packs go.
struct PackOffice {
    name: String,
    code: OfficeCode,
    versions: BTreeMap<PackLine, u32>,
}

/// The offices this visitor may see.
async fn offices_within(shared: &Shared, visitor: &Visitor, packs: &[PublishedPack]) -> Result<Vec<PackOffice>, StoreFault> {
    let offices = shared.store.known_offices(&visitor.reach()).await?;
    let names = OfficeNames::of_all(&shared.store.listed().await?, &offices);
    let office = |(code, known): (OfficeCode, Option<KnownOffice>)| PackOffice {
        name: names.of(&code),
        code,
        versions: known.map(|known| known.packs.versions).unwrap_or_default(),
    };
    let mut offices: Vec<PackOffice> = offices.into_iter().map(office).collect();
    // What holds as soon as it is there is in force where it was delivered.
    for known in packs.iter().filter(|known| known.line().holds_at_once()) {
        let delivered: BTreeSet<String> = shared.store.delivered(known.line(), known.version()).await?.into_iter().collect();
        for office in offices.iter_mut().filter(|office| delivered.contains(office.code.as_str())) {
            office.versions.insert(known.line(), known.version());
        }
    }
    Ok(offices)
}

/// How many of these offices have this version in force.
fn applied(offices: &[PackOffice], line: PackLine, version: u32) -> usize {
    offices.iter().filter(|office| office.versions.get(&line) == Some(&version)).count()
}

/// The packs of one line, the latest last.
fn of_line(packs: &[PublishedPack], line: PackLine) -> Vec<&PublishedPack> {
    packs.iter().filter(|known| known.line() == line).collect()
}

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    let packs = shared.store.packs().await?;
    let offices = offices_within(&shared, &visitor, &packs).await?;
    let lines: BTreeSet<PackLine> = packs.iter().map(PublishedPack::line).collect();
    let latest = |line| of_line(&packs, line).pop();
    let main = html! {
        h1 { "Paket" }
        p.quiet { "Kalender, naskah surat, kategori DIP dan direktori kantor untuk semua kantor. Setiap kantor memeriksa perbedaannya sebelum menerapkan; direktori berlaku begitu diterima." }
        @if visitor.may(Right::PublishPacks, None) {
            p {
                a href="/paket/baru/kalender" { "Terbitkan kalender" } " · "
                a href="/paket/baru/naskah" { "Terbitkan naskah surat" } " · "
                a href="/paket/baru/kategori" { "Terbitkan kategori DIP" } " · "
                a href="/paket/baru/direktori" { "Terbitkan direktori kantor" }
            }
        }
        @if lines.is_empty() {
            section.sheet { p { "Belum ada paket yang diterbitkan; kantor memakai yang dibawa aplikasi." } }
        } @else {
            (Table::new([text("Paket"), count("Versi"), text("Dasar"), day("Diterbitkan"), text("Diterapkan")])
                .rows(lines.into_iter().filter_map(latest), |pack| latest_row(pack, &offices)))
        }
    };
    Ok(framed(&visitor, "/paket", "Paket", main).into_response())
}

fn latest_row(latest: &PublishedPack, offices: &[PackOffice]) -> [Markup; 5] {
    let (line, pack) = (latest.line(), latest.signed.pack());
    let done = applied(offices, line, pack.version);
    [
        html! { a href={ "/paket/" (line) } { (line.label()) } },
        html! { (pack.version) },
        html! { (pack.basis) },
        html! { (date(pack.published_on)) },
        html! {
            span class=(if done == offices.len() { "tone done" } else { "tone near" }) { (done) " dari " (offices.len()) " kantor" }
        },
    ]
}

pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(line): Path<String>,
) -> Result<Response, Unable> {
    show(&shared, &visitor, &line, &Form::default(), None).await
}

async fn show(shared: &Shared, visitor: &Visitor, line: &str, typed: &Form, told: Option<&str>) -> Result<Response, Unable> {
    let Ok(line) = line.parse::<PackLine>() else { return Ok(unknown(visitor)) };
    let packs = shared.store.packs().await?;
    let versions = of_line(&packs, line);
    let Some(latest) = versions.last() else { return Ok(unknown(visitor)) };
    let offices = offices_within(shared, visitor, &packs).await?;
    let delivered = shared.store.delivered(line, latest.version()).await?;
    let now = now(shared);
    let withdrawable = visitor.may(Right::PublishPacks, None);
    let next = if withdrawable { next_version(shared.store.as_ref(), line).await? } else { 0 };
    let main = html! {
        p { a href="/paket" { "← Paket" } }
        h1 { (line.label()) }
        (wrong(told))
        (version_table(&versions, &offices, &now))
        (behind(latest, &offices, &delivered))
        @if withdrawable { (withdrawal(shared, visitor, &packs, latest, next, typed)) }
    };
    let status = if told.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, framed(visitor, "/paket", &line.label(), main)).into_response())
}

fn version_table(versions: &[&PublishedPack], offices: &[PackOffice], now: &Now<'_>) -> Markup {
    html! {
        (Table::new([
            count("Versi"),
            text("Judul dan dasar"),
            text("Diterbitkan"),
            count("Berlaku di"),
            text("Berkas"),
        ]).rows(versions.iter().rev(), |known| {
            let pack = known.signed.pack();
            [
                html! { (pack.version) },
                html! { (pack.title) br; span.quiet { (pack.basis) } },
                html! { (moment(known.published, now))
                            @if !known.login.is_empty() { " oleh " (known.login) } },
                html! { (applied(offices, known.line(), pack.version)) " kantor" },
                html! { a href={ "/paket/" (known.line()) "/" (pack.version) "/berkas" } { "Unduh .lkp" } },
            ]
        }))
        p.quiet { "Berkas .lkp dapat dibawa ke kantor tanpa koneksi; di sana dibaca di Pengaturan › Paket dari PPID Utama." }
    }
}

/// The offices that have not applied the latest version.
fn behind(latest: &PublishedPack, offices: &[PackOffice], delivered: &[String]) -> Markup {
    let (line, version) = (latest.line(), latest.version());
    let late: Vec<&PackOffice> = offices.iter().filter(|office| office.versions.get(&line) != Some(&version)).collect();
    html! {
        h2 { "Belum menerapkan versi " (version) }
        @if late.is_empty() {
            section.sheet { p { "Semua kantor sudah menerapkannya." } }
        } @else {
            (Table::new([text("Kantor"), text("Yang berlaku"), text("Keadaan")]).rows(late, |office| [
                html! { (office.name) },
                html! { @match office.versions.get(&line) {
                                    Some(version) => { "versi " (version) },
                                    None => "bawaan aplikasi",
                                } },
                html! { @if delivered.iter().any(|code| office.code == code.as_str()) { span.tone.near { "menunggu diterapkan" } }
                                @else { span.quiet { "belum tersambung sejak terbit" } } },
            ]))
        }
    }
}

/// What the line said before the latest pack.
fn content_before(shared: &Shared, packs: &[PublishedPack], latest: &PublishedPack) -> PackContent {
    content_of(earlier(packs, latest.line(), latest.version()), latest.line(), &shared.calendar)
}

fn withdrawal(
    shared: &Shared,
    visitor: &Visitor,
    packs: &[PublishedPack],
    latest: &PublishedPack,
    next: u32,
    typed: &Form,
) -> Markup {
    let before = content_before(shared, packs, latest);
    if matches!(&before, PackContent::Calendar { days, .. } if days.is_empty()) {
        return html! { p.quiet { "Tahun ini tidak dibawa aplikasi, jadi paket pertamanya tidak dapat ditarik; terbitkan kalender yang benar." } };
    }
    let before = with_originals(before);
    let told = differences(&with_originals(latest.signed.pack().content.clone()), &before);
    html! {
        section.sheet {
            details open[!typed.get("versi").is_empty()] {
                summary { "Tarik kembali versi " (latest.version()) }
                p { "Isi sebelumnya diterbitkan sebagai versi " (next) ", dan diterapkan kantor seperti paket lain:" }
                (difference_table(&told))
                form method="post" action={ "/paket/" (latest.line()) "/tarik" } {
                    (token(visitor))
                    input type="hidden" name="versi" value=(next);
                    (Field::new("basis", "Dasar penarikan").help("Dibaca kantor, misalnya: salah ketik pada versi 2.").value(typed.get("basis")).line("text", "off"))
                    button.danger { "Tarik kembali" }
                }
            }
        }
    }
}

pub(super) async fn withdraw(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path(line): Path<String>,
) -> Result<Response, Unable> {
    let packs = shared.store.packs().await?;
    let latest = line.parse::<PackLine>().ok().and_then(|line| packs.iter().rfind(|known| known.line() == line));
    let (Some(latest), Some(account)) = (latest, &visitor.account) else { return Ok(unknown(&visitor)) };
    let title = match earlier(&packs, latest.line(), latest.version()) {
        Some(before) => before.signed.pack().title.clone(),
        None => format!("{} bawaan aplikasi", latest.line().label()),
    };
    let order = PackOrder { title, basis: form.get("basis").to_owned(), content: content_before(&shared, &packs, latest) };
    match shared.publishing().publish(&account.login, &order, form.get("versi").parse().unwrap_or(0)).await {
        Ok(pack) => {
            let about = format!("{} versi {}", pack.line().label(), pack.version);
            note(&shared, &visitor, Audited::PackWithdrawn, None, Some(about)).await?;
            Ok(Redirect::to(&format!("/paket/{}", pack.line())).into_response())
        }
        Err(PublishFault::Store(fault)) => Err(fault.into()),
        Err(fault) => show(&shared, &visitor, &line, &form, Some(&fault.to_string())).await,
    }
}

pub(super) async fn file(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((line, version)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let packs = shared.store.packs().await?;
    let asked = |known: &&PublishedPack| known.line().to_string() == line && known.version().to_string() == version;
    let Some(bytes) = packs.iter().find(asked).and_then(|known| encode_pack(&known.signed).ok()) else {
        return Ok(unknown(&visitor));
    };
    let disposition = format!("attachment; filename=\"{line}-versi-{version}.lkp\"");
    let heads = [(header::CONTENT_TYPE, "application/octet-stream".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((heads, bytes).into_response())
}
