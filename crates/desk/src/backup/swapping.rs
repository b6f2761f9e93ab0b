//! Putting restored data in the place of what lies there, so that a power cut leaves the one or the other.

use crate::error::DeskError;
use crate::kernel::file_error::FileError;
use crate::kernel::folder::{Folder, make_private};
use crate::kernel::patience;
use crate::kernel::private_file::private_file;
use crate::kernel::settling::settle_names;
use chrono::NaiveDateTime;
use std::path::PathBuf;

impl Folder {
    /// Where a desk is made of a copy.
    pub(crate) fn incoming(&self) -> Self {
        self.within("dipulihkan")
    }

    /// There when what is incoming is whole.
    fn whole(&self) -> PathBuf {
        self.incoming().path().join("utuh")
    }

    /// Begins anew with what is incoming.
    pub(crate) fn empty_incoming(&self) -> Result<Self, FileError> {
        let incoming = self.incoming();
        patience::remove_folder(self.disk(), incoming.path())?;
        make_private(incoming.path())?;
        make_private(&incoming.data())?;
        Ok(incoming)
    }

    /// Lets go of what is incoming, but where the desk has no other data.
    pub(crate) fn forget_incoming(&self) {
        if self.data().exists() || !self.whole().exists() {
            let _ = patience::remove_folder(self.disk(), self.incoming().path());
        }
    }

    /// Puts what is incoming, and was proved, in the place of the desk's data, which are kept aside.
    pub(crate) fn swap_in(&self, at: NaiveDateTime) -> Result<(), DeskError> {
        private_file().open(self.whole())?.sync_all()?;
        settle_names(self.incoming().path())?;
        if self.data().exists() {
            let aside = self.path().join(format!("data.disisihkan-{}", at.format("%Y%m%d-%H%M%S")));
            patience::rename(self.disk(), &self.data(), &aside)?;
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
        patience::rename(self.disk(), &incoming.data(), &self.data())?;
        settle_names(self.path())?;
        // What is left of it holds nothing any more.
        let _ = patience::remove_folder(self.disk(), incoming.path());
        Ok(())
    }
}
