//! The office's own word about a day: what it would move is shown first.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Beginning, Effect, always};
use crate::forms::boxes::{Boxes, typed};
use crate::forms::form::{choice, date, section, text};
use crate::forms::noun::Noun;
use crate::settings::recalculate;
use crate::settings::recalculate::CalendarPlan;
use crate::settings::step::{Setting, SettingStep, setting};
use crate::views::action::{ActionForm, Preview};
use crate::views::difference::CalendarChange;
use crate::views::subject::SubjectKind;
use crate::views::{Choice, choices};
use chrono::NaiveDate;
use loket_domain::authority::Duty;
use loket_domain::calendar::{DayOffKind, LocalDay};
use loket_domain::problem::{Problems, Refused};
use std::convert::Infallible;

/// The steps on a day that the office set.
pub(crate) const DAY_OFF: Setting<LocalDay> =
    setting(SubjectKind::DayOff, true, ALL, |_, context, date| Ok(((), known_day(context, date)?.clone())));

/// A day the office says nothing about yet.
pub(crate) const NEW_DAY_OFF: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::DayOff, NEW);

const ALL: &[SettingStep<LocalDay>] = &[Action {
    code: "remove_day_off",
    label: "Hapus",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| {
        let reason = text("reason", "Mengapa dihapus", "").needed();
        let hidden = date("date", "Tanggal", ask.state.date).needed();
        let form = ActionForm::new("Hapus hari libur kantor", "Lihat akibatnya", vec![section("", vec![hidden, reason])]);
        Ok(form.preview(Preview::Change))
    }),
    effect: Effect::Shown(clearing),
}];

const NEW: &[Beginning] = &[Action {
    code: "add_day_off",
    label: "Tambah hari",
    duty: Some(Duty::Administer),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(|ask| Ok(day_off_form(ask.moment.local.date()))),
    effect: Effect::Shown(setting_a_day),
}];

/// Code of the choice that makes a day of the shipped calendar a working day.
const WORKED: &str = "hari_kerja";

fn day_off_form(today: NaiveDate) -> ActionForm {
    let mut kinds = choices!(DayOffKind);
    kinds.push(Choice { code: WORKED.into(), label: "Hari kerja (libur bawaan dipindah)".into() });
    let fields = vec![
        date("date", "Tanggal", today).needed(),
        choice("kind", "Menjadi", kinds, DayOffKind::Local.code()).needed(),
        text("name", "Nama hari", "").needed().help("Misalnya: Pemungutan suara."),
        text("decree", "Dasar", "").needed().help("Nomor keputusan atau SKB."),
    ];
    ActionForm::new("Hari libur kantor", "Lihat akibatnya", vec![section("", fields)])
        .intro("Batas waktu yang bergeser ditunjukkan dahulu; baru disimpan setelah Anda menerimanya.")
        .preview(Preview::Change)
}

fn setting_a_day(ask: &Ask<'_, (), ()>, form: &Boxes<'_>) -> Result<CalendarChange, DeskError> {
    let mut p = Problems::default();
    let date = counted_day(ask.context, form, &mut p);
    let typed_kind = typed(form, "kind");
    let kind = DayOffKind::from_code(&typed_kind);
    p.when(kind.is_none() && typed_kind != WORKED, "kind", "Pilih menjadi hari apa.");
    let name = p.text("name", &typed(form, "name"), 120, "Isi nama hari itu.");
    let decree = p.text("decree", &typed(form, "decree"), 200, "Isi nomor keputusan yang menjadi dasar.");
    let day = p.or(date.map(|date| LocalDay { date, kind, name, decree }))?;
    form.all_read()?;
    recalculate::shown(ask.tables, ask.context, CalendarPlan::Set(day), ask.moment)
}

fn clearing(ask: &Ask<'_, LocalDay, ()>, form: &Boxes<'_>) -> Result<CalendarChange, DeskError> {
    let mut p = Problems::default();
    let date = counted_day(ask.context, form, &mut p);
    let known = date.is_some_and(|date| ask.context.office.days_off.iter().any(|day| day.date == date));
    p.when(!known, "date", "Tanggal ini bukan hari libur yang ditambahkan kantor.");
    let reason = p.text("reason", &typed(form, "reason"), 300, "Tulis mengapa dihapus.");
    let (date, reason) = p.or(date.map(|date| (date, reason)))?;
    form.all_read()?;
    recalculate::shown(ask.tables, ask.context, CalendarPlan::Cleared(date, reason), ask.moment)
}

/// The day typed, of a year whose calendar is loaded.
fn counted_day(context: &Context<'_>, form: &Boxes<'_>, p: &mut Problems) -> Option<NaiveDate> {
    let date = p.date("date", &typed(form, "date"), "Isi tanggalnya.");
    if let Some(Err(year)) = date.map(|date| context.calendar.days_off(date)) {
        p.add("date", year.to_string());
    }
    date
}

/// The office's own word about the day of this date, `YYYY-MM-DD`.
pub(crate) fn known_day<'a>(context: &Context<'a>, date: &str) -> Result<&'a LocalDay, Refused> {
    context.office.days_off.iter().find(|day| day.date.to_string() == date).ok_or(Refused::Unknown)
}
