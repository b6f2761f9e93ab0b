//! Notes of the office about a request, at any time of its life.

use loket_domain::authority::Duty;
use loket_domain::request::{Command, NoteAbout, Request};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect, always};
use crate::forms::form::{choice, long_text, read, section};
use crate::views::action::ActionForm;
use crate::views::choices;

pub(crate) const ADD_NOTE: Action<Request, Command> = Action {
    code: "add_note",
    label: "Tambah catatan",
    duty: Some(Duty::Serve),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(note_form),
    effect: Effect::Command { command: |_, form| Ok(Command::AddNote(read(form)?)), said: "Catatan disimpan.", paper: None },
};

/// While something is late and nobody said why, that is what a note is probably about.
fn note_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let last = ask.state.late_after(&ask.context.office.profile, ask.context.calendar);
    let late = last.is_some_and(|last| ask.moment.local.date() > last);
    let about = if late && !ask.state.says_why_late() { NoteAbout::Delay } else { NoteAbout::Anything };
    let fields = vec![
        choice("about", "Tentang", choices!(NoteAbout), about.code()).needed(),
        long_text("text", "Catatan", "").needed().rows(4).help("Tampil di Riwayat permohonan ini, tidak di surat mana pun."),
    ];
    Ok(ActionForm::new("Tambah catatan", "Simpan catatan", vec![section("", fields)]))
}
