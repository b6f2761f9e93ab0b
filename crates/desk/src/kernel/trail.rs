//! A trail beside the database: how far this desk has written, and on which computer. A backup of `data/` does not hold it, so a
//! file that was restored stands behind its own trail, and is known by it. A copy of the whole folder holds the trail too; it is
//! known by the mark of the computer that left it.
//!
//! The trail is written after each commit, without waiting for the disk: after a power cut it may be older than the database,
//! which says nothing, but never newer. It is overwritten in place, in one small piece, and checked when read: a torn one
//! counts as none that says anything. The mark stands behind what trails held at first, with a check of its own: where it is
//! missing or torn, nothing is known of the computer.

use crate::kernel::folder::Folder;
use crate::kernel::machine::MachineMark;
use crate::kernel::private_file::private_file;
use loket_journal::{Chain, OriginId};
use std::fs::File;
use std::io::{Read, Write};
use uuid::Uuid;

/// Origin (16 bytes), length (8 bytes, little-endian), and the first bytes of their hash.
const SIZE: usize = 48;

/// The mark of the computer (16 bytes), and the first bytes of the hash of all that stands before.
const MARKED: usize = 32;

/// What the trail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trail {
    /// There is none: the data was brought to another folder or computer.
    Missing,
    /// There is one, and it cannot be read.
    Torn,
    /// The desk had written so far.
    At {
        /// Its series.
        origin: OriginId,
        /// How many entries of it.
        written: u64,
        /// Where that was.
        place: Place,
    },
}

/// Where a trail was left, as its mark tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On this computer, in this folder.
    Here,
    /// On another, or in another folder.
    Elsewhere,
    /// It does not say, or this computer does not say which it is.
    Unsaid,
}

fn sealed(origin: OriginId, length: u64) -> [u8; SIZE] {
    let mut bytes = [0; SIZE];
    bytes[..16].copy_from_slice(origin.0.as_bytes());
    bytes[16..24].copy_from_slice(&length.to_le_bytes());
    let check = blake3::derive_key("loket-ppid trail v1", &bytes[..24]);
    bytes[24..].copy_from_slice(&check[..SIZE - 24]);
    bytes
}

/// The mark with its check, for a trail that says this.
fn marked(trail: &[u8; SIZE], mark: MachineMark) -> [u8; MARKED] {
    let check = blake3::derive_key("loket-ppid trail mark v1", &[trail.as_slice(), &mark.0].concat());
    std::array::from_fn(|at| if at < 16 { mark.0[at] } else { check[at - 16] })
}

impl Folder {
    fn trail_path(&self) -> std::path::PathBuf {
        self.path().join("loket.jejak")
    }

    /// How far the desk had written when it last wrote in this folder, and where that was.
    pub(crate) fn trail(&self) -> Trail {
        let Ok(mut file) = File::open(self.trail_path()) else { return Trail::Missing };
        let mut bytes = [0; SIZE];
        if file.read_exact(&mut bytes).is_err() {
            return Trail::Torn;
        }
        let (origin, length) = (bytes[..16].try_into().map(Uuid::from_bytes), bytes[16..24].try_into().map(u64::from_le_bytes));
        match (origin, length) {
            (Ok(origin), Ok(written)) if sealed(OriginId(origin), written) == bytes => {
                let (origin, mut behind) = (OriginId(origin), [0; MARKED]);
                let left = file.read_exact(&mut behind).ok().map(|()| behind);
                Trail::At { origin, written, place: self.place(&bytes, left) }
            }
            _ => Trail::Torn,
        }
    }

    /// Where the trail was left that has this behind it.
    fn place(&self, trail: &[u8; SIZE], behind: Option<[u8; MARKED]>) -> Place {
        let left = behind.and_then(|behind| {
            let mark = MachineMark(std::array::from_fn(|at| behind[at]));
            (marked(trail, mark) == behind).then_some(mark)
        });
        match self.machine().zip(left) {
            None => Place::Unsaid,
            Some((own, left)) if own == left => Place::Here,
            Some(_) => Place::Elsewhere,
        }
    }

    /// Leaves word how far the desk has written, and where.
    pub(crate) fn leave_trail(&self, chain: &Chain) {
        let trail = sealed(chain.origin, chain.length);
        let mark = self.machine().map(|mark| marked(&trail, mark));
        let bytes = [trail.as_slice(), mark.as_ref().map_or(&[], |mark| mark.as_slice())].concat();
        let file = private_file().open(self.trail_path());
        // An old trail costs nothing but a restore that is not noticed here; the entry itself is safe.
        let _ = file.and_then(|mut file| file.write_all(&bytes));
    }
}
