//! A consequence test that waits for the leader's approval, which a verifikator notes here.

use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::ids::ClassificationId;
use loket_domain::indonesian::date;
use loket_journal::{Matter, Subject};
use maud::{Markup, html};

use super::kit::answer::{Unable, now};
use super::kit::deed::{Opened, OpenedCase};
use super::kit::history::{history, writers};
use super::kit::page::{Field, token, wrong};
use crate::access::{Form, Visitor};
use crate::accounts::{Audited, Right};
use crate::inbox::{Case, InboxAnswer};

impl Opened for Classification {
    type Id = ClassificationId;
    const PLACE: &'static str = "uji";
    const READ: Audited = Audited::TestRead;

    fn subject(id: ClassificationId) -> Subject {
        Subject::matter(Matter::Classification, id.0)
    }

    fn of(_: ClassificationId, case: &Case) -> Option<Self> {
        case.test()
    }

    fn title(&self) -> String {
        "Uji konsekuensi".to_owned()
    }

    async fn draw(&self, sheet: &OpenedCase<'_>) -> Result<Markup, Unable> {
        let OpenedCase { shared, visitor, code, case, typed, told } = sheet;
        let writers = writers(shared, code).await?;
        let waits = self.stage() == ClassificationStage::Tested;
        Ok(html! {
            p { a href="/kotak-masuk" { "← Kotak masuk" } }
            h1 { "Uji konsekuensi: " (self.worksheet.unit) }
            p { (case.office.profile.name()) " · " (self.stage().label()) }
            (wrong(*told))
            (worksheet(self))
            @if waits && visitor.may(Right::AnswerCases, Some(code)) {
                (forms(visitor, case, typed, &now(shared).civil.date().to_string()))
            }
            h2 { "Riwayat" }
            (history(&case.told, &writers))
        })
    }

    fn answer(test: ClassificationId, form: &Form) -> (InboxAnswer, Audited) {
        let text = |name: &str| form.get(name).to_owned();
        // A form without the count read nothing.
        let seen = form.get("seen").parse().unwrap_or(0);
        if form.get("verdict") == "approve" {
            (InboxAnswer::Approved { test, seen, on: text("on"), by: text("by") }, Audited::TestApproved)
        } else {
            (InboxAnswer::Rejected { test, seen, reason: text("reason") }, Audited::TestRejected)
        }
    }
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
