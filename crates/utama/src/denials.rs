//! Who was told of late that a page is not theirs: written down once in a while, so that whoever asks without pause fills no record.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How long the same account at the same page counts once, in milliseconds.
const ONCE_IN: u64 = 10 * 60 * 1000;
/// Accounts and pages that are remembered at most.
const REMEMBERED: usize = 10_000;

/// Denials of late, by account and page. Forgotten when the server stops.
#[derive(Default)]
pub(crate) struct Denials(Mutex<HashMap<(String, &'static str), u64>>);

impl Denials {
    /// Whether this one is to be written down.
    pub(crate) fn is_news(&self, login: &str, page: &'static str, now: u64) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.retain(|_, at| at.saturating_add(ONCE_IN) > now);
        }
        let key = (login.to_owned(), page);
        if known.get(&key).is_some_and(|at| at.saturating_add(ONCE_IN) > now) {
            return false;
        }
        known.insert(key, now);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_account_at_the_same_page_is_written_down_once_in_a_while() {
        let denials = Denials::default();
        assert!(denials.is_news("siti", "/akun", 1) && !denials.is_news("siti", "/akun", 2));
        assert!(denials.is_news("siti", "/paket", 2) && denials.is_news("budi", "/akun", 2));
        assert!(denials.is_news("siti", "/akun", ONCE_IN + 1));
    }
}
