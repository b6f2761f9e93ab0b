//! Putting a copy back.

use std::path::Path;

use super::list::CopyList;
use super::making::{copy_files, make_private};
use super::{CopyFault, DATABASE, FILES, disk};
use crate::database::Database;
use crate::fault::StoreFault;
use crate::objects::ObjectPlace;
use crate::sqlite;

/// Puts the copy in the folder `from` where there is no server yet; says what was in it. The copy stays as it is.
///
/// # Errors
/// [`CopyFault`]; then nothing lies where a server would look for it.
pub async fn restore(from: &Path, database: &Database, objects: &ObjectPlace, now: u64) -> Result<CopyList, CopyFault> {
    let Some(file) = database.file() else { return Err(CopyFault::Postgres) };
    let to = &file.directory;
    let list = CopyList::read(from)?;
    let place = to.join(DATABASE);
    if place.exists() {
        return Err(CopyFault::Occupied(to.clone()));
    }
    make_private(to).map_err(disk(to))?;
    // Looked at as a copy of its own, so that nothing is changed in the one that may be needed again.
    let trial = to.join("pemulihan.sebagian");
    if trial.exists() {
        std::fs::remove_dir_all(&trial).map_err(disk(&trial))?;
    }
    make_private(&trial).map_err(disk(&trial))?;
    let (source, target) = (file.moved_to(from), trial.join(DATABASE));
    let copying = tokio::task::spawn_blocking(move || {
        // Read as a database, for whoever looked into the copy may have left a log beside it.
        sqlite::copy(&source, &target)?;
        CopyList::of_file(&target, source.key.as_ref(), now)
    });
    let sound = match copying.await.map_err(StoreFault::stopped)? {
        Ok(held) => list.lacking(&held).into_iter().next().map_or(Ok(()), |lack| Err(CopyFault::Lacks(lack))),
        Err(fault) => Err(fault.into()),
    };
    if let Err(fault) = sound {
        std::fs::remove_dir_all(&trial).map_err(disk(&trial))?;
        return Err(fault);
    }
    copy_files(&ObjectPlace::Folder(from.join(FILES)), objects).await?;
    // Last, for it is what a server looks for.
    std::fs::rename(trial.join(DATABASE), &place).map_err(disk(&place))?;
    std::fs::remove_dir_all(&trial).map_err(disk(&trial))?;
    Ok(list)
}
