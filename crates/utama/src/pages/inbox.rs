//! The inbox: what offices ask of PPID Utama and what waits for approval, longest waiting first.

use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use loket_domain::indonesian::date;
use loket_domain::question::QuestionStage;
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, now, offices_of};
use super::kit::page::page as framed;
use super::kit::table::{Table, day, text};
use super::kit::words::{Now, counting, time_left};
use super::questions::list;
use crate::access::Visitor;
use crate::accounts::Right;
use crate::office::office_name;
use crate::projection::{QuestionRow, RequestRow, TestRow};
use crate::state::Shared;
use crate::store::OfficeOverview;

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    let (mut forwarded, mut tests) = (shared.store.forwarded().await?, shared.store.tests().await?);
    forwarded.retain(|(office, _)| visitor.may(Right::ReadCases, Some(office)));
    tests.retain(|(office, _)| visitor.may(Right::ReadCases, Some(office)));
    let mut questions = shared.store.open_questions().await?;
    questions.retain(|(office, _)| visitor.may(Right::ReadCases, Some(office)));
    let asking = |row: &QuestionRow| row.stage == QuestionStage::AwaitsUtama;
    let (waiting, others): (Vec<_>, Vec<_>) =
        questions.iter().map(|(code, row)| (code.as_str(), row)).partition(|(_, row)| asking(row));
    let (offices, now) = (offices_of(&shared, &visitor).await?, now(&shared));
    let main = html! {
        h1 { "Kotak masuk" }
        p.quiet { "Setiap kali sebuah berkas dibuka, nama Anda dan waktunya dicatat." }
        h2 { "Permohonan yang diteruskan" }
        @if forwarded.is_empty() {
            section.sheet { p { "Tidak ada penerusan yang menunggu jawaban PPID Utama." } }
        } @else {
            (requests(&forwarded, &offices, &now))
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
            (list(waiting, &offices))
        }
        @if !others.is_empty() {
            h2 { "Pertanyaan lain yang masih terbuka" }
            (list(others, &offices))
        }
    };
    Ok(framed(&visitor, "/kotak-masuk", "Kotak masuk", main).into_response())
}

fn find<'a>(offices: &'a [OfficeOverview], code: &str) -> Option<&'a OfficeOverview> {
    offices.iter().find(|office| office.code == code)
}

fn name(offices: &[OfficeOverview], code: &str) -> String {
    office_name(code, find(offices, code).and_then(|office| office.profile.as_ref()))
}

fn requests(forwarded: &[(String, RequestRow)], offices: &[OfficeOverview], now: &Now<'_>) -> Markup {
    html! {
        (Table::new([
            text("Nomor asal"),
            text("Kantor"),
            day("Diteruskan"),
            text("Sisa waktu menjawab pemohon").called("Sisa waktu"),
        ]).rows(forwarded, |(code, row)| {
            let counting = find(offices, code).and_then(|office| counting(office, now));
            let (tone, words) = time_left(row, counting.as_ref(), now);
            [
                html! { a href={ "/kantor/" (code) "/penerusan/" (row.request) } { (row.number) } },
                html! { (name(offices, code)) },
                html! { @if let Some(on) = row.forwarded_on { (date(on)) } },
                html! { span class=(tone.class()) { (words) } },
            ]
        }))
        p.quiet { "Meneruskan permohonan tidak menghentikan batas waktunya." }
    }
}

fn worksheets(tests: &[(String, TestRow)], offices: &[OfficeOverview]) -> Markup {
    html! {
        (Table::new([text("Unit"), text("Kantor"), day("Diuji")]).rows(tests, |(code, row)| [
            html! { a href={ "/kantor/" (code) "/uji/" (row.test) } { (row.unit) } },
            html! { (name(offices, code)) },
            html! { (date(row.tested_on)) },
        ]))
    }
}
