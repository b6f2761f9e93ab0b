//! A forwarded request: here alone personal data is shown, and every look is written down.

use loket_domain::change::{Change, RequestChange};
use loket_domain::ids::RequestId;
use loket_domain::indonesian::{date, masked_nik, weekday_date};
use loket_domain::request::{Applicant, Coordination, Request};
use loket_journal::{Recorded, Subject};
use maud::{Markup, html};

use super::kit::answer::{Unable, now};
use super::kit::deed::{Opened, OpenedCase};
use super::kit::history::{Writers, history, writers};
use super::kit::page::{Field, token, wrong};
use super::kit::words::{Now, Urgency, dated};
use super::reading;
use super::steps::{Names, also_here, casework, file_form};
use crate::access::{Form, Visitor};
use crate::accounts::{Audited, Right};
use crate::fault::StoreFault;
use crate::inbox::{Case, InboxAnswer, forwarded, ours};
use crate::state::Shared;
use axum::response::Response;

/// A request that was forwarded to PPID Utama.
pub(super) struct Forwarded {
    id: RequestId,
    request: Request,
}

impl Opened for Forwarded {
    type Id = RequestId;
    const PLACE: &'static str = "penerusan";
    const READ: Audited = Audited::CaseRead;

    fn subject(id: RequestId) -> Subject {
        Subject::Request(id)
    }

    /// If it was ever forwarded to PPID Utama: nothing else of an office is shown whole.
    fn of(id: RequestId, case: &Case) -> Option<Self> {
        case.request().filter(forwarded).map(|request| Self { id, request })
    }

    async fn closed(&self, shared: &Shared, visitor: &Visitor) -> Result<Option<Response>, StoreFault> {
        reading::closed(shared, visitor, &self.request).await
    }

    fn noted(&self, _: &str) -> String {
        self.title()
    }

    fn title(&self) -> String {
        self.request.number.text.clone()
    }

    async fn draw(&self, sheet: &OpenedCase<'_>) -> Result<Markup, Unable> {
        let OpenedCase { shared, visitor, code, case, typed, told } = sheet;
        let Self { id, request } = self;
        let writers = writers(shared, code).await?;
        let files = super::attachment::list(shared, code, *id, request, true).await?;
        let (now, steps) = (now(shared), shared.store.steps(code, id.0).await?);
        let names = Names::read(shared).await?;
        let open = waits(request);
        let last = request.coordination.last().filter(|last| ours(last));
        Ok(html! {
            p { a href="/kotak-masuk" { "← Kotak masuk" } }
            h1 { (request.number.text) }
            p { (case.office.profile.name()) " · " (request.stage().label()) " " (due(case, request, &now)) }
            p.links {
                a href={ "/kantor/" (code) "/permohonan/" (id) } { "Halaman permohonan" }
                @if visitor.may(Right::AskOffices, Some(code)) { a href={ "/kantor/" (code) "/tanya?permohonan=" (id) } { "Tanyakan kepada kantor" } }
            }
            (also_here(shared, visitor, code, &self.title(), &names).await?)
            (wrong(*told))
            (applicant(request))
            @for coordination in request.coordination.iter().filter(|coordination| ours(coordination)) { (exchange(coordination)) }
            (answered_by(case, &writers))
            @if let Some(last) = last.filter(|_| visitor.may(Right::AnswerCases, Some(code))) {
                (answer_form(visitor, last, typed))
                (file_form(visitor, code, *id))
            }
            (casework(visitor, code, *id, &steps, &names, open, typed))
            (files)
            h2 { "Riwayat" }
            (history(&case.told, &writers))
        })
    }

    fn answer(request: RequestId, form: &Form) -> (InboxAnswer, Audited) {
        let text = |name: &str| form.get(name).to_owned();
        // A form without the count read none.
        let answered = form.get("seen").parse().unwrap_or(0);
        let answer = InboxAnswer::Forwarded { request, answered, number: text("number"), note: text("note") };
        (answer, Audited::CaseAnswered)
    }
}

/// Whether it waits for PPID Utama.
pub(super) fn waits(request: &Request) -> bool {
    request.coordination.last().is_some_and(|last| ours(last) && last.answer.is_none())
}

fn answer_form(visitor: &Visitor, last: &Coordination, typed: &Form) -> Markup {
    let answered = last.answers().count();
    html! {
        section.sheet {
            h2 { @if answered == 0 { "Jawaban PPID Utama" } @else { "Tambahan atau ralat jawaban" } }
            form method="post" {
                (token(visitor))
                input type="hidden" name="seen" value=(answered);
                (Field::new("number", "Nomor PPID Utama").help("Boleh dikosongkan bila tidak diberi nomor sendiri.").longest(60).value(typed.get("number")).line("text", "off"))
                (Field::new("note", "Isi jawaban").help("Tampil di meja kantor itu sebagai berita dari PPID Utama.").longest(5_000).value(typed.get("note")).text())
                button { @if answered == 0 { "Kirim jawaban" } @else { "Kirim tambahan" } }
                p.quiet { "Sebelum dikirim Anda melihatnya sekali lagi. Meja menerimanya pada sinkron berikutnya." }
            }
        }
    }
}

/// Who of PPID Utama wrote the answers, and when.
fn answered_by(case: &Case, writers: &Writers) -> Markup {
    let answers = case
        .told
        .events
        .iter()
        .filter(|event| matches!(&event.recorded, Recorded::Known(Change::Request(RequestChange::ForwardAnswered { .. }))));
    html! {
        @for event in answers {
            @if let Some(person) = writers.person(event) { p.quiet { "Dijawab oleh " (person) ", " (dated(event.at)) "." } }
        }
    }
}

fn due(case: &Case, request: &Request, now: &Now<'_>) -> Markup {
    let profile = &case.office.profile;
    let calendar = case.office.calendar(now.calendar);
    let due = request.due(profile, &calendar).filter(|_| request.outcome.is_none());
    let left = due.and_then(|due| {
        let left = loket_domain::deadline::time_left(profile, &calendar, now.civil.date(), due).ok()?;
        Some((due, left))
    });
    html! {
        @if let Some((due, left)) = left {
            span class=(Urgency::from(left.nearness).class()) { (left.words) } " · batas " (weekday_date(due))
        }
    }
}

fn applicant(request: &Request) -> Markup {
    let form = &request.registration;
    let applicant = &request.applicant();
    html! {
        section.sheet {
            h2 { "Permohonan" }
            dl.facts {
                div { dt { "Informasi yang diminta" } dd.typed { (form.information) } }
                div { dt { "Tujuan" } dd.typed { (form.purpose) } }
                div { dt { "Pemohon" } dd { (applicant.name) } }
                div { dt { "Nomor identitas" } dd { (masked_nik(&applicant.identity_number)) } }
                div { dt { "Alamat" } dd.typed { (applicant.address) } }
                div { dt { "Telepon, WhatsApp atau e-mail" } dd { (reached(applicant)) } }
                div { dt { "Diterima" } dd { (date(form.received_on)) } }
            }
        }
    }
}

/// How the applicant is reached, as far as it was given.
fn reached(applicant: &Applicant) -> String {
    let ways: Vec<&str> = [&applicant.phone, &applicant.email].into_iter().flatten().map(String::as_str).collect();
    if ways.is_empty() { "tidak diberikan".to_owned() } else { ways.join(", ") }
}

fn exchange(coordination: &Coordination) -> Markup {
    let forwarding = &coordination.forwarding;
    html! {
        section.sheet {
            h2 { "Penerusan " (forwarding.number) }
            p.quiet { (date(forwarding.on)) }
            p.typed { (forwarding.note) }
            @for (at, answer) in coordination.answers().enumerate() {
                h3 {
                    @if at == 0 { "Dijawab " } @else { "Ditambah atau diralat " }
                    (date(answer.on)) @if let Some(number) = &answer.number { ", nomor " (number) }
                }
                p.typed { (answer.note) }
            }
        }
    }
}
