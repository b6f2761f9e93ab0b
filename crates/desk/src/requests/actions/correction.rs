//! Correcting what was registered, and taking a file back.

use loket_domain::authority::Duty;
use loket_domain::problem::Refused;
use loket_domain::request::{
    AccessMode, ActingAs, Category, Channel, Command, CopyFormat, DeliveryMode, IdentityKind, Request, RequestDraft,
};

use crate::error::DeskError;
use crate::files;
use crate::forms::action::{Action, Effect, always};
use crate::forms::boxes::Boxes;
use crate::forms::form::{choice, date, lines, long_text, section, text, typed, yes};
use crate::kernel::slip::Slip;
use crate::views::action::ActionForm;
use crate::views::{choices, finer_choices};

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

/// What may be mistyped and corrected; after an answer only who asks and how to reach them.
fn correction_form(request: &Request) -> ActionForm {
    let draft = RequestDraft::of(&request.registration);
    let acts = ["true"];
    let representative = vec![
        yes("represented", "Melalui kuasa atau wali", draft.represented),
        choice("representative_as", "Sebagai", choices!(ActingAs), draft.representative_as).needed().when("represented", &acts),
        text("representative_name", "Nama kuasa", draft.representative_name).needed().when("represented", &acts),
        text("representative_address", "Alamat kuasa", draft.representative_address).needed().when("represented", &acts),
        text("representative_phone", "Telepon kuasa", draft.representative_phone).when("represented", &acts),
    ];
    let copy = [AccessMode::Copy.code()];
    let mut sections = vec![section(
        "Pemohon",
        vec![
            text("name", "Nama", draft.name).needed(),
            choice("identity_kind", "Jenis identitas", finer_choices!(IdentityKind), draft.identity_kind).needed(),
            text("identity_number", "Nomor identitas", draft.identity_number),
            text("address", "Alamat", draft.address).needed(),
            text("occupation", "Pekerjaan", draft.occupation),
            text("phone", "Nomor telepon", draft.phone),
            text("email", "E-mail", draft.email),
        ],
    )];
    if request.outcome.is_none() {
        sections.push(section("Kuasa", representative));
        sections.push(section(
            "Permohonan",
            vec![
                date("received_date", "Tanggal diterima", draft.received_date)
                    .needed()
                    .help("Menentukan batas waktu: bila berubah, surat perubahan batas waktu ditawarkan."),
                choice("channel", "Diterima melalui", finer_choices!(Channel), draft.channel).needed(),
                choice("category", "Kategori pemohon", choices!(Category), draft.category).needed(),
                choice("access_mode", "Cara memperoleh", choices!(AccessMode), draft.access_mode).needed(),
                choice("copy_format", "Bentuk salinan", choices!(CopyFormat), draft.copy_format)
                    .needed()
                    .when("access_mode", &copy),
                choice("delivery_mode", "Cara mendapatkan salinan", finer_choices!(DeliveryMode), draft.delivery_mode)
                    .needed()
                    .when("access_mode", &copy),
                long_text("information", "Rincian informasi", draft.information).needed(),
                long_text("purpose", "Tujuan penggunaan", draft.purpose).needed(),
                lines("members", "Anggota kelompok", draft.members)
                    .when("category", &[Category::Group.code()])
                    .help("Tiap baris: nama; NIK. NIK boleh kosong bila belum ditunjukkan."),
                yes("read_back", "Diisikan petugas, dibacakan kembali", draft.read_back),
                text("assistance", "Bantuan bagi penyandang disabilitas", draft.assistance),
                long_text("notes", "Catatan petugas", draft.notes),
            ],
        ));
    }
    sections.push(section("Koreksi", vec![long_text("reason", "Mengapa dikoreksi", "").needed()]));
    let decided = request
        .outcome
        .as_ref()
        .map_or("", |_| "Permohonan ini sudah diputuskan, jadi yang diminta tidak dapat dikoreksi lagi. ");
    ActionForm::new("Koreksi isian", "Simpan koreksi", sections)
        .warning(Some(format!("{decided}Isian lama tetap tersimpan. Surat yang dicetak setelah ini menyebut versinya.")))
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
