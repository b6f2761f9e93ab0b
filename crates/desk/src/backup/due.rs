//! When a copy is due, and what is said of it.

use crate::backup::place::{self, Backups};
use crate::context::Context;
use crate::kernel::moment::Moment;
use crate::store::entries;
use crate::store::error::StoreError;
use crate::views::backup::{BackupNotice, BackupView};
use crate::views::deadline::Tone;
use chrono::{Days, NaiveDate, NaiveTime};
use loket_domain::authority::Duty;
use loket_domain::indonesian::date;
use rusqlite::Connection;

/// From which hour on the day's own copy is made.
const AFTERNOON: NaiveTime = match NaiveTime::from_hms_opt(15, 0, 0) {
    Some(afternoon) => afternoon,
    None => NaiveTime::MIN,
};

/// After how many days without a copy outside the computer somebody is told, and when it is urgent.
const NEAR: u64 = 7;
const OVERDUE: u64 = 30;

/// Whether a copy should be made by itself now: something was written since the last, and that was before the last afternoon.
pub(crate) fn is_due(tables: &Connection, moment: Moment) -> Result<bool, StoreError> {
    let Backups { place: Some(_), last, .. } = place::known(tables)? else { return Ok(false) };
    let Some(last) = last else { return Ok(true) };
    let today = moment.local.date();
    let afternoon = if moment.local.time() >= AFTERNOON { today } else { today.checked_sub_days(Days::new(1)).unwrap_or(today) };
    let written: u64 = entries::series(tables)?.into_iter().map(|(_, length)| length).sum();
    Ok(last.at < afternoon.and_time(AFTERNOON) && written != last.entries)
}

/// What everybody is told while no recent copy lies outside this computer.
pub(crate) fn notice(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<Option<BackupNotice>, StoreError> {
    let known = place::known(tables)?;
    let begun = context.office.desk(context.desk_code).map(|desk| desk.opened_on);
    let Some(since) = known.last_outside.map(|at| at.date()).or(begun) else { return Ok(None) };
    let days = today.signed_duration_since(since).num_days().max(0).unsigned_abs();
    if days < NEAR {
        return Ok(None);
    }
    let tone = if days < OVERDUE { Tone::Near } else { Tone::Overdue };
    let text = match (known.place, known.last_outside) {
        (None, _) => "Belum ada cadangan di luar komputer ini; pilih tempatnya di Pengaturan, bagian Cadangan.".to_owned(),
        (Some(_), Some(at)) => {
            format!("Cadangan terakhir di luar komputer ini dibuat {}; pasang flashdisknya lalu cadangkan.", date(at.date()))
        }
        (Some(_), None) => "Cadangan belum pernah dibuat di luar komputer ini; pasang flashdisknya lalu cadangkan.".to_owned(),
    };
    Ok(Some(BackupNotice { text, tone }))
}

/// How the copies of this computer stand.
pub(crate) fn view(tables: &Connection, context: &Context<'_>, moment: Moment) -> Result<BackupView, StoreError> {
    let known = place::known(tables)?;
    let last_text = known.last.map(|last| {
        let copies = last.copies;
        format!("{}, {}; {copies} cadangan tersimpan di sana", date(last.at.date()), last.at.format("%H.%M"))
    });
    Ok(BackupView {
        place: known.place.map(|place| place.display().to_string()),
        last_text,
        notice: notice(tables, context, moment.local.date())?,
        may_choose: context.may(Duty::Administer).is_ok(),
    })
}
