//! What the app tells of itself, for the officer and for whoever helps over the telephone.

use crate::backup::due;
use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::enrolment;
use crate::store::entries;
use crate::store::requests;
use crate::sync;
use crate::sync::state::State;
use crate::views::office::AboutDesk;
use crate::views::{Fact, facts};
use rusqlite::Connection;
use std::path::Path;

/// What the app tells of itself; `version` is the app's, `system` names the computer's.
pub(crate) fn about(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    (version, system, folder): (&str, &str, &Path),
    moment: Moment,
) -> Result<AboutDesk, DeskError> {
    let (asked, _) = requests::how_many(tables)?;
    let written: u64 = entries::series(tables)?.into_iter().map(|(_, length)| length).sum();
    let joined = if enrolment::enrolment(tables)?.is_some() { "tersambung" } else { "belum tersambung" };
    let years: Vec<String> = context.calendar.years().map(|(year, ..)| year.to_string()).collect();
    let told = facts([
        ("Versi", Some(version.to_owned())),
        ("Sistem", Some(system.to_owned())),
        ("Kantor", Some(context.office.profile.name())),
        ("Meja", Some(context.desk_code.to_string())),
        ("Waktu di komputer ini", Some(context.noted_at(moment.local))),
        ("Permohonan", Some(asked.to_string())),
        ("Catatan", Some(written.to_string())),
        ("Menunggu dikirim", Some(sync::waiting(tables, context, sync)?.to_string())),
        ("PPID Utama", Some(joined.to_owned())),
        ("Kalender", Some(years.join(", "))),
        ("Cadangan terakhir", Some(due::view(tables, context, moment)?.last_text.unwrap_or_else(|| "belum ada".to_owned()))),
    ]);
    let copied = told.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect::<Vec<_>>().join("\n");
    // Where the folder lies names whoever uses the computer: it is shown, and not copied.
    let facts = told.into_iter().chain([Fact::new("Folder data", folder.display().to_string())]).collect();
    Ok(AboutDesk { facts, copied: format!("Loket PPID\n{copied}") })
}
