//! How soon again.

use crate::error::DeskError;
use crate::sync::fault::SyncFault;
use crate::sync::round::Round;
use std::time::Duration;

/// Between rounds when all is well.
const IDLE: Duration = Duration::from_secs(60);

/// The longest wait after a first failure; doubled each time.
const FIRST_WAIT: Duration = Duration::from_secs(2);

/// The longest wait of all.
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// When the next round should be. Waits after failures double, and each is a throw of the dice between nothing and its longest:
/// four hundred desks that lost their server at the same moment do not come back at the same moment.
#[derive(Debug, Default)]
pub struct Backoff {
    failures: u32,
}

impl Backoff {
    /// How long to wait after a round that ended so; `dice` is a random number. Whoever waits stops waiting when something was
    /// written, when the person asks, or when the link returns.
    pub fn after(&mut self, outcome: &Result<Round, DeskError>, dice: u32) -> Duration {
        let part = f64::from(dice) / f64::from(u32::MAX);
        let asked = match outcome {
            Ok(_) | Err(DeskError::Sync(SyncFault::Closed)) => {
                self.failures = 0;
                return IDLE.mul_f64(0.75 + part / 2.0);
            }
            Err(DeskError::Sync(SyncFault::Busy(seconds))) => Duration::from_secs(u64::from(*seconds)),
            Err(_) => Duration::ZERO,
        };
        let longest = FIRST_WAIT.saturating_mul(1 << self.failures.min(16)).min(LONGEST_WAIT);
        self.failures = self.failures.saturating_add(1);
        asked + longest.mul_f64(part)
    }

    /// Whether the last round failed.
    pub fn is_failing(&self) -> bool {
        self.failures > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_are_never_alike() {
        let mut backoff = Backoff::default();
        let lost = || Err(DeskError::Sync(SyncFault::Unreachable));
        let longest: Vec<u64> = (0..10).map(|_| backoff.after(&lost(), u32::MAX).as_secs()).collect();
        assert_eq!(longest, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        assert!(backoff.is_failing());
        assert_eq!(backoff.after(&lost(), 0), Duration::ZERO, "the dice decide");
        assert_eq!(backoff.after(&Ok(Round::default()), u32::MAX).as_secs(), 75);
        assert_eq!(backoff.after(&Ok(Round::default()), 0).as_secs(), 45);
        assert!(!backoff.is_failing());
    }

    #[test]
    fn a_server_that_names_a_time_is_given_it() {
        let busy = Err(DeskError::Sync(SyncFault::Busy(30)));
        let wait = Backoff::default().after(&busy, u32::MAX / 2);
        assert!((30..=32).contains(&wait.as_secs()), "{wait:?}");
    }
}
