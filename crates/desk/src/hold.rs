//! When the next number is not certain: after a backup was restored, and on a PC that replaces another.
//!
//! A number on a receipt is never given twice, so a desk that may have forgotten some writes nothing until PPID Utama has
//! given it its later entries back, or an officer has told the last number handed out (`accounting`).

use crate::write::Journal;
use serde::{Deserialize, Serialize};

use crate::error::DeskError;
use crate::store::local;
use crate::trail::Trail;

/// Why the desk writes nothing for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Hold {
    /// Its file was restored from a backup, or brought to another computer.
    Restored {
        /// How many entries it had written before, where the trail tells.
        written: Option<u64>,
    },
    /// It is new in an office that has entries, and may replace a PC that gave numbers.
    CatchUp,
}

impl Hold {
    /// The sentence for a person.
    pub(crate) fn said(self) -> &'static str {
        match self {
            Self::Restored { .. } => {
                "Data meja ini dipulihkan dari cadangan, jadi nomor berikutnya belum pasti. Sambungkan ke PPID Utama, atau buka \
                 Pengaturan lalu isi nomor terakhir yang sudah dipakai di tanda bukti."
            }
            Self::CatchUp => {
                "Catatan kantor ini belum selesai diambil dari PPID Utama, jadi nomor berikutnya belum pasti. Tunggu sinkron \
                 selesai, atau buka Pengaturan lalu isi nomor terakhir yang sudah dipakai."
            }
        }
    }
}

impl Journal {
    /// Compares the file with its trail when it is opened.
    pub(crate) fn look_at_trail(&mut self) -> Result<(), DeskError> {
        self.hold = local::read_json(&self.connection, local::HOLD)?;
        let written = match self.folder.trail() {
            Trail::Missing => None,
            Trail::At(origin, length) if origin != self.chain.origin || length > self.chain.length => {
                (origin == self.chain.origin).then_some(length)
            }
            Trail::At(..) | Trail::Torn => return Ok(()),
        };
        // A backup made while it was held holds what was known then; more may have been written and lost since.
        let written = match self.hold {
            Some(Hold::Restored { written: before }) => written.zip(before).map(|(now, before)| now.max(before)),
            _ => written,
        };
        let hold = Some(Hold::Restored { written });
        if self.hold == hold { Ok(()) } else { self.set_hold(hold) }
    }

    pub(crate) fn set_hold(&mut self, hold: Option<Hold>) -> Result<(), DeskError> {
        match hold {
            Some(hold) => local::write_json(&self.connection, local::HOLD, &hold)?,
            None => local::forget(&self.connection, local::HOLD)?,
        }
        self.hold = hold;
        Ok(())
    }

    /// Both sides hold the same: what was forgotten is back, unless the trail tells of more than the server ever had.
    pub(crate) fn release_hold(&mut self) -> Result<(), DeskError> {
        let certain = match self.hold {
            Some(Hold::Restored { written }) => written.is_some_and(|written| self.chain.length >= written),
            Some(Hold::CatchUp) => true,
            None => return Ok(()),
        };
        if certain {
            self.set_hold(None)?;
            self.folder.leave_trail(&self.chain);
        }
        Ok(())
    }
}
