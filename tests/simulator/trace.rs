//! What happened in a run, line by line, and how many faults it stood.

use std::collections::BTreeMap;
use std::fmt;

/// What is done to the world. A doc says what is counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// A call that never arrived.
    CallLost,
    /// A call of which only a beginning arrived.
    CallCut,
    /// A call that arrived twice.
    CallDoubled,
    /// A call that arrived only after later ones.
    CallDelayed,
    /// An answer that never arrived, after the server did what it says.
    AnswerLost,
    /// An answer of which only a beginning arrived.
    AnswerCut,
    /// A server that says: later.
    Busy,
    /// A desk that lost power.
    DeskCrashed,
    /// A server that lost power.
    UtamaCrashed,
    /// A write that reached the disk in part, or not at all, when the power went.
    DiskTorn,
    /// A disk without room.
    DiskFull,
    /// A file of a stick that was cut short or changed.
    StickTorn,
    /// A file of a stick that is carried or read once more later.
    StickAgain,
    /// A clock that was set wrong or back.
    ClockMoved,
    /// A desk's folder put back from a backup.
    DeskRestored,
    /// The server's folder put back from a backup.
    UtamaRestored,
    /// A server set up anew.
    UtamaReset,
}

impl Fault {
    pub(crate) const ALL: [Self; 15] = [
        Self::CallLost,
        Self::CallCut,
        Self::CallDoubled,
        Self::CallDelayed,
        Self::AnswerLost,
        Self::AnswerCut,
        Self::Busy,
        Self::DeskCrashed,
        Self::UtamaCrashed,
        Self::DiskTorn,
        Self::DiskFull,
        Self::ClockMoved,
        Self::DeskRestored,
        Self::UtamaRestored,
        Self::UtamaReset,
    ];
}

/// The lines of a run.
#[derive(Default)]
pub(crate) struct Trace {
    pub(crate) lines: Vec<String>,
    pub(crate) faults: BTreeMap<Fault, u64>,
    /// Answers of the staff of PPID Utama.
    pub(crate) answers: u64,
}

impl Trace {
    pub(crate) fn say(&mut self, line: fmt::Arguments<'_>) {
        self.lines.push(line.to_string());
    }

    pub(crate) fn fault(&mut self, fault: Fault) {
        *self.faults.entry(fault).or_default() += 1;
        self.lines.push(format!("  ! {fault:?}"));
    }

    /// Two runs with the same digest did the same.
    pub(crate) fn digest(&self) -> blake3::Hash {
        blake3::hash(self.lines.join("\n").as_bytes())
    }
}
