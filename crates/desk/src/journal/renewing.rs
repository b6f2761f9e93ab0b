//! A new key for the encrypted file, so that whoever kept an old slot opens nothing of what comes after.
//!
//! At every moment a power cut leaves a file that its slots open: first a copy is made under the new key, then the slots give both
//! keys, then the copy takes the place of the file, then the slots give the new one alone. Whose slot is of before cannot be sealed
//! to without that person's secret, so while there is one, the new key waits for its owner.

use loket_journal::Digest;
use rusqlite::Connection;
use std::path::Path;

use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::file_error::FileError;
use crate::kernel::patience;
use crate::kernel::private_file::private_file;
use crate::kernel::random::roll;
use crate::kernel::settling::{settle_file, settle_names};
use crate::kernel::slot::{DatabaseKey, Opener, Voucher};
use crate::kernel::vault::Vault;
use crate::store::{open, rekeying, slots};

/// What became of the wish for a new key.
#[derive(Debug)]
pub(crate) enum Renewal {
    /// Nobody wishes for one.
    Unwanted,
    /// The file has it.
    Done,
    /// These must open their slots first.
    Waits(Vec<Opener>),
    /// It did not come about this time; everything is as it was.
    Failed(DeskError),
}

impl Journal {
    /// Gives the file a new key in place of `key`, where that is wished for. `between` is called whenever something new lies on the
    /// disk.
    ///
    /// # Errors
    /// [`DeskError`] where the file can no longer be read at all.
    pub(crate) fn renew_key(&mut self, key: &mut DatabaseKey, between: &mut dyn FnMut()) -> Result<Renewal, DeskError> {
        if !self.wants_new_key()? {
            return Ok(Renewal::Unwanted);
        }
        let (mut vault, voucher) = (self.folder.vault()?, self.voucher(key)?);
        let known = slots::all(&self.connection)?.unwrap_or_default();
        vault.keep_known(|name, mark| known.get(name).is_some_and(|marks| marks.contains(mark)));
        let waited_for = vault.of_before();
        if !waited_for.is_empty() {
            self.want_new_key(&waited_for)?;
            return Ok(Renewal::Waits(waited_for));
        }
        let fresh = DatabaseKey::new(roll(&mut self.dice)?);
        if let Err(error) = self.prepare((key, &fresh), (&mut vault, &voucher), between) {
            self.end_renewal(key)?;
            return Ok(Renewal::Failed(error));
        }
        self.connection = Connection::open_in_memory()?;
        let moved = patience::rename(self.folder.disk(), &self.folder.renewed_database(), &self.folder.database());
        let moved = moved.and_then(|()| settle_names(&self.folder.data())).map_err(FileError::from);
        between();
        if let Err(error) = moved {
            // Whichever of the two lies there now, the slots give its key.
            self.connection = match open::open(&self.folder.database(), key) {
                Ok(old) => old,
                Err(_) => open::open(&self.folder.database(), &fresh).inspect(|_| key.clone_from(&fresh))?,
            };
            self.end_renewal(key)?;
            return Ok(Renewal::Failed(error.into()));
        }
        self.connection = open::open(&self.folder.database(), &fresh)?;
        key.clone_from(&fresh);
        vault.reseal(&[&fresh], &voucher, &mut self.dice)?;
        self.folder.keep_vault(&vault)?;
        between();
        Ok(Renewal::Done)
    }

    /// The file under its new key beside the first, slots that give both, and no log that belongs to the first alone.
    fn prepare(
        &mut self,
        (key, fresh): (&DatabaseKey, &DatabaseKey),
        (vault, voucher): (&mut Vault, &Voucher),
        between: &mut dyn FnMut(),
    ) -> Result<(), DeskError> {
        self.forget_renewed()?;
        let renewed = self.folder.renewed_database();
        private_file().open(&renewed)?;
        let object_secret = Digest(roll(&mut self.dice)?);
        rekeying::copy_under(&self.connection, &renewed, (key, fresh), object_secret)?;
        settle_file(&renewed)?;
        between();
        vault.reseal(&[key, fresh], voucher, &mut self.dice)?;
        self.folder.keep_vault(vault)?;
        between();
        rekeying::without_log(&self.connection)?;
        between();
        Ok(())
    }

    /// Ends a change of keys that broke off, now that the file was opened with `key`: the slots give that one, and no copy lies beside.
    pub(crate) fn end_renewal(&mut self, key: &DatabaseKey) -> Result<(), DeskError> {
        self.forget_renewed()?;
        let mut vault = self.folder.vault()?;
        if vault.is_between() {
            let voucher = self.voucher(key)?;
            vault.reseal(&[key], &voucher, &mut self.dice)?;
            self.folder.keep_vault(&vault)?;
        }
        Ok(())
    }

    fn forget_renewed(&self) -> Result<(), FileError> {
        let renewed = self.folder.renewed_database();
        for beside in ["", "-journal", "-wal", "-shm"] {
            let mut path = renewed.clone().into_os_string();
            path.push(beside);
            match patience::remove_file(self.folder.disk(), Path::new(&path)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::files::shelf::Shelf;
    use crate::invented::{PASSWORD, begun, moment};
    use crate::store::error::StoreError;
    use crate::store::local;
    use crate::{Folder, system_dice};

    fn copy_all(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            let target = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy_all(&entry.path(), &target);
            } else {
                std::fs::copy(entry.path(), target).unwrap();
            }
        }
    }

    fn opens(folder: &Folder, key: &DatabaseKey) -> bool {
        match open::open(&folder.database(), key) {
            Ok(_) => true,
            Err(error) => {
                assert!(matches!(error, StoreError::Damaged(_)), "{error:?}");
                false
            }
        }
    }

    #[test]
    fn a_power_cut_at_any_step_leaves_a_desk_that_opens_whole_and_gets_its_new_key_at_the_next_sign_in() {
        let (dir, folder, mut desk) = begun();
        let (old, written) = (desk.file_key(), desk.written());
        let mut key = old.clone();
        desk.journal.want_new_key(&[]).unwrap();
        let mut cuts = Vec::new();
        let renewed = desk.journal.renew_key(&mut key, &mut || {
            let cut = dir.path().join(format!("putus-{}", cuts.len()));
            copy_all(folder.path(), &cut);
            cuts.push(Folder::at(cut));
        });
        assert!(matches!(renewed, Ok(Renewal::Done)), "{renewed:?}");
        assert!(!opens(&folder, &old) && opens(&folder, &key));
        assert_eq!(cuts.len(), 5);
        for cut in cuts {
            let mut desk = cut.unlock("a", PASSWORD, moment(), system_dice()).unwrap();
            assert_eq!(desk.written(), written);
            desk.verify().unwrap();
            assert!(!desk.journal.wants_new_key().unwrap());
            let key = desk.file_key();
            drop(desk);
            assert!(!opens(&cut, &old) && opens(&cut, &key), "{}", cut.path().display());
            assert!(!cut.vault().unwrap().is_between() && !cut.renewed_database().exists());
            drop(cut.unlock("a", PASSWORD, moment(), system_dice()).unwrap());
        }
    }

    #[test]
    fn an_open_desk_writes_on_under_its_new_key_and_an_old_file_of_slots_opens_it_no_more() {
        let (_dir, folder, mut desk) = begun();
        let kept = std::fs::read(folder.slots()).unwrap();
        desk.journal.want_new_key(&[]).unwrap();
        desk.renew_key().unwrap();
        desk.begin_series(moment()).unwrap();
        desk.verify().unwrap();
        drop(desk);
        let now = std::fs::read(folder.slots()).unwrap();
        std::fs::write(folder.slots(), kept).unwrap();
        assert!(folder.unlock("a", PASSWORD, moment(), system_dice()).is_err());
        std::fs::write(folder.slots(), now).unwrap();
        folder.unlock("a", PASSWORD, moment(), system_dice()).unwrap().verify().unwrap();
    }

    #[test]
    fn a_slot_of_before_opens_and_the_new_key_waits_until_its_owner_did() {
        let (_dir, folder, mut desk) = begun();
        let old = desk.file_key();
        let mut vault = folder.vault().unwrap();
        vault.put_second_way("a", PASSWORD, &old);
        folder.keep_vault(&vault).unwrap();
        crate::store::writing::note(desk.journal.tables(), |tables| {
            slots::settle(tables, "password:a", crate::kernel::slot::second_mark(&[3; 32]))
        })
        .unwrap();
        desk.journal.want_new_key(&[]).unwrap();
        let waits = desk.journal.renew_key(&mut old.clone(), &mut || {}).unwrap();
        assert!(matches!(waits, Renewal::Waits(waited_for) if waited_for == [Opener::password("a")]));
        assert!(opens(&folder, &old));
        drop(desk);
        let mut desk = folder.unlock("a", PASSWORD, moment(), system_dice()).unwrap();
        desk.verify().unwrap();
        assert!(!desk.journal.wants_new_key().unwrap());
        drop(desk);
        assert!(!opens(&folder, &old));
        folder.unlock("a", PASSWORD, moment(), system_dice()).unwrap();
    }

    #[test]
    fn a_copy_that_is_being_made_puts_the_new_key_off_and_nothing_changes() {
        let (_dir, folder, mut desk) = begun();
        let old = desk.file_key();
        desk.journal.connection.pragma_update(None, "busy_timeout", 0).unwrap();
        desk.journal.want_new_key(&[]).unwrap();
        let reading = open::open(&folder.database(), &old).unwrap();
        reading.execute_batch("begin; select count(*) from local").unwrap();
        let failed = desk.journal.renew_key(&mut old.clone(), &mut || {}).unwrap();
        assert!(matches!(failed, Renewal::Failed(_)), "{failed:?}");
        assert!(!folder.vault().unwrap().is_between() && !folder.renewed_database().exists());
        drop(reading);
        desk.verify().unwrap();
        assert!(opens(&folder, &old));
        assert!(desk.journal.wants_new_key().unwrap(), "it is tried again at the next sign-in");
    }

    #[test]
    fn what_is_attached_after_a_new_key_has_another_secret_and_what_lies_there_still_opens() {
        let (_dir, folder, mut desk) = begun();
        let first: Digest = local::read(desk.journal.tables(), local::OBJECT_SECRET).unwrap().unwrap().parse().unwrap();
        let (old, new) = (b"pindaian lama".as_slice(), b"pindaian baru".as_slice());
        let (before, after) = (Digest::of_object(old), Digest::of_object(new));
        desk.shelf.put(&before, old, [1; 19]).unwrap();
        desk.journal.want_new_key(&[]).unwrap();
        desk.renew_key().unwrap();
        desk.shelf.put(&after, new, [2; 19]).unwrap();
        for (digest, bytes) in [(&before, old), (&after, new)] {
            assert_eq!(desk.shelf.whole(digest, bytes.len() as u64).unwrap(), bytes);
        }
        let kept = Shelf::new(folder.files(), folder.shared_disk(), &first, &[]);
        assert!(
            kept.lies_as(&before).is_some() && kept.lies_as(&after).is_none(),
            "whoever kept the first finds not even its name"
        );
    }
}
