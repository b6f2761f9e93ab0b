//! The directory: which offices there are, which are expected, adding and naming them, and retiring one.

use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use loket_domain::office::OfficeKind;
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::kit::answer::{Unable, note, now, unknown};
use super::kit::page::{Field, page as framed, token, wrong};
use super::kit::table::{Table, text};
use super::kit::words::{Now, moment};
use crate::access::{Form, Visitor};
use crate::accounts::{Audited, Reach, Right};
use crate::directory::{ListedOffice, ListedOrder, read_lines};
use crate::settings::{OfficeAsking, keep_office_asking, office_asking, public_door};
use crate::state::Shared;

const HERE: &str = "/direktori";

/// How far the desks of an office have come.
#[derive(Default, Clone, Copy)]
struct Reached {
    desks: usize,
    revoked: usize,
    codes: usize,
}

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    Ok(show(&shared, &visitor, &Form::default(), None).await?.into_response())
}

async fn show(shared: &Shared, visitor: &Visitor, typed: &Form, told: Option<&str>) -> Result<Markup, Unable> {
    let mut listed = shared.store.listed().await?;
    listed.retain(|office| visitor.may(Right::ManageDesks, Some(&office.code)));
    let reached = reached(shared).await?;
    let of = |office: &ListedOffice| reached.get(office.code.as_str()).copied().unwrap_or_default();
    let missing = listed.iter().filter(|office| office.retired.is_none() && of(office).desks == 0).count();
    let now = now(shared);
    let main = html! {
        h1 { "Direktori kantor" }
        p { "Badan publik se-kabupaten: kecamatan, dinas, badan, bagian, kelurahan, RSUD dan UPT. Meja hanya dapat didaftarkan untuk kantor yang tercantum di sini." }
        (wrong(told))
        @if missing > 0 { p { (missing) " kantor ditunggu: belum punya meja." } }
        (Table::new([text("Kantor"), text("Macam"), text("Kontak"), text("Keadaan")]).rows(&listed, |office| [
            html! { a href={ (HERE) "/" (office.code) } { (office.called()) } span.quiet { " " (office.code) } },
            html! { (office.kind.label()) },
            html! { (office.contact) },
            standing(office, of(office), &now),
        ]))
        @if visitor.may(Right::ManageDirectory, None) { p { a href="/pintu-publik" { "Pintu publik" } } (forms(visitor, typed)) }
    };
    Ok(framed(visitor, HERE, "Direktori kantor", main))
}

/// How many desks each office has, and how many codes are out for it.
async fn reached(shared: &Shared) -> Result<BTreeMap<String, Reached>, Unable> {
    let mut reached = BTreeMap::<String, Reached>::new();
    for desk in shared.store.desks().await? {
        let office = reached.entry(desk.office.to_string()).or_default();
        office.desks += 1;
        office.revoked += usize::from(desk.revoked.is_some());
    }
    for code in shared.store.unused_codes(shared.clock.millis()).await? {
        reached.entry(code.office.to_string()).or_default().codes += 1;
    }
    Ok(reached)
}

fn standing(office: &ListedOffice, reached: Reached, now: &Now<'_>) -> Markup {
    html! {
        @match (office.retired, reached) {
            (Some(at), _) => span.quiet { "tidak aktif " (moment(at, now)) },
            (None, Reached { desks: 0, codes: 0, .. }) => span.tone.near { "ditunggu, belum punya meja" },
            (None, Reached { desks: 0, codes, .. }) => span.tone.near { "ditunggu, " (codes) " kode belum dipakai" },
            (None, Reached { desks, revoked, .. }) if desks == revoked => span.tone.overdue { "semua meja dicabut" },
            (None, Reached { desks, revoked, .. }) => span.tone.done { (desks - revoked) " meja" },
        }
    }
}

fn kind_box(typed: &str) -> Markup {
    let first = (String::new(), "Menurut namanya".to_owned());
    let kinds = OfficeKind::ALL.iter().map(|kind| (kind.code().to_owned(), kind.label().to_owned()));
    Field::new("kind", "Macam").value(typed).choice(std::iter::once(first).chain(kinds))
}

fn boxes(name: &str, kind: &str, contact: &str) -> Markup {
    html! {
        (Field::new("name", "Nama").help("Kecamatan dan kelurahan cukup nama tempatnya, misalnya Perbaungan; kantor lain nama lengkapnya, misalnya Dinas Pendidikan.").longest(120).value(name).line("text", "off"))
        (kind_box(kind))
        (Field::new("contact", "PPID Pelaksana dan kontak").help("Boleh kosong.").longest(200).value(contact).line("text", "off"))
    }
}

fn forms(visitor: &Visitor, typed: &Form) -> Markup {
    html! {
        section.sheet.narrow {
            h2 { "Tambah kantor" }
            form method="post" action=(HERE) {
                (token(visitor))
                (Field::new("code", "Kode").help("Kode wilayah Kemendagri, atau kode kabupaten sendiri dengan bentuk yang sama, misalnya 12.18.71. Tidak dapat diubah.").longest(8).value(typed.get("code")).line("text", "off"))
                (boxes(typed.get("name"), typed.get("kind"), typed.get("contact")))
                button { "Tambah kantor" }
            }
        }
        section.sheet {
            h2 { "Banyak sekaligus" }
            form method="post" action=(HERE) {
                (token(visitor))
                (Field::new("lines", "Tempel dari Excel").help("Satu kantor satu baris: kode; nama; macam; kontak. Macam dan kontak boleh kosong. Kode yang sudah ada diganti namanya.").value(typed.get("lines")).text())
                button.quieter { "Tambah semua" }
            }
        }
    }
}

pub(super) async fn add(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let text = |name: &str| form.get(name).to_owned();
    let read = if form.get("lines").trim().is_empty() {
        let order = ListedOrder { code: text("code"), name: text("name"), kind: text("kind"), contact: text("contact") };
        let taken =
            shared.store.listed().await?.iter().any(|known| known.code == form.get("code").trim() && !known.name.is_empty());
        if taken {
            Err("Kode itu sudah ada di direktori; buka kantornya untuk mengubahnya.".to_owned())
        } else {
            order.check().map(|office| vec![office])
        }
    } else {
        read_lines(form.get("lines"))
    };
    match read {
        Ok(offices) => {
            for office in offices {
                keep(&shared, &visitor, office).await?;
            }
            Ok(Redirect::to(HERE).into_response())
        }
        Err(told) => {
            let page = show(&shared, &visitor, &form, Some(&told)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn keep(shared: &Shared, visitor: &Visitor, office: ListedOffice) -> Result<(), Unable> {
    let (code, called) = (office.code.clone(), office.called());
    shared.store.list(office).await?;
    note(shared, visitor, Audited::OfficeListed, Some(&code), Some(called)).await?;
    Ok(())
}

async fn find(shared: &Shared, code: &str) -> Result<Option<ListedOffice>, Unable> {
    Ok(shared.store.listed().await?.into_iter().find(|office| office.code == code))
}

pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = find(&shared, &code).await? else { return Ok(unknown(&visitor)) };
    Ok(edit(&shared, &visitor, &office, None).await?.into_response())
}

async fn edit(shared: &Shared, visitor: &Visitor, office: &ListedOffice, told: Option<&str>) -> Result<Markup, Unable> {
    let here = format!("{HERE}/{}", office.code);
    let reached = reached(shared).await?.get(office.code.as_str()).copied().unwrap_or_default();
    let door = public_door(shared.store.as_ref()).await?;
    let asking = office_asking(shared.store.as_ref(), &office.code).await?;
    let left = left_open(shared, &office.code).await?;
    let main = html! {
        p { a href=(HERE) { "← Direktori kantor" } }
        h1 { (office.called()) }
        p { "Kode " (office.code) " · " (standing(office, reached, &now(shared))) }
        @if reached.desks > 0 { p { a href={ "/kantor/" (office.code) } { "Permohonan kantor ini" } } }
        (wrong(told))
        section.sheet.narrow {
            form method="post" action=(here) {
                (token(visitor))
                (boxes(&office.name, office.kind.code(), &office.contact))
                button { "Simpan" }
            }
        }
        @if office.retired.is_none() {
            section.sheet.narrow {
                h2 { "Permohonan lewat laman" }
                p { @if asking.takes(&door) { "Sekarang diterima" @if !door.open { ", begitu pintu publik dibuka" } "." } @else { "Sekarang tidak diterima." } }
                form method="post" action={ (here) "/laman" } {
                    (token(visitor))
                    (Field::new("asking", "Kantor ini").value(asking.code()).choice(OfficeAsking::ALL.iter().map(|one| (one.code().to_owned(), one.label().to_owned()))))
                    button.quieter { "Simpan" }
                }
            }
        }
        section.sheet.narrow {
            @if let Some(left) = &left { p { span.tone.near { "Belum selesai" } " " (left) } }
            @if office.retired.is_some() {
                h2 { "Aktifkan lagi" }
                form method="post" action={ (here) "/aktif" } { (token(visitor)) button.quieter { "Aktifkan lagi" } }
            } @else {
                h2 { "Tidak aktif lagi" }
                p { "Untuk kantor yang digabung atau dibubarkan. Catatannya tetap; kode meja baru tidak lagi diberikan. Kantor yang belum pernah punya meja dan kode dihapus dari daftar." }
                form method="post" action={ (here) "/pensiun" } { (token(visitor)) button.danger { "Nyatakan tidak aktif" } }
            }
        }
    };
    Ok(framed(visitor, HERE, &office.called(), main))
}

pub(super) async fn revise(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = find(&shared, &code).await? else { return Ok(unknown(&visitor)) };
    let text = |name: &str| form.get(name).to_owned();
    let order = ListedOrder { code, name: text("name"), kind: text("kind"), contact: text("contact") };
    match order.check() {
        Ok(after) => {
            keep(&shared, &visitor, ListedOffice { retired: office.retired, ..after }).await?;
            Ok(Redirect::to(HERE).into_response())
        }
        Err(told) => {
            let typed = ListedOffice { name: text("name"), contact: text("contact"), ..office };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, edit(&shared, &visitor, &typed, Some(&told)).await?).into_response())
        }
    }
}

/// What an office has not finished, and where it is gone on with; none when nothing is open.
async fn left_open(shared: &Shared, code: &str) -> Result<Option<Markup>, Unable> {
    let Some(known) = shared.store.office(code).await? else { return Ok(None) };
    let cases = shared.store.waiting(&Reach::of([known.code.clone()].into())).await?;
    let (requests, questions) = (known.open.len(), known.questions);
    if requests == 0 && cases == 0 && questions == 0 {
        return Ok(None);
    }
    Ok(Some(html! {
        a href={ "/kantor/" (code) } { (requests) " permohonan belum dijawab" } ", "
        a href="/kotak-masuk" { (cases) " perkara menunggu PPID Utama" } ", dan " (questions) " pertanyaan belum selesai. "
        "Batas waktunya tetap berjalan: tetapkan kantor mana yang meneruskannya, dan biarkan mejanya tersambung sampai semuanya selesai."
    }))
}

/// Retires an office; what it has open is then told. One that nothing was ever of is let go of.
pub(super) async fn retire(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = find(&shared, &code).await? else { return Ok(unknown(&visitor)) };
    if shared.store.unlist(&code).await? {
        note(&shared, &visitor, Audited::OfficeListed, Some(&code), Some(format!("{}: dihapus", office.called()))).await?;
    } else {
        keep(&shared, &visitor, ListedOffice { retired: Some(shared.clock.millis()), ..office }).await?;
        if left_open(&shared, &code).await?.is_some() {
            return Ok(Redirect::to(&format!("{HERE}/{code}")).into_response());
        }
    }
    Ok(Redirect::to(HERE).into_response())
}

pub(super) async fn restore(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = find(&shared, &code).await? else { return Ok(unknown(&visitor)) };
    keep(&shared, &visitor, ListedOffice { retired: None, ..office }).await?;
    Ok(Redirect::to(HERE).into_response())
}

/// Sets whether an office takes requests on the web.
pub(super) async fn set_asking(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = find(&shared, &code).await? else { return Ok(unknown(&visitor)) };
    let asking = OfficeAsking::from_code(form.get("asking")).unwrap_or(OfficeAsking::Usual);
    keep_office_asking(shared.store.as_ref(), &office.code, asking).await?;
    note(&shared, &visitor, Audited::PublicDoorSet, Some(&office.code), Some(asking.label().to_owned())).await?;
    Ok(Redirect::to(&format!("{HERE}/{}", office.code)).into_response())
}
