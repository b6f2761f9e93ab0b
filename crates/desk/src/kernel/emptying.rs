//! Taking away what lies in a folder, each by itself: a file that another program holds keeps none of the others there.

use crate::kernel::disk::Disk;
use crate::kernel::patience;
use std::io;
use std::path::{Path, PathBuf};

/// What lies in a folder; nothing where there is none.
fn lying_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|found| found.path())
}

/// Takes away a file, or a folder with all in it; what is not there is gone already.
fn remove(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    let removed = if path.is_dir() { disk.remove_folder(path) } else { disk.remove_file(path) };
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Takes away once what `goes` names in a folder, and says how much of it stays.
pub(crate) fn empty(disk: &dyn Disk, folder: &Path, goes: impl Fn(&Path) -> bool) -> usize {
    lying_in(folder).filter(|path| goes(path) && remove(disk, path).is_err()).count()
}

/// Takes away all that lies in a folder, and says how much of it stays. For all that is held together one waits no longer than for one name.
pub(crate) fn empty_patiently(disk: &dyn Disk, folder: &Path) -> usize {
    // What stays is counted, whatever keeps it there.
    let _ = patience::patiently(disk, &|| {
        // Each is tried, also after one that is held.
        let held = lying_in(folder).filter_map(|path| remove(disk, &path).err()).filter(|error| disk.is_held(error));
        held.last().map_or(Ok(()), Err)
    });
    lying_in(folder).count()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::disk::OwnDisk;
    use crate::kernel::faulty_disk::FaultyDisk;
    use tempfile::TempDir;

    fn three() -> TempDir {
        let dir = TempDir::new().unwrap();
        for name in ["satu", "dua"] {
            std::fs::create_dir(dir.path().join(name)).unwrap();
            std::fs::write(dir.path().join(name).join("lampiran.pdf"), "rekaan").unwrap();
        }
        std::fs::write(dir.path().join("tiga.pdf"), "rekaan").unwrap();
        dir
    }

    #[test]
    fn what_is_named_goes_and_the_rest_and_the_folder_stay() {
        let dir = three();
        assert_eq!(empty(&OwnDisk, dir.path(), |path| !path.ends_with("dua")), 0);
        assert_eq!(lying_in(dir.path()).collect::<Vec<_>>(), [dir.path().join("dua")]);
        assert_eq!(empty(&OwnDisk, &dir.path().join("tiada"), |_| true), 0);
    }

    #[test]
    fn a_file_that_is_held_keeps_none_of_the_others_there() {
        for held in ["satu", "tiga.pdf"] {
            let dir = three();
            let disk = FaultyDisk::holding([dir.path().join(held)]);
            assert_eq!(empty(&disk, dir.path(), |_| true), 1);
            assert_eq!(lying_in(dir.path()).collect::<Vec<_>>(), [dir.path().join(held)]);
            assert_eq!(disk.waited(), 0, "nobody waits");
        }
    }

    #[test]
    fn before_the_window_closes_one_waits_for_what_is_held_and_no_longer_than_two_seconds_for_all_of_it() {
        let dir = three();
        let disk = FaultyDisk::held_for(25);
        assert_eq!((empty_patiently(&disk, dir.path()), lying_in(dir.path()).count()), (0, 0));
        for held in [vec!["dua"], vec!["satu", "dua", "tiga.pdf"]] {
            let dir = three();
            let disk = FaultyDisk::holding(held.iter().map(|name| dir.path().join(name)));
            assert_eq!(empty_patiently(&disk, dir.path()), held.len());
            assert_eq!((lying_in(dir.path()).count(), disk.waited()), (held.len(), 2_000));
        }
        let dir = three();
        let disk = FaultyDisk::pulled();
        assert_eq!((empty_patiently(&disk, dir.path()), disk.waited()), (3, 0), "nobody waits for a disk that is gone");
    }
}
