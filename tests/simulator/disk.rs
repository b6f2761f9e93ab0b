//! Folders as a disk holds them, and what a power cut leaves of a write.

use loket_tests::Chance;
use std::collections::BTreeMap;
use std::path::Path;

/// Pages of SQLite, in bytes.
const PAGE: usize = 4096;

/// The files of a folder, by path within it. What SQLite makes anew by itself and locks are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads a folder, also one that is in use: nobody else writes meanwhile in this one thread.
    pub(crate) fn of(folder: &Path) -> Self {
        let mut files = Self::default();
        files.read(folder, "");
        files
    }

    fn read(&mut self, folder: &Path, under: &str) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{under}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                self.read(&entry.path(), &format!("{name}/"));
            } else if !name.ends_with("-shm") && !name.ends_with(".pakai") {
                self.0.insert(name, std::fs::read(entry.path()).unwrap());
            }
        }
    }

    /// Only the files whose path begins so.
    pub(crate) fn under(&self, begin: &str) -> Self {
        Self(
            self.0
                .iter()
                .filter(|(name, _)| name.starts_with(begin))
                .map(|(name, bytes)| (name.clone(), bytes.clone()))
                .collect(),
        )
    }

    /// These files, and those of `others` that are not among them.
    pub(crate) fn with(mut self, others: &Self) -> Self {
        for (name, bytes) in &others.0 {
            self.0.entry(name.clone()).or_insert_with(|| bytes.clone());
        }
        self
    }

    /// Writes them into a new folder.
    pub(crate) fn put(&self, folder: &Path) {
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }

    /// What a power cut leaves on the way from `before` to `after`: SQLite writes the log first, so a torn log stands beside the
    /// database as it was. Where the log was carried into the database meanwhile, it was safe on the disk before that began.
    pub(crate) fn torn(before: &Self, after: &Self, chance: &mut Chance) -> Self {
        let mut left = after.clone();
        for (name, new) in &after.0 {
            let old = before.0.get(name).map_or(&[] as &[u8], Vec::as_slice);
            let kept = match name.as_str() {
                _ if old == new => continue,
                // The trail is written in one piece after the commit, and not waited for.
                "loket.jejak" => {
                    if chance.one_in(2) {
                        old.to_vec()
                    } else {
                        new.clone()
                    }
                }
                log if log.ends_with("-wal") => {
                    let database = name.trim_end_matches("-wal");
                    if before.0.get(database) != after.0.get(database) {
                        continue;
                    }
                    torn_log(old, new, chance)
                }
                _ => new.clone(),
            };
            left.0.insert(name.clone(), kept);
        }
        left
    }
}

fn torn_log(old: &[u8], new: &[u8], chance: &mut Chance) -> Vec<u8> {
    let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let cut = same + chance.below(new.len() - same);
    let mut log = new[..cut].to_vec();
    match chance.below(3) {
        // The file was not made longer yet.
        0 => log.extend_from_slice(old.get(cut..).unwrap_or_default()),
        // It was, and the sectors hold nothing.
        1 => log.resize(new.len().max(old.len()), 0),
        // It was, and a later sector was written before an earlier one.
        _ => {
            let hole = (cut + PAGE).min(new.len());
            log.resize(hole, 0);
            log.extend_from_slice(&new[hole..]);
        }
    }
    log
}
