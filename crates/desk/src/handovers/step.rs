//! The step by which an account, and with it the desk, passes to another person.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Ask, Effect};
use crate::forms::form::{choice, lines, note, password, section, text, yes};
use crate::handovers::passing;
use crate::handovers::receiver::{NEW, PASSWORD_HELP};
use crate::settings::seen_account::Seen;
use crate::settings::step::SettingStep;
use crate::views::Choice;
use crate::views::action::{ActionForm, FormField, FormSection};
use loket_domain::authority::Duty;
use loket_domain::office::{Account, Official, Role};
use loket_domain::problem::Refused;

pub(crate) const HAND_OVER: SettingStep<Seen> = SettingStep {
    code: "hand_over",
    label: "Serah terima (mutasi)",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: |seen, _| match (seen.account.closed_on, seen.hold) {
        (Some(_), _) => Err(Refused::NotNow("Akun ini sudah ditutup.")),
        (None, Some(hold)) => Err(Refused::NotNow(hold.said())),
        (None, None) => Ok(()),
    },
    confirm: |_| None,
    form: Some(form),
    effect: Effect::AtDesk(passing::hand_over),
};

fn form(ask: &Ask<'_, Seen, ()>) -> Result<ActionForm, DeskError> {
    let Account { name, login, .. } = &ask.state.account;
    let what = "Satu tindakan: akun ini ditutup, pemegang baru masuk dengan akun dan sandinya sendiri, kunci tanda tangan meja dan \
                kunci data diganti, dan berita acara memuat semua yang belum selesai dengan batas waktunya. Kedua orang sebaiknya \
                hadir: yang menerima mengetik sandinya sendiri di sini.";
    let witnesses = witnesses(ask);
    let superior = witnesses.iter().find(|(official, _)| official.role == Role::PpidSuperior);
    let first = superior.map_or_else(String::new, |(_, choice)| choice.code.clone());
    let minutes = vec![
        note("what", what),
        text("number", "Nomor berita acara", "").help("Dari buku agenda; boleh dikosongkan."),
        text("basis", "Dasar", "").help("Misalnya nomor dan tanggal SK mutasi atau surat tugas; boleh dikosongkan."),
        text("from_nip", &format!("NIP {name}"), "").help("18 angka; kosongkan bila tidak ada."),
        choice("witness", "Yang mengetahui", witnesses.into_iter().map(|(_, choice)| choice).collect(), first),
        lines("things", "Yang juga diserahkan", vec![])
            .help("Satu baris untuk setiap barang, misalnya buku register, flashdisk cadangan."),
    ];
    let card =
        yes("new_card", "Buat kartu pemulihan baru", true).help("Yang lama tidak berlaku lagi; cetak yang baru hari ini juga.");
    let own = password("own_password", "Sandi Anda").in_force().needed();
    let sections =
        vec![section("Berita acara", minutes), receiver(ask.context, ask.state), section("Persetujuan", vec![card, own])];
    let form = ActionForm::new("Serah terima (mutasi)", "Serah terimakan", sections);
    Ok(form.intro(format!("{name} ({login})")).final_step())
}

/// The officials in office on this day, and how each is chosen.
fn witnesses<'a>(ask: &Ask<'a, Seen, ()>) -> Vec<(&'a Official, Choice)> {
    let serving = ask.context.office.officials.iter().filter(|official| official.serves_on(ask.moment.local.date()));
    let choice = |official: &'a Official| {
        (official, Choice { code: official.id.to_string(), label: format!("{}, {}", official.name, official.position) })
    };
    serving.map(choice).collect()
}

/// Who takes over: somebody new, or a colleague with an account of the own.
fn receiver(context: &Context<'_>, seen: &Seen) -> FormSection {
    let others = context.office.open_accounts().filter(|account| account.id != seen.account.id);
    let others: Vec<Choice> = others
        .map(|account| Choice { code: account.id.to_string(), label: format!("{} ({})", account.name, account.login) })
        .collect();
    let ids: Vec<&str> = others.iter().map(|choice| choice.code.as_str()).collect();
    let of_new = |field: FormField| if ids.is_empty() { field } else { field.when("to", &[NEW]) };
    let mut fields = Vec::new();
    if !ids.is_empty() {
        let mut choices = vec![Choice { code: NEW.to_owned(), label: "Orang baru: buka akun".to_owned() }];
        choices.extend(others.iter().cloned());
        fields.push(choice("to", "Yang menerima", choices, NEW).needed());
    }
    fields.extend([
        of_new(text("login", "Nama akun baru", "").needed().help("Untuk masuk: huruf, angka, titik, tanpa spasi.")),
        of_new(text("name", "Nama lengkap", "").needed()),
        of_new(password("password", "Sandi pemegang baru").needed().help(PASSWORD_HELP)),
        of_new(password("password_again", "Ulangi sandi itu").needed()),
    ]);
    if !ids.is_empty() {
        let theirs = password("to_password", "Sandi akun yang menerima").needed();
        fields.push(theirs.help("Diketik pemegangnya, sebagai tanda ia menerima.").when("to", &ids));
    }
    fields.push(text("to_nip", "NIP yang menerima", "").help("18 angka; kosongkan bila tidak ada."));
    section("Pemegang baru", fields)
}
