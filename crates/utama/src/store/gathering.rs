//! How far a run may reach that is read from the store.

use loket_journal::{Chain, Digest, Entry, Signature, SignedHead};

use super::{Run, StoreFault};

/// A stored entry, and the head kept at it.
pub(crate) struct Stored {
    pub(crate) entry: Entry,
    pub(crate) header_bytes: usize,
    pub(crate) head: Option<(Digest, Signature)>,
}

/// Entries read in order, until they fill the room.
pub(crate) struct Gathering {
    before: Chain,
    room: usize,
    size: usize,
    entries: Vec<Entry>,
    /// How many entries come before a head, and that head.
    last: Option<(usize, SignedHead)>,
}

impl Gathering {
    pub(crate) fn after(before: Chain, room: usize) -> Self {
        Self { before, room, size: 0, entries: vec![], last: None }
    }

    /// The seq of the last entry gathered.
    pub(crate) fn reached(&self) -> u64 {
        self.before.length + self.entries.len() as u64
    }

    /// Adds the next entry; false when it is beyond what fits, and nothing more is needed.
    pub(crate) fn add(&mut self, Stored { entry, header_bytes, head }: Stored) -> bool {
        self.size = self.size.saturating_add(header_bytes + entry.payload.len());
        if self.size > self.room && self.last.is_some() {
            return false;
        }
        self.entries.push(entry);
        if let Some((hash, signature)) = head {
            self.last = Some((self.entries.len(), SignedHead { seq: self.reached(), hash, signature }));
        }
        true
    }

    /// The run up to the last head that was met.
    pub(crate) fn run(mut self) -> Option<Run> {
        let (length, head) = self.last?;
        self.entries.truncate(length);
        let office = self.entries.first()?.header.office.clone();
        Some(Run { office, before: self.before, entries: self.entries, head })
    }
}

/// The entry that was stored as these bytes.
pub(crate) fn entry(header: &[u8], payload: Vec<u8>) -> Result<Entry, StoreFault> {
    let header = postcard::from_bytes(header).map_err(StoreFault::damaged("kepala catatan"))?;
    Ok(Entry { header, payload })
}
