//! The wording of letters: changing one, taking the original back, and the letter as it would print before a wording is kept.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Ask, Effect, always};
use crate::forms::boxes::typed;
use crate::forms::form::{long_text, note, section};
use crate::printing::basis;
use crate::printing::printer::Printer;
use crate::settings::step::{Setting, SettingStep, setting};
use crate::views::action::{ActionForm, Preview};
use crate::views::paper::IssuedPaper;
use crate::views::subject::SubjectKind;
use chrono::NaiveDate;
use loket_domain::authority::Duty;
use loket_domain::change::OfficeChange;
use loket_domain::problem::{Problems, Refused};
use loket_letters as letters;
use loket_letters::Template;

/// The steps on a template of a letter.
pub(crate) const TEMPLATE: Setting<Template> =
    setting(SubjectKind::Template, true, ALL, |_, _, code| Ok(((), Template::from_code(code).ok_or(Refused::Unknown)?)));

const ALL: &[SettingStep<Template>] = &[REWORD, RESTORE];

const REWORD: SettingStep<Template> = SettingStep {
    code: "reword",
    label: "Ubah naskah",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(wording_form),
    effect: Effect::Command {
        command: |ask, form| {
            let text = typed(form, "text");
            let mut p = Problems::default();
            if let Err(fault) = ask.state.check(&text) {
                p.add("text", fault.to_string());
            }
            p.or(Some(()))?;
            let original = Template::digest(ask.context.basic_text(*ask.state));
            Ok(vec![OfficeChange::WordingRevised { template: ask.state.code().to_owned(), text, original }])
        },
        said: "Naskah kantor disimpan dan dipakai untuk surat berikutnya.",
        paper: None,
    },
};

const RESTORE: SettingStep<Template> = SettingStep {
    code: "restore",
    label: "Kembalikan naskah asli",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: |template, today| {
        let own = today.office.wordings.contains_key(template.code());
        if own { Ok(()) } else { Err(Refused::NotNow("Naskah ini masih asli.")) }
    },
    confirm: |_| None,
    form: Some(|_| {
        let words = "Naskah asli, atau naskah paket PPID Utama yang berlaku, dipakai lagi. Naskah kantor tetap tercatat \
                     dalam riwayat.";
        Ok(ActionForm::new("Kembalikan naskah asli", "Kembalikan", vec![section("", vec![note("restore", words)])]))
    }),
    effect: Effect::Command {
        command: |ask, _| Ok(vec![OfficeChange::WordingRestored { template: ask.state.code().to_owned() }]),
        said: "Naskah asli dipakai lagi.",
        paper: None,
    },
};

fn wording_form(ask: &Ask<'_, Template, ()>) -> Result<ActionForm, DeskError> {
    let (context, template) = (ask.context, *ask.state);
    let own = context.office.wordings.get(template.code());
    let current = context.office.text(template.code()).unwrap_or(template.original());
    let placeholders: Vec<String> = template.placeholders().iter().map(|name| format!("{{{name}}}")).collect();
    let known = match placeholders.as_slice() {
        [] => "Naskah ini tidak memakai isian.".to_owned(),
        names => format!("Isian yang dikenal: {}.", names.join(", ")),
    };
    let help = format!("{known} Baris kosong memulai alinea baru; kata yang diapit *bintang* dicetak tebal.");
    let changed = own.filter(|wording| wording.original != Template::digest(context.basic_text(template)));
    let text = long_text("text", "Naskah", current).rows(10).needed().help(&help);
    let form = ActionForm::new(template.title(), "Simpan naskah", vec![section("", vec![text])]);
    Ok(form.preview(Preview::Letter).warning(changed.map(|_| {
        "Naskah asli sudah diperbarui sejak kantor mengubahnya; naskah kantor tetap dipakai sampai Anda mengembalikannya."
            .to_owned()
    })))
}

/// The letter a template stands in, with the text as typed and an invented request. It is shown, never counted as printed.
pub(crate) fn template_preview(
    context: &Context<'_>,
    printer: &Printer<'_>,
    code: &str,
    text: &str,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let template = letters::Template::from_code(code).ok_or(Refused::Unknown)?;
    if let Err(fault) = template.check(text) {
        let mut p = Problems::default();
        p.add("text", fault.to_string());
        return Err(Refused::Fields(p.into_vec()).into());
    }
    let signer = basis::ppid(context, today).ok_or(Refused::NotNow("Tambahkan dahulu seorang PPID Pelaksana di Pengaturan."))?;
    let paper = letters::sample(template, &context.office.profile.place, today, &signer.official);
    let wording = letters::Wording::of(context.texts().chain([(code, text)]));
    let pdf = printer.press.print_worded(&*paper, &printer.letterhead(), context.office.profile.paper, &wording)?;
    Ok(IssuedPaper { pdf, file_name: format!("Contoh {}.pdf", template.title()), is_copy: false })
}
