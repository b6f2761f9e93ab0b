//! Where a run meets the stored part of its series.

use loket_journal::Digest;

use super::prepared::Prepared;

/// How a run relates to a series of some length.
pub(crate) enum Joint {
    /// It begins later than the series ends.
    Gap,
    /// It continues or repeats the series, if the stored hash at `seq` is `hash`: every hash names the one before it, so one
    /// comparison proves all the common entries alike.
    Meets {
        /// The last seq both have; 0 when the run is the beginning.
        seq: u64,
        /// The run's hash of the header there.
        hash: Digest,
        /// How many of the run's entries the series has already.
        known: usize,
    },
}

impl Joint {
    pub(crate) fn of(run: &Prepared, length: u64) -> Self {
        let after = run.before.length;
        if after > length {
            return Self::Gap;
        }
        let known = usize::try_from(length - after).unwrap_or(usize::MAX).min(run.entries.len());
        let last_common = known.checked_sub(1).and_then(|place| run.entries.get(place));
        let hash = last_common.map_or(run.before.head, |entry| entry.hash);
        Self::Meets { seq: after + known as u64, hash, known }
    }
}
