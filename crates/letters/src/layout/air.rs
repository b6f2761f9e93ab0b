//! How much air a paper has: what lies between its lines and blocks, and the room for a hand.

use super::MM;

/// A paper is set with the usual air. Where little more than its end runs over onto another page, less is tried.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Air {
    /// Space between blocks, as a part of the usual.
    pub(super) space: f32,
    /// Baseline to baseline, as a part of the usual.
    pub(super) leading: f32,
    /// The room for a signature and a stamp, in points.
    pub(super) hand: f32,
}

impl Air {
    /// As a paper is set where it has room.
    pub(crate) const USUAL: Self = Self { space: 1.0, leading: 1.0, hand: 19.0 * MM };
    /// Less and less of it. A stamp still finds its place, and lines stay apart.
    pub(crate) const LESS: [Self; 3] = [
        Self { space: 0.8, leading: 1.0, hand: 16.0 * MM },
        Self { space: 0.6, leading: 0.96, hand: 15.0 * MM },
        Self { space: 0.45, leading: 0.93, hand: 14.0 * MM },
    ];
}
