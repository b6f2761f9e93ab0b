//! The first start while it is typed. There is no key yet, so it lies open in the desk's private folder, without passwords; it holds
//! nothing of a citizen, and goes once the desk is there.

use std::fs;
use std::path::PathBuf;

use crate::error::DeskError;
use crate::kernel::folder::{Folder, make_private};
use crate::kernel::patience;
use crate::kernel::whole_file::write_whole;
use crate::opening::begin::FirstStart;

impl Folder {
    fn kept_start(&self) -> PathBuf {
        self.path().join("mulai.json")
    }

    /// Keeps what was typed into the first start so far, but for passwords.
    ///
    /// # Errors
    /// [`DeskError::File`]; what was kept before is still there.
    pub fn keep_first_start(&self, first: &FirstStart) -> Result<(), DeskError> {
        if self.is_started() {
            return Ok(());
        }
        let open = FirstStart { password: String::new(), password_again: String::new(), ..first.clone() };
        let bytes = serde_json::to_vec(&open).map_err(DeskError::slip("first start"))?;
        make_private(self.path())?;
        Ok(write_whole(self.disk(), &self.kept_start(), &bytes)?)
    }

    /// What was typed into a first start that was not finished.
    pub fn kept_first_start(&self) -> Option<FirstStart> {
        serde_json::from_slice(&fs::read(self.kept_start()).ok()?).ok()
    }

    /// Forgets it. A desk that has begun needs it no more; one that stays does no harm.
    pub(crate) fn forget_first_start(&self) {
        let _ = patience::remove_file(self.disk(), &self.kept_start());
    }
}
