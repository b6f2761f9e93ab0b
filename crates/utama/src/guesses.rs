//! How often a one-time code may be guessed. The code itself cannot be: it is the load of looking each one up that is bounded, and
//! that somebody tries is told in the log.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::accounts::{WINDOW, wait};
use crate::reception::neighbourhood;

/// Wrong codes from one address within [`WINDOW`]: a whole office may share it, and its officers mistype.
const WRONG_CODES: usize = 20;
/// Addresses that are remembered at most.
const ADDRESSES: usize = 10_000;

/// Wrong codes of late, by where they came from. Forgotten when the server stops.
#[derive(Default)]
pub(crate) struct Guesses(Mutex<HashMap<IpAddr, Vec<u64>>>);

impl Guesses {
    /// For how many seconds to wait before a code is looked at again from here; none when it may be now.
    pub(crate) fn wait(&self, from: IpAddr, now: u64) -> Option<u32> {
        let wrong = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let millis = wait(wrong.get(&neighbourhood(from))?, WRONG_CODES, now)?;
        Some(u32::try_from(millis.div_ceil(1000)).unwrap_or(u32::MAX))
    }

    /// A code from here was wrong.
    pub(crate) fn note(&self, from: IpAddr, now: u64) {
        let mut wrong = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if wrong.len() >= ADDRESSES {
            wrong.retain(|_, at| at.last().is_some_and(|last| last.saturating_add(WINDOW) > now));
        }
        if wrong.len() < ADDRESSES {
            let at = wrong.entry(neighbourhood(from)).or_default();
            at.retain(|at| at.saturating_add(WINDOW) > now);
            at.push(now);
            if at.len() == WRONG_CODES {
                tracing::warn!(%from, "one-time codes are being guessed");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_guesses_waits_and_nobody_else_does() {
        let guesses = Guesses::default();
        let (here, there) = (IpAddr::from([192, 0, 2, 7]), IpAddr::from([192, 0, 2, 8]));
        for now in 0..WRONG_CODES as u64 {
            assert_eq!(guesses.wait(here, now), None);
            guesses.note(here, now);
        }
        assert!(guesses.wait(here, 100).is_some_and(|seconds| seconds > 800));
        assert_eq!(guesses.wait(there, 100), None);
        assert_eq!(guesses.wait(here, WINDOW + 100), None, "after a while one may try again");
    }
}
