//! Who has the desk's folder open: told to whoever comes second, where two accounts of a computer share one folder.
//!
//! It is a courtesy and no lock: the lock is the file beside it, which nobody can read while it is held.

use crate::kernel::disk::Disk;
use crate::kernel::patience;
use crate::kernel::private_file::private_file;
use std::io::{Read, Write};
use std::path::Path;

/// Longest name that is believed, in bytes: what stands there is shown to a person.
const LONGEST: u64 = 80;

/// Leaves the name of whoever has the folder now, in place of whoever had it before. Where it cannot be written, none is told.
pub(crate) fn leave(disk: &dyn Disk, path: &Path, who: Option<&str>) {
    // One that another account made may be removed by this one, but not written.
    let _ = patience::remove_file(disk, path);
    if let Some(who) = who {
        let _ = private_file().open(path).and_then(|mut file| file.write_all(who.as_bytes()));
    }
}

/// The name that was left, if it is one.
pub(crate) fn told(path: &Path) -> Option<String> {
    let mut read = Vec::new();
    std::fs::File::open(path).ok()?.take(LONGEST + 1).read_to_end(&mut read).ok()?;
    let who = String::from_utf8(read).ok()?;
    let sound = !who.trim().is_empty() && who.len() as u64 <= LONGEST && !who.chars().any(char::is_control);
    sound.then(|| who.trim().to_owned())
}

/// What is said to whoever comes second.
pub(crate) fn said(who: Option<&str>) -> String {
    match who {
        Some(who) => format!("Loket PPID sedang terbuka oleh akun komputer {who}; tutup dahulu di sana, lalu masuk lagi."),
        None => "Loket PPID sudah terbuka di komputer ini; pakai jendela yang sudah ada.".to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::disk::OwnDisk;

    #[test]
    fn only_what_can_be_a_name_is_told_and_the_last_one_counts() {
        let dir = tempfile::TempDir::new().unwrap();
        let path = dir.path().join("loket.oleh");
        assert_eq!(told(&path), None);
        leave(&OwnDisk, &path, Some("Bu Sari"));
        leave(&OwnDisk, &path, Some("umi"));
        assert_eq!(told(&path).as_deref(), Some("umi"));
        leave(&OwnDisk, &path, None);
        assert_eq!(told(&path), None);
        let long = "a".repeat(81);
        for rubbish in ["", "   ", "sari\u{7}", "dua\nbaris", long.as_str()] {
            std::fs::write(&path, rubbish).unwrap();
            assert_eq!(told(&path), None, "{rubbish:?}");
        }
        std::fs::write(&path, [0xff, 0xfe]).unwrap();
        assert_eq!(told(&path), None);
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        leave(&OwnDisk, &path, Some("umi"));
        assert_eq!(told(&path), None, "a folder of that name is nobody");
    }
}
