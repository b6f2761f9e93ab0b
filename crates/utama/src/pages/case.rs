//! A forwarded request: here alone personal data is shown, and every look is written down.

use loket_domain::ids::RequestId;
use loket_domain::indonesian::{date, masked_nik};
use loket_domain::request::{Coordination, Request};
use loket_journal::Subject;
use maud::{Markup, html};

use super::kit::answer::{Unable, now};
use super::kit::deed::{Opened, OpenedCase};
use super::kit::history::{history, writers};
use super::kit::page::{Field, token, wrong};
use super::kit::words::{Now, Urgency};
use crate::access::Form;
use crate::accounts::{Audited, Right};
use crate::inbox::{Case, InboxAnswer, forwarded, ours};

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
        let now = now(shared);
        let waits = request.coordination.last().is_some_and(|last| ours(last) && last.answer.is_none());
        Ok(html! {
            p { a href="/kotak-masuk" { "← Kotak masuk" } }
            h1 { (request.number.text) }
            p { (case.office.profile.name()) " · " (request.stage().label()) " " (due(case, request, &now)) }
            (wrong(*told))
            (applicant(request))
            @for coordination in request.coordination.iter().filter(|coordination| ours(coordination)) { (exchange(coordination)) }
            @if waits && visitor.may(Right::AnswerCases, Some(code)) {
                section.sheet {
                    h2 { "Jawaban PPID Utama" }
                    form method="post" {
                        (token(visitor))
                        (Field::new("number", "Nomor PPID Utama").help("Boleh dikosongkan bila tidak diberi nomor sendiri.").value(typed.get("number")).line("text", "off"))
                        (Field::new("unit", "Diteruskan ke unit").help("Isi bila perangkat daerah lain yang menguasai informasinya, misalnya Dinas Pendidikan.").value(typed.get("unit")).line("text", "off"))
                        (Field::new("note", "Isi jawaban").help("Tampil di meja kantor itu sebagai berita dari PPID Utama.").value(typed.get("note")).text())
                        button { "Kirim jawaban" }
                        p.quiet { "Jawaban tidak dapat ditarik. Meja menerimanya pada sinkron berikutnya." }
                    }
                }
            }
            (files)
            h2 { "Riwayat" }
            (history(&case.told, &writers))
        })
    }

    fn answer(request: RequestId, form: &Form) -> (InboxAnswer, Audited) {
        let text = |name: &str| form.get(name).to_owned();
        let answer = InboxAnswer::Forwarded { request, number: text("number"), unit: text("unit"), note: text("note") };
        (answer, Audited::CaseAnswered)
    }
}

fn due(case: &Case, request: &Request, now: &Now<'_>) -> Markup {
    let profile = &case.office.profile;
    let calendar = case.office.calendar(now.calendar);
    let due = request.due(profile, &calendar).filter(|_| request.outcome.is_none());
    let left = due.and_then(|due| loket_domain::deadline::time_left(profile, &calendar, now.civil.date(), due).ok());
    html! { @if let Some(left) = left { span class=(Urgency::from(left.nearness).class()) { (left.words) } } }
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
                div { dt { "Diterima" } dd { (date(form.received_on)) } }
            }
        }
    }
}

fn exchange(coordination: &Coordination) -> Markup {
    let forwarding = &coordination.forwarding;
    html! {
        section.sheet {
            h2 { "Penerusan " (forwarding.number) }
            p.quiet { (date(forwarding.on)) }
            p.typed { (forwarding.note) }
            @if let Some(answer) = &coordination.answer {
                h3 { "Dijawab " (date(answer.on)) @if let Some(number) = &answer.number { ", nomor " (number) } }
                p.typed { (answer.note) }
            }
        }
    }
}
