//! What must hold, whatever the link, the disks and the clocks do.

use std::fmt;

/// The laws of sync. Each doc is the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Law {
    /// An entry whose use case was acknowledged to an officer is never lost while one disk that held it lives; in the end it is
    /// on every desk of its office and at PPID Utama.
    AcknowledgedKept,
    /// No entry stands twice anywhere, not under another place or series either.
    NothingDoubled,
    /// A registration number on a receipt is given to one request only, also by a desk that was restored.
    NumbersUnique,
    /// Every number of a desk's year up to the last one handed out is in the register or accounted for as unused.
    GapsAccounted,
    /// When the network was whole for a while, all desks of an office and PPID Utama hold the same entries and fold them to
    /// the same registers with the same misfits.
    ReplicasEqual,
    /// Desk and PPID Utama name the same deadline for the same request.
    DeadlinesEqual,
    /// While entries wait, the desk says so and why; once the network is whole, nothing waits.
    WaitingHasReason,
    /// Nothing counts as sent that PPID Utama does not durably have.
    SentIsDurable,
    /// What one use case wrote is on another side as a whole or not at all.
    UseCasesWhole,
    /// What an officer was told is done is done: the entry fits the state it was decided on.
    ActsFit,
    /// Tables are what the journal says, also after a crash at any point.
    TablesFollow,
    /// A file that was cut short or changed on its stick is refused, and nothing is written.
    TornIsRefused,
    /// Nothing is written on a day that does not fit what was written last before a person said that it is right.
    ClockAsked,
    /// Nothing fails that was not made to fail.
    NoSurprise,
}

/// A law that a run broke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) law: Law,
    pub(crate) how: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.law, self.how)
    }
}

/// `Err` with the law unless `holds`.
pub(crate) fn must(holds: bool, law: Law, how: impl FnOnce() -> String) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(Broken { law, how: how() }) }
}
