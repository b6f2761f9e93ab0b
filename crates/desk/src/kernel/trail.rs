//! A trail beside the database: how far this desk has written. A backup of `data/` does not hold it, so a file that was
//! restored stands behind its own trail, and is known by it.
//!
//! The trail is written after each commit, without waiting for the disk: after a power cut it may be older than the database,
//! which says nothing, but never newer. It is overwritten in place, in one small piece, and checked when read: a torn one
//! counts as none that says anything.

use crate::kernel::folder::Folder;
use crate::kernel::private_file::private_file;
use loket_journal::{Chain, OriginId};
use std::fs::File;
use std::io::{Read, Write};
use uuid::Uuid;

/// Origin (16 bytes), length (8 bytes, little-endian), and the first bytes of their hash.
const SIZE: usize = 48;

/// What the trail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trail {
    /// There is none: the data was brought to another folder or computer.
    Missing,
    /// There is one, and it cannot be read.
    Torn,
    /// The desk had written so far.
    At(OriginId, u64),
}

fn sealed(origin: OriginId, length: u64) -> [u8; SIZE] {
    let mut bytes = [0; SIZE];
    bytes[..16].copy_from_slice(origin.0.as_bytes());
    bytes[16..24].copy_from_slice(&length.to_le_bytes());
    let check = blake3::derive_key("loket-ppid trail v1", &bytes[..24]);
    bytes[24..].copy_from_slice(&check[..SIZE - 24]);
    bytes
}

impl Folder {
    fn trail_path(&self) -> std::path::PathBuf {
        self.path().join("loket.jejak")
    }

    /// How far the desk had written when it last wrote in this folder.
    pub(crate) fn trail(&self) -> Trail {
        let Ok(mut file) = File::open(self.trail_path()) else { return Trail::Missing };
        let mut bytes = [0; SIZE];
        if file.read_exact(&mut bytes).is_err() {
            return Trail::Torn;
        }
        let (origin, length) = (bytes[..16].try_into().map(Uuid::from_bytes), bytes[16..24].try_into().map(u64::from_le_bytes));
        match (origin, length) {
            (Ok(origin), Ok(length)) if sealed(OriginId(origin), length) == bytes => Trail::At(OriginId(origin), length),
            _ => Trail::Torn,
        }
    }

    /// Leaves word how far the desk has written.
    pub(crate) fn leave_trail(&self, chain: &Chain) {
        let file = private_file().open(self.trail_path());
        // An old trail costs nothing but a restore that is not noticed here; the entry itself is safe.
        let _ = file.and_then(|mut file| file.write_all(&sealed(chain.origin, chain.length)));
    }
}
