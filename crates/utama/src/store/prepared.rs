//! A run made ready to be stored: everything that needs no database is done before its turn comes.

use loket_domain::office::OfficeCode;
use loket_journal::{Chain, Digest, Entry, Header, SignedHead};

use super::{Run, StoreFault};
use crate::projection::Told;

/// A run whose entries are encoded, hashed and read.
pub(crate) struct Prepared {
    pub(crate) office: OfficeCode,
    pub(crate) before: Chain,
    pub(crate) head: SignedHead,
    pub(crate) entries: Vec<PreparedEntry>,
}

/// An entry as it will be kept.
pub(crate) struct PreparedEntry {
    pub(crate) header: Header,
    /// The header's very bytes that are hashed.
    pub(crate) header_bytes: Vec<u8>,
    pub(crate) hash: Digest,
    pub(crate) payload: Vec<u8>,
    pub(crate) told: Told,
}

impl Prepared {
    pub(crate) fn of(Run { office, before, entries, head }: Run) -> Result<Self, StoreFault> {
        let entries = entries.into_iter().map(PreparedEntry::of).collect::<Result<_, _>>()?;
        Ok(Self { office, before, head, entries })
    }
}

impl PreparedEntry {
    fn of(entry: Entry) -> Result<Self, StoreFault> {
        let told = Told::by(&entry);
        let Entry { header, payload } = entry;
        let header_bytes = postcard::to_allocvec(&header).map_err(StoreFault::damaged("kepala catatan"))?;
        Ok(Self { hash: header.hash(), header, header_bytes, payload, told })
    }
}
