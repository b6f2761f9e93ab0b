//! The settings as they stand.

use crate::backup::due;
use crate::context::Context;
use crate::error::DeskError;
use crate::files::progress;
use crate::files::shelf::Shelf;
use crate::kernel::moment::Moment;
use crate::settings::{new_key, office};
use crate::store::enrolment;
use crate::store::local;
use crate::sync;
use crate::sync::chip;
use crate::sync::state::State;
use crate::sync::{enrolment as enrolling, review, series};
use crate::views::*;
use loket_domain::days_of;
use loket_domain::indonesian::nip;
use rusqlite::Connection;

/// The settings as they stand; `version` is the app's.
pub(crate) fn settings(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    shelf: &Shelf,
    version: &str,
    moment: Moment,
) -> Result<SettingsView, DeskError> {
    let profile = &context.office.profile;
    let desk = context.office.desk(context.desk_code);
    let officials = context.office.officials.iter().map(|official| OfficialView {
        name: official.name.clone(),
        nip: official.nip.as_deref().map(nip).unwrap_or_default(),
        rank: official.rank.clone().unwrap_or_default(),
        position: official.position.clone(),
        role_label: official.role.label().into(),
    });
    let accounts = context.office.accounts.iter().map(|account| AccountView {
        login: account.login.clone(),
        name: account.name.clone(),
        role_label: account.role.label().into(),
    });
    let leave = if profile.collective_leave_works { "dihitung hari kerja" } else { "dihitung libur" };
    let first = desk.map(|desk| format!("{} pada tahun {}", desk.start.first, desk.start.year));
    Ok(SettingsView {
        office: facts([
            ("Kantor", Some(profile.name())),
            ("Kode wilayah", Some(profile.code.to_string())),
            ("Kabupaten", Some(profile.regency.clone())),
            ("Tempat surat", Some(profile.place.clone())),
            ("Zona waktu", Some(profile.zone().label().into())),
            ("Dihubungi pemohon", profile.contact_line()),
            ("Tembusan yang biasa", (!profile.copies_to.is_empty()).then(|| profile.copies_to.join("; "))),
            ("Kertas", Some(profile.paper.label().into())),
            ("Hari kerja", Some(profile.week.label().into())),
            ("Cuti bersama", Some(leave.into())),
            (concat!("Awal hitungan ", days_of!(Answer), " hari"), Some(profile.clock_start.label().into())),
        ]),
        letterhead: [&profile.letterhead_government, &profile.letterhead_office]
            .into_iter()
            .chain(&profile.letterhead_lines)
            .cloned()
            .collect(),
        numbering: facts([
            ("Pola nomor", desk.map(|desk| desk.pattern.as_str().to_owned())),
            ("Kode meja", Some(context.desk_code.to_string())),
            ("Nomor awal", first),
        ]),
        officials: officials.collect(),
        accounts: accounts.collect(),
        sync: sync_settings(tables, context, sync, shelf)?,
        backup: due::view(tables, context, moment)?,
        calendar: calendar_years(context),
        next: office::office_steps(context, moment),
        version: version.to_owned(),
    })
}

fn calendar_years(context: &Context<'_>) -> Vec<CalendarYear> {
    use loket_domain::calendar::{DayOff, DayOffKind};
    let count = |days: &[&DayOff], kind| u32::try_from(days.iter().filter(|day| day.kind == kind).count()).unwrap_or(u32::MAX);
    let year = |(year, source, days): (i32, &str, Vec<&DayOff>)| CalendarYear {
        year,
        national_holidays: count(&days, DayOffKind::National),
        collective_leave: count(&days, DayOffKind::CollectiveLeave),
        source: source.to_owned(),
    };
    context.calendar.years().map(year).collect()
}

fn sync_settings(tables: &Connection, context: &Context<'_>, sync: &State, shelf: &Shelf) -> Result<SyncSettings, DeskError> {
    let enrolment = enrolment::enrolment(tables)?;
    Ok(SyncSettings {
        server: enrolment.as_ref().map(|enrolment| enrolment.server.clone()),
        enrolled_text: enrolment.map(|enrolment| enrolment.since),
        waiting: u32::try_from(sync::waiting(tables, context, sync)?).unwrap_or(u32::MAX),
        last_text: local::read(tables, local::LAST_SYNC)?,
        chip: chip::sync_chip(tables, context, sync, shelf)?,
        needs_code: sync.needs_code(),
        join_refused: enrolling::may_join(context).err().map(|refused| refused.to_string()),
        key_text: match new_key::waits(tables)? {
            None => series::key_since(tables)?,
            Some(waits) => format!("{}; {waits}", series::key_since(tables)?),
        },
        review: review::review(tables, context)?,
        files: progress::file_progress(tables, sync, shelf)?,
    })
}
