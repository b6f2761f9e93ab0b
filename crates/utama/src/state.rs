//! What every request may use; below all that answers.

use loket_domain::calendar::Calendar;
use loket_letters::Press;
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;

use crate::accounts::{PasswordHash, StaffAccount};
use crate::asking::{Filing, FilingLimits, FormSeal, WebBooks};
use crate::clock::ServerClock;
use crate::denials::Denials;
use crate::door::Door;
use crate::guesses::Guesses;
use crate::inbox::Inbox;
use crate::memory::Memory;
use crate::publishing::Publishing;
use crate::sending::Answers;
use crate::strollers::Strollers;
use crate::sync;

/// What every request may use.
pub(crate) struct Shared {
    pub(crate) store: Arc<dyn Memory>,
    pub(crate) sync: sync::Service,
    pub(crate) turns: sync::Turns,
    pub(crate) clock: ServerClock,
    pub(crate) calendar: Calendar,
    pub(crate) door: Door,
    /// A hash that no password has, so that an unknown login takes as long as a wrong password.
    pub(crate) nobody: PasswordHash,
    /// One-time codes that were wrong of late.
    pub(crate) guesses: Guesses,
    /// Wrong numbers and codes of receipts of late.
    pub(crate) follow_guesses: Guesses,
    /// Who was told of late that a page is not theirs.
    pub(crate) denials: Denials,
    /// Who came to the public's door of late.
    pub(crate) strollers: Strollers,
    /// What ties forms of the public's door to this server.
    pub(crate) forms: FormSeal,
    /// What was filed at the public's door of late.
    pub(crate) filings: FilingLimits,
    /// What was registered on the web.
    pub(crate) books: WebBooks,
    /// Prints receipts of what was filed; its fonts are read when it is first wanted.
    pub(crate) press: Arc<OnceLock<Press>>,
    /// Answers of forms that were sent of late.
    pub(crate) answers: Answers,
    /// Who waits for a password to be looked at.
    pub(crate) proving: Semaphore,
    /// Whether those who hold much must have a second factor.
    pub(crate) second_factor_required: bool,
}

impl Shared {
    /// Whether this account must set up a second factor before anything else.
    pub(crate) fn asks_second_factor(&self, account: Option<&StaffAccount>) -> bool {
        self.second_factor_required && account.is_some_and(|account| account.holds_much() && !account.second_factor)
    }

    /// What an answer of this moment is written with.
    pub(crate) fn inbox(&self) -> Inbox<'_> {
        Inbox { store: self.store.as_ref(), service: &self.sync, calendar: &self.calendar, now: self.clock.millis() }
    }

    /// What is filed at this moment is registered with.
    pub(crate) fn filing(&self) -> Filing<'_> {
        let (service, calendar, now) = (&self.sync, &self.calendar, self.clock.millis());
        Filing { store: self.store.as_ref(), service, calendar, books: &self.books, now }
    }

    /// What a pack of this moment is published with.
    pub(crate) fn publishing(&self) -> Publishing<'_> {
        Publishing { store: self.store.as_ref(), service: &self.sync, calendar: &self.calendar, now: self.clock.millis() }
    }
}
