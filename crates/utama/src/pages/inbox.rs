//! The inbox: what offices ask of PPID Utama and what waits for approval.

use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use loket_domain::indonesian::date;
use loket_domain::office::OfficeCode;
use loket_domain::question::QuestionStage;
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

use super::kit::answer::{Unable, now};
use super::kit::page::page as framed;
use super::kit::table::{Table, day, text};
use super::kit::words::{Now, time_left};
use super::questions::list;
use super::steps::{Names, standing};
use crate::access::Visitor;
use crate::accounts::Reach;
use crate::called::office_names;
use crate::casework::{CaseStanding, CaseStep};
use crate::directory::OfficeNames;
use crate::projection::{KnownOffice, QuestionRow, RequestRow, TestRow};
use crate::state::Shared;

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    let reach = visitor.reach();
    let (forwarded, tests) = (shared.store.forwarded(&reach).await?, shared.store.tests(&reach).await?);
    let questions = shared.store.open_questions(&reach).await?;
    let for_us = |row: &QuestionRow| row.stage == QuestionStage::AwaitsUtama;
    let (waiting, others): (Vec<_>, Vec<_>) =
        questions.iter().map(|(code, row)| (code.as_str(), row)).partition(|(_, row)| for_us(row));
    let asking = forwarded.iter().map(|(code, _)| code).chain(tests.iter().map(|(code, _)| code));
    let asking = asking.chain(questions.iter().map(|(code, _)| code)).cloned();
    let offices = shared.store.known_offices(&Reach::Only(asking.collect())).await?;
    let steps = shared.store.open_steps(&reach).await?;
    let names = Names::read(&shared).await?;
    let known = offices.into_iter().filter_map(|(code, known)| Some((code, known?))).collect();
    let (offices, now) = (Offices(known, office_names(shared.store.as_ref()).await?), now(&shared));
    let name = |code: &str| offices.name(code);
    let main = html! {
        h1 { "Kotak masuk" }
        p.links { a href="/kotak-masuk/arsip" { "Yang sudah dijawab" } }
        p.quiet { "Setiap kali sebuah berkas dibuka, nama Anda dan waktunya dicatat." }
        h2 { "Permohonan yang diteruskan" }
        @if forwarded.is_empty() {
            section.sheet { p { "Tidak ada penerusan yang menunggu jawaban PPID Utama." } }
        } @else {
            (requests(&forwarded, &offices, &standings(&steps), &names, &now))
        }
        h2 { "Uji konsekuensi" }
        @if tests.is_empty() {
            section.sheet { p { "Tidak ada uji konsekuensi yang menunggu persetujuan." } }
        } @else {
            (worksheets(&tests, &offices))
        }
        h2 { "Pertanyaan kantor" }
        @if waiting.is_empty() {
            section.sheet { p { "Tidak ada pertanyaan yang menunggu jawaban PPID Utama." } }
        } @else {
            (list(waiting, Some(&name)))
        }
        @if !others.is_empty() {
            h2 { "Pertanyaan lain yang masih terbuka" }
            (list(others, Some(&name)))
        }
    };
    Ok(framed(&visitor, "/kotak-masuk", "Kotak masuk", main).into_response())
}

/// What is known of the offices that wait for something.
struct Offices(BTreeMap<OfficeCode, KnownOffice>, OfficeNames);

impl Offices {
    fn name(&self, code: &str) -> String {
        self.1.of(code)
    }
}

/// How each case stands, by office and identity.
type Standings<'a> = BTreeMap<(&'a str, Uuid), CaseStanding>;

fn standings(steps: &[CaseStep]) -> Standings<'_> {
    let mut cases = BTreeMap::<_, Vec<&CaseStep>>::new();
    for step in steps {
        cases.entry((step.office.as_str(), step.subject)).or_default().push(step);
    }
    cases.into_iter().map(|(case, steps)| (case, CaseStanding::after(steps))).collect()
}

/// The least time left first; those whose time cannot be counted last.
fn requests(
    forwarded: &[(OfficeCode, RequestRow)],
    offices: &Offices,
    standings: &Standings<'_>,
    names: &Names,
    now: &Now<'_>,
) -> Markup {
    let mut forwarded: Vec<_> = forwarded.iter().collect();
    forwarded.sort_by_key(|(_, row)| (row.due.is_none(), row.due));
    let nothing = CaseStanding::default();
    html! {
        (Table::new([
            text("Nomor asal"),
            text("Kantor"),
            day("Diteruskan"),
            text("Sisa waktu menjawab pemohon").called("Sisa waktu"),
            text("Di PPID Utama"),
        ]).rows(forwarded, |(code, row)| {
            let counting = offices.0.get(code).map(|known| known.counting(now.calendar));
            let (tone, words) = time_left(row, counting.as_ref(), now);
            [
                html! { a href={ "/kantor/" (code) "/penerusan/" (row.request) } { (row.number) } },
                html! { (offices.name(code)) },
                html! { @if let Some(on) = row.forwarded_on { (date(on)) } },
                html! { span class=(tone.class()) { (words) } },
                standing(standings.get(&(code.as_str(), row.request.0)).unwrap_or(&nothing), names, now),
            ]
        }))
        p.quiet { "Meneruskan permohonan tidak menghentikan batas waktunya." }
    }
}

fn worksheets(tests: &[(OfficeCode, TestRow)], offices: &Offices) -> Markup {
    html! {
        (Table::new([text("Informasi"), text("Unit"), text("Kantor"), day("Diuji")]).rows(tests, |(code, row)| [
            html! { a href={ "/kantor/" (code) "/uji/" (row.test) } { (row.information) } },
            html! { (row.unit) },
            html! { (offices.name(code)) },
            html! { (date(row.tested_on)) },
        ]))
    }
}
