//! Holding the journal while the next number is not certain, and letting it go on.

use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::hold::Hold;
use crate::kernel::trail::{Place, Trail};
use crate::store::local;
use crate::store::writing;

impl Journal {
    /// Compares the file with its trail when it is opened.
    pub(crate) fn look_at_trail(&mut self) -> Result<(), DeskError> {
        self.hold = local::read_json(&self.connection, local::HOLD)?;
        let written = match self.folder.trail() {
            Trail::Missing => None,
            Trail::At { place: Place::Elsewhere, .. } => return self.hold_as(Hold::Copied),
            Trail::At { origin, written, .. } if origin != self.chain.origin || written > self.chain.length => {
                (origin == self.chain.origin).then_some(written)
            }
            Trail::At { place: Place::Unsaid, .. } if self.hold.is_none() && self.folder.machine().is_some() => {
                // From now on it says where.
                self.folder.leave_trail(&self.chain);
                return Ok(());
            }
            Trail::At { .. } | Trail::Torn => return Ok(()),
        };
        // A backup made while it was held holds what was known then; more may have been written and lost since.
        let written = match self.hold {
            Some(Hold::Restored { written: before }) => written.zip(before).map(|(now, before)| now.max(before)),
            _ => written,
        };
        self.hold_as(Hold::Restored { written })
    }

    fn hold_as(&mut self, hold: Hold) -> Result<(), DeskError> {
        if self.hold == Some(hold) { Ok(()) } else { self.set_hold(Some(hold)) }
    }

    pub(crate) fn set_hold(&mut self, hold: Option<Hold>) -> Result<(), DeskError> {
        writing::note(&self.connection, |tables| match hold {
            Some(hold) => local::write_json(tables, local::HOLD, &hold),
            None => local::forget(tables, local::HOLD),
        })?;
        self.hold = hold;
        Ok(())
    }

    /// Both sides hold the same: what was forgotten is back, unless the trail tells of more than the server ever had.
    pub(crate) fn release_hold(&mut self) -> Result<(), DeskError> {
        let certain = match self.hold {
            Some(Hold::Restored { written }) => written.is_some_and(|written| self.chain.length >= written),
            Some(Hold::CatchUp) => true,
            // The other computer may have given numbers that nobody but its user knows of.
            Some(Hold::Copied) => false,
            Some(Hold::Clock) | None => return Ok(()),
        };
        if certain {
            self.set_hold(None)?;
            self.folder.leave_trail(&self.chain);
        }
        Ok(())
    }
}
