//! One question between an office and PPID Utama: what was said, and going on with it.

use axum::extract::{Extension, Path, State};
use axum::response::Response;
use loket_domain::ids::QuestionId;
use loket_domain::indonesian::date;
use loket_domain::question::{About, Party, Question, may};
use loket_journal::{Matter, Subject};
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, note, unknown};
use super::kit::deed::{Deed, asked, send};
use super::kit::page::{Field, token, wrong};
use super::questions::standing;
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
    let Ok(id) = id.parse::<QuestionId>() else { return Ok(unknown(visitor)) };
    let case = Case::read(shared.store.as_ref(), code, Subject::matter(Matter::Question, id.0)).await?;
    let found = case.and_then(|case| case.question().map(|question| (case, question)));
    let Some((case, question)) = found else { return Ok(unknown(visitor)) };
    note(shared, visitor, Audited::QuestionRead, Some(code), Some(id.to_string())).await?;
    let office = case.office.profile.name();
    let main = html! {
        p { a href={ "/kantor/" (code) "/tanya" } { "← Tanya jawab dengan " (office) } }
        h1 { (question.line) }
        p { (office) " · " (about(code, &question.about)) " · " (standing(question.stage())) }
        (wrong(told))
        @for message in &question.messages {
            section.sheet {
                h2 { (if message.by == Party::Utama { Party::Utama.label() } else { &office }) ", " (date(message.on)) }
                p.typed { (message.text) }
            }
        }
        @if visitor.may(Action::AskOffices, Some(code)) { (forms(visitor, &question, case.told.events.len(), typed)) }
    };
    Ok(asked(visitor, &question.line, told, main))
}

fn about(code: &str, about: &About) -> Markup {
    html! {
        @match (about, about.words()) {
            (About::Request { id, .. }, Some(words)) => a href={ "/kantor/" (code) "/permohonan/" (id) } { (words) },
            (_, words) => (words.as_deref().unwrap_or("Hal umum")),
        }
    }
}

fn forms(visitor: &Visitor, question: &Question, seen: usize, typed: &Form) -> Markup {
    let hidden = html! { (token(visitor)) input type="hidden" name="seen" value=(seen); };
    let text = |label: &str, button: &str| {
        html! {
            section.sheet {
                form method="post" {
                    (hidden)
                    (Field::new("text", label).help("Dibaca kantor sebagai berita dari PPID Utama. Jangan tulis data pribadi warga.").value(typed.get("text")).text())
                    button { (button) }
                }
            }
        }
    };
    html! {
        @if may::answer(question, Party::Utama).is_ok() { (text("Jawaban PPID Utama", "Kirim jawaban")) }
        @if may::follow_up(question, Party::Utama).is_ok() { (text("Pertanyaan lanjutan", "Kirim pertanyaan lanjutan")) }
        @if may::close(question, Party::Utama).is_ok() {
            section.sheet {
                form method="post" {
                    (hidden)
                    input type="hidden" name="tutup" value="ya";
                    button.quieter { "Selesai, tutup pertanyaan" }
                }
            }
        }
    }
}

pub(super) async fn go_on(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let Ok(question) = id.parse::<QuestionId>() else { return Ok(unknown(&visitor)) };
    // A form without the count read nothing.
    let seen = form.get("seen").parse().unwrap_or(0);
    let (answer, what) = if form.get("tutup").is_empty() {
        (Answer::Said { question, seen, text: form.get("text").to_owned() }, Audited::QuestionAnswered)
    } else {
        (Answer::Closed { question, seen }, Audited::QuestionClosed)
    };
    let deed = Deed { what, about: id.clone(), then: format!("/kantor/{code}/tanya/{id}") };
    match send(&shared, &visitor, &code, &answer, deed).await? {
        Ok(sent) => Ok(sent),
        Err(told) => show(&shared, &visitor, &code, &id, &form, Some(&told)).await,
    }
}
