//! Accounting for numbers that were handed out or spoiled and stand in no register: read from the last receipts by an officer.
//!
//! Numbers begin anew each January, so each year has a last one. A backup of December that is put back in January lost numbers of
//! both years, and a computer whose clock was once wrong gave numbers of years that nobody would think of.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Effect, always};
use crate::forms::boxes::{Boxes, counted, ticked, typed};
use crate::forms::form::{lines, long_text, number, section};
use crate::forms::step::stayed;
use crate::journal::Journal;
use crate::journal::numbers::next_number;
use crate::journal::transaction::Written;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::kernel::slip::Slip;
use crate::settings::step::SettingStep;
use crate::store::{local, requests};
use crate::sync::series;
use crate::sync::state::State;
use crate::views::action::{ActionForm, Done};
use chrono::{Datelike, NaiveDate};
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::numbering::{NumberSeries, VoidedNumbers};
use loket_domain::problem::Problems;
use loket_journal::Subject;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The largest serial that is taken for one.
const LARGEST: u32 = 99_999;

const ODD_LINE: &str = "Tulis satu tahun pada setiap baris, misalnya 2025: 107, 4.";

/// The last serials of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Last {
    requests: u32,
    objections: u32,
}

/// Numbers that were spoiled, while nothing is in doubt.
pub(crate) const ACCOUNT_NUMBERS: SettingStep<Option<Hold>> = SettingStep {
    code: "account_numbers",
    label: "Catat nomor yang tidak terpakai",
    duty: Some(Duty::Administer),
    offered: Option::is_none,
    may: always,
    confirm: |_| None,
    form: Some(|ask| accounting_form(ask.tables, ask.context, ask.moment)),
    effect: Effect::AtDesk(|hands, _, form, moment| account_numbers(hands.journal, hands.sync, form, moment)),
};

/// Numbers this desk may have forgotten: whoever serves the counter tells them, so that writing goes on.
pub(crate) const ACCOUNT_LOST_NUMBERS: SettingStep<Option<Hold>> =
    SettingStep { code: "account_lost_numbers", duty: Some(Duty::Serve), offered: lost, ..ACCOUNT_NUMBERS };

/// Whether numbers may have been forgotten; a date in doubt is settled first.
fn lost(hold: &Option<Hold>) -> bool {
    hold.is_some_and(|hold| hold != Hold::Clock)
}

fn accounting_form(tables: &Connection, context: &Context<'_>, moment: Moment) -> Result<ActionForm, DeskError> {
    let this_year = moment.local.date().year();
    let known = last_serials(tables, context, this_year)?;
    let mut others = Vec::new();
    for year in requests::years(tables, context.desk_code)? {
        // Older ones are long known to PPID Utama; a later one was given while the clock was wrong.
        if year >= this_year - 1 && year != this_year {
            let Last { requests, objections } = last_serials(tables, context, year)?;
            others.push(format!("{year}: {requests}, {objections}"));
        }
    }
    let others = lines("other_years", "Nomor terakhir di tahun lain: tahun, permohonan, keberatan", others);
    let fields = vec![
        number("last_request", "Nomor urut permohonan terakhir", known.requests).needed(),
        number("last_objection", "Nomor urut keberatan terakhir", known.objections).needed(),
        others.help(
            "Isi bila ada tanda bukti bertahun lain sesudah cadangan dibuat, misalnya 2025: 107, 4. Satu baris satu tahun.",
        ),
        long_text("reason", "Mengapa ada nomor yang tidak tercatat", "").needed(),
    ];
    let form = ActionForm::new("Nomor yang sudah dipakai", "Catat", vec![section("", fields)]);
    Ok(form.intro(
        "Lihat tanda bukti terakhir tahun ini, juga pada formulir bernomor yang sudah dicetak. Nomor antara yang tercatat di sini dan \
         yang Anda isi dicatat sebagai tidak terpakai dan tidak diberikan lagi.",
    ))
}

/// Accounts for the numbers up to those an officer read from the last receipts. What is written from now on is a series of
/// its own, so that entries of before can come back from PPID Utama.
fn account_numbers(journal: &mut Journal, sync: &mut State, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let mut p = Problems::default();
    let told = told_serials(journal.tables(), &journal.context(), form, moment.local.date(), &mut p)?;
    let reason = p.text("reason", &typed(form, "reason"), 500, "Tulis mengapa ada nomor yang tidak tercatat.");
    let told = p.or(told)?;
    form.all_read()?;
    let desk = journal.desk_code.clone();
    let mut changes = Vec::new();
    for (year, last) in told {
        let known = last_serials(journal.tables(), &journal.context(), year)?;
        let series = [
            (NumberSeries::Requests, known.requests + 1, last.requests),
            (NumberSeries::Objections, known.objections + 1, last.objections),
        ];
        for (series, from, to) in series.into_iter().filter(|(_, from, to)| from <= to) {
            let (desk, on, reason) = (desk.clone(), moment.local.date(), reason.clone());
            changes.push(Change::Office(OfficeChange::NumbersVoided {
                numbers: VoidedNumbers { series, desk, year, from, to, on, reason },
            }));
        }
    }
    let held = journal.hold.take();
    let duty = if held.is_some() { Duty::Serve } else { Duty::Administer };
    // Asked before anything is begun: whoever may not would else leave a new series behind.
    if let Err(refused) = journal.context().may(duty) {
        journal.hold = held;
        return Err(refused.into());
    }
    if matches!(held, Some(Hold::Restored { .. } | Hold::Copied)) {
        // What fails leaves the desk held, as it was.
        if let Err(error) = series::begin_series(journal, sync, moment) {
            journal.hold = held;
            return Err(error);
        }
    }
    let done = journal.commit(duty, moment, |transaction, _, _| {
        local::forget(transaction, local::HOLD)?;
        Ok(vec![Written { subject: Subject::Office, changes }])
    });
    if let Err(error) = done {
        journal.hold = held;
        return Err(error);
    }
    Ok(stayed("Nomor dipertanggungjawabkan; pencatatan berlanjut."))
}

/// The last serials of each year as they were filled in.
fn told_serials(
    tables: &Connection,
    context: &Context<'_>,
    form: &Boxes<'_>,
    today: NaiveDate,
    p: &mut Problems,
) -> Result<Option<BTreeMap<i32, Last>>, DeskError> {
    let known = last_serials(tables, context, today.year())?;
    let mut boxed = |field: &str, known: u32| {
        let last = counted(form, field).filter(|last| *last <= LARGEST);
        let short = last.is_none_or(|last| last < known);
        p.when(short, field, "Isi nomor urut terakhir, sekurang-kurangnya yang sudah tercatat di sini.");
        last
    };
    let (requests, objections) = (boxed("last_request", known.requests), boxed("last_objection", known.objections));
    let Some((requests, objections)) = requests.zip(objections) else { return Ok(None) };
    let mut told = BTreeMap::from([(today.year(), Last { requests, objections })]);
    for line in ticked(form, "other_years").iter().filter(|line| !line.trim().is_empty()) {
        let Some((year, last)) = read_line(line) else {
            p.add("other_years", ODD_LINE);
            continue;
        };
        p.when(told.insert(year, last).is_some(), "other_years", "Setiap tahun cukup satu kali; tahun ini diisi di atas.");
    }
    Ok(Some(told))
}

/// The last serials of a year that are given or accounted for.
fn last_serials(tables: &Connection, context: &Context<'_>, year: i32) -> Result<Last, DeskError> {
    let date = NaiveDate::from_ymd_opt(year, 1, 1).ok_or(Slip::alone("year"))?;
    let last = |series| {
        let next = next_number(tables, series, context.office, context.desk_code, date)?;
        Ok::<_, DeskError>(next.serial - 1)
    };
    Ok(Last { requests: last(NumberSeries::Requests)?, objections: last(NumberSeries::Objections)? })
}

/// A line such as `2025: 107, 4`; without the second number nothing is told of objections.
fn read_line(line: &str) -> Option<(i32, Last)> {
    let mut numbers = line.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(|part| part.parse().ok());
    let year = numbers.next()?.filter(|year: &u32| (1900..=9999).contains(year))?;
    let requests = numbers.next()?.filter(|serial| *serial <= LARGEST)?;
    let objections = numbers.next().map_or(Some(0), |serial| serial.filter(|serial| *serial <= LARGEST))?;
    let over = numbers.next().is_some();
    (!over).then_some((i32::try_from(year).ok()?, Last { requests, objections }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_read_with_its_last_numbers_however_it_is_punctuated() {
        let last = |requests, objections| Some((2025, Last { requests, objections }));
        assert_eq!(read_line("2025: 107, 4"), last(107, 4));
        assert_eq!(read_line(" tahun 2025 nomor 107 "), last(107, 0));
        for odd in ["2025", "107: 2025", "2025: 107, 4, 9", "2025: 100000", "nihil"] {
            assert_eq!(read_line(odd), None, "{odd}");
        }
    }
}
