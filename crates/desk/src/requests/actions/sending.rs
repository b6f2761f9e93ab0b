//! A letter on its way to the applicant.

use loket_domain::authority::Duty;
use loket_domain::paper::PaperKind;
use loket_domain::request::{Command, Request, SendingWay, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::boxes::read;
use crate::forms::form::{choice, date, long_text, only, proof, section, text};
use crate::views::action::ActionForm;
use crate::views::{Choice, choices};

pub(crate) const NOTE_SENT: Action<Request, Command> = Action {
    code: "note_sent",
    label: "Catat pengiriman surat",
    duty: Some(Duty::Serve),
    offered: |request| may::note_sent(request).is_ok(),
    may: |request, _| may::note_sent(request),
    confirm: |_| None,
    form: Some(note_sent_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NoteSent(read(form)?)),
        said: "Pengiriman surat dicatat.",
        paper: None,
    },
};

pub(crate) const NOTE_RETURNED: Action<Request, Command> = Action {
    code: "note_returned",
    label: "Catat surat kembali",
    duty: Some(Duty::Serve),
    offered: |request| may::note_returned(request).is_ok(),
    may: |request, _| may::note_returned(request),
    confirm: |_| None,
    form: Some(note_returned_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NoteReturned(read(form)?)),
        said: "Dicatat; kirim lagi suratnya, lalu catat pengirimannya.",
        paper: None,
    },
};

fn as_choices(papers: Vec<PaperKind>) -> Vec<Choice> {
    papers.into_iter().map(|paper| Choice { code: paper.code().into(), label: paper.label().into() }).collect()
}

fn note_returned_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let letters = as_choices(ask.state.may_return());
    let only = only(&letters);
    let fields = vec![
        choice("paper", "Surat", letters, only).needed(),
        date("on", "Kembali pada", ask.moment.local.date()).needed(),
        text("why", "Karena", "").needed().help("Seperti ditulis pos atau kurir, misalnya alamat tidak dikenal."),
    ];
    Ok(ActionForm::new("Surat kembali", "Catat", vec![section("", fields)])
        .intro("Tanggal pengiriman yang pertama tetap dihitung. Periksa alamat pemohon sebelum dikirim lagi."))
}

pub(crate) const WITHDRAW_RECEIPT: Action<Request, Command> = Action {
    code: "withdraw_receipt",
    label: "Tanggal diterima keliru",
    duty: Some(Duty::Serve),
    offered: |request| may::withdraw_receipt(request).is_ok(),
    may: |request, _| may::withdraw_receipt(request),
    confirm: |_| None,
    form: Some(withdraw_receipt_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::WithdrawReceipt(read(form)?)),
        said: "Tanggal diterima dibatalkan; catat yang benar.",
        paper: None,
    },
};

fn withdraw_receipt_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let letters = as_choices(ask.state.received_letters());
    let only = only(&letters);
    let fields =
        vec![choice("paper", "Surat", letters, only).needed(), long_text("reason", "Mengapa keliru", "").needed().rows(3)];
    Ok(ActionForm::new("Tanggal diterima keliru", "Batalkan tanggal itu", vec![section("", fields)])
        .intro("Batas waktu yang dihitung dari tanggal itu ikut dibatalkan sampai yang benar dicatat; yang lama tetap ada dalam riwayat."))
}

fn note_sent_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let letters = as_choices(ask.state.unsent());
    let only = only(&letters);
    let fields = vec![
        choice("paper", "Surat", letters, only).needed(),
        date("sent_on", "Dikirim atau diserahkan pada", ask.moment.local.date()).needed(),
        choice("way", "Cara", choices!(SendingWay), "").needed(),
        proof("Bukti"),
    ];
    Ok(ActionForm::new("Pengiriman surat", "Catat", vec![section("", fields)])
        .intro("Yang memenuhi batas waktu adalah pengiriman, bukan tanggal suratnya (Pasal 22 ayat (7))."))
}
