//! Entries as they are folded: each payload read once, sorted by what it is folded into.

use loket_domain::change::{Change, RequestChange};
use loket_domain::ids::{ClassificationId, QuestionId, RequestId};
use loket_journal::{Digest, Entry, FoldOrder, Matter, Payload, Recorded, Subject};
use uuid::Uuid;

use super::matter::{MatterKind, kind_of};
use super::misfit::Misfit;

/// What is folded by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum FoldedPart {
    Office,
    Request(RequestId),
    Test(ClassificationId),
    Question(QuestionId),
    Matter(MatterKind, Uuid),
}

/// An entry as it is folded.
pub(crate) struct Told {
    pub(crate) subject: Subject,
    pub(super) order: FoldOrder,
    reading: Reading,
}

enum Reading {
    Known(Box<Change>),
    /// What a newer version wrote.
    Newer,
    /// No payload at all, or one whose change is damaged.
    Damaged,
}

impl Told {
    pub(crate) fn by(entry: &Entry) -> Self {
        let reading = match Payload::read(&entry.payload).map(|payload| payload.recorded()) {
            Ok(Recorded::Known(change)) => Reading::Known(Box::new(change)),
            Ok(Recorded::Newer { .. }) => Reading::Newer,
            Ok(Recorded::Damaged { .. }) | Err(_) => Reading::Damaged,
        };
        Self { subject: entry.header.subject, order: entry.header.order(), reading }
    }

    /// What it is folded into, if rows are made of it at all.
    pub(crate) fn part(&self) -> Option<FoldedPart> {
        match (self.subject, self.subject.as_matter()) {
            (Subject::Office, _) => Some(FoldedPart::Office),
            (Subject::Request(request), _) => Some(FoldedPart::Request(request)),
            (_, Some((Matter::Classification, id))) => Some(FoldedPart::Test(ClassificationId(id))),
            (_, Some((Matter::Question, id))) => Some(FoldedPart::Question(QuestionId(id))),
            (_, Some((matter, id))) => kind_of(matter).map(|kind| FoldedPart::Matter(kind, id)),
            (Subject::Other(..), None) => None,
        }
    }

    /// The file that it attaches to a request, with its length.
    pub(crate) fn names(&self) -> Option<(Digest, u64)> {
        let Reading::Known(change) = &self.reading else { return None };
        let Change::Request(RequestChange::AttachmentAdded { file, .. }) = &**change else { return None };
        matches!(self.subject, Subject::Request(_)).then_some(())?;
        Some((file.digest.parse().ok()?, file.size))
    }

    fn misfit(&self) -> Misfit {
        let request = if let Subject::Request(request) = self.subject { Some(request) } else { None };
        Misfit { request, origin: self.order.1, seq: self.order.2 }
    }
}

/// The changes this version knows, in the order of the fold, and the entries that cannot be read at all. What a newer
/// version wrote is neither.
pub(super) fn in_order(mut told: Vec<&Told>) -> (Vec<(Misfit, &Change)>, Vec<Misfit>) {
    told.sort_unstable_by_key(|told| told.order);
    let (mut changes, mut unreadable) = (Vec::new(), Vec::new());
    for told in told {
        match &told.reading {
            Reading::Known(change) => changes.push((told.misfit(), &**change)),
            Reading::Newer => {}
            Reading::Damaged => unreadable.push(told.misfit()),
        }
    }
    (changes, unreadable)
}
