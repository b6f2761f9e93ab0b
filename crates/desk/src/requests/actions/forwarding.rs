//! Forwarding inside the public body, and the answer that comes back.

use loket_domain::authority::Duty;
use loket_domain::paper::PaperKind;
use loket_domain::request::{Command, Recipient, Request, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form;
use crate::forms::form::{choice, date, long_text, read, section, text};
use crate::settings::packs::directory::names_of_others;
use crate::views::action::ActionForm;
use crate::views::choices;

pub(crate) const NOTE_FORWARD_ANSWER: Action<Request, Command> = Action {
    code: "note_forward_answer",
    label: "Catat jawaban penerusan",
    duty: Some(Duty::Serve),
    offered: |request| request.outcome.is_none() && request.awaited().is_some(),
    may: |request, _| may::note_forward_answer(request),
    confirm: |_| None,
    form: Some(note_forward_answer_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NoteForwardAnswer(read(form)?)),
        said: "Jawaban dicatat.",
        paper: None,
    },
};

pub(crate) const FORWARD: Action<Request, Command> = Action {
    code: "forward",
    label: "Teruskan",
    duty: Some(Duty::Serve),
    offered: |request| request.outcome.is_none() && request.awaited().is_none(),
    may: |request, _| may::forward(request),
    confirm: |_| None,
    form: Some(forward_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::Forward(read(form)?)),
        said: "Permohonan diteruskan.",
        paper: Some(PaperKind::Disposition),
    },
};

fn note_forward_answer_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let on = ask.moment.local.date();
    let fields = vec![
        text("number", "Nomor dari penerima", "").help("Bila mereka memberi nomor sendiri."),
        date("on", "Tanggal diterima", on).needed(),
        long_text("note", "Isi jawaban", "").needed(),
    ];
    Ok(ActionForm::new("Jawaban penerusan", "Catat", vec![section("", fields)]))
}

fn forward_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let others = names_of_others(ask.tables, &ask.context.office.profile.code)?;
    let fields = vec![
        choice("recipient", "Diteruskan kepada", choices!(Recipient), Recipient::PpidMain.code()).needed(),
        text("unit", "Perangkat daerah", "").suggesting(others).needed().when("recipient", &[Recipient::OtherUnit.code()]),
        text("number", "Nomor lembar penerusan", "").needed(),
        long_text("note", "Yang diminta", "").needed(),
        form::signers(ask.context, PaperKind::Disposition, ask.moment),
    ];
    Ok(ActionForm::new("Teruskan permohonan", "Teruskan", vec![section("", fields)])
        .warning(Some("Penerusan tidak menghentikan batas waktu.".to_owned())))
}
