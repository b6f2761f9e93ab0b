//! Folding a story into a state: from any change to that of the noun it happens to.

use crate::change::{CatalogueChange, ClassificationChange, ObjectionChange, QuestionChange};
use crate::change::{Change, OfficeChange, OldBookChange, PaperChange, ReportChange, RequestChange};
use crate::classification::Classification;
use crate::dip::Listed;
use crate::objection::Objection;
use crate::office::Office;
use crate::old_book::CopiedRequest;
use crate::question::Question;
use crate::report::FiledReport;
use crate::request::Request;

/// The state after `changes`, in order; with the changes that did not fit, by their place.
fn replay<'a, S>(
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

/// A noun that is the fold of its own changes, and of its papers where it has any.
macro_rules! fold {
    ($($noun:ident of $changes:ident $(and $paper:ident)?),+ $(,)?) => {
        $(impl $noun {
            /// The state after its changes, in order; with the changes that did not fit, by their place. What does not fit is
            /// not applied and not lost: it stays in the journal and is shown to a person.
            pub fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
                replay(changes, Self::apply)
            }

            /// The state after `change`, or `None` when the change does not fit.
            pub fn apply(state: Option<&Self>, change: &Change) -> Option<Self> {
                $(if let Ok(change) = <&$paper>::try_from(change) {
                    return state?.with_paper(change);
                })?
                Self::told(state, <&$changes>::try_from(change).ok()?)
            }
        })+
    };
}

fold! {
    Request of RequestChange and PaperChange,
    Objection of ObjectionChange and PaperChange,
    Classification of ClassificationChange and PaperChange,
    Question of QuestionChange,
    Listed of CatalogueChange,
    FiledReport of ReportChange,
    CopiedRequest of OldBookChange,
}

impl Office {
    /// The state after `change`, or `None` when the change does not fit: kept in the journal, shown for review.
    pub fn apply(state: Option<Self>, change: &Change) -> Option<Self> {
        Self::told(state, <&OfficeChange>::try_from(change).ok()?)
    }
}
