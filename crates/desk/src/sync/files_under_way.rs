//! What is remembered of files on their way.

use loket_journal::protocol::{Parcel, PartAsked, Upload};
use loket_journal::{Digest, Parity};
use std::collections::BTreeMap;

/// Smallest piece of a file: less would be mostly heads of HTTP.
pub(crate) const SMALLEST_PIECE: usize = 16 << 10;

/// What a desk remembers of files under way; forgotten when it is closed, and asked for anew.
#[derive(Debug, Default)]
pub(crate) struct FilesUnderWay {
    /// How many bytes of a file the server has.
    pub(super) there: BTreeMap<Digest, u64>,
    /// The piece that was sent and not answered: of which file, after how many bytes, how long.
    pub(super) sending: Option<(Digest, u64, usize)>,
    /// How much of it the server had when it was last asked.
    pub(super) upload: Option<Upload>,
    /// The part that came only in part: what was asked, its hash, and the bytes that are here.
    pub(super) coming: Option<(PartAsked, Parity, Vec<u8>)>,
    /// The server does not know files.
    pub(super) unknown: bool,
}

/// What to do next.
pub(crate) enum FileStep {
    /// Ask what the server has of these.
    Ask(Vec<Digest>),
    /// Send a piece.
    Send(OutgoingPiece),
    /// Fetch a part.
    Fetch(Incoming),
}

/// A piece ready to be sent.
pub(crate) struct OutgoingPiece {
    pub(crate) digest: Digest,
    pub(super) whole: Vec<u8>,
    /// How much of the message the server has.
    pub(super) begun: usize,
}

impl OutgoingPiece {
    /// What travels: the piece, or what the server lacks of it.
    pub(crate) fn message(&self) -> Vec<u8> {
        match u32::try_from(self.begun) {
            Ok(begun) if begun > 0 => Parcel::Rest(begun, &self.whole[self.begun..]).write(),
            _ => self.whole.clone(),
        }
    }
}

/// A part to fetch, of a file of `size` bytes.
pub(crate) struct Incoming {
    pub(crate) asked: PartAsked,
    pub(super) size: u64,
}

impl FilesUnderWay {
    /// How many bytes of a file the server has.
    pub(crate) fn sent(&self, digest: &Digest) -> u64 {
        self.there.get(digest).copied().unwrap_or(0)
    }

    /// How far a file has come, the beginning of a piece that was cut off included.
    pub(crate) fn reached(&self, digest: &Digest) -> u64 {
        let begun = self.sending.filter(|(of, ..)| of == digest).and(self.upload).map_or(0, |upload| u64::from(upload.length));
        self.sent(digest) + begun
    }

    /// What the server has of this file is no longer certain.
    pub(crate) fn ask_again(&mut self, digest: &Digest) {
        self.there.remove(digest);
        (self.sending, self.upload) = (None, None);
    }
}
