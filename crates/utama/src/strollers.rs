//! How many public pages one address may ask for: more than people read, less than would keep desks waiting.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::reception::neighbourhood;

/// Pages from one address within [`MINUTE`]: a whole school may share it.
const PAGES: u32 = 300;
/// A minute in milliseconds.
const MINUTE: u64 = 60_000;
/// Addresses that are remembered at most.
const ADDRESSES: usize = 50_000;

/// Who came of late, and how often. Forgotten when the server stops.
#[derive(Default)]
pub(crate) struct Strollers(Mutex<HashMap<IpAddr, (u64, u32)>>);

impl Strollers {
    /// Counts one page asked for from here.
    ///
    /// # Errors
    /// For how many seconds to wait; nothing is counted then.
    pub(crate) fn come(&self, from: IpAddr, now: u64) -> Result<(), u32> {
        let mut here = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if here.len() >= ADDRESSES {
            here.retain(|_, (since, _)| since.saturating_add(MINUTE) > now);
        }
        let place = neighbourhood(from);
        // Whoever cannot be remembered is let through: the connections are bounded all the same.
        if here.len() >= ADDRESSES && !here.contains_key(&place) {
            return Ok(());
        }
        let (since, count) = here.entry(place).or_insert((now, 0));
        if since.saturating_add(MINUTE) <= now {
            (*since, *count) = (now, 0);
        }
        if *count >= PAGES {
            let left = since.saturating_add(MINUTE).saturating_sub(now).div_ceil(1000);
            return Err(u32::try_from(left).unwrap_or(u32::MAX));
        }
        *count += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_for_more_than_people_read_waits_and_nobody_else_does() {
        let strollers = Strollers::default();
        let (here, there) = (IpAddr::from([192, 0, 2, 7]), IpAddr::from([192, 0, 2, 8]));
        assert!((0..PAGES).all(|_| strollers.come(here, 1_000).is_ok()));
        assert_eq!(strollers.come(here, 11_000), Err(50));
        assert_eq!(strollers.come(there, 11_000), Ok(()));
        assert_eq!(strollers.come(here, 61_000), Ok(()), "after a minute one may go on");
    }
}
