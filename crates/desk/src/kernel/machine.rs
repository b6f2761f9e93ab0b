//! By what a computer, and the place of a folder on it, is known again.
//!
//! Nothing of it says which computer it is: it is a hash, kept beside the data and compared with itself. A disk that was copied as a
//! whole, block by block, onto another PC keeps both; such a copy is not told from the first.

use std::path::Path;

/// What tells this computer, and this folder on it, from a copy of the folder on another or beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MachineMark(pub(crate) [u8; 16]);

impl MachineMark {
    /// The mark of a computer that calls itself so, and of a folder that is known there by this number, if by any.
    pub fn of(computer: &str, folder: Option<u64>) -> Self {
        let made_of = format!("{}\n{}", computer.trim(), folder.map(|number| number.to_string()).unwrap_or_default());
        let hash = blake3::derive_key("loket-ppid machine mark v1", made_of.as_bytes());
        Self(std::array::from_fn(|at| hash[at]))
    }
}

/// The mark of this computer for a folder that is there; none where the system does not say which computer it is.
pub fn this_machine(folder: &Path) -> Option<MachineMark> {
    Some(MachineMark::of(&computer()?, number_of(folder)))
}

#[cfg(not(windows))]
fn computer() -> Option<String> {
    let places = ["/etc/machine-id", "/var/lib/dbus/machine-id"];
    let read = places.iter().filter_map(|place| std::fs::read_to_string(place).ok());
    read.map(|said| said.trim().to_owned()).find(|said| !said.is_empty())
}

/// What Windows calls itself since it was set up; its registry is asked by the program that comes with it.
#[cfg(windows)]
fn computer() -> Option<String> {
    let asked = ["query", r"HKLM\SOFTWARE\Microsoft\Cryptography", "/v", "MachineGuid"];
    // Without the black window that a program of the terminal would open for a moment.
    const NO_WINDOW: u32 = 0x0800_0000;
    let mut reg = std::process::Command::new("reg");
    std::os::windows::process::CommandExt::creation_flags(&mut reg, NO_WINDOW);
    let said = reg.args(asked).output().ok()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let after = said.split("REG_SZ").nth(1)?.split_whitespace().next()?;
    Some(after.to_owned())
}

/// The number by which the file system knows a folder. A copy has another; renaming keeps it.
#[cfg(unix)]
fn number_of(folder: &Path) -> Option<u64> {
    std::fs::metadata(folder).ok().map(|found| std::os::unix::fs::MetadataExt::ino(&found))
}

#[cfg(not(unix))]
fn number_of(_: &Path) -> Option<u64> {
    None
}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_was_copied_is_another_and_one_that_was_renamed_is_not() {
        let dir = tempfile::TempDir::new().unwrap();
        let (first, copy, renamed) = (dir.path().join("satu"), dir.path().join("dua"), dir.path().join("tiga"));
        std::fs::create_dir(&first).unwrap();
        std::fs::create_dir(&copy).unwrap();
        let number = number_of(&first);
        assert_ne!(number, number_of(&copy));
        std::fs::rename(&first, &renamed).unwrap();
        assert_eq!(number_of(&renamed), number);
        assert_ne!(MachineMark::of("komputer satu", number), MachineMark::of("komputer dua", number));
    }
}
