//! One question between an office and PPID Utama: what was said, and going on with it.

use loket_domain::ids::QuestionId;
use loket_domain::indonesian::date;
use loket_domain::question::{About, Party, Question, may};
use loket_journal::{Matter, Subject};
use maud::{Markup, html};

use super::kit::answer::Unable;
use super::kit::deed::{Opened, OpenedCase};
use super::kit::page::{Field, token, wrong};
use super::questions::standing;
use crate::access::{Form, Visitor};
use crate::accounts::{Audited, Right};
use crate::inbox::{Case, InboxAnswer};

impl Opened for Question {
    type Id = QuestionId;
    const PLACE: &'static str = "tanya";
    const READ: Audited = Audited::QuestionRead;

    fn subject(id: QuestionId) -> Subject {
        Subject::matter(Matter::Question, id.0)
    }

    fn of(_: QuestionId, case: &Case) -> Option<Self> {
        case.question()
    }

    fn title(&self) -> String {
        self.line.clone()
    }

    async fn draw(&self, sheet: &OpenedCase<'_>) -> Result<Markup, Unable> {
        let OpenedCase { visitor, code, case, typed, told, .. } = sheet;
        let office = case.office.profile.name();
        Ok(html! {
            p { a href={ "/kantor/" (code) "/tanya" } { "← Tanya jawab dengan " (office) } }
            h1 { (self.line) }
            p { (office) " · " (about(code, &self.about)) " · " (standing(self.stage())) }
            (wrong(*told))
            @for message in &self.messages {
                section.sheet {
                    h2 { (if message.by == Party::Utama { Party::Utama.label() } else { &office }) ", " (date(message.on)) }
                    p.typed { (message.text) }
                }
            }
            @if visitor.may(Right::AskOffices, Some(code)) { (forms(visitor, self, case.told.events.len(), typed)) }
        })
    }

    fn answer(question: QuestionId, form: &Form) -> (InboxAnswer, Audited) {
        // A form without the count read nothing.
        let seen = form.get("seen").parse().unwrap_or(0);
        if form.get("tutup").is_empty() {
            (InboxAnswer::Said { question, seen, text: form.get("text").to_owned() }, Audited::QuestionAnswered)
        } else {
            (InboxAnswer::Closed { question, seen }, Audited::QuestionClosed)
        }
    }
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
