//! A consequence test that waits for the leader's approval, which a verifikator notes here.

use axum::extract::{Extension, Path, State};
use axum::response::Response;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::ids::ClassificationId;
use loket_domain::indonesian::date;
use loket_journal::{Matter, Subject};
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, note, now, unknown};
use super::kit::deed::{Deed, asked, send};
use super::kit::history::{history, writers};
use super::kit::page::{Field, token, wrong};
use crate::access::{Form, Visitor};
use crate::accounts::{Action, Audited};
use crate::inbox::{Answer, Case};
use crate::state::Shared;

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Unable> {
    show(&shared, &visitor, &code, &id, &Form::default(), None).await
}

async fn show(
    shared: &Shared,
    visitor: &Visitor,
    code: &str,
    id: &str,
    typed: &Form,
    told: Option<&str>,
) -> Result<Response, Unable> {
    let Ok(id) = id.parse::<ClassificationId>() else { return Ok(unknown(visitor)) };
    let case = Case::read(shared.store.as_ref(), code, Subject::matter(Matter::Classification, id.0)).await?;
    let found = case.and_then(|case| case.test().map(|test| (case, test)));
    let Some((case, test)) = found else { return Ok(unknown(visitor)) };
    note(shared, visitor, Audited::TestRead, Some(code), Some(id.to_string())).await?;
    let writers = writers(shared, code).await?;
    let waits = test.stage() == ClassificationStage::Tested;
    let main = html! {
        p { a href="/kotak-masuk" { "← Kotak masuk" } }
        h1 { "Uji konsekuensi: " (test.worksheet.unit) }
        p { (case.office.profile.name()) " · " (test.stage().label()) }
        (wrong(told))
        (worksheet(&test))
        @if waits && visitor.may(Action::AnswerCases, Some(code)) {
            (forms(visitor, &case, typed, &now(shared).civil.date().to_string()))
        }
        h2 { "Riwayat" }
        (history(&case.told, &writers))
    };
    Ok(asked(visitor, "Uji konsekuensi", told, main))
}

fn worksheet(test: &Classification) -> Markup {
    let sheet = &test.worksheet;
    html! {
        section.sheet {
            h2 { "Lembar uji" }
            dl.facts {
                div { dt { "Informasi" } dd.typed { (sheet.information) } }
                div { dt { "Dasar" } dd {
                    "Pasal 17 huruf " (sheet.grounds.iter().map(|ground| ground.code()).collect::<Vec<_>>().join(", "))
                    @if let Some((law, article)) = &sheet.other_law { "; " (law) " " (article) }
                } }
                div { dt { "Akibat bila dibuka" } dd.typed { (sheet.consequence) } }
                div { dt { "Yang dilindungi bila ditutup" } dd.typed { (sheet.benefit) } }
                div { dt { "Diuji" } dd { (date(sheet.tested_on)) } }
                @if let Some(expires) = sheet.expires { div { dt { "Berlaku sampai" } dd { (date(expires)) } } }
                div { dt { "Tim penguji" } dd { ul.plain { @for member in &sheet.team { li { (member) } } } } }
                @if let Some((on, by)) = &test.approved { div { dt { "Disetujui" } dd { (date(*on)) ", " (by) } } }
                @if let Some((on, reason)) = &test.rejected { div { dt { "Tidak disetujui" } dd.typed { (date(*on)) ": " (reason) } } }
            }
        }
    }
}

fn forms(visitor: &Visitor, case: &Case, typed: &Form, today: &str) -> Markup {
    let seen = case.told.events.len();
    let on = if typed.get("on").is_empty() { today } else { typed.get("on") };
    let hidden = html! { (token(visitor)) input type="hidden" name="seen" value=(seen); };
    html! {
        section.sheet {
            h2 { "Setujui" }
            form method="post" {
                (hidden)
                input type="hidden" name="verdict" value="approve";
                (Field::new("by", "Nama dan jabatan pimpinan yang menyetujui").value(typed.get("by")).line("text", "off"))
                (Field::new("on", "Tanggal persetujuan").value(on).line("date", "off"))
                button { "Catat persetujuan" }
            }
        }
        section.sheet {
            h2 { "Tidak disetujui" }
            form method="post" {
                (hidden)
                input type="hidden" name="verdict" value="reject";
                (Field::new("reason", "Alasan").help("Dibaca kantor sebagai berita dari PPID Utama.").value(typed.get("reason")).text())
                button.quieter { "Catat tidak disetujui" }
            }
        }
    }
}

pub(super) async fn answer(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let Ok(test) = id.parse::<ClassificationId>() else { return Ok(unknown(&visitor)) };
    let text = |name: &str| form.get(name).to_owned();
    // A form without the count read nothing.
    let seen = form.get("seen").parse().unwrap_or(0);
    let (answer, what) = if form.get("verdict") == "approve" {
        (Answer::Approved { test, seen, on: text("on"), by: text("by") }, Audited::TestApproved)
    } else {
        (Answer::Rejected { test, seen, reason: text("reason") }, Audited::TestRejected)
    };
    let deed = Deed { what, about: id.clone(), then: format!("/kantor/{code}/uji/{id}") };
    match send(&shared, &visitor, &code, &answer, deed).await? {
        Ok(sent) => Ok(sent),
        Err(told) => show(&shared, &visitor, &code, &id, &form, Some(&told)).await,
    }
}
