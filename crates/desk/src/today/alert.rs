//! What the desktop's own notification service tells an officer who wants it: counts, never a name or a subject.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::settings::packs;
use crate::store::{local, news, writing};
use crate::today;
use crate::views::today::{DesktopNotice, TodayView};
use chrono::{NaiveDate, NaiveTime};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// From which hour on the day's notice is given.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(8, 0, 0) {
    Some(morning) => morning,
    None => NaiveTime::MIN,
};

/// What this computer told by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Alerts {
    wanted: bool,
    /// The civil date of the last notice of a morning.
    told_on: Option<NaiveDate>,
    /// What PPID Utama wrote and was told.
    news: BTreeSet<String>,
}

fn known(tables: &Connection) -> Result<Alerts, DeskError> {
    Ok(local::read_json(tables, local::ALERTS)?.unwrap_or_default())
}

fn keep(tables: &Connection, alerts: &Alerts) -> Result<(), DeskError> {
    Ok(writing::note(tables, |tables| local::write_json(tables, local::ALERTS, alerts))?)
}

/// Whether notices are wanted on this computer.
pub(crate) fn wanted(tables: &Connection) -> Result<bool, DeskError> {
    Ok(known(tables)?.wanted)
}

/// Lets notices come on this computer, or not; the first comes at once.
pub(crate) fn want(tables: &Connection, wanted: bool) -> Result<(), DeskError> {
    keep(tables, &Alerts { wanted, told_on: None, ..known(tables)? })
}

/// What is to be told now, once: in the morning how much there is to do, and later what PPID Utama wrote since.
pub(crate) fn due(tables: &Connection, context: &Context<'_>, moment: Moment) -> Result<Option<DesktopNotice>, DeskError> {
    let known = known(tables)?;
    if !known.wanted {
        return Ok(None);
    }
    let today = moment.local.date();
    let news = news_now(tables, context, today)?;
    let morning = known.told_on != Some(today) && moment.local.time() >= MORNING;
    let fresh = news.difference(&known.news).count();
    if !morning && news == known.news {
        return Ok(None);
    }
    let told_on = if morning { Some(today) } else { known.told_on };
    keep(tables, &Alerts { wanted: true, told_on, news })?;
    let text = if morning { of_the_day(&today::today_view(tables, context, moment)?) } else { of_news(fresh) };
    Ok(text.map(|text| DesktopNotice { title: format!("Loket PPID, meja {}", context.desk_code), text }))
}

/// By what the news are known again; nothing of them can be read from it.
fn news_now(tables: &Connection, context: &Context<'_>, today: NaiveDate) -> Result<BTreeSet<String>, DeskError> {
    let written = news::all(tables, today)?.into_iter().map(|news| format!("{} {}", news.subject, news.text));
    let waiting = packs::waiting_packs(tables, context)?.into_iter().map(|pack| format!("{} {}", pack.title, pack.text));
    Ok(written.chain(waiting).map(|news| blake3::hash(news.as_bytes()).to_string()).collect())
}

fn of_the_day(view: &TodayView) -> Option<String> {
    let count = |code: &str| view.groups.iter().find(|group| group.code == code).map_or(0, |group| group.items.len());
    let (overdue, near, news) = (count("overdue"), count("near"), count("news"));
    let said = [
        (overdue > 0).then(|| format!("{overdue} terlambat.")),
        (near > 0).then(|| format!("{near} segera jatuh tempo.")),
        of_news(news),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| format!("{} Buka Hari ini untuk mengerjakannya.", said.join(" ")))
}

fn of_news(count: usize) -> Option<String> {
    (count > 0).then(|| format!("{count} berita dari PPID Utama."))
}
