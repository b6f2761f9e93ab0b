//! Putting restored data in the place of what lies there, so that a power cut leaves the one or the other.

use crate::error::DeskError;
use crate::kernel::file_error::FileError;
use crate::kernel::folder::{Folder, make_private};
use crate::kernel::private_file::private_file;
use chrono::NaiveDateTime;
use std::fs::File;
use std::path::PathBuf;

impl Folder {
    /// Where a desk is made of a copy.
    pub(crate) fn incoming(&self) -> Self {
        Self::at(self.path().join("dipulihkan"))
    }

    /// There when what is incoming is whole.
    fn whole(&self) -> PathBuf {
        self.incoming().path().join("utuh")
    }

    /// Begins anew with what is incoming.
    pub(crate) fn empty_incoming(&self) -> Result<Self, FileError> {
        let incoming = self.incoming();
        if incoming.path().exists() {
            std::fs::remove_dir_all(incoming.path())?;
        }
        make_private(incoming.path())?;
        make_private(&incoming.data())?;
        Ok(incoming)
    }

    /// Lets go of what is incoming, but where the desk has no other data.
    pub(crate) fn forget_incoming(&self) {
        if self.data().exists() || !self.whole().exists() {
            let _ = std::fs::remove_dir_all(self.incoming().path());
        }
    }

    /// Puts what is incoming, and was proved, in the place of the desk's data, which are kept aside.
    pub(crate) fn swap_in(&self, at: NaiveDateTime) -> Result<(), DeskError> {
        private_file().open(self.whole())?.sync_all()?;
        File::open(self.incoming().path())?.sync_all()?;
        if self.data().exists() {
            let aside = self.path().join(format!("data.disisihkan-{}", at.format("%Y%m%d-%H%M%S")));
            std::fs::rename(self.data(), aside)?;
        }
        self.finish_restore()
    }

    /// Ends a restore that a power cut left between its two steps; does nothing otherwise.
    ///
    /// # Errors
    /// [`DeskError::File`].
    pub fn finish_restore(&self) -> Result<(), DeskError> {
        let incoming = self.incoming();
        if self.data().exists() || !self.whole().exists() {
            return Ok(());
        }
        std::fs::rename(incoming.data(), self.data())?;
        File::open(self.path())?.sync_all()?;
        // What is left of it holds nothing any more.
        let _ = std::fs::remove_dir_all(incoming.path());
        Ok(())
    }
}
