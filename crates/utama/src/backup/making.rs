//! Making a copy, also while the server works.

use futures_util::TryStreamExt;
use object_store::{ObjectStoreExt, PutPayload};
use std::path::{Path, PathBuf};

use super::list::CopyList;
use super::{CopyFault, DATABASE, FILES, disk};
use crate::database::Database;
use crate::fault::StoreFault;
use crate::objects::{ObjectPlace, PlaceFault};
use crate::sqlite;

/// Copies the server in `database` and its attached files into the new folder `to`; says what is in the copy.
///
/// # Errors
/// [`CopyFault`]; then there is no folder of that name.
pub async fn back_up(database: &Database, objects: &ObjectPlace, to: &Path, now: u64) -> Result<CopyList, CopyFault> {
    let Some(from) = database.file() else { return Err(CopyFault::Postgres) };
    sqlite::made(&from.directory)?;
    if to.exists() {
        return Err(CopyFault::InTheWay(to.to_owned()));
    }
    let unfinished = unfinished(to);
    // What an interrupted copy left.
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished).map_err(disk(&unfinished))?;
    }
    make_private(&unfinished).map_err(disk(&unfinished))?;
    let target = unfinished.join(DATABASE);
    let copying = tokio::task::spawn_blocking(move || {
        sqlite::copy(&from, &target)?;
        CopyList::of_file(&target, from.key.as_ref(), now)
    });
    let list = copying.await.map_err(StoreFault::stopped)??;
    // After the database: files only come in, so all that it names are there by now.
    copy_files(objects, &ObjectPlace::Folder(unfinished.join(FILES))).await?;
    list.write(&unfinished)?;
    std::fs::rename(&unfinished, to).map_err(disk(to))?;
    Ok(list)
}

fn unfinished(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".sebagian");
    name.into()
}

/// Only its owner may look into a copy: it names people.
pub(super) fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// Copies every object of one place into another, as it is: sealed.
pub(super) async fn copy_files(from: &ObjectPlace, to: &ObjectPlace) -> Result<(), PlaceFault> {
    // A place that was never used need not be made.
    if matches!(from, ObjectPlace::Folder(folder) if !folder.exists()) {
        return Ok(());
    }
    let (from, to) = (from.open()?, to.open()?);
    let mut objects = from.list(None);
    while let Some(object) = objects.try_next().await? {
        // One that went meanwhile was a piece of a file on its way.
        let bytes = match from.get(&object.location).await {
            Ok(found) => found.bytes().await?,
            Err(object_store::Error::NotFound { .. }) => continue,
            Err(fault) => return Err(fault.into()),
        };
        to.put(&object.location, PutPayload::from(bytes)).await?;
    }
    Ok(())
}
