//! Parcels that were cut off on their way here: what arrived is kept for a while, so that the desk sends only the rest.
//!
//! Kept in memory: after a restart of the server a desk sends its parcel whole again.

use loket_journal::protocol::Upload;
use loket_journal::{LARGEST_BATCH, OriginId, Parity};
use std::collections::HashMap;

/// How long a beginning is kept, in milliseconds.
const KEPT: u64 = 60 * 60 * 1000;
/// How many bytes of beginnings are kept of all desks together.
const ROOM: usize = 64 << 20;
/// Largest parcel: a batch and what may stand before it.
pub(crate) const LARGEST_PARCEL: usize = LARGEST_BATCH + 64;

struct Beginning {
    bytes: Vec<u8>,
    at: u64,
}

/// At most one beginning a desk.
#[derive(Default)]
pub(crate) struct Uploads {
    kept: HashMap<OriginId, Beginning>,
}

impl Uploads {
    /// How far the parcel of `desk` got.
    pub(crate) fn standing(&mut self, desk: OriginId, now: u64) -> Option<Upload> {
        self.expire(now);
        let bytes = &self.kept.get(&desk)?.bytes;
        Some(Upload { length: u32::try_from(bytes.len()).ok()?, digest: Parity::of_message(bytes) })
    }

    /// Keeps the beginning of a parcel, unless what is kept reaches further.
    pub(crate) fn begin(&mut self, desk: OriginId, bytes: Vec<u8>, now: u64) {
        self.expire(now);
        let further = |kept: &Beginning| kept.bytes.len() >= bytes.len() && kept.bytes.starts_with(&bytes);
        if bytes.is_empty() || bytes.len() > LARGEST_PARCEL || self.kept.get(&desk).is_some_and(further) {
            return;
        }
        self.kept.insert(desk, Beginning { bytes, at: now });
        self.make_room();
    }

    /// The beginning of `length` bytes with what follows it; it is kept no more. `None` when it is not here.
    pub(crate) fn join(&mut self, desk: OriginId, length: u32, rest: &[u8]) -> Option<Vec<u8>> {
        let kept = self.kept.remove(&desk)?;
        let fits = kept.bytes.len() == length as usize && kept.bytes.len() + rest.len() <= LARGEST_PARCEL;
        fits.then(|| [kept.bytes.as_slice(), rest].concat())
    }

    /// A parcel of this desk arrived whole.
    pub(crate) fn forget(&mut self, desk: OriginId) {
        self.kept.remove(&desk);
    }

    fn expire(&mut self, now: u64) {
        self.kept.retain(|_, kept| now.saturating_sub(kept.at) < KEPT);
    }

    /// Lets the oldest go until the rest fits.
    fn make_room(&mut self) {
        let mut total: usize = self.kept.values().map(|kept| kept.bytes.len()).sum();
        while total > ROOM {
            let Some(oldest) = self.kept.iter().min_by_key(|(_, kept)| kept.at).map(|(desk, _)| *desk) else { return };
            total -= self.kept.remove(&oldest).map_or(0, |kept| kept.bytes.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn desk(number: u128) -> OriginId {
        OriginId(Uuid::from_u128(number))
    }

    #[test]
    fn a_cut_parcel_is_put_together_once() {
        let mut uploads = Uploads::default();
        uploads.begin(desk(1), b"abc".to_vec(), 0);
        uploads.begin(desk(1), b"ab".to_vec(), 1);
        assert_eq!(uploads.standing(desk(1), 2).map(|upload| upload.length), Some(3), "the longer beginning stays");
        assert_eq!(uploads.join(desk(2), 3, b"d"), None, "of another desk");
        assert_eq!(uploads.join(desk(1), 3, b"d"), Some(b"abcd".to_vec()));
        assert_eq!(uploads.join(desk(1), 3, b"d"), None);
    }

    #[test]
    fn beginnings_are_bounded_in_age_and_in_all() {
        let mut uploads = Uploads::default();
        for number in 0..20 {
            uploads.begin(desk(number), vec![1; LARGEST_BATCH], u64::try_from(number).unwrap_or(0));
        }
        assert_eq!(uploads.kept.len(), ROOM / LARGEST_BATCH);
        assert!(uploads.standing(desk(0), 20).is_none(), "the oldest went first");
        assert!(uploads.standing(desk(19), 20).is_some());
        assert!(uploads.standing(desk(19), KEPT + 19).is_none());
    }
}
