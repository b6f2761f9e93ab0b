//! Answering anew, by order.

use loket_domain::authority::Duty;
use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::indonesian::date as words;
use loket_domain::objection::Objection;
use loket_domain::request::{Command, OrderedBy, Request, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::boxes::read;
use crate::forms::form::{choice, date, long_text, section, text};
use crate::store::matters::{self, Found};
use crate::views::action::ActionForm;
use crate::views::{Choice, choices};

pub(crate) const REOPEN: Action<Request, Command> = Action {
    code: "reopen",
    label: "Buka kembali atas perintah",
    duty: Some(Duty::Decide),
    offered: Request::answered,
    may: |request, _| may::reopen(request),
    confirm: |_| None,
    form: Some(reopen_form),
    effect: Effect::Command {
        command: |ask, form| {
            let ordered = ordering(ask)?.iter().map(|found| ObjectionId(found.id)).collect();
            Ok(Command::Reopen { input: read(form)?, ordered })
        },
        said: "Permohonan dibuka kembali; buat jawaban baru.",
        paper: None,
    },
};

/// The objections about this request in which disclosure was ordered or agreed.
fn ordering(ask: &Ask<'_, Request>) -> Result<Vec<Found<Objection>>, DeskError> {
    let about = matters::about::<Objection>(ask.tables, RequestId(ask.id))?;
    Ok(about.into_iter().filter(|found| found.state.orders_disclosure()).collect())
}

fn reopen_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let found = ordering(ask)?;
    let last = found.last();
    let answer = last.and_then(|found| found.state.answer.as_ref());
    let order = answer.and_then(|answer| answer.order.as_ref());
    let choices: Vec<Choice> = found
        .iter()
        .map(|found| Choice { code: found.id.to_string(), label: format!("Keberatan {}", found.state.number.text) })
        .collect();
    let first = last.map_or_else(String::new, |found| found.id.to_string());
    let text_of = |value: Option<String>| value.unwrap_or_default();
    let by = if order.is_some() { OrderedBy::Superior.code() } else { "" };
    let nothing = found.is_empty().then(|| {
        "Belum ada tanggapan, kesepakatan, atau putusan yang memerintahkan informasi ini dibuka; catat dahulu di halaman keberatannya."
            .to_owned()
    });
    let fields = vec![
        choice("objection", "Keberatan", choices, first).needed(),
        choice("by", "Diperintahkan oleh", choices!(OrderedBy), by).needed(),
        text("number", "Nomor surat atau putusan", text_of(answer.map(|answer| answer.letter.number.clone()))).needed(),
        date("given_on", "Tanggalnya", text_of(answer.map(|answer| answer.letter.date.to_string()))).needed(),
        long_text("what", "Yang harus diberikan", text_of(order.map(|(what, _)| what.clone()))).needed(),
        date("due", "Dilaksanakan paling lambat", text_of(order.map(|(_, by)| by.to_string()))).needed(),
    ];
    let before = ask.state.decision().map_or("", |decision| decision.label());
    Ok(ActionForm::new("Buka kembali untuk dijawab lagi", "Buka kembali", vec![section("Perintah", fields)]).warning(
        nothing.or_else(|| {
            let answered = ask.state.outcome.as_ref().map_or_else(String::new, |outcome| words(outcome.on()));
            Some(format!("Jawaban sebelumnya ({before}, {answered}) tetap tersimpan dalam riwayat dan register."))
        }),
    ))
}
