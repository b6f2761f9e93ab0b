//! Choosing where copies go, and noting that one was made.

use crate::backup::job::BackupMade;
use crate::backup::place::{self, Backups, LastCopy};
use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::folder::Folder;
use crate::store::error::StoreError;
use crate::store::writing;
use crate::views::action::Done;
use loket_domain::authority::Duty;
use loket_domain::indonesian::date;
use rusqlite::Connection;
use std::path::Path;

/// Sets where copies go: a folder that is there, and not the desk's own.
pub(crate) fn choose(tables: &Connection, context: &Context<'_>, folder: &Folder, chosen: &Path) -> Result<(), DeskError> {
    context.may(Duty::Administer)?;
    place::reach(chosen, folder)?;
    change(tables, |known| Backups { place: Some(chosen.to_owned()), last: None, ..known })
}

/// Notes that a copy was made.
pub(crate) fn made(tables: &Connection, made: &BackupMade) -> Result<Done, DeskError> {
    let BackupMade { at, entries, copies, outside } = *made;
    change(tables, |known| Backups {
        last: Some(LastCopy { at, entries, copies }),
        last_outside: if outside { Some(at) } else { known.last_outside },
        ..known
    })?;
    let where_to = if outside { "" } else { " Tempatnya masih di disk komputer ini: pakai juga flashdisk atau folder jaringan." };
    let said = format!("Cadangan {}, {} selesai dan sudah diperiksa.{where_to}", date(at.date()), at.format("%H.%M"));
    Ok(Done { subject: None, paper: None, papers: vec![], said, shown_once: None })
}

fn change(tables: &Connection, work: impl FnOnce(Backups) -> Backups) -> Result<(), DeskError> {
    writing::note(tables, |tables| {
        let known = place::known(tables)?;
        place::keep(tables, &work(known))
    })
    .map_err(|error: StoreError| error.into())
}
