//! Correcting what was registered, and taking a file back.

use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_domain::problem::Refused;
use loket_domain::request::{Command, Request, RequestDraft};

use crate::error::DeskError;
use crate::files;
use crate::forms::action::{Action, Effect, always};
use crate::forms::boxes::Boxes;
use crate::forms::form::{long_text, section, text, typed};
use crate::kernel::slip::Slip;
use crate::views::action::ActionForm;

pub(crate) const CORRECT: Action<Request, Command> = Action {
    code: "correct",
    label: "Koreksi isian",
    duty: Some(Duty::Serve),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| Ok(correction_form(ask.state))),
    effect: Effect::Command {
        command: |ask, form| {
            let draft = Box::new(corrected(ask.state, form)?);
            Ok(Command::Correct { draft, reason: typed(form, "reason") })
        },
        said: "Koreksi dicatat; isian lama tetap tersimpan.",
        paper: None,
    },
};

/// It stands beside each file, not among the buttons of the page.
pub(crate) const WITHDRAW_FILE: Action<Request, Command> = Action {
    code: files::WITHDRAW_FILE,
    label: "Tarik berkas",
    duty: Some(Duty::Serve),
    offered: |_| false,
    may: always,
    confirm: |_| None,
    form: Some(|ask| files::withdraw_file_form(ask.state)),
    effect: Effect::Command {
        command: |_, form| Ok(Command::WithdrawAttachment { digest: typed(form, "digest"), reason: typed(form, "reason") }),
        said: "Berkas ditarik; catatannya tetap di riwayat.",
        paper: None,
    },
};

/// What may be mistyped and corrected; the day of receipt and the documents stay as they are.
fn correction_form(request: &Request) -> ActionForm {
    let draft = RequestDraft::of(&request.registration);
    let representative = vec![
        text("representative_name", "Nama kuasa", draft.representative_name.clone()),
        text("representative_address", "Alamat kuasa", draft.representative_address.clone()),
        text("representative_phone", "Telepon kuasa", draft.representative_phone.clone()),
    ];
    let mut sections = vec![
        section(
            "Pemohon",
            vec![
                text("name", "Nama", draft.name).needed(),
                text("identity_number", "Nomor identitas", draft.identity_number),
                text("address", "Alamat", draft.address).needed(),
                text("occupation", "Pekerjaan", draft.occupation),
                text("phone", "Nomor telepon", draft.phone),
                text("email", "E-mail", draft.email),
            ],
        ),
        section(
            "Permohonan",
            vec![
                long_text("information", "Rincian informasi", draft.information).needed(),
                long_text("purpose", "Tujuan penggunaan", draft.purpose).needed(),
                long_text("notes", "Catatan petugas", draft.notes),
            ],
        ),
        section("Koreksi", vec![long_text("reason", "Mengapa dikoreksi", "").needed()]),
    ];
    if draft.represented {
        sections.insert(1, section("Kuasa", representative));
    }
    let received = words(request.registration.received_on);
    ActionForm::new("Koreksi isian", "Simpan koreksi", sections).warning(Some(format!(
        "Isian lama tetap tersimpan. Tanggal diterima ({received}) tidak dapat dikoreksi karena menentukan batas waktu. \
         Surat yang dicetak setelah ini menyebut versinya."
    )))
}

/// The registered form with the corrected boxes.
fn corrected(request: &Request, form: &Boxes<'_>) -> Result<RequestDraft, DeskError> {
    let draft = serde_json::to_value(RequestDraft::of(&request.registration)).map_err(DeskError::slip("draft"))?;
    let serde_json::Value::Object(mut draft) = draft else { return Err(Slip::alone("draft").into()) };
    for (name, known) in &mut draft {
        if let Some(value) = form.get(name) {
            *known = serde_json::to_value(value).map_err(DeskError::slip("form"))?;
        }
    }
    serde_json::from_value(serde_json::Value::Object(draft)).map_err(misread)
}

/// As of any form: the officer looks at the boxes.
fn misread(_: serde_json::Error) -> DeskError {
    Refused::NotNow("Isian koreksi tidak terbaca.").into()
}
