//! What a program leaves on the disk, read as whoever finds the disk would.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Digits of a NIK.
const LENGTH: usize = 16;

/// Which of these numbers of sixteen digits stand readable in a file below `folder`: as they are, in groups, or in letters of two bytes.
pub fn readable_numbers(folder: &Path, numbers: &BTreeSet<String>) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            // What is neither is a pipe or a socket of the window's own.
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else if path.is_file() {
                let bytes = std::fs::read(&path).unwrap_or_default();
                found.extend(numbers_in(&bytes, numbers).into_iter().map(|number| (path.clone(), number)));
            }
        }
    }
    found
}

fn numbers_in(bytes: &[u8], numbers: &BTreeSet<String>) -> BTreeSet<String> {
    let (mut found, mut digits, mut apart) = (BTreeSet::new(), String::new(), 0);
    for byte in bytes {
        match byte {
            b'0'..=b'9' => {
                digits.push(char::from(*byte));
                apart = 0;
                let begins = digits.len().saturating_sub(LENGTH);
                digits.drain(..begins);
                if numbers.contains(&digits) {
                    found.insert(digits.clone());
                }
            }
            // What may stand between two digits of one number.
            b' ' | b'-' | b'.' | 0 if apart < 2 => apart += 1,
            _ => digits.clear(),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_seen_however_it_is_written() {
        let number = "1218010101901001";
        let numbers = BTreeSet::from([number.to_owned()]);
        let wide: Vec<u8> = number.bytes().flat_map(|byte| [byte, 0]).collect();
        for bytes in [b"x 1218010101901001;".as_slice(), b"12 18 01 010190 1001", b"991218010101901001", &wide] {
            assert_eq!(numbers_in(bytes, &numbers).len(), 1, "{bytes:?}");
        }
        assert!(numbers_in(b"121801010190100; 1218010101901002; 12180101x01901001", &numbers).is_empty());
    }
}
