//! Telling the applicant how it stands, beside any letter.

use loket_domain::authority::Duty;
use loket_domain::request::{Command, Request, TidingsWay, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form::{choice, read, section};
use crate::views::action::{ActionForm, Preview};
use crate::views::{Choice, choices};

pub(crate) const TELL_APPLICANT: Action<Request, Command> = Action {
    code: "tell_applicant",
    label: "Kabari pemohon",
    duty: Some(Duty::Serve),
    offered: |request| may::tell(request).is_ok(),
    may: |request, _| may::tell(request),
    confirm: |_| None,
    form: Some(telling_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::Tell(read(form)?)),
        said: "Dicatat dalam Riwayat: pemohon sudah dikabari.",
        paper: None,
    },
};

fn telling_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let about = |about: loket_domain::request::Tidings| Choice { code: about.code().into(), label: about.label().into() };
    let offered: Vec<Choice> = ask.state.tidings().into_iter().map(about).collect();
    let usual = ask.state.next_tidings().unwrap_or_default();
    let about = choice("about", "Kabar", offered, usual.code()).needed();
    let way = choice("way", "Sudah dikabari lewat", choices!(TidingsWay), "").needed();
    let sections = vec![section("", vec![about]), section("Sesudah dikabari", vec![way])];
    Ok(ActionForm::new("Kabari pemohon", "Catat sudah dikabari", sections).preview(Preview::Tidings))
}
