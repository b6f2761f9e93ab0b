//! Desks: which there are, letting one in, turning one away.

use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use loket_domain::numbering::DeskCode;
use loket_domain::office::OfficeCode;
use loket_journal::{Digest, OriginId};
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, forbidden, note, now, unknown};
use super::kit::page::{Field, page as framed, token, wrong};
use super::kit::table::{Table, count, text};
use super::kit::words::{Now, dated, moment};
use crate::access::{Form, Visitor};
use crate::accounts::{Audited, Right};
use crate::called::office_names;
use crate::clock::civil;
use crate::code::{CodeFault, CodeOrder, give_code as give};
use crate::directory::{OfficeNames, UnusedCode};
use crate::office::office_code;
use crate::oversight::DeskRow;
use crate::state::Shared;

/// A code that was just made, for the one time it is shown.
struct Given {
    code: String,
    office: OfficeCode,
    desk: DeskCode,
    days: u64,
}

/// How long a code from this page holds, in days.
const DAYS: u64 = 7;

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    Ok(show(&shared, &visitor, None, None, &Form::default()).await?.into_response())
}

async fn show(
    shared: &Shared,
    visitor: &Visitor,
    given: Option<&Given>,
    told: Option<&str>,
    typed: &Form,
) -> Result<Markup, Unable> {
    let mut desks = shared.store.desks().await?;
    desks.retain(|desk| visitor.may(Right::ManageDesks, Some(&desk.office)));
    let (names, now) = (office_names(shared.store.as_ref()).await?, now(shared));
    let mut codes = shared.store.unused_codes(shared.clock.millis()).await?;
    codes.retain(|code| visitor.may(Right::ManageDesks, Some(&code.office)));
    let main = html! {
        h1 { "Meja" }
        @if let Some(given) = given { (shown_once(given, &names)) }
        (wrong(told))
        @if desks.is_empty() {
            section.sheet { p { "Belum ada meja yang terdaftar. Buat kode sekali pakai di bawah ini dan sampaikan kepada petugasnya." } }
        } @else {
            (list(visitor, &desks, &names, &now))
        }
        @if !codes.is_empty() { (unused(visitor, &codes, &names, &now)) }
        section.sheet.narrow {
            h2 { "Kode sekali pakai" }
            p { "Untuk meja baru, atau untuk komputer pengganti: meja dengan kode yang sama melanjutkan nomornya." }
            form method="post" action="/meja" {
                (token(visitor))
                (Field::new("office", "Kantor").help("Kode atau nama kantor seperti di direktori, misalnya 12.18.02 atau Dinas Pendidikan.").value(typed.get("office")).line("text", "off"))
                (Field::new("desk", "Kode meja").help("Satu huruf atau lebih, misalnya A.").value(if typed.get("desk").is_empty() { "A" } else { typed.get("desk") }).line("text", "off"))
                button { "Buat kode" }
            }
        }
    };
    Ok(framed(visitor, "/meja", "Meja", main))
}

fn shown_once(given: &Given, names: &OfficeNames) -> Markup {
    html! {
        section.sheet.said.done role="status" {
            h2 { "Kode untuk " (names.of(&given.office)) ", meja " (given.desk) }
            p.code { (given.code) }
            p { "Salin sekarang: kode ini tidak diperlihatkan lagi. Berlaku " (given.days) " hari, sekali pakai, hanya untuk meja ini." }
        }
    }
}

fn list(visitor: &Visitor, desks: &[DeskRow], names: &OfficeNames, now: &Now<'_>) -> Markup {
    html! {
        (Table::new([
            text("Meja"),
            text("Kontak terakhir"),
            count("Catatan"),
            text("Keadaan"),
            text("Tindakan").class("deeds"),
        ]).rows(desks, |desk| {
            let replaced = desk.revoked.filter(|_| desks.iter().any(|other| takes_the_place_of(other, desk)));
            row(visitor, desk, replaced, names, now)
        }))
        p.quiet {
            "Mencabut menutup pintu seketika, misalnya bila komputernya hilang; catatan yang sudah diterima tetap. "
            "Mengganti kunci mencabut kunci masuk yang lama dan membuat kode baru untuk meja yang sama. "
            "Kantor juga dapat mengganti kunci mejanya sendiri di Pengaturan; yang lama lalu tercatat di sini sebagai digantikan."
        }
    }
}

/// Codes that are out and that nobody has used yet.
fn unused(visitor: &Visitor, codes: &[UnusedCode], names: &OfficeNames, now: &Now<'_>) -> Markup {
    html! {
        h2 { "Kode yang belum dipakai" }
        (Table::new([text("Untuk"), text("Berlaku sampai"), text("Tindakan").class("deeds")]).rows(codes, |code| [
            html! { (names.of(&code.office)) ", meja " (code.desk) span.quiet { " " (code.office) } },
            html! { (dated(civil(code.expires))) },
            html! {
                form method="post" action={ "/kantor/" (code.office) "/kode/" (code.hash) "/batal" } {
                    (token(visitor))
                    button.quieter aria-label={ "Batalkan kode untuk meja " (code.desk) " " (names.of(&code.office)) } { "Batalkan" }
                }
            },
        ]))
        p.quiet { "Keadaan " (dated(now.civil)) ". Kodenya sendiri tidak disimpan; kode yang hilang dibatalkan, lalu dibuat yang baru." }
    }
}

/// Takes a code back that nobody has used.
pub(super) async fn take_back(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, hash)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let now = shared.clock.millis();
    let Ok(hash) = hash.parse::<Digest>() else { return Ok(unknown(&visitor)) };
    let codes = shared.store.unused_codes(now).await?;
    // Its office stands in the address, and the door has asked for that one.
    let Some(meant) = codes.into_iter().find(|known| known.hash == hash && known.office == code.as_str()) else {
        return Ok(unknown(&visitor));
    };
    if shared.store.take_back(hash, now).await? {
        note(&shared, &visitor, Audited::CodeTakenBack, Some(&code), Some(format!("Meja {}", meant.desk))).await?;
    }
    Ok(Redirect::to("/meja").into_response())
}

/// Whether `other` is the same desk under a key of its own that is let in.
fn takes_the_place_of(other: &DeskRow, desk: &DeskRow) -> bool {
    (&other.office, &other.desk) == (&desk.office, &desk.desk) && other.revoked.is_none()
}

/// One series of a desk; `replaced` is when another key of the same desk took its place.
fn row(visitor: &Visitor, desk: &DeskRow, replaced: Option<u64>, names: &OfficeNames, now: &Now<'_>) -> [Markup; 5] {
    let deed = |what: &str, label: &str, class: &str| {
        html! {
            form method="post" action={ "/kantor/" (desk.office) "/meja/" (desk.origin.0) "/" (what) } {
                (token(visitor))
                button class=(class) { (label) }
            }
        }
    };
    [
        html! { (names.of(&desk.office)) ", meja " (desk.desk) span.quiet { " " (desk.office) } },
        html! { @match desk.last_contact {
            Some(millis) => (moment(millis, now)),
            None => span.quiet { "belum pernah" },
        } },
        html! { (desk.entries) },
        html! { @match (replaced, desk.revoked) {
            (Some(millis), _) => span.quiet { "digantikan kunci baru " (moment(millis, now)) },
            (None, Some(millis)) => span.tone.overdue { "dicabut " (moment(millis, now)) },
            (None, None) => span.tone.done { "terdaftar" },
        } },
        html! { @if replaced.is_none() {
            // Opened first, so that no slip of a finger shuts a counter out.
            details {
                summary aria-label={ "Tindakan untuk meja " (desk.desk) " " (names.of(&desk.office)) } { "Tindakan" }
                (deed("ganti", "Ganti kunci", "quieter"))
                @if desk.revoked.is_none() { (deed("cabut", "Cabut meja", "danger")) }
            }
        } },
    ]
}

pub(super) async fn give_code(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    // The office is not in the address here, so the door could not ask for it.
    if office_code(form.get("office"), &shared.store.listed().await?)
        .is_ok_and(|office| !visitor.may(Right::ManageDesks, Some(&office)))
    {
        return Ok(forbidden(&visitor));
    }
    let order = CodeOrder { office: form.get("office").to_owned(), desk: form.get("desk").to_owned(), days: DAYS };
    give_and_show(&shared, &visitor, &order, &form).await
}

async fn give_and_show(shared: &Shared, visitor: &Visitor, order: &CodeOrder, typed: &Form) -> Result<Response, Unable> {
    match give(shared.store.as_ref(), shared.clock.millis(), order).await {
        Ok(given) => {
            let about = format!("Meja {}", given.desk);
            note(shared, visitor, Audited::CodeGiven, Some(&given.office), Some(about)).await?;
            let given = Given { code: given.code, office: given.office, desk: given.desk, days: order.days };
            Ok(show(shared, visitor, Some(&given), None, &Form::default()).await?.into_response())
        }
        Err(CodeFault::Store(fault)) => Err(fault.into()),
        Err(fault) => {
            let told = fault.to_string();
            let page = show(shared, visitor, None, Some(&told), typed).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The desk of this office with this series.
async fn find(shared: &Shared, code: &str, origin: &str) -> Result<Option<DeskRow>, Unable> {
    let Some(origin) = origin.parse().ok().map(OriginId) else { return Ok(None) };
    Ok(shared.store.desks_of(code).await?.into_iter().find(|desk| desk.origin == origin))
}

async fn turn_away(shared: &Shared, visitor: &Visitor, desk: &DeskRow) -> Result<(), Unable> {
    if shared.store.revoke(desk.origin, shared.clock.millis()).await? {
        note(shared, visitor, Audited::DeskRevoked, Some(&desk.office), Some(format!("Meja {}", desk.desk))).await?;
    }
    Ok(())
}

pub(super) async fn revoke(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, origin)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let Some(desk) = find(&shared, &code, &origin).await? else { return Ok(unknown(&visitor)) };
    turn_away(&shared, &visitor, &desk).await?;
    Ok(Redirect::to("/meja").into_response())
}

/// Turns the old token away and gives a code for a new one.
pub(super) async fn rotate(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, origin)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let Some(desk) = find(&shared, &code, &origin).await? else { return Ok(unknown(&visitor)) };
    turn_away(&shared, &visitor, &desk).await?;
    let order = CodeOrder { office: desk.office.to_string(), desk: desk.desk.to_string(), days: DAYS };
    give_and_show(&shared, &visitor, &order, &Form::default()).await
}
