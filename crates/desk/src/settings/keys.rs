//! The keys of this desk: the one that signs, and the card that opens when a password is forgotten.

use crate::error::DeskError;
use crate::forms::action::{Effect, Hands, always};
use crate::forms::boxes::{Boxes, counted};
use crate::forms::form::{note, number, password, section};
use crate::forms::step::stayed;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::settings::own_key::own_key;
use crate::settings::step::SettingStep;
use crate::store::local;
use crate::sync::series;
use crate::views::action::{ActionForm, Done};
use crate::views::paper::PaperRef;
use loket_domain::authority::Duty;
use loket_domain::problem::{Problems, Refused};
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
    effect: Effect::AtDesk(|hands, _, form, moment| make_card(hands, form, moment)),
};

/// An open desk shows every applicant to whoever comes by.
pub(crate) const EDIT_LOCK: SettingStep<Option<Hold>> = SettingStep {
    code: "edit_lock",
    label: "Ubah kunci otomatis",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| {
        let minutes = number("minutes", "Terkunci bila tidak dipakai selama", local::idle_minutes(ask.tables)?);
        let help = format!("Antara 1 dan {} menit. Berlaku untuk komputer ini.", local::LONGEST_IDLE);
        Ok(ActionForm::new("Kunci otomatis", "Simpan", vec![section("", vec![minutes.needed().suffix("menit").help(&help)])]))
    }),
    effect: Effect::AtDesk(|hands, _, form, _| {
        let mut p = Problems::default();
        let minutes = counted(form, "minutes").filter(|minutes| (1..=local::LONGEST_IDLE).contains(minutes));
        p.when(minutes.is_none(), "minutes", "Isi antara 1 dan 15 menit.");
        let minutes = p.or(minutes)?;
        form.all_read()?;
        hands.journal.set_idle_minutes(minutes)?;
        Ok(stayed("Kunci otomatis diubah."))
    }),
};

fn make_card(hands: &mut Hands<'_>, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let journal = &mut *hands.journal;
    let key = own_key(journal, form, moment)?;
    form.all_read()?;
    let code = journal.put_card(&key, moment)?;
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
