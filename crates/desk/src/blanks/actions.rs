//! Reserving numbers for empty forms, and accounting for one that will not be used.

use crate::blanks::numbered;
use crate::error::DeskError;
use crate::forms::action::{Action, Beginning, Effect, always};
use crate::forms::boxes::{Boxes, counted, typed};
use crate::forms::form::{long_text, number, section};
use crate::forms::noun::Noun;
use crate::forms::step::{done, stayed};
use crate::journal::Journal;
use crate::journal::numbers::next_number;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::settings::step::{Setting, SettingStep, setting};
use crate::views::action::{ActionForm, Done};
use crate::views::paper::PaperRef;
use crate::views::subject::SubjectKind;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::numbering::NumberSeries;
use loket_domain::office::{ReservedNumber, reserved_count};
use loket_journal::Subject;
use std::convert::Infallible;

/// How many numbers the form offers at first: a morning without power at an ordinary desk.
const USUAL: u32 = 5;

/// A numbered form that is still to be accounted for.
pub(crate) const NUMBERED_FORM: Setting<ReservedNumber> = setting(SubjectKind::NumberedForm, true, ALL, |tables, context, id| {
    Ok(((), numbered::open_form(tables, context, id)?.clone()))
});

/// Numbered forms that are not there yet.
pub(crate) const NEW_FORMS: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::NumberedForm, NEW);

const ALL: &[SettingStep<ReservedNumber>] = &[Action {
    code: "void_form",
    label: "Nyatakan batal",
    duty: Some(Duty::Serve),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| {
        let reason = long_text("reason", "Mengapa formulir ini tidak dipakai", "").needed();
        let form = ActionForm::new("Formulir batal", "Nyatakan batal", vec![section("", vec![reason])]);
        Ok(form.intro(format!(
            "Nomor {} dicatat sebagai tidak terpakai dan tidak diberikan lagi. Simpan atau musnahkan kertasnya.",
            ask.state.number.text
        )))
    }),
    effect: Effect::AtDesk(|hands, reserved, form, moment| void_form(hands.journal, reserved, form, moment)),
}];

const NEW: &[Beginning] = &[Action {
    code: "reserve_forms",
    label: "Sediakan formulir bernomor",
    duty: Some(Duty::Serve),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(|ask| {
        let next =
            next_number(ask.tables, NumberSeries::Requests, ask.context.office, ask.context.desk_code, ask.moment.local.date())?;
        let count = number("count", "Berapa formulir", USUAL).needed();
        let form = ActionForm::new("Formulir bernomor", "Sediakan nomornya", vec![section("", vec![count])]);
        Ok(form.intro(format!(
            "Nomor dimulai dari {} dan langsung tercatat: tidak diberikan kepada permohonan lain. Formulirnya dicetak sesudah ini; tiap \
             formulir yang terisi didaftarkan kemudian, yang rusak dinyatakan batal.",
            next.text
        )))
    }),
    effect: Effect::Elsewhere(|journal, (), (), form, moment| reserve(journal, form, moment)),
}];

fn reserve(journal: &mut Journal, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let count = reserved_count(counted(form, "count"))?;
    form.all_read()?;
    let mut numbers = Vec::new();
    journal.commit(Duty::Serve, moment, |transaction, today, desk_code| {
        let next = next_number(transaction, NumberSeries::Requests, today.office, desk_code, today.date)?;
        let reserved = today.office.reserve(desk_code, next.serial, count, today.date)?;
        numbers = reserved.iter().map(|reserved| reserved.number.text.clone()).collect();
        let change = |reserved| Change::Office(OfficeChange::NumberReserved { reserved });
        Ok(vec![Written { subject: Subject::Office, changes: reserved.into_iter().map(change).collect() }])
    })?;
    let said = format!("{count} formulir bernomor disediakan; cetak sekarang, selagi ada listrik.");
    Ok(done(SubjectKind::NumberedForm, "", said).with(PaperRef::NumberedForms { numbers }))
}

fn void_form(journal: &mut Journal, reserved: &ReservedNumber, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let reason = typed(form, "reason");
    form.all_read()?;
    journal.commit(Duty::Serve, moment, |transaction, today, desk_code| {
        let open = numbered::usable(transaction, today.office, desk_code, &reserved.number.text)?;
        let numbers = open.void(&reason, today.date)?;
        Ok(vec![Written { subject: Subject::Office, changes: vec![Change::Office(OfficeChange::NumbersVoided { numbers })] }])
    })?;
    Ok(stayed(format!("Formulir {} dinyatakan batal.", reserved.number.text)))
}
