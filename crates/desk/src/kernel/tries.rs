//! How often a secret was tried in vain at this desk. Whoever guesses waits, ever longer, also after the program was started anew; and
//! what was guessed is kept until somebody who is let in can read it.
//!
//! The count lies beside the database, because nobody has its key yet. Whoever can take it away can also copy the slots and guess
//! elsewhere: it is there against whoever sits down at the window.

use crate::kernel::folder::Folder;
use crate::kernel::moment::Moment;
use crate::kernel::slot::{OpenedSlot, Opener};
use crate::kernel::vault::Vault;
use crate::kernel::vault_error::VaultError;
use crate::kernel::whole_file::write_whole;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So many times one may mistype before there is any wait.
const FREE: u32 = 5;

/// The first wait, in milliseconds; each wrong try after it doubles it.
const FIRST_WAIT: u64 = 5_000;

/// The longest, in milliseconds.
const LONGEST_WAIT: u64 = 5 * 60 * 1000;

/// After so many milliseconds without a wrong try the count begins anew.
const FORGOTTEN: u64 = 24 * 60 * 60 * 1000;

/// Under which name tries for logins that nobody has are counted together.
const NOBODY: &str = "lain";

/// The wrong tries of one secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct WrongTries {
    /// Since the last right one.
    times: u32,
    /// When the last was, in milliseconds since 1970.
    at: u64,
    /// So many of them nobody who was let in was told of.
    untold: u32,
    /// When the last was, on the wall clock.
    last: NaiveDateTime,
}

impl WrongTries {
    /// How long one must have waited after the last, in milliseconds.
    fn pause(&self) -> u64 {
        match self.times.checked_sub(FREE) {
            None => 0,
            Some(more) => FIRST_WAIT.saturating_mul(1 << more.min(10)).min(LONGEST_WAIT),
        }
    }
}

/// Wrong tries that nobody was told of yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UntoldTries {
    /// Which secret was tried, as [`Opener::name`] says; `lain` for names that nobody has.
    pub(crate) secret: String,
    /// How often.
    pub(crate) times: u32,
    /// When last.
    pub(crate) last: NaiveDateTime,
}

/// What was tried in vain, by secret.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Tries(BTreeMap<String, WrongTries>);

impl Tries {
    /// A file that cannot be read counts nothing: an office is not locked out of its own desk by a damaged count.
    fn read(folder: &Folder) -> Self {
        std::fs::read(folder.tries()).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    fn keep(&self, folder: &Folder) -> Result<(), VaultError> {
        let bytes = serde_json::to_vec(self).map_err(crate::kernel::slip::Slip::at("tries"))?;
        Ok(write_whole(folder.disk(), &folder.tries(), &bytes)?)
    }
}

impl Folder {
    /// Opens a slot of `vault` with what was typed, unless it was tried in vain too often a moment ago.
    ///
    /// # Errors
    /// [`VaultError::TooOften`] without trying, [`VaultError::WrongPassword`], [`VaultError::WrongCard`], [`VaultError::File`] where the
    /// try cannot be counted.
    pub(crate) fn try_slot(&self, vault: &Vault, secret: &Opener, typed: &str, moment: Moment) -> Result<OpenedSlot, VaultError> {
        let name = if vault.knows(secret) { secret.name() } else { NOBODY.to_owned() };
        let mut tries = Tries::read(self);
        if let Some(wrong) = tries.0.get_mut(&name) {
            if moment.millis < wrong.at {
                // The clock was turned back: the wait begins anew, and ends all the same.
                wrong.at = moment.millis;
            }
            let since = moment.millis - wrong.at;
            let left = wrong.pause().saturating_sub(since);
            if left > 0 {
                tries.keep(self)?;
                return Err(VaultError::TooOften(left.div_ceil(1000)));
            }
            if since >= FORGOTTEN {
                wrong.times = 0;
            }
        }
        let opened = match secret {
            Opener::Password { login } => vault.open_with_password(login, typed),
            Opener::Card => vault.open_with_card(typed),
        };
        if opened.is_err() {
            let (times, untold) = tries.0.get(&name).map_or((0, 0), |wrong| (wrong.times, wrong.untold));
            let (times, untold) = (times.saturating_add(1), untold.saturating_add(1));
            tries.0.insert(name, WrongTries { times, untold, at: moment.millis, last: moment.local });
            tries.keep(self)?;
        } else if let Some(wrong) = tries.0.get_mut(&name) {
            wrong.times = 0;
            // Where that cannot be written, as on a full disk, whoever has the right secret is let in all the same.
            tries.keep(self).ok();
        }
        opened
    }

    /// What was tried in vain and nobody was told of.
    pub(crate) fn untold_tries(&self) -> Vec<UntoldTries> {
        let untold = |(secret, wrong): (String, WrongTries)| UntoldTries { secret, times: wrong.untold, last: wrong.last };
        Tries::read(self).0.into_iter().filter(|(_, wrong)| wrong.untold > 0).map(untold).collect()
    }

    /// Somebody who was let in can read of all of them.
    pub(crate) fn tries_are_told(&self) -> Result<(), VaultError> {
        let mut tries = Tries::read(self);
        if tries.0.values().all(|wrong| wrong.untold == 0) {
            return Ok(());
        }
        tries.0.retain(|_, wrong| {
            wrong.untold = 0;
            wrong.times > 0
        });
        tries.keep(self)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::random::system_dice;
    use crate::kernel::slot::Voucher;
    use zeroize::Zeroizing;

    fn moment(millis: u64) -> Moment {
        Moment { millis, local: chrono::DateTime::from_timestamp_millis(i64::try_from(millis).unwrap()).unwrap().naive_utc() }
    }

    #[test]
    fn whoever_guesses_waits_ever_longer_also_with_the_clock_turned_and_the_right_secret_ends_it() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(dir.path());
        let key = Zeroizing::new([9; 32]);
        let (mut vault, mut dice) = (Vault::new("Kantor Rekaan".into()), system_dice());
        let siti = Opener::password("siti");
        vault.put(siti.clone(), "kebun teh pagi", (&key, &Voucher::first(&key)), &mut dice).unwrap();
        let wait = |secret: &Opener, typed: &str, at: u64| match folder.try_slot(&vault, secret, typed, moment(at)).err() {
            Some(VaultError::TooOften(seconds)) => Some(seconds),
            _ => None,
        };
        for _ in 0..FREE {
            assert_eq!(wait(&siti, "salah", 1_000_000), None);
        }
        assert_eq!(wait(&siti, "kebun teh pagi", 1_000_000), Some(5), "the right one waits too: nobody learns by it");
        assert_eq!(wait(&siti, "salah", 1_000_000 + FIRST_WAIT), None);
        assert_eq!(wait(&siti, "salah", 1_000_001 + FIRST_WAIT), Some(10));
        assert_eq!(wait(&siti, "salah", 0), Some(10), "a clock that was turned back is no way around");
        assert_eq!(wait(&siti, "salah", 9_999), Some(1), "and locks nobody out for ever");
        assert_eq!(wait(&Opener::password("budi"), "x", 10_000), None, "nor is anybody else kept waiting");
        let [others, of_siti] = <[UntoldTries; 2]>::try_from(folder.untold_tries()).unwrap();
        assert_eq!((others.secret.as_str(), others.times), ("lain", 1));
        assert_eq!((of_siti.secret.as_str(), of_siti.times), ("password:siti", 6));
        assert!(folder.try_slot(&vault, &siti, "kebun teh pagi", moment(20_000)).is_ok());
        assert_eq!(wait(&siti, "salah", 20_000), None, "the count begins anew");
        folder.tries_are_told().unwrap();
        assert!(folder.untold_tries().is_empty());
    }
}
