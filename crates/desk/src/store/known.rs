//! A change this version knows, and where it stands.

use loket_domain::change::Change;
use loket_journal::OriginId;

/// A change this version knows, and where it stands.
pub(crate) struct Known {
    /// Its entry's place of arrival.
    pub(crate) place: i64,
    /// Who wrote it.
    pub(crate) origin: OriginId,
    pub(crate) change: Change,
}
