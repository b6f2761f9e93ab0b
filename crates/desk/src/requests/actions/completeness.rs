//! Whether the papers are complete, and what follows when they are not.

use loket_domain::authority::Duty;
use loket_domain::days_of;
use loket_domain::ids::RequestId;
use loket_domain::objection::Objection;
use loket_domain::paper::PaperKind;
use loket_domain::request::{Channel, Command, Request, Stage, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form;
use crate::forms::form::{date, lines, long_text, many, note, read, section, typed};
use crate::store::matters;
use crate::views::Choice;
use crate::views::action::ActionForm;
use crate::views::step::Confirm;

pub(crate) const DECLARE_COMPLETE: Action<Request, Command> = Action {
    code: "declare_complete",
    label: "Nyatakan lengkap",
    duty: Some(Duty::Serve),
    offered: |request| request.outcome.is_none() && request.complete_on.is_none(),
    may: |request, _| may::declare_complete(request),
    confirm: what_is_missing,
    form: None,
    effect: Effect::Command {
        command: |_, _| Ok(Command::DeclareComplete { on: String::new() }),
        said: "Berkas dinyatakan lengkap.",
        paper: None,
    },
};

/// What was complete earlier than it is entered: the paper book's life.
pub(crate) const DECLARE_COMPLETE_ON: Action<Request, Command> = Action {
    code: "declare_complete_on",
    label: "Lengkap pada tanggal lain",
    duty: Some(Duty::Serve),
    offered: |request| request.outcome.is_none() && request.complete_on.is_none(),
    may: |request, _| may::declare_complete(request),
    confirm: |_| None,
    form: Some(declare_complete_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::DeclareComplete { on: typed(form, "on") }),
        said: "Berkas dinyatakan lengkap.",
        paper: None,
    },
};

/// What was missing comes one by one; the last of it makes the request complete.
pub(crate) const NOTE_DOCUMENTS: Action<Request, Command> = Action {
    code: "note_documents",
    label: "Catat berkas susulan",
    duty: Some(Duty::Serve),
    offered: |request| may::note_documents(request).is_ok(),
    may: |request, _| may::note_documents(request),
    confirm: |_| None,
    form: Some(note_documents_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NoteDocuments(read(form)?)),
        said: "Berkas susulan dicatat.",
        paper: None,
    },
};

pub(crate) const NOTE_NOTICE_RECEIVED: Action<Request, Command> = Action {
    code: "note_notice_received",
    label: "Surat tidak lengkap diterima pemohon",
    duty: Some(Duty::Serve),
    offered: |request| request.notice_on_its_way().is_some(),
    may: |request, _| may::note_notice_received(request),
    confirm: |_| None,
    form: Some(note_notice_received_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NoteNoticeReceived { on: typed(form, "received_on") }),
        said: "Tanggal diterima dicatat; waktu melengkapi dihitung dari hari itu.",
        paper: None,
    },
};

/// A double or mistaken registration: its number stays accounted for.
pub(crate) const CANCEL: Action<Request, Command> = Action {
    code: "cancel",
    label: "Batalkan: salah daftar",
    duty: Some(Duty::Serve),
    offered: |request| may::unacted(request).is_ok(),
    may: may::cancel,
    confirm: |_| None,
    form: Some(cancel_form),
    effect: Effect::Command {
        command: |ask, form| {
            let objected = !matters::about::<Objection>(ask.tables, RequestId(ask.id))?.is_empty();
            Ok(Command::Cancel { reason: typed(form, "reason"), objected })
        },
        said: "Pendaftaran dibatalkan; nomornya tetap tercatat.",
        paper: None,
    },
};

pub(crate) const FIND_INCOMPLETE: Action<Request, Command> = Action {
    code: "find_incomplete",
    label: "Surat tidak lengkap",
    duty: Some(Duty::Serve),
    offered: |request| request.outcome.is_none() && request.complete_on.is_none(),
    may: |request, _| may::find_incomplete(request),
    confirm: |_| None,
    form: Some(find_incomplete_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::FindIncomplete(read(form)?)),
        said: "Surat Keterangan Tidak Lengkap dibuat.",
        paper: Some(PaperKind::IncompleteNotice),
    },
};

pub(crate) const LAPSE: Action<Request, Command> = Action {
    code: "lapse",
    label: "Tutup: tidak dilengkapi",
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none() && request.stage() == Stage::Incomplete,
    may: may::lapse,
    confirm: |_| None,
    form: Some(lapse_form),
    effect: Effect::Command {
        command: |_, _| Ok(Command::Lapse),
        said: "Permohonan ditutup sebagai tidak diproses.",
        paper: Some(PaperKind::WrittenNotice),
    },
};

pub(crate) const WITHDRAW: Action<Request, Command> = Action {
    code: "withdraw",
    label: "Dicabut pemohon",
    duty: Some(Duty::Serve),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::withdraw(request),
    confirm: |_| None,
    form: Some(withdraw_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::Withdraw { reason: typed(form, "reason") }),
        said: "Pencabutan dicatat.",
        paper: Some(PaperKind::WrittenNotice),
    },
};

/// Whoever calls the papers complete while some are missing is asked once more.
fn what_is_missing(request: &Request) -> Option<Confirm> {
    let items: Vec<String> = request.missing_documents().iter().map(|document| document.label().to_owned()).collect();
    (!items.is_empty()).then(|| Confirm {
        found: "Menurut catatan, berkas ini belum diterima:".to_owned(),
        items,
        question: "Bila sudah dibawa, pilih Catat berkas susulan. Tenggat mulai dihitung dari hari ini dan pernyataan ini tidak dapat ditarik.".to_owned(),
    })
}

fn note_documents_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let missing = ask.state.missing_documents();
    let choices = missing.iter().map(|document| Choice { code: document.code().into(), label: document.label().into() });
    let fields = vec![
        many("documents", "Berkas yang datang", choices.collect(), vec![]).needed(),
        date("on", "Diterima pada", ask.moment.local.date()).needed(),
    ];
    Ok(ActionForm::new("Berkas susulan", "Catat", vec![section("", fields)])
        .intro("Bila semuanya sudah ada, permohonan lengkap sejak tanggal itu dan batas jawaban dihitung dari sana."))
}

fn find_incomplete_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    // Only who stands at the counter has the letter today: nobody's days begin with one that is still here.
    let at_counter = ask.state.registration.channel == Channel::Counter && ask.state.registration.via.is_none();
    let on = if at_counter { ask.moment.local.date().to_string() } else { String::new() };
    let missing = ask.state.missing_documents().iter().map(|document| document.label().to_owned()).collect();
    let rest = vec![
        lines("missing", "Kekurangan", missing).needed().help("Satu baris untuk setiap kekurangan."),
        date("received_on", "Diterima pemohon", on).help(concat!(
            "Hari ke-0 dari ",
            days_of!(Completion),
            " hari kerja untuk melengkapi. Kosongkan bila dikirim pos atau e-mail; catat setelah diterima."
        )),
    ];
    let sections = form::letter(ask.context, PaperKind::IncompleteNotice, ask.moment, [section("Isi surat", rest)]);
    Ok(ActionForm::new("Surat Keterangan Tidak Lengkap", "Buat surat", sections))
}

fn declare_complete_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let received = ask.state.registration.received_on;
    let on = date("on", "Lengkap pada tanggal", received)
        .needed()
        .help("Hari berkas terakhir diterima. Batas jawaban dihitung dari hari ini, paling lama dari akhir pemeriksaan.");
    Ok(ActionForm::new("Berkas lengkap", "Nyatakan lengkap", vec![section("", vec![on])]))
}

fn note_notice_received_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let on = date("received_on", "Diterima pemohon", ask.moment.local.date()).needed();
    Ok(ActionForm::new("Surat Keterangan Tidak Lengkap diterima", "Catat", vec![section("", vec![on])]))
}

fn cancel_form(_ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Mengapa keliru", "").needed();
    let reason = reason.help("Misalnya: permohonan yang sama sudah terdaftar dengan nomor 007.");
    Ok(ActionForm::new("Batalkan pendaftaran", "Batalkan", vec![section("", vec![reason])])
        .warning(Some("Hanya untuk salah daftar. Permohonan yang dicabut pemohon dicatat sebagai dicabut.".to_owned()))
        .final_step())
}

fn lapse_form(_ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let words = concat!(
        "Pemohon tidak melengkapi berkas dalam ",
        days_of!(Completion),
        " hari kerja. Permohonan ditutup sebagai tidak diproses."
    );
    Ok(ActionForm::new("Tutup permohonan", "Tutup", vec![section("", vec![note("lapse", words)])]).final_step())
}

fn withdraw_form(_ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Pernyataan pemohon", "").needed();
    let reason = reason.help("Misalnya: dicabut dengan surat tanggal 25 November 2026.");
    Ok(ActionForm::new("Permohonan dicabut pemohon", "Catat pencabutan", vec![section("", vec![reason])]).final_step())
}
