//! What did not fit.

use loket_domain::ids::RequestId;
use loket_journal::OriginId;

/// An entry that is kept but did not fit, for a person to review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Misfit {
    /// The request it is about; none when it is about the office.
    pub request: Option<RequestId>,
    /// Who wrote it.
    pub origin: OriginId,
    /// Its place in the writer's series.
    pub seq: u64,
}
