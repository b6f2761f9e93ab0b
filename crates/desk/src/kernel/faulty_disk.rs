//! An invented disk, for tests: a virus scanner looks into its files, or it is a stick that somebody pulls out. Its time passes only while it is
//! waited for.

use crate::kernel::disk::{Disk, OwnDisk};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// What Windows answers while a file is held.
const ACCESS_DENIED: io::ErrorKind = io::ErrorKind::PermissionDenied;

/// A disk on which something is amiss.
#[derive(Debug)]
pub(crate) struct FaultyDisk {
    /// For how long a scanner holds a file, in milliseconds, counted anew for each name that is touched.
    held: u64,
    /// What other programs hold for as long as they like.
    holding: Vec<PathBuf>,
    /// How many more names it gives or takes before it is gone.
    left: AtomicU64,
    /// How long it was waited for, in milliseconds: since a name was touched last, and in all.
    waited: [AtomicU64; 2],
}

impl FaultyDisk {
    fn new(held: u64, left: u64) -> Self {
        Self { held, holding: vec![], left: left.into(), waited: [0.into(), 0.into()] }
    }

    /// One on which other programs hold these files, or a file in each of these folders.
    pub(crate) fn holding(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        Self { holding: paths.into_iter().collect(), ..Self::new(0, u64::MAX) }
    }

    /// One whose files are held so many milliseconds each.
    pub(crate) fn held_for(held: u64) -> Self {
        Self::new(held, u64::MAX)
    }

    /// One that is no longer there.
    pub(crate) fn pulled() -> Self {
        Self::pulled_after(0)
    }

    /// One that is pulled out after so many names were changed.
    pub(crate) fn pulled_after(names: u64) -> Self {
        Self::new(0, names)
    }

    /// How long it was waited for, in milliseconds.
    pub(crate) fn waited(&self) -> u64 {
        self.waited[1].load(Ordering::Relaxed)
    }

    fn touch(&self, path: &Path, change: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        if self.left.load(Ordering::Relaxed) == 0 {
            return Err(io::ErrorKind::NotFound.into());
        }
        if self.holding.iter().any(|held| held == path) || self.waited[0].load(Ordering::Relaxed) < self.held {
            return Err(ACCESS_DENIED.into());
        }
        self.waited[0].store(0, Ordering::Relaxed);
        self.left.fetch_sub(1, Ordering::Relaxed);
        change()
    }
}

impl Disk for FaultyDisk {
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.touch(from, || OwnDisk.rename(from, to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.touch(path, || OwnDisk.remove_file(path))
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.touch(folder, || OwnDisk.remove_folder(folder))
    }

    fn is_held(&self, error: &io::Error) -> bool {
        error.kind() == ACCESS_DENIED
    }

    fn wait(&self, time: Duration) {
        let time = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        for waited in &self.waited {
            waited.fetch_add(time, Ordering::Relaxed);
        }
    }
}
