//! How much one office may write here: as much as an office ever has, and no faster than the others can be heard beside it. A desk that
//! writes without end, by mistake or by somebody's will, fills no disk and keeps nobody waiting.
//!
//! What is sent is weighed: its bytes, something for each entry whatever it says, and more for what is about the office itself, because
//! each of those has the whole office folded anew. An office that sent more than its share comes again later; what it has in its own file
//! is safe there.

use loket_journal::Batch;
use loket_journal::protocol::RefusalKind;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::refused::CallRefused;
use crate::store::StoreFault;

/// Bytes that the entries of one office may fill: a hundred times what a busy one writes in a year.
pub(crate) const ROOM_FOR_ENTRIES: u64 = 1 << 30;
/// What an office may send at once: a whole office that comes to a new server.
const AT_ONCE: i64 = 64 << 20;
/// What comes to it each second.
const A_SECOND: i64 = 64 << 10;
/// What an entry weighs beside its bytes.
const AN_ENTRY: u64 = 1 << 10;
/// What one about the office weighs beside its bytes.
const OF_THE_OFFICE: u64 = 32 << 10;
/// Longest that an office is sent away, in seconds: then it asks again.
const LONGEST_WAIT: u32 = 15 * 60;

/// What a batch costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weight {
    /// Bytes it fills, about.
    bytes: u64,
    /// What it weighs.
    weight: u64,
}

impl Weight {
    /// Of a batch that was read and not proven yet.
    pub(super) fn of(batch: &Batch) -> Self {
        let (mut bytes, mut weight) = (0, 0);
        for (of_office, length) in batch.lengths() {
            let length = length as u64 + 200;
            bytes += length;
            weight += length + if of_office { OF_THE_OFFICE } else { AN_ENTRY };
        }
        Self { bytes, weight }
    }
}

struct Share {
    /// Bytes its entries fill here, as far as is known.
    stored: u64,
    /// What it may still send now; below nothing where it sent more.
    left: i64,
    /// As of when, in milliseconds since 1970.
    at: u64,
}

/// What each office sent of late, and has here. Looked up anew when the server starts.
pub(super) struct Allowances {
    room: u64,
    offices: Mutex<HashMap<String, Share>>,
}

impl Default for Allowances {
    fn default() -> Self {
        Self { room: ROOM_FOR_ENTRIES, offices: Mutex::default() }
    }
}

impl Allowances {
    /// Whether the office may send that now (`now` none for what a person carried here), and counts it; `stored` looks up what it has.
    ///
    /// # Errors
    /// [`CallRefused::Busy`] with the seconds to wait, [`RefusalKind::EntryRoom`] where it is full.
    pub(super) async fn charge(
        &self,
        office: &str,
        sent: Weight,
        now: Option<u64>,
        stored: impl Future<Output = Result<u64, StoreFault>>,
    ) -> Result<(), CallRefused> {
        if let Some(now) = now {
            self.pace(office, now)?;
        }
        if !self.fits(office, sent.bytes) {
            // What was sent twice was counted twice, and after a start nothing was: the store knows.
            let stored = stored.await?;
            self.with(office, now.unwrap_or_default(), |share| share.stored = stored);
            if stored.saturating_add(sent.bytes) > self.room {
                tracing::warn!(office, "the entries of an office fill their room");
                return Err(RefusalKind::EntryRoom.into());
            }
        }
        self.with(office, now.unwrap_or_default(), |share| {
            share.stored = share.stored.saturating_add(sent.bytes);
            if now.is_some() {
                share.left = share.left.saturating_sub(i64::try_from(sent.weight).unwrap_or(i64::MAX));
            }
        });
        Ok(())
    }

    /// Sends an office away that sent more than its share.
    fn pace(&self, office: &str, now: u64) -> Result<(), CallRefused> {
        let left = self.with(office, now, |share| {
            let seconds = i64::try_from(now.saturating_sub(share.at) / 1000).unwrap_or(i64::MAX);
            if seconds > 0 {
                share.left = share.left.saturating_add(seconds.saturating_mul(A_SECOND)).min(AT_ONCE);
                share.at = now;
            }
            share.left
        });
        if left > 0 {
            return Ok(());
        }
        tracing::warn!(office, "an office sends more than its share");
        let wait = u32::try_from((-left) / A_SECOND + 1).unwrap_or(u32::MAX).min(LONGEST_WAIT);
        Err(CallRefused::Busy(429, wait))
    }

    /// Whether it is known to have room for so many bytes.
    fn fits(&self, office: &str, bytes: u64) -> bool {
        let offices = self.offices.lock().unwrap_or_else(PoisonError::into_inner);
        offices.get(office).is_some_and(|share| share.stored != UNKNOWN && share.stored.saturating_add(bytes) <= self.room)
    }

    fn with<T>(&self, office: &str, now: u64, work: impl FnOnce(&mut Share) -> T) -> T {
        let mut offices = self.offices.lock().unwrap_or_else(PoisonError::into_inner);
        work(offices.entry(office.to_owned()).or_insert(Share { stored: UNKNOWN, left: AT_ONCE, at: now }))
    }
}

/// Until it is looked up.
const UNKNOWN: u64 = u64::MAX;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn weight(bytes: u64) -> Weight {
        Weight { bytes, weight: bytes }
    }

    #[tokio::test]
    async fn an_office_that_sends_more_than_its_share_waits_and_no_other_does() {
        let shares = Allowances::default();
        let charge = |office, bytes, now| shares.charge(office, weight(bytes), Some(now), async { Ok(0) });
        charge("12.18.02", 70 << 20, 1_000).await.unwrap();
        assert!(matches!(charge("12.18.02", 1, 1_000).await, Err(CallRefused::Busy(429, 97))));
        charge("12.18.04", 1, 1_000).await.unwrap();
        assert!(charge("12.18.02", 1, 97_000).await.is_err());
        charge("12.18.02", 1, 99_000).await.unwrap();
        shares.charge("12.18.02", weight(70 << 20), None, async { Ok(0) }).await.unwrap();
        charge("12.18.02", 1, 100_000).await.unwrap();
    }

    #[tokio::test]
    async fn an_office_whose_entries_fill_their_room_is_told_so_and_what_was_sent_twice_is_not_held_against_it() {
        let shares = Allowances { room: 1000, ..Allowances::default() };
        let here = Cell::new(600);
        let charge = |bytes| shares.charge("12.18.02", weight(bytes), None, async { Ok(here.get()) });
        charge(300).await.unwrap();
        charge(300).await.unwrap();
        assert_eq!(here.get(), 600, "it was the same again: the store has no more than before");
        here.set(900);
        assert!(matches!(charge(200).await, Err(CallRefused::No(413, RefusalKind::EntryRoom))));
        charge(100).await.unwrap();
    }
}
