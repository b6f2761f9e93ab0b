//! A hybrid logical clock: wall time where the clock runs true, a counter where it does not, never backwards.

use serde::{Deserialize, Serialize};

/// How far ahead of the own clock another's stamp may be and still move ours: a day, in milliseconds.
///
/// A desk whose clock is decades off must not drag every other desk with it; its entries are still taken.
const TRUSTED_LEAD: u64 = 24 * 60 * 60 * 1000;

/// Milliseconds since 1970 (upper 48 bits) and a counter (lower 16). Compares as time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(pub u64);

impl Stamp {
    /// The stamp of this millisecond, with a counter of zero.
    pub fn at(millis: u64) -> Self {
        Self(millis.min(u64::MAX >> 16) << 16)
    }

    /// Its milliseconds since 1970.
    pub fn millis(self) -> u64 {
        self.0 >> 16
    }
}

/// The clock of one writer.
#[derive(Debug, Clone, Copy)]
pub struct HybridClock(Stamp);

impl HybridClock {
    /// A clock that continues after the last stamp written or seen.
    pub fn after(last: Stamp) -> Self {
        Self(last)
    }

    /// The next stamp: the wall time, or just after the last stamp when the wall clock stands or runs back.
    pub fn tick(&mut self, now_millis: u64) -> Stamp {
        self.0 = Stamp::at(now_millis).max(Stamp(self.0.0.saturating_add(1)));
        self.0
    }

    /// Takes note of another writer's stamp, unless it is more than a day ahead of this clock.
    pub fn witness(&mut self, other: Stamp, now_millis: u64) {
        if other.millis() <= now_millis.saturating_add(TRUSTED_LEAD) {
            self.0 = self.0.max(other);
        }
    }

    /// The last stamp written or seen.
    pub fn last(&self) -> Stamp {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_always_rise_also_when_the_wall_clock_runs_back() {
        let mut clock = HybridClock::after(Stamp(0));
        let stamps: Vec<_> = [1_000, 1_000, 400, 0, 1_001].map(|now| clock.tick(now)).into();
        assert!(stamps.is_sorted_by(|a, b| a < b), "{stamps:?}");
        assert_eq!(stamps[4].millis(), 1_001);
    }

    #[test]
    fn a_clock_decades_ahead_drags_nobody_with_it() {
        let mut clock = HybridClock::after(Stamp(0));
        clock.witness(Stamp::at(4_000_000_000_000), 1_800_000_000_000);
        assert_eq!(clock.tick(1_800_000_000_000).millis(), 1_800_000_000_000);
        clock.witness(Stamp::at(1_800_000_060_000), 1_800_000_000_000);
        assert_eq!(clock.tick(1_800_000_000_000).millis(), 1_800_000_060_000);
    }
}
