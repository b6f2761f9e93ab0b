//! What PPID Utama does on a case before it answers: taking it, asking another unit, notes among colleagues.

use loket_domain::ids::RequestId;
use loket_domain::indonesian::date;
use maud::{Markup, html};
use std::collections::HashMap;

use super::kit::page::{Field, token};
use super::kit::words::{Now, Urgency, dated};
use crate::access::{Form, Visitor};
use crate::accounts::Right;
use crate::casework::{CaseStanding, CaseStep, CaseStepKind};
use crate::clock::civil;
use crate::fault::StoreFault;
use crate::state::Shared;

/// How long somebody who opened a case counts as being at it, in milliseconds: a quarter of an hour.
const AT_IT: u64 = 15 * 60 * 1000;

/// The people of PPID Utama by their logins.
pub(super) struct Names(HashMap<String, String>);

impl Names {
    pub(super) async fn read(shared: &Shared) -> Result<Self, StoreFault> {
        let accounts = shared.store.accounts().await?;
        Ok(Self(accounts.into_iter().map(|account| (account.login, account.name)).collect()))
    }

    pub(super) fn of<'a>(&'a self, login: &'a str) -> &'a str {
        self.0.get(login).map_or(login, String::as_str)
    }
}

/// Who else opened the case just now.
pub(super) async fn also_here(
    shared: &Shared,
    visitor: &Visitor,
    code: &str,
    about: &str,
    names: &Names,
) -> Result<Markup, StoreFault> {
    let since = shared.clock.millis().saturating_sub(AT_IT);
    let own = visitor.account.as_ref().map(|account| account.login.as_str());
    let mut others = shared.store.also_read(code, about, since).await?;
    others.retain(|(login, _)| Some(login.as_str()) != own);
    let told: Vec<_> = others.iter().map(|(login, at)| format!("{} ({})", names.of(login), dated(civil(*at)))).collect();
    Ok(html! { @if !told.is_empty() { p.said { "Baru saja dibuka juga oleh " (told.join(", ")) "." } } })
}

/// What was done, and the forms to do more.
pub(super) fn casework(
    visitor: &Visitor,
    code: &str,
    id: RequestId,
    steps: &[CaseStep],
    names: &Names,
    open: bool,
    typed: &Form,
) -> Markup {
    let standing = CaseStanding::after(steps);
    let own = visitor.account.as_ref().map(|account| account.login.as_str());
    let here = format!("/kantor/{code}/penerusan/{id}/langkah");
    let form = |kind: CaseStepKind, boxes: Markup, button: &str| {
        html! {
            form method="post" action=(here) {
                (token(visitor))
                input type="hidden" name="kind" value=(kind.code());
                (boxes)
                button.quieter { (button) }
            }
        }
    };
    html! {
        @if !steps.is_empty() || (open && visitor.may(Right::AnswerCases, Some(code))) {
            section.sheet {
                h2 { "Di PPID Utama" }
                p.quiet { "Hanya dilihat staf PPID Utama." }
                p {
                    @match &standing.holder {
                        Some(login) => { "Dikerjakan oleh " strong { (names.of(login)) } "." },
                        None => "Belum ada yang mengerjakan.",
                    }
                    @if let Some((unit, due)) = standing.waits_for.as_ref().filter(|_| open) {
                        " Menunggu " strong { (unit) } @if let Some(due) = due { " sampai " (date(*due)) } "."
                    }
                }
                @if !steps.is_empty() { (told(steps, names)) }
                @if open && visitor.may(Right::AnswerCases, Some(code)) {
                    @if standing.holder.as_deref() == own {
                        (form(CaseStepKind::Released, html! {}, "Lepaskan"))
                    } @else {
                        (form(CaseStepKind::Taken, html! {}, "Saya kerjakan"))
                    }
                    details open[!typed.get("unit").is_empty() || !typed.get("due").is_empty()] {
                        summary { "Minta ke perangkat daerah lain" }
                        p { "Perkara tetap terbuka di kotak masuk sebagai menunggu perangkat daerah itu; kantornya melihat kepada siapa informasinya diminta." }
                        (form(CaseStepKind::Passed, html! {
                            (Field::new("unit", "Perangkat daerah").help("Misalnya Dinas Pendidikan.").longest(200).value(typed.get("unit")).line("text", "off"))
                            (Field::new("due", "Ditunggu sampai").value(typed.get("due")).line("date", "off"))
                            (Field::new("text", "Apa yang diminta, dan dengan surat apa").longest(5_000).value(typed.get("text")).text())
                        }, "Catat permintaan"))
                    }
                    details open[!typed.get("catatan").is_empty()] {
                        summary { "Tulis catatan untuk rekan" }
                        (form(CaseStepKind::Noted, html! {
                            (Field::new("catatan", "Catatan").longest(5_000).value(typed.get("catatan")).text())
                        }, "Simpan catatan"))
                    }
                }
            }
        }
    }
}

fn told(steps: &[CaseStep], names: &Names) -> Markup {
    html! {
        ol.story {
            @for step in steps {
                li {
                    span.quiet { (dated(civil(step.at))) " · " (names.of(&step.login)) }
                    br;
                    (step.kind.label())
                    @if !step.unit.is_empty() { ": " (step.unit) }
                    @if let Some(due) = step.due { ", ditunggu sampai " (date(due)) }
                    @if !step.text.is_empty() { p.typed { (step.text) } }
                }
            }
        }
    }
}

/// How a case stands, for a row of a list.
pub(super) fn standing(standing: &CaseStanding, names: &Names, now: &Now<'_>) -> Markup {
    html! {
        @if let Some((unit, due)) = &standing.waits_for {
            @let tone = if due.is_some_and(|due| due < now.civil.date()) { Urgency::Overdue } else { Urgency::Calm };
            span class=(tone.class()) { "menunggu " (unit) @if let Some(due) = due { " sampai " (date(*due)) } } " "
        }
        @if let Some(login) = &standing.holder { "dikerjakan " (names.of(login)) }
        @if standing.holder.is_none() && standing.waits_for.is_none() { span.quiet { "belum dikerjakan" } }
    }
}

/// The form that sends a file.
pub(super) fn file_form(visitor: &Visitor, code: &str, id: RequestId) -> Markup {
    html! {
        section.sheet {
            h2 { "Lampirkan berkas" }
            form method="post" action={ "/kantor/" (code) "/penerusan/" (id) "/lampiran" } enctype="multipart/form-data" {
                // First, so that nothing of a file is read for a form that did not come from here.
                (token(visitor))
                p.field {
                    label for="kotak-berkas" { "Berkas untuk kantor itu" }
                    input id="kotak-berkas" name="berkas" type="file" accept=".pdf,.jpg,.jpeg,.png,.xlsx,.zip" required aria-describedby="kotak-berkas-bantuan";
                    span.help id="kotak-berkas-bantuan" { "PDF, JPEG, PNG, XLSX atau ZIP, paling besar 25 MB. Meja mengambilnya sendiri sesudah catatan; jelaskan isinya di jawaban." }
                }
                button.quieter { "Lampirkan" }
            }
        }
    }
}
