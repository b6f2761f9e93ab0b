//! Which number comes next, also when several processes give them at once.

use async_trait::async_trait;
use loket_domain::numbering::{DeskCode, NumberSeries};
use loket_domain::office::OfficeCode;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::fault::StoreFault;

/// How long a number is held for what is just being registered, in milliseconds: longer than any request to the server takes. What was
/// not written by then never will be.
pub(crate) const HELD: u64 = 15 * 60 * 1000;

/// A number that is wanted.
#[derive(Debug, Clone)]
pub struct NumberClaim {
    /// Of which office.
    pub office: OfficeCode,
    /// Of which series.
    pub series: NumberSeries,
    /// Of which desk.
    pub desk: DeskCode,
    /// Of which calendar year.
    pub year: i32,
    /// For what: the same thing gets the same number.
    pub subject: Uuid,
    /// Now, in milliseconds since 1970.
    pub now: u64,
}

/// The memory of numbers that are held while something is registered. The stories every implementation must pass are in
/// `tests/utama/asking.rs`.
#[async_trait]
pub trait WebNumbers: Send + Sync {
    /// Holds the lowest serial that is neither `given` nor held for something else.
    async fn claim_number(&self, claim: &NumberClaim, given: &BTreeSet<u32>) -> Result<u32, StoreFault>;
}

/// The lowest serial that is neither given nor held.
pub(crate) fn first_free(given: &BTreeSet<u32>, held: &BTreeSet<u32>) -> u32 {
    (1..).find(|serial| !given.contains(serial) && !held.contains(serial)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_came_to_nothing_is_the_next() {
        assert_eq!(first_free(&BTreeSet::new(), &BTreeSet::new()), 1);
        assert_eq!(first_free(&BTreeSet::from([1, 2, 4]), &BTreeSet::from([5])), 3);
        assert_eq!(first_free(&BTreeSet::from([1, 2]), &BTreeSet::from([3])), 4);
    }
}
