//! How far the files have come on their way, and their pause.

use crate::files::Shelf;
use crate::sync::state::State;
use loket_domain::indonesian::bytes as in_words;
use rusqlite::Connection;

use crate::error::DeskError;
use crate::store::writing;
use crate::store::{local, objects};
use crate::views::FileProgress;

/// How far the files have come on their way.
pub(crate) fn file_progress(tables: &Connection, sync: &State, shelf: &Shelf) -> Result<FileProgress, DeskError> {
    let (unsent, wanted) = (objects::unsent(tables)?, objects::wanted(tables)?);
    let refused = objects::refused(tables)?;
    let sent: u64 = unsent.iter().map(|file| sync.files.sent(&file.digest).min(file.size)).sum();
    let fetched: u64 = wanted.iter().map(|file| shelf.fetched(&file.digest, file.size)).sum();
    let total: u64 = unsent.iter().chain(&wanted).map(|file| file.size).sum();
    let done = sent + fetched;
    let paused = files_paused(tables)?;
    let waiting = u32::try_from(unsent.len() + wanted.len()).unwrap_or(u32::MAX);
    let current = wanted.first().or(unsent.first()).map(|file| file.name.clone());
    let text = match (waiting, refused) {
        (0, 0) => "Semua berkas sudah sampai.".to_owned(),
        (0, refused) => format!("{refused} berkas tidak diterima PPID Utama; buka permohonannya untuk melihat sebabnya."),
        (waiting, _) => {
            let state = if paused { "dijeda" } else { "menunggu" };
            format!("{waiting} berkas {state}: {} dari {}", in_words(done), in_words(total))
        }
    };
    let percent = done.saturating_mul(100).checked_div(total).and_then(|part| u32::try_from(part).ok()).unwrap_or(100);
    Ok(FileProgress { waiting, paused, percent, current, text })
}

/// What the chip adds about files, if any are on their way.
pub(crate) fn files_hint(tables: &Connection, sync: &State, shelf: &Shelf) -> Result<Option<String>, DeskError> {
    let progress = file_progress(tables, sync, shelf)?;
    Ok((progress.waiting > 0).then(|| format!("{}.", progress.text)))
}

pub(crate) fn files_paused(tables: &Connection) -> Result<bool, DeskError> {
    Ok(local::read(tables, local::FILES_PAUSED)?.is_some())
}

/// Lets files wait, or go on; entries are not held up by either. Stays so until it is said otherwise.
pub(crate) fn pause_files(tables: &Connection, sync: &mut State, paused: bool) -> Result<(), DeskError> {
    if paused {
        Ok(writing::note(tables, |tables| local::write(tables, local::FILES_PAUSED, "ya"))?)
    } else {
        retry_files(tables, sync)?;
        Ok(writing::note(tables, |tables| local::forget(tables, local::FILES_PAUSED))?)
    }
}

/// A person has looked: files that were refused are tried again.
pub(crate) fn retry_files(tables: &Connection, sync: &mut State) -> Result<(), DeskError> {
    sync.files = crate::sync::FilesUnderWay::default();
    Ok(writing::note(tables, objects::forget_refusals)?)
}
