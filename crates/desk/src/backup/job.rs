//! Making a copy while others work on: the encrypted file by SQLite's online backup, the slots, and the attached files that no earlier
//! copy brought. It is made beside, opened again, and moved into place only then.

use crate::backup::copies::{self, Copies};
use crate::backup::copying;
use crate::backup::fault::BackupFault;
use crate::backup::manifest::{self, FileMark, Manifest, Whose};
use crate::backup::{place, proving};
use crate::error::DeskError;
use crate::files::shelf::Shelf;
use crate::journal::Journal;
use crate::kernel::folder::{Folder, make_private};
use crate::kernel::patience;
use crate::kernel::private_file::private_file;
use crate::kernel::slot::DatabaseKey;
use crate::store::error::StoreError;
use crate::store::objects;
use crate::views::backup::BackupProgress;
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};

/// A copy that is about to be made: taken of an open desk in a moment, and run without it.
pub struct BackupJob {
    folder: Folder,
    key: DatabaseKey,
    slots: Vec<u8>,
    whose: Whose,
    place: PathBuf,
    at: NaiveDateTime,
    /// Under which names the attached files lie.
    names: Vec<(String, u64)>,
}

/// A copy that was made and proved good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupMade {
    pub(crate) at: NaiveDateTime,
    pub(crate) entries: u64,
    pub(crate) copies: u32,
    pub(crate) outside: bool,
}

/// Looks on while a copy is made, and says whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(BackupProgress) -> bool;

/// What is needed to copy a desk to the place that was chosen.
pub(crate) fn job(journal: &Journal, shelf: &Shelf, key: &DatabaseKey, at: NaiveDateTime) -> Result<BackupJob, DeskError> {
    let place = place::known(journal.tables())?.place.ok_or(BackupFault::NoPlace)?;
    let folder = journal.folder.clone();
    place::reach(&place, &folder)?;
    let here = objects::here(journal.tables())?;
    let names = here.into_iter().filter_map(|(digest, _)| shelf.lies_as(&digest)).collect();
    let whose = Whose {
        office: journal.office.profile.name(),
        office_code: journal.office.profile.code.clone(),
        desk: journal.desk_code.clone(),
        origin: journal.chain.origin,
    };
    let slots = std::fs::read(folder.slots())?;
    Ok(BackupJob { folder, key: key.clone(), slots, whose, place, at, names })
}

impl BackupJob {
    /// Makes the copy. What is unfinished when it fails or is stopped goes again; what lay there before stays.
    ///
    /// # Errors
    /// [`BackupFault`].
    pub fn run(self, watch: Watch<'_>) -> Result<BackupMade, BackupFault> {
        let copies = Copies::of(&self.place, self.folder.shared_disk(), &self.whose);
        make_folder(copies.folder())?;
        let fresh = copies.unfinished();
        patience::remove_folder(self.folder.disk(), &fresh)?;
        let made = self.fill(&fresh, copies.folder(), watch).and_then(|manifest| {
            let last = copies.take_in(&fresh, &manifest)?;
            Ok((manifest, last))
        });
        let (manifest, left) = match made {
            Ok(made) => made,
            Err(fault) => {
                // The stick may be gone: then there is nothing to tidy.
                let _ = patience::remove_folder(self.folder.disk(), &fresh);
                return Err(fault);
            }
        };
        let outside = place::is_outside(&self.place, self.folder.path());
        Ok(BackupMade { at: self.at, entries: manifest.entries, copies: left, outside })
    }

    fn fill(&self, fresh: &Path, beside: &Path, watch: Watch<'_>) -> Result<Manifest, BackupFault> {
        make_folder(fresh)?;
        let database = fresh.join(manifest::DATABASE);
        let source = copying::snapshot(&self.folder.database(), &self.key).map_err(unread)?;
        let content = proving::content(&source, self.whose.origin).map_err(unread)?;
        let mut pages = |done: u64, all: u64| watch(BackupProgress::of("Menyalin data", done, all));
        copying::copy(&source, &database, &self.key, &mut pages)?;
        drop(source);
        self.copy_files(&beside.join(manifest::FILES), watch)?;
        write(&fresh.join(manifest::SLOTS), &self.slots)?;
        go_on(watch, "Memeriksa salinan", 0, 1)?;
        proving::prove(&copying::look(&database, &self.key)?, self.whose.origin, &content)?;
        let marks = (FileMark::of(&database)?, FileMark::of(&fresh.join(manifest::SLOTS))?);
        let manifest = Manifest::of(self.whose.clone(), self.at, content, marks, self.names.clone());
        let text = serde_json::to_vec_pretty(&manifest).map_err(|error| BackupFault::Failed(error.into()))?;
        write(&fresh.join(manifest::NAME), &text)?;
        go_on(watch, "Memeriksa salinan", 1, 1)?;
        Ok(manifest)
    }

    /// Brings the attached files that do not lie there yet. They are sealed and never change, so one that lies there in its whole
    /// length is the same.
    fn copy_files(&self, to: &Path, watch: Watch<'_>) -> Result<(), BackupFault> {
        make_folder(to)?;
        let all = self.names.len() as u64;
        for (done, (name, size)) in self.names.iter().enumerate() {
            go_on(watch, "Menyalin lampiran", done as u64, all)?;
            let target = to.join(name);
            if std::fs::metadata(&target).is_ok_and(|found| found.len() == *size) {
                continue;
            }
            let bytes = std::fs::read(self.folder.files().join(name)).map_err(|error| BackupFault::Failed(error.into()))?;
            let beside = to.join(copies::UNFINISHED);
            write(&beside, &bytes)?;
            if FileMark::of(&beside)?.hash.0 != *blake3::hash(&bytes).as_bytes() {
                return Err(BackupFault::Differs(None));
            }
            patience::rename(self.folder.disk(), &beside, &target)?;
        }
        Ok(())
    }
}

/// Tells how far it is, and asks whether to go on.
fn go_on(watch: Watch<'_>, text: &str, done: u64, all: u64) -> Result<(), BackupFault> {
    if watch(BackupProgress::of(text, done, all)) { Ok(()) } else { Err(BackupFault::Stopped) }
}

/// Writes a file through to the disk.
fn write(path: &Path, bytes: &[u8]) -> Result<(), BackupFault> {
    let mut file = private_file().open(path)?;
    file.set_len(0)?;
    std::io::Write::write_all(&mut file, bytes)?;
    Ok(file.sync_all()?)
}

/// Makes a folder of copies. Others are kept out where the file system knows how: that of a stick usually does not, and what lies there
/// is encrypted all the same.
fn make_folder(folder: &Path) -> Result<(), BackupFault> {
    std::fs::create_dir_all(folder)?;
    let _ = make_private(folder);
    Ok(())
}

fn unread(error: StoreError) -> BackupFault {
    BackupFault::Failed(error.into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::invented::{PASSWORD, begun, moment};
    use crate::kernel::faulty_disk::FaultyDisk;
    use crate::kernel::moment::Moment;
    use crate::{Folder, system_dice};
    use std::sync::Arc;

    #[test]
    fn a_stick_that_is_pulled_at_any_step_keeps_the_older_copy_and_the_next_one_comes_about() {
        let (dir, folder, desk) = begun();
        let stick = dir.path().join("flashdisk");
        std::fs::create_dir(&stick).unwrap();
        desk.keep_copies_in(&stick).unwrap();
        let at = |hour: u32| Moment { local: moment().local + chrono::TimeDelta::hours(i64::from(hour)), ..moment() };
        desk.backup_job(at(0)).unwrap().run(&mut |_| true).unwrap();
        let copies = || folder.copies_in(&stick).unwrap();
        let older = copies()[0].clone();
        // What was unfinished goes, the copy gets its name, the one before it goes: each may be the last that the stick takes.
        let mut pulled = 0;
        for names in 0.. {
            let mut job = desk.backup_job(at(1)).unwrap();
            job.folder = folder.clone().on(Arc::new(FaultyDisk::pulled_after(names)));
            if job.run(&mut |_| true).is_ok() {
                break;
            }
            pulled += 1;
            assert!(copies().iter().any(|copy| copy.refused.is_none()), "no copy is left when {names} names were touched");
        }
        assert!(pulled >= 2);
        let new = Folder::at(dir.path().join("komputer baru"));
        let newest = copies()[0].path.clone();
        assert_ne!(newest, older.path);
        new.restore(std::path::Path::new(&newest), ("a", PASSWORD), at(2), system_dice()).unwrap().verify().unwrap();
    }
}
