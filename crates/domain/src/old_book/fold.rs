//! The fold: what each change makes of a request of the old book.

use super::{CopiedRequest, OldBookChange};

impl CopiedRequest {
    /// The request after `change`; none when the change does not fit.
    pub(crate) fn told(state: Option<&Self>, change: &OldBookChange) -> Option<Self> {
        match (state, change) {
            (None, OldBookChange::OldRequestCopied { import, desk, row, request }) => {
                let request = (**request).clone();
                Some(Self { import: *import, desk: desk.clone(), row: *row, request, taken_back: None })
            }
            (Some(state), OldBookChange::OldRequestTakenBack { on, reason }) if state.holds() => {
                Some(Self { taken_back: Some((*on, reason.clone())), ..state.clone() })
            }
            (Some(_), OldBookChange::OldRequestCopied { .. }) | (_, OldBookChange::OldRequestTakenBack { .. }) => None,
        }
    }
}
