//! Who asks and who acts, as it changes after registering.

use loket_domain::authority::Duty;
use loket_domain::request::{ActingAs, Command, Request, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::boxes::Boxes;
use crate::forms::form::{choice, date, long_text, read, section, text, typed};
use crate::kernel::moment::Moment;
use crate::views::action::ActionForm;
use crate::views::choices;

pub(crate) const CHANGE_CONTACT: Action<Request, Command> = Action {
    code: "change_contact",
    label: "Catat perubahan alamat",
    duty: Some(Duty::Serve),
    offered: |request| may::change_party(request).is_ok(),
    may: |request, _| may::change_party(request),
    confirm: |_| None,
    form: Some(contact_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::ChangeContact(read(form)?)),
        said: "Perubahan dicatat; surat berikutnya memakai alamat baru.",
        paper: None,
    },
};

pub(crate) const NAME_REPRESENTATIVE: Action<Request, Command> = Action {
    code: "name_representative",
    label: "Catat kuasa, wali, atau ahli waris",
    duty: Some(Duty::Serve),
    offered: |request| may::change_party(request).is_ok(),
    may: |request, _| may::change_party(request),
    confirm: |_| None,
    form: Some(representative_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NameRepresentative(read(form)?)),
        said: "Dicatat; surat berikutnya ditujukan kepadanya.",
        paper: None,
    },
};

pub(crate) const END_REPRESENTATIVE: Action<Request, Command> = Action {
    code: "end_representative",
    label: "Kuasa berakhir",
    duty: Some(Duty::Serve),
    offered: |request| may::end_representative(request).is_ok(),
    may: |request, _| may::end_representative(request),
    confirm: |_| None,
    form: Some(|ask| Ok(ended_form(ask.moment))),
    effect: Effect::Command {
        command: |_, form| Ok(ended(form, false)),
        said: "Dicatat; surat berikutnya ditujukan kepada pemohon sendiri.",
        paper: None,
    },
};

/// The form of an end of somebody's acting, in a request or in an objection about it.
pub(crate) fn ended_form(moment: Moment) -> ActionForm {
    let fields = vec![
        date("on", "Berakhir pada", moment.local.date()).needed(),
        long_text("reason", "Karena", "").needed().help("Misalnya nomor dan tanggal surat pencabutan kuasa."),
    ];
    ActionForm::new("Kuasa berakhir", "Catat", vec![section("", fields)])
}

/// The command of that form.
pub(crate) fn ended(form: &Boxes<'_>, in_objection: bool) -> Command {
    Command::EndRepresentative { on: typed(form, "on"), reason: typed(form, "reason"), in_objection }
}

fn contact_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let known = ask.state.applicant();
    let fields = vec![
        date("on", "Berlaku sejak", ask.moment.local.date()).needed(),
        text("address", "Alamat", known.address).needed(),
        text("phone", "Nomor telepon", known.phone.unwrap_or_default()),
        text("email", "E-mail", known.email.unwrap_or_default()),
    ];
    Ok(ActionForm::new("Perubahan alamat atau kontak", "Catat", vec![section("", fields)])
        .intro("Untuk yang pindah atau berganti nomor. Salah ketik pada formulir dibetulkan dengan Koreksi isian."))
}

fn representative_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let shown = [ActingAs::Attorney.code(), ActingAs::Heir.code()];
    let fields = vec![
        date("on", "Bertindak sejak", ask.moment.local.date()).needed(),
        choice("acting_as", "Sebagai", choices!(ActingAs), "").needed(),
        text("name", "Nama", "").needed(),
        text("address", "Alamat", "").needed(),
        text("phone", "Nomor telepon", ""),
        text("mandate", "Surat kuasa atau keterangan ahli waris", "")
            .needed()
            .when("acting_as", &shown)
            .help("Nomor dan tanggalnya. Orang tua atau wali tidak memerlukan surat kuasa."),
    ];
    Ok(ActionForm::new("Kuasa, wali, atau ahli waris", "Catat", vec![section("", fields)]))
}
