//! The steps of an objection and of its dispute, one value each.

use loket_domain::authority::Duty;
use loket_domain::days_of;
use loket_domain::objection::{Objection, ObjectionCommand, StepKind, Verdict, may};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::{Fulfilment, LetterCancelInput, LetterNumberInput, Request, SendingWay};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect, always};
use crate::forms::form;
use crate::forms::form::{choice, date, letter_number, long_text, only, proof, read, section, text, typed, why_another};
use crate::forms::step::done;
use crate::questions;
use crate::requests::actions::party;
use crate::requests::command::write_command;
use crate::store::requests;
use crate::views::action::ActionForm;
use crate::views::subject::SubjectKind;
use crate::views::{Choice, choices};

/// The step that the law asks for next; nothing where only the applicant, the commission or the court can do something.
pub(crate) fn main_step(objection: &Objection) -> Option<&'static str> {
    let unnumbered = objection.answer.as_ref().is_some_and(|answer| answer.letter.number.is_empty());
    let first = [
        (may::answer(objection).is_ok(), ANSWER.code),
        (unnumbered, NUMBER_LETTER.code),
        (may::note_sent(objection).is_ok(), NOTE_SENT.code),
        (may::proceed(objection).is_ok(), PROCEED.code),
        (may::note_executed(objection).is_ok(), NOTE_EXECUTED.code),
    ];
    first.into_iter().find_map(|(due, code)| due.then_some(code))
}

pub(crate) const ANSWER: Action<Objection, ObjectionCommand> = Action {
    code: "answer",
    label: "Tanggapi",
    duty: Some(Duty::AnswerObjections),
    offered: |_| true,
    may: |objection, _| may::answer(objection),
    confirm: |_| None,
    form: Some(answer_form),
    effect: Effect::Command {
        command: |ask, form| {
            Ok(ObjectionCommand::Answer { input: Box::new(read(form)?), about: objected_to(ask)?.map(Box::new) })
        },
        said: "Tanggapan atas keberatan disimpan.",
        paper: Some(PaperKind::ObjectionAnswer),
    },
};

pub(crate) const NUMBER_LETTER: Action<Objection, ObjectionCommand> = Action {
    code: "number_letter",
    label: "Catat nomor surat",
    duty: Some(Duty::Serve),
    offered: |objection| objection.answer.is_some(),
    may: |objection, _| may::number_letter(objection),
    confirm: |_| None,
    form: Some(number_form),
    effect: Effect::Command {
        command: |_, form| {
            let (letter_number, reason) = (typed(form, "letter_number"), typed(form, "reason"));
            let paper = PaperKind::ObjectionAnswer.code().into();
            Ok(ObjectionCommand::NumberLetter(LetterNumberInput { paper, letter_number, reason }))
        },
        said: "Nomor surat dicatat.",
        paper: None,
    },
};

pub(crate) const CANCEL_LETTER: Action<Objection, ObjectionCommand> = Action {
    code: "cancel_letter",
    label: "Nyatakan tanggapan tidak berlaku",
    duty: Some(Duty::AnswerObjections),
    offered: Objection::answer_may_be_cancelled,
    may: |objection, _| may::cancel_letter(objection),
    confirm: |_| None,
    form: Some(cancel_form),
    effect: Effect::Command {
        command: |ask, form| {
            let (paper, reason) = (PaperKind::ObjectionAnswer.code().into(), typed(form, "reason"));
            Ok(ObjectionCommand::CancelLetter { input: LetterCancelInput { paper, reason }, acted: acted_upon(ask)? })
        },
        said: "Tanggapan dinyatakan tidak berlaku; buat tanggapan penggantinya.",
        paper: None,
    },
};

pub(crate) const NOTE_SENT: Action<Objection, ObjectionCommand> = Action {
    code: "note_sent",
    label: "Catat pengiriman tanggapan",
    duty: Some(Duty::Serve),
    offered: |objection| may::note_sent(objection).is_ok(),
    may: |objection, _| may::note_sent(objection),
    confirm: |_| None,
    form: Some(note_sent_form),
    effect: Effect::Command {
        command: |_, form| Ok(ObjectionCommand::NoteSent(read(form)?)),
        said: "Pengiriman tanggapan dicatat.",
        paper: None,
    },
};

pub(crate) const NOTE_RECEIVED: Action<Objection, ObjectionCommand> = Action {
    code: "note_received",
    label: "Catat tanggapan diterima",
    duty: Some(Duty::Serve),
    offered: |_| true,
    may: |objection, _| may::note_received(objection),
    confirm: |_| None,
    form: Some(note_received_form),
    effect: Effect::Command {
        command: |_, form| Ok(ObjectionCommand::NoteReceived { on: typed(form, "on"), reaction: typed(form, "reaction") }),
        said: "Tanggal diterima dicatat.",
        paper: None,
    },
};

pub(crate) const NOTE_RETURNED: Action<Objection, ObjectionCommand> = Action {
    code: "note_returned",
    label: "Catat surat kembali",
    duty: Some(Duty::Serve),
    offered: |objection| may::note_returned(objection).is_ok(),
    may: |objection, _| may::note_returned(objection),
    confirm: |_| None,
    form: Some(note_returned_form),
    effect: Effect::Command {
        command: |_, form| Ok(ObjectionCommand::NoteReturned { on: typed(form, "on"), why: typed(form, "why") }),
        said: "Dicatat; kirim lagi tanggapannya, lalu catat pengirimannya.",
        paper: None,
    },
};

pub(crate) const WITHDRAW_RECEIPT: Action<Objection, ObjectionCommand> = Action {
    code: "withdraw_receipt",
    label: "Tanggal diterima keliru",
    duty: Some(Duty::Serve),
    offered: |objection| may::withdraw_receipt(objection).is_ok(),
    may: |objection, _| may::withdraw_receipt(objection),
    confirm: |_| None,
    form: Some(withdraw_receipt_form),
    effect: Effect::Command {
        command: |_, form| Ok(ObjectionCommand::WithdrawReceipt { reason: typed(form, "reason") }),
        said: "Tanggal diterima dibatalkan; catat yang benar.",
        paper: None,
    },
};

pub(crate) const NOTE_EXECUTED: Action<Objection, ObjectionCommand> = Action {
    code: "note_executed",
    label: "Catat pelaksanaan",
    duty: Some(Duty::AnswerObjections),
    offered: |_| true,
    may: |objection, _| may::note_executed(objection),
    confirm: |_| None,
    form: Some(note_executed_form),
    effect: Effect::Command {
        command: |ask, form| {
            let (on, note) = (typed(form, "on"), typed(form, "note"));
            Ok(ObjectionCommand::NoteExecuted { on, note, done: fulfilment(ask)? })
        },
        said: "Pelaksanaan dicatat.",
        paper: None,
    },
};

pub(crate) const WITHDRAW: Action<Objection, ObjectionCommand> = Action {
    code: "withdraw",
    label: "Dicabut pengaju",
    duty: Some(Duty::Serve),
    offered: |_| true,
    may: |objection, _| may::withdraw(objection),
    confirm: |_| None,
    form: Some(withdraw_form),
    effect: Effect::Command {
        command: |_, form| Ok(ObjectionCommand::Withdraw { reason: typed(form, "reason") }),
        said: "Pencabutan dicatat.",
        paper: None,
    },
};

pub(crate) const FILE_DISPUTE: Action<Objection, ObjectionCommand> = Action {
    code: "file_dispute",
    label: "Catat sengketa",
    duty: Some(Duty::AnswerObjections),
    offered: |_| true,
    may: may::file_dispute,
    confirm: |_| None,
    form: Some(file_dispute_form),
    effect: Effect::Command {
        command: |_, form| Ok(ObjectionCommand::FileDispute(read(form)?)),
        said: "Sengketa dicatat.",
        paper: None,
    },
};

pub(crate) const PROCEED: Action<Objection, ObjectionCommand> = Action {
    code: "proceed",
    label: "Langkah sengketa",
    duty: Some(Duty::AnswerObjections),
    offered: |_| true,
    may: |objection, _| may::proceed(objection),
    confirm: |_| None,
    form: Some(proceed_form),
    effect: Effect::Command {
        command: |ask, form| Ok(ObjectionCommand::Proceed { input: read(form)?, done: fulfilment(ask)? }),
        said: "Langkah sengketa dicatat.",
        paper: None,
    },
};

/// It is noted in the request: every later letter about both goes to the applicant.
pub(crate) const END_REPRESENTATIVE: Action<Objection, ObjectionCommand> = Action {
    code: "end_representative",
    label: "Kuasa berakhir",
    duty: Some(Duty::Serve),
    offered: |objection| objection.form.request.is_some() && objection.form.representative.is_some(),
    may: always,
    confirm: |_| None,
    form: Some(|ask| Ok(party::ended_form(ask.moment))),
    effect: Effect::Elsewhere(|journal, id, objection, form, moment| {
        let request = objection.form.request.ok_or(Refused::Unknown)?;
        let ended = party::ended(form, true);
        form.all_read()?;
        write_command(journal, request, ended, moment)?;
        Ok(done(SubjectKind::Objection, id, "Dicatat; surat berikutnya ditujukan kepada pemohon sendiri."))
    }),
};

pub(crate) const ASK: Action<Objection, ObjectionCommand> = questions::actions::asking();

fn answer_form(ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let overturned = [Verdict::Overturned.code(), Verdict::PartlyOverturned.code(), Verdict::Deliberated.code()];
    let fields = vec![
        choice("verdict", "Putusan", choices!(Verdict), "").needed(),
        long_text("considerations", "Pertimbangan", "").needed().help("Wajib tertulis (Pasal 36)."),
        long_text("order", "Perintah kepada PPID, atau kesepakatannya", "").needed().when("verdict", &overturned),
        date("execute_by", "Dilaksanakan paling lambat", "").needed().when("verdict", &overturned),
    ];
    let sections = form::letter(ask.context, PaperKind::ObjectionAnswer, ask.moment, [section("Tanggapan", fields)]);
    Ok(ActionForm::new("Tanggapan atas keberatan", "Simpan tanggapan", sections).final_step())
}

/// Whether the request was opened again by order of this very answer, and answered upon it.
fn acted_upon(ask: &Ask<'_, Objection>) -> Result<bool, DeskError> {
    // While the request waits for its answer, a wrong order can still be taken back.
    let upon_it = |request: &Request| {
        let waits = usize::from(request.order().is_some());
        request.reopened.iter().rev().skip(waits).any(|again| again.order.objection.0 == ask.id)
    };
    Ok(objected_to(ask)?.is_some_and(|request| upon_it(&request)))
}

/// What the request shows of what was ordered.
fn fulfilment(ask: &Ask<'_, Objection>) -> Result<Fulfilment, DeskError> {
    Ok(ask.state.fulfilment(objected_to(ask)?.as_ref()))
}

/// The request it is about, as it stands; none for periodic information, and while the request is not here.
fn objected_to(ask: &Ask<'_, Objection>) -> Result<Option<Request>, DeskError> {
    Ok(ask.state.form.request.map(|id| requests::one(ask.tables, id)).transpose()?.flatten())
}

fn number_form(ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    // Here it follows no longer.
    let mut fields = Vec::from(letter_number(PaperKind::Disposition));
    fields.extend(ask.state.left_with().map(|_| why_another()));
    Ok(ActionForm::new("Nomor tanggapan", "Catat nomor", vec![section("", fields)])
        .intro("Juga untuk membetulkan nomor yang salah ketik; yang lama tetap ada dalam riwayat."))
}

fn cancel_form(_ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Apa yang keliru", "").needed().rows(3);
    Ok(ActionForm::new("Tanggapan tidak berlaku", "Nyatakan tidak berlaku", vec![section("", vec![reason])])
        .warning(Some(
            "Keberatan kembali menunggu tanggapan; penggantinya menyebut surat yang digantikan. Batas waktu tidak berhenti."
                .to_owned(),
        ))
        .final_step())
}

fn note_sent_form(ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let fields = vec![
        date("sent_on", "Dikirim atau diserahkan pada", ask.moment.local.date()).needed(),
        choice("way", "Cara", choices!(SendingWay), "").needed(),
        proof("Bukti"),
    ];
    Ok(ActionForm::new("Pengiriman tanggapan", "Catat", vec![section("", fields)]))
}

fn note_received_form(ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let on = ask.moment.local.date();
    let fields = vec![
        date("on", "Diterima pengaju", on).needed().help(concat!(
            "Hari ke-0 dari ",
            days_of!(Dispute),
            " hari kerja untuk sengketa."
        )),
        text("reaction", "Tanggapan pengaju", "")
            .help("Misalnya: menerima, atau akan ke Komisi Informasi. Boleh kosong bila tidak berkata apa-apa."),
    ];
    Ok(ActionForm::new("Tanggapan diterima pengaju", "Catat", vec![section("", fields)]))
}

fn note_returned_form(ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let fields = vec![
        date("on", "Kembali pada", ask.moment.local.date()).needed(),
        text("why", "Karena", "").needed().help("Seperti ditulis pos atau kurir, misalnya alamat tidak dikenal."),
    ];
    Ok(ActionForm::new("Surat tanggapan kembali", "Catat", vec![section("", fields)])
        .intro("Tanggal pengiriman yang pertama tetap dihitung. Periksa alamat pengaju sebelum dikirim lagi."))
}

fn withdraw_receipt_form(_ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Mengapa keliru", "").needed().rows(3);
    Ok(ActionForm::new("Tanggal diterima keliru", "Batalkan tanggal itu", vec![section("", vec![reason])])
        .intro("Waktu untuk sengketa dihitung dari tanggal yang benar; yang lama tetap ada dalam riwayat."))
}

fn note_executed_form(ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let on = ask.moment.local.date();
    let fields = vec![date("on", "Dilaksanakan pada", on).needed(), long_text("note", "Apa yang dilaksanakan", "").needed()];
    Ok(ActionForm::new("Pelaksanaan perintah Atasan PPID", "Catat", vec![section("", fields)]))
}

fn withdraw_form(_ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Pernyataan pengaju", "").needed();
    Ok(ActionForm::new("Keberatan dicabut", "Catat pencabutan", vec![section("", vec![reason])]).final_step())
}

fn file_dispute_form(ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let on = ask.moment.local.date();
    let fields = vec![
        text("number", "Nomor register Komisi Informasi", "").needed(),
        date("on", "Diterima Komisi Informasi", on).needed(),
        text("commission", "Komisi Informasi", "").needed().help("Misalnya: Komisi Informasi Provinsi Sumatera Utara."),
    ];
    Ok(ActionForm::new("Sengketa informasi", "Catat sengketa", vec![section("", fields)]))
}

fn proceed_form(ask: &Ask<'_, Objection>) -> Result<ActionForm, DeskError> {
    let on = ask.moment.local.date();
    let follows = |kind: &&StepKind| kind.is_offered() && kind.may_follow(ask.state.last_step(), &ask.state.form);
    let steps: Vec<Choice> = StepKind::ALL
        .iter()
        .filter(follows)
        .map(|kind| Choice { code: kind.code().into(), label: kind.label().into() })
        .collect();
    let only = only(&steps);
    let rulings: Vec<&str> = StepKind::ALL.iter().filter(|kind| kind.appeal().is_some()).map(|kind| kind.code()).collect();
    let fields = vec![
        choice("step", "Langkah", steps, only).needed(),
        date("on", "Tanggal", on).needed(),
        date("received_on", "Salinan putusan diterima", "")
            .when("step", &rulings)
            .help("Hari ke-0 dari waktu untuk ke pengadilan atau kasasi; bila kosong dihitung dari tanggal putusannya."),
        text("number", "Nomor putusan atau perkara", ""),
        long_text("note", "Hasil dan perintahnya", "").needed(),
    ];
    Ok(ActionForm::new("Langkah sengketa", "Catat langkah", vec![section("", fields)]))
}
