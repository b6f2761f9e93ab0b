//! The copies that lie in a folder.

use crate::backup::fault::BackupFault;
use crate::backup::keeping;
use crate::backup::manifest::{FILES, Manifest, Whose};
use crate::kernel::disk::Disk;
use crate::kernel::laid_name::laid_name;
use crate::kernel::patience;
use crate::kernel::settling::settle_names;
use chrono::NaiveDateTime;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is not finished yet.
pub(crate) const UNFINISHED: &str = "sebagian";

/// How deep below the folder that a person chose copies are looked for: the stick, the desk's folder on it, the copy.
const DEPTH: usize = 2;

/// The folder of one desk's copies.
pub(crate) struct Copies {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
    whose: Whose,
}

impl Copies {
    /// The copies of a desk at a place.
    pub(crate) fn of(place: &Path, disk: Arc<dyn Disk>, whose: &Whose) -> Self {
        let safe = |text: &str| text.chars().filter(|c| c.is_alphanumeric() || " -".contains(*c)).collect::<String>();
        let name = format!("Loket PPID {} {}", safe(&whose.office), safe(whose.desk.as_str()));
        Self { folder: place.join(laid_name(&name)), disk, whose: whose.clone() }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a copy is made before it counts.
    pub(crate) fn unfinished(&self) -> PathBuf {
        self.folder.join(UNFINISHED)
    }

    /// Moves a copy into place, and lets those go that are not kept any more. How many there are now.
    pub(crate) fn take_in(&self, fresh: &Path, manifest: &Manifest) -> Result<u32, BackupFault> {
        patience::rename(&*self.disk, fresh, &self.free_place(manifest.made_at))?;
        // A file system of a stick may not know it; the files themselves are through.
        let _ = settle_names(&self.folder);
        let own = |(_, found): &(PathBuf, Manifest)| found.origin == self.whose.origin;
        let all: Vec<_> = within(&self.folder, 1).into_iter().filter(own).collect();
        let made: Vec<NaiveDateTime> = all.iter().map(|(_, found)| found.made_at).collect();
        let kept = keeping::kept(&made);
        let mut needed = BTreeSet::new();
        let mut left = 0;
        for (path, found) in all {
            // The one just made stays, whatever a wrong clock says of the others.
            if kept.contains(&found.made_at) || found.made_at == manifest.made_at {
                needed.extend(found.files.into_iter().map(|(name, _)| name));
                left += 1;
            } else {
                patience::remove_folder(&*self.disk, &path)?;
            }
        }
        self.forget_files(&needed)?;
        Ok(left)
    }

    /// Where a copy of this time goes: a clock that was set back, or two in one second, take no older copy away.
    fn free_place(&self, made_at: NaiveDateTime) -> PathBuf {
        let name = made_at.format("%Y-%m-%d %H.%M.%S").to_string();
        let again = (2..).map(|again| self.folder.join(format!("{name} ({again})")));
        let mut places = std::iter::once(self.folder.join(&name)).chain(again);
        places.find(|place| !place.exists()).unwrap_or_else(|| self.folder.join(name.clone()))
    }

    /// Removes attached files that no copy needs any more.
    fn forget_files(&self, needed: &BTreeSet<String>) -> Result<(), BackupFault> {
        // What another series of this desk's folder needs stays too.
        let others = within(&self.folder, 1).into_iter().filter(|(_, found)| found.origin != self.whose.origin);
        let others: BTreeSet<String> = others.flat_map(|(_, found)| found.files).map(|(name, _)| name).collect();
        for file in std::fs::read_dir(self.folder.join(FILES))?.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if !needed.contains(&name) && !others.contains(&name) {
                patience::remove_file(&*self.disk, &file.path())?;
            }
        }
        Ok(())
    }
}

/// Every copy in a folder or a little below it, newest first; what cannot be read there is left out.
pub(crate) fn found(folder: &Path) -> Vec<(PathBuf, Manifest)> {
    let mut found = within(folder, DEPTH);
    found.sort_by_key(|(_, manifest)| std::cmp::Reverse(manifest.made_at));
    found
}

fn within(folder: &Path, depth: usize) -> Vec<(PathBuf, Manifest)> {
    if let Ok(manifest) = Manifest::read(folder) {
        return vec![(folder.to_owned(), manifest)];
    }
    let Ok(all) = std::fs::read_dir(folder) else { return vec![] };
    if depth == 0 {
        return vec![];
    }
    let folders = all.flatten().filter(|found| found.file_name().to_str() != Some(UNFINISHED)).map(|found| found.path());
    folders.filter(|path| path.is_dir()).flat_map(|path| within(&path, depth - 1)).collect()
}
