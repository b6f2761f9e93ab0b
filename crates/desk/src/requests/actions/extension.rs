//! Extending the time for the answer, once.

use loket_domain::authority::Duty;
use loket_domain::days_of;
use loket_domain::indonesian::weekday_date;
use loket_domain::paper::PaperKind;
use loket_domain::request::{Command, ExtensionReason, Request, may};

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form;
use crate::forms::form::{long_text, many, read, section};
use crate::views::action::ActionForm;
use crate::views::choices;

pub(crate) const EXTEND: Action<Request, Command> = Action {
    code: "extend",
    label: concat!("Perpanjang ", days_of!(Extension), " hari kerja"),
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::extend(request),
    confirm: |_| None,
    form: Some(extend_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::Extend(read(form)?)),
        said: "Waktu jawaban diperpanjang.",
        paper: Some(PaperKind::ExtensionNotice),
    },
};

fn extend_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let rest = vec![
        many("reasons", "Alasan", choices!(ExtensionReason), vec![])
            .needed()
            .help("Undang-undang hanya mengenal tiga alasan ini."),
        long_text("explanation", "Penjelasan", "").needed(),
    ];
    let sections = form::letter(ask.context, PaperKind::ExtensionNotice, ask.moment, [section("Perpanjangan", rest)]);
    Ok(ActionForm::new("Perpanjangan waktu", "Perpanjang", sections)
        .warning(extension_warning(ask.context, ask.state))
        .final_step())
}

/// From when to when an extension would move the deadline.
fn extension_warning(context: &Context<'_>, request: &Request) -> Option<String> {
    let first = request.promised.official?;
    let counting = context.office.profile.counting();
    let later = loket_domain::clock::Clock::Extension.ends(context.calendar, counting, first);
    later.map(|later| {
        format!(
            "Batas resmi bergeser dari {} ke {}. Perpanjangan hanya sekali dan suratnya harus keluar sebelum batas pertama lewat.",
            weekday_date(first),
            weekday_date(later)
        )
    })
}
