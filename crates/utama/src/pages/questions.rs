//! The questions between one office and PPID Utama, and asking it one.

use axum::extract::{Extension, Path, Query, State};
use axum::response::Response;
use loket_domain::ids::{QuestionId, RequestId};
use loket_domain::indonesian::date;
use loket_domain::question::{About, QuestionInput, QuestionStage};
use maud::{Markup, Render, html};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Builder;

use super::kit::answer::{Unable, office_of, unknown};
use super::kit::deed::{Deed, asked, send};
use super::kit::page::{Field, token, wrong};
use super::kit::table::{Table, day, text};
use super::kit::words::Urgency;
use crate::access::{Form, Visitor};
use crate::accounts::{Audited, Right};
use crate::called::office_name;
use crate::inbox::InboxAnswer;
use crate::projection::QuestionRow;
use crate::secret::random;
use crate::state::Shared;

/// The hidden box that names the request a question is about.
const ABOUT: &str = "permohonan";

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let about = query.get(ABOUT).map(String::as_str).unwrap_or_default();
    show(&shared, &visitor, &code, about, &Form::default(), None).await
}

async fn show(
    shared: &Shared,
    visitor: &Visitor,
    code: &str,
    about: &str,
    typed: &Form,
    told: Option<&str>,
) -> Result<Response, Unable> {
    let office = office_of(shared, visitor, code).await?;
    if office.is_none() {
        return Ok(unknown(visitor));
    }
    let (rows, about) = (shared.store.questions(code).await?, request_named(shared, code, about).await?);
    let name = office_name(shared.store.as_ref(), code).await?;
    let title = format!("Tanya jawab dengan {name}");
    let main = html! {
        p { a href={ "/kantor/" (code) } { "← " (name) } }
        h1 { (title) }
        (wrong(told))
        @if rows.is_empty() {
            section.sheet { p { "Belum ada pertanyaan antara kantor ini dan PPID Utama." } }
        } @else {
            (list(rows.iter().map(|row| (code, row)), None))
        }
        @if visitor.may(Right::AskOffices, Some(code)) { (form(visitor, &about, typed)) }
    };
    Ok(asked(visitor, &title, told, main))
}

/// The request of this office that was named, if any.
async fn request_named(shared: &Shared, code: &str, named: &str) -> Result<About, Unable> {
    let Ok(id) = named.parse::<RequestId>() else { return Ok(About::Nothing) };
    let row = shared.store.request(code, id).await?;
    Ok(row.map_or(About::Nothing, |row| About::Request { id, number: row.number }))
}

fn form(visitor: &Visitor, about: &About, typed: &Form) -> Markup {
    html! {
        section.sheet {
            h2 { "Tanya kantor ini" }
            form method="post" {
                (token(visitor))
                @if let Some(words) = about.words() { p { "Tentang " (words) } }
                @if let Some(request) = about.request() { input type="hidden" name=(ABOUT) value=(request); }
                (Field::new("line", "Pokok pertanyaan").help("Satu baris, tampil di daftar.").value(typed.get("line")).line("text", "off"))
                (Field::new("text", "Pertanyaan").help("Jangan tulis nama, NIK atau alamat warga; sebut nomor berkasnya.").value(typed.get("text")).text())
                button { "Kirim pertanyaan" }
                p.quiet { "Tampil di meja kantor itu sebagai berita dari PPID Utama pada sinkron berikutnya." }
            }
        }
    }
}

/// Questions as a table; with `name` given, each row names its office.
pub(super) fn list<'a>(
    rows: impl IntoIterator<Item = (&'a str, &'a QuestionRow)>,
    name: Option<&dyn Fn(&str) -> String>,
) -> Markup {
    let cells = |code: &str, row: &QuestionRow| {
        [
            html! { a href={ "/kantor/" (code) "/tanya/" (row.question) } { (row.line) } },
            html! { (row.about.as_deref().unwrap_or("Hal umum")) },
            html! { (standing(row.stage)) },
            html! { (date(row.since)) },
        ]
    };
    let (line, about, stage, since) = (text("Pokok"), text("Tentang"), text("Keadaan"), day("Sejak"));
    let Some(name) = name else {
        return Table::new([line, about, stage, since]).rows(rows, |(code, row)| cells(code, row)).render();
    };
    let with_office = |(code, row)| {
        let [line, about, stage, since] = cells(code, row);
        [line, html! { (name(code)) }, about, stage, since]
    };
    Table::new([line, text("Kantor"), about, stage, since]).rows(rows, with_office).render()
}

pub(super) fn standing(stage: QuestionStage) -> Markup {
    let tone = match stage {
        QuestionStage::AwaitsUtama => Urgency::Near,
        QuestionStage::AwaitsOffice => Urgency::Calm,
        QuestionStage::Answered => Urgency::Done,
        QuestionStage::Closed => Urgency::Quiet,
    };
    html! { span class=(tone.class()) { (stage.label()) } }
}

pub(super) async fn ask(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let question = QuestionId(Builder::from_unix_timestamp_millis(shared.clock.millis(), &random()?).into_uuid());
    let about = request_named(&shared, &code, form.get(ABOUT)).await?;
    let input = QuestionInput { line: form.get("line").to_owned(), text: form.get("text").to_owned() };
    let answer = InboxAnswer::Asked { question, about, input };
    let deed =
        Deed { what: Audited::QuestionAsked, about: question.to_string(), then: format!("/kantor/{code}/tanya/{question}") };
    match send(&shared, &visitor, &code, &answer, deed).await? {
        Ok(sent) => Ok(sent),
        Err(told) => show(&shared, &visitor, &code, form.get(ABOUT), &form, Some(&told)).await,
    }
}
