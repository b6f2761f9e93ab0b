//! Papers of a request that were issued and are not its papers any more: replaced, taken back, answered anew, or followed by another of
//! their kind. They are evidence all the same.

use crate::requests::paper_list::ALL;
use crate::store::entries::Kept;
use loket_domain::change::{Change, RequestChange};
use loket_domain::paper::PaperKind;
use loket_domain::request::Request;
use loket_journal::Recorded;
use std::collections::BTreeMap;

/// A paper as it last was.
pub(crate) struct EarlierPaper {
    pub(crate) kind: PaperKind,
    /// The request as it then stood.
    pub(crate) request: Request,
    /// How many entries of its story had happened.
    pub(crate) upto: usize,
}

/// The papers that the request of this story no longer has, in the order in which they ceased.
pub(crate) fn earlier(kept: &[Kept]) -> Vec<EarlierPaper> {
    let known = |kept: &Kept| if let Recorded::Known(change) = kept.recorded() { Some(change) } else { None };
    let changes: Vec<Option<Change>> = kept.iter().map(known).collect();
    let mut state: Option<Request> = None;
    let (mut last, mut found): (BTreeMap<PaperKind, EarlierPaper>, Vec<EarlierPaper>) = (BTreeMap::new(), vec![]);
    for (at, change) in changes.iter().enumerate() {
        let Some(change) = change else { continue };
        state = Request::apply(state.as_ref(), change).or(state);
        let Some(request) = &state else { continue };
        for paper in ALL {
            let anew = <&RequestChange>::try_from(change).is_ok_and(paper.stands_on);
            let here = request.has_paper(paper.kind);
            if anew || !here {
                found.extend(last.remove(&paper.kind));
            }
            if here {
                last.insert(paper.kind, EarlierPaper { kind: paper.kind, request: request.clone(), upto: at + 1 });
            }
        }
    }
    found
}
