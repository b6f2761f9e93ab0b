//! Folding changes into a state.

use crate::change::Change;

/// The state after `changes`, in order; with the changes that did not fit, by their place. What does not fit is not applied
/// and not lost: it stays in the journal and is shown to a person.
pub(crate) fn replay<'a, S>(
    changes: impl IntoIterator<Item = &'a Change>,
    apply: impl Fn(Option<&S>, &Change) -> Option<S>,
) -> (Option<S>, Vec<usize>) {
    let mut state = None;
    let mut misfits = Vec::new();
    for (place, change) in changes.into_iter().enumerate() {
        match apply(state.as_ref(), change) {
            Some(next) => state = Some(next),
            None => misfits.push(place),
        }
    }
    (state, misfits)
}
