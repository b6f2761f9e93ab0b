//! The date of this computer, said to be right by a person.

use crate::error::DeskError;
use crate::forms::action::{Ask, Effect, Hands, always};
use crate::forms::boxes::{Boxes, said_yes, typed};
use crate::forms::form::{note, section, text, yes};
use crate::forms::step::stayed;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::settings::step::SettingStep;
use crate::store::local;
use crate::views::action::{ActionForm, Done};
use chrono::NaiveDateTime;
use loket_domain::authority::Duty;
use loket_domain::indonesian::weekday_date;
use loket_domain::problem::Problems;

/// Offered while the date does not fit what was written last.
pub(crate) const CONFIRM_CLOCK: SettingStep<Option<Hold>> = SettingStep {
    code: "confirm_clock",
    label: "Tanggal komputer benar",
    duty: Some(Duty::Serve),
    offered: |hold| *hold == Some(Hold::Clock),
    may: always,
    confirm: |_| None,
    form: Some(form),
    effect: Effect::AtDesk(|hands, _, form, moment| confirm(hands, form, moment)),
};

fn form(ask: &Ask<'_, Option<Hold>, ()>) -> Result<ActionForm, DeskError> {
    let last: Option<NaiveDateTime> = local::read_json(ask.tables, local::LAST_WRITTEN)?;
    let last = last.map_or_else(|| "belum ada".to_owned(), |last| weekday_date(last.date()));
    let today = weekday_date(ask.moment.local.date());
    let words = format!(
        "Komputer ini menyebut hari ini {today}; catatan terakhir meja ini bertanggal {last}. Lihat kalender atau ponsel Anda. Bila \
         tanggal komputer keliru, batalkan dan betulkan dahulu di pengaturan Windows atau Linux: nomor dan batas waktu mengikutinya. \
         Bila baterai jam habis, tanggal kembali keliru setiap kali komputer dimatikan."
    );
    let fields = vec![
        note("clock", &words),
        yes("sure", &format!("Benar, hari ini {today}"), false),
        text("note", "Keterangan", "").help("Misalnya: baterai jam diganti. Boleh dikosongkan."),
    ];
    Ok(ActionForm::new("Tanggal komputer benar", "Catat", vec![section("", fields)]).final_step())
}

fn confirm(hands: &mut Hands<'_>, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let mut p = Problems::default();
    p.when(
        said_yes(form, "sure") != Some(true),
        "sure",
        "Centang bila tanggal itu benar; bila tidak, betulkan tanggal komputer.",
    );
    let note = p.short("note", &typed(form, "note"), 200);
    let note = p.or(Some(note))?;
    form.all_read()?;
    hands.journal.believe_clock(note, moment)?;
    Ok(stayed("Tanggal komputer dipastikan dan dicatat; pencatatan berlanjut."))
}
