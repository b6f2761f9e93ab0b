//! The steps of a consequence test and of the classification that follows, one value each.

use crate::classifications::worksheet::{test, worksheet_form_of};
use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form;
use crate::forms::form::{date, long_text, read, section, text, typed};

use crate::views::action::ActionForm;
use loket_domain::authority::Duty;
use loket_domain::classification::{Classification, ClassificationCommand, WorksheetInput, may};
use loket_domain::paper::PaperKind;

pub(crate) const APPROVE: Action<Classification, ClassificationCommand> = Action {
    code: "approve",
    label: "Catat persetujuan pimpinan",
    duty: Some(Duty::Classify),
    offered: |_| true,
    may: |state, _| may::test(state),
    confirm: |_| None,
    form: Some(approve_form),
    effect: Effect::Command {
        command: |_, form| Ok(ClassificationCommand::Approve { on: typed(form, "on"), by: typed(form, "by") }),
        said: "Persetujuan pimpinan dicatat.",
        paper: None,
    },
};

pub(crate) const REJECT: Action<Classification, ClassificationCommand> = Action {
    code: "reject",
    label: "Tidak disetujui",
    duty: Some(Duty::Classify),
    offered: |_| true,
    may: |state, _| may::test(state),
    confirm: |_| None,
    form: Some(reject_form),
    effect: Effect::Command {
        command: |_, form| Ok(ClassificationCommand::Reject { reason: typed(form, "reason") }),
        said: "Penolakan pimpinan dicatat.",
        paper: None,
    },
};

pub(crate) const DECREE: Action<Classification, ClassificationCommand> = Action {
    code: "decree",
    label: "Tetapkan klasifikasi",
    duty: Some(Duty::Classify),
    offered: |_| true,
    may: |state, _| may::decree(state),
    confirm: |_| None,
    form: Some(decree_form),
    effect: Effect::Command {
        command: |_, form| Ok(ClassificationCommand::Decree(read(form)?)),
        said: "Klasifikasi ditetapkan.",
        paper: Some(PaperKind::ClassificationDecree),
    },
};

pub(crate) const LIFT: Action<Classification, ClassificationCommand> = Action {
    code: "lift",
    label: "Buka informasi",
    duty: Some(Duty::Classify),
    offered: |_| true,
    may: |state, _| may::lift(state),
    confirm: |_| None,
    form: Some(lift_form),
    effect: Effect::Command {
        command: |_, form| Ok(ClassificationCommand::Lift { reason: typed(form, "reason") }),
        said: "Informasi dinyatakan terbuka.",
        paper: None,
    },
};

pub(crate) const TEST: Action<Classification, ClassificationCommand> = Action {
    code: "test",
    label: "Ubah lembar uji",
    duty: Some(Duty::Classify),
    offered: |_| true,
    may: |state, _| may::test(state),
    confirm: |_| None,
    form: Some(|ask| Ok(worksheet_form_of(written_before(ask.state)))),
    effect: Effect::Elsewhere(|journal, id, _, form, moment| test(journal, Some(id), None, form, moment)),
};

fn approve_form(ask: &Ask<'_, Classification>) -> Result<ActionForm, DeskError> {
    let on = ask.moment.local.date();
    let fields = vec![
        date("on", "Tanggal persetujuan", on).needed(),
        text("by", "Pimpinan yang menyetujui", "").needed().help("Nama dan jabatan."),
    ];
    Ok(ActionForm::new("Persetujuan pimpinan", "Catat persetujuan", vec![section("", fields)]).final_step())
}

fn reject_form(_ask: &Ask<'_, Classification>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Mengapa tidak disetujui", "").needed();
    Ok(ActionForm::new("Uji konsekuensi tidak disetujui", "Catat", vec![section("", vec![reason])]).final_step())
}

fn decree_form(ask: &Ask<'_, Classification>) -> Result<ActionForm, DeskError> {
    let sections = form::letter(ask.context, PaperKind::ClassificationDecree, ask.moment, []);
    Ok(ActionForm::new("Surat Penetapan Klasifikasi", "Tetapkan", sections).final_step())
}

fn lift_form(_ask: &Ask<'_, Classification>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Mengapa dibuka", "").needed();
    Ok(ActionForm::new("Buka informasi", "Nyatakan terbuka", vec![section("", vec![reason])]).final_step())
}

/// What the worksheet says now, to be written anew.
fn written_before(state: &Classification) -> WorksheetInput {
    let sheet = &state.worksheet;
    let law = sheet.other_law.clone().unwrap_or_default();
    WorksheetInput {
        information: sheet.information.clone(),
        unit: sheet.unit.clone(),
        grounds: sheet.grounds.iter().map(|ground| ground.code().to_owned()).collect(),
        other_law: law.0,
        other_article: law.1,
        consequence: sheet.consequence.clone(),
        benefit: sheet.benefit.clone(),
        tested_on: sheet.tested_on.to_string(),
        expires: sheet.expires.map(|expires| expires.to_string()).unwrap_or_default(),
        term: sheet.term.clone().unwrap_or_default(),
        team: sheet.team.clone(),
    }
}
