//! A run made ready to be stored: everything that needs no database is done before its turn comes.

use loket_journal::{Chain, Digest, Entry, Header, SignedHead};

use super::{Run, StoreFault};
use crate::projection::Told;

/// A run whose entries are encoded, hashed and read.
pub(super) struct Prepared {
    pub(super) office: String,
    pub(super) before: Chain,
    pub(super) head: SignedHead,
    pub(super) entries: Vec<Kept>,
}

/// An entry as it will be kept.
pub(super) struct Kept {
    pub(super) header: Header,
    /// The header's very bytes that are hashed.
    pub(super) header_bytes: Vec<u8>,
    pub(super) hash: Digest,
    pub(super) payload: Vec<u8>,
    pub(super) told: Told,
}

impl Prepared {
    pub(super) fn of(Run { office, before, entries, head }: Run) -> Result<Self, StoreFault> {
        let entries = entries.into_iter().map(Kept::of).collect::<Result<_, _>>()?;
        Ok(Self { office, before, head, entries })
    }
}

impl Kept {
    fn of(entry: Entry) -> Result<Self, StoreFault> {
        let told = Told::by(&entry);
        let Entry { header, payload } = entry;
        let header_bytes = postcard::to_allocvec(&header).map_err(|_| StoreFault::Damaged("kepala catatan"))?;
        Ok(Self { hash: header.hash(), header, header_bytes, payload, told })
    }
}
