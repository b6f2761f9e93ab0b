//! The keys of this desk: the one that signs, and the card that opens when a password is forgotten.

use crate::error::DeskError;
use crate::forms::action::{Effect, Hands, always};
use crate::forms::boxes::Boxes;
use crate::forms::form::{note, password, section};
use crate::forms::step::stayed;
use crate::kernel::hold::Hold;
use crate::settings::own_key::own_key;
use crate::settings::step::SettingStep;
use crate::sync::series;
use crate::views::action::{ActionForm, Done};
use crate::views::paper::PaperRef;
use loket_domain::authority::Duty;
use loket_domain::problem::Refused;
use rusqlite::Connection;

pub(crate) const CHANGE_KEY: SettingStep<Option<Hold>> = SettingStep {
    code: "change_key",
    label: "Ganti kunci meja",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: |hold, _| hold.map_or(Ok(()), |hold| Err(Refused::NotNow(hold.said()))),
    confirm: |_| None,
    form: Some(|ask| key_form(ask.tables)),
    effect: Effect::AtDesk(|hands, _, form, moment| {
        form.all_read()?;
        series::change_key(hands.journal, hands.sync, moment)?;
        Ok(stayed("Kunci meja diganti; PPID Utama diberi tahu pada kontak berikutnya."))
    }),
};

/// The card gives any account a new password, so only whoever opens accounts makes one, with that person's own password.
pub(crate) const NEW_CARD: SettingStep<Option<Hold>> = SettingStep {
    code: "new_card",
    label: "Buat kartu pemulihan baru",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|_| {
        let words = "Kartu lama tidak berlaku lagi begitu kartu baru dibuat. Cetak dan simpan di tempat terkunci.";
        let fields = vec![note("card", words), password("own_password", "Sandi Anda").in_force().needed()];
        Ok(ActionForm::new("Kartu pemulihan baru", "Buat kartu", vec![section("", fields)]).final_step())
    }),
    effect: Effect::AtDesk(|hands, _, form, _| make_card(hands, form)),
};

fn make_card(hands: &mut Hands<'_>, form: &Boxes<'_>) -> Result<Done, DeskError> {
    let journal = &mut *hands.journal;
    let mut vault = journal.folder.vault()?;
    let key = own_key(&journal.context(), &vault, form)?;
    form.all_read()?;
    let code = vault.make_card(&key, &mut journal.dice)?;
    vault.write(&journal.folder.slots())?;
    *hands.card = Some(code.into());
    Ok(stayed("Kartu pemulihan baru dibuat; cetak sekarang.").with(PaperRef::RecoveryCard))
}

/// The question before the key is changed: when one does it, and what follows.
fn key_form(tables: &Connection) -> Result<ActionForm, DeskError> {
    let when = "Ganti kunci bila komputer ini pernah dipegang orang yang tidak berhak, bila petugas yang memakainya berganti, \
                dan sekurang-kurangnya setahun sekali.";
    let then = "Kunci menandatangani setiap catatan meja ini. Catatan dan nomor tidak berubah, dan tidak ada yang perlu \
                dicatat: PPID Utama mengenal kunci baru dari kunci lama pada kontak berikutnya, juga bila sekarang tanpa \
                koneksi.";
    let fields = vec![
        note("when", when),
        note("then", then),
        note("since", &format!("Kunci yang sekarang: {}.", series::key_since(tables)?)),
    ];
    Ok(ActionForm::new("Ganti kunci meja", "Ganti kunci", vec![section("", fields)]).final_step())
}
