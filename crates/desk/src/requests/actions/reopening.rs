//! Answering anew, by order.

use loket_domain::authority::Duty;
use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::indonesian::date as words;
use loket_domain::objection::Objection;
use loket_domain::request::{Command, OrderedBy, Request, StandingOrder, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::boxes::read;
use crate::forms::form::{choice, date, long_text, section, text, typed};
use crate::store::matters::{self, Found};
use crate::views::action::ActionForm;
use crate::views::{Choice, choices};

pub(crate) const REOPEN: Action<Request, Command> = Action {
    code: "reopen",
    label: "Buka kembali atas perintah",
    duty: Some(Duty::Decide),
    offered: Request::may_be_reopened,
    may: |request, _| may::reopen(request),
    confirm: |_| None,
    form: Some(reopen_form),
    effect: Effect::Command {
        command: |ask, form| {
            let ordered = ordering(ask)?;
            Ok(Command::Reopen { input: read(form)?, ordered })
        },
        said: "Permohonan dibuka kembali; buat jawaban baru.",
        paper: None,
    },
};

pub(crate) const SET_ORDER_ASIDE: Action<Request, Command> = Action {
    code: "set_order_aside",
    label: "Perintah tidak berlaku lagi",
    duty: Some(Duty::Decide),
    offered: |request| request.order().is_some(),
    may: |request, _| may::set_order_aside(request),
    confirm: |_| None,
    form: Some(set_aside_form),
    effect: Effect::Command {
        command: |ask, form| {
            let ordered = on_record(ask, Objection::orders)?.into_iter().map(|(id, _, order)| (id, order)).collect();
            Ok(Command::SetOrderAside { reason: typed(form, "reason"), ordered })
        },
        said: "Jawaban sebelumnya berlaku lagi.",
        paper: None,
    },
};

fn set_aside_form(_: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Karena", "")
        .needed()
        .help("Misalnya gugatan yang diajukan, atau nomor putusan yang membatalkannya.");
    let words =
        "Jawaban sebelum perintah itu berlaku lagi. Bila kemudian diperintahkan lagi, buka kembali atas perintah yang baru.";
    Ok(ActionForm::new("Perintah tidak berlaku lagi", "Catat", vec![section("", vec![reason])]).warning(Some(words.to_owned())))
}

/// What was ordered or agreed in the objections about this request, with the objection's number, oldest first.
fn on_record(
    ask: &Ask<'_, Request>,
    which: fn(&Objection) -> Vec<StandingOrder>,
) -> Result<Vec<(ObjectionId, String, StandingOrder)>, DeskError> {
    let about = matters::about::<Objection>(ask.tables, RequestId(ask.id))?;
    let of = |found: Found<Objection>| {
        let (id, number) = (ObjectionId(found.id), found.state.number.text.clone());
        which(&found.state).into_iter().map(move |order| (id, number.clone(), order))
    };
    let mut orders: Vec<_> = about.into_iter().flat_map(of).collect();
    orders.sort_by_key(|(.., order)| order.on);
    Ok(orders)
}

fn ordering(ask: &Ask<'_, Request>) -> Result<Vec<(ObjectionId, StandingOrder)>, DeskError> {
    Ok(on_record(ask, Objection::waiting_orders)?.into_iter().map(|(id, _, order)| (id, order)).collect())
}

/// The form begins with the last order on record; only those who gave one are offered.
fn reopen_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let found = on_record(ask, Objection::waiting_orders)?;
    let last = found.last();
    let order = last.map(|(.., order)| order);
    let mut objections: Vec<Choice> = Vec::new();
    for (id, number, _) in &found {
        let code = id.0.to_string();
        if objections.iter().all(|known| known.code != code) {
            objections.push(Choice { code, label: format!("Keberatan {number}") });
        }
    }
    let gave = |by: &&Choice| found.iter().any(|(.., order)| order.by.code() == by.code);
    let gave: Vec<Choice> = choices!(OrderedBy).iter().filter(gave).cloned().collect();
    let first = last.map_or_else(String::new, |(id, ..)| id.0.to_string());
    let text_of = |value: Option<String>| value.unwrap_or_default();
    let nothing = found.is_empty().then(|| {
        "Belum ada tanggapan, kesepakatan, atau putusan yang memerintahkan informasi ini dibuka; catat dahulu di halaman keberatannya."
            .to_owned()
    });
    let fields = vec![
        choice("objection", "Keberatan", objections, first).needed(),
        choice("by", "Diperintahkan oleh", gave, order.map_or("", |order| order.by.code())).needed(),
        text("number", "Nomor surat atau putusan", text_of(order.and_then(|order| order.number.clone())))
            .help("Kosong hanya bila nomor tanggapan Atasan PPID belum dicatat."),
        date("given_on", "Tanggalnya", text_of(order.map(|order| order.on.to_string()))).needed(),
        long_text("what", "Yang harus diberikan", text_of(order.map(|order| order.what.clone()))).needed(),
        date("due", "Dilaksanakan paling lambat", text_of(order.and_then(|order| order.due).map(|due| due.to_string()))).needed(),
    ];
    let before = ask.state.decision().map_or("", |decision| decision.label());
    Ok(ActionForm::new("Buka kembali untuk dijawab lagi", "Buka kembali", vec![section("Perintah", fields)]).warning(
        nothing.or_else(|| {
            let answered = ask.state.outcome.as_ref().map_or_else(String::new, |outcome| words(outcome.on()));
            Some(format!("Jawaban sebelumnya ({before}, {answered}) tetap tersimpan dalam riwayat dan register."))
        }),
    ))
}
