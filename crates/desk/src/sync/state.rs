//! What sync remembers between rounds; forgotten when the desk is closed.

use crate::sync::files_under_way::FilesUnderWay;
use crate::sync::pace::Pace;
use loket_journal::protocol::PullRequest;
use loket_journal::{OriginId, Parity};

/// How the last round went; forgotten when the desk is closed.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) sending: bool,
    pub(super) fault: Option<String>,
    pub(crate) paused: bool,
    /// The server does not know this desk any more: it was revoked, or another PC took its place.
    pub(super) needs_code: bool,
    /// How many series differ from the server's after a round that could not heal them.
    pub(crate) differing: usize,
    pub(crate) pace: Pace,
    /// The parcel that was sent and not answered: of which series, after which entry, up to which.
    pub(crate) sending_parcel: Option<(OriginId, u64, u64)>,
    /// The answer to a pull that was cut off: what was asked, its digest, and the bytes after it.
    pub(crate) download: Option<(PullRequest, Parity, Vec<u8>)>,
    /// Attached files.
    pub(crate) files: FilesUnderWay,
    /// Up to where the own series and the server's were found alike while they are compared entry by entry; the last receipt
    /// where nothing is set.
    pub(crate) alike: Option<u64>,
}

impl State {
    /// Whether only a new one-time code lets this desk in again.
    pub(crate) fn needs_code(&self) -> bool {
        self.needs_code
    }

    /// Lets rounds go on after a pause that a person has looked at.
    pub(crate) fn resume_sync(&mut self) {
        self.paused = false;
        self.needs_code = false;
        self.fault = None;
    }
}
