//! Which papers there are of a request, and how often each left the office.

use chrono::NaiveDate;

use super::sending::SENT;
use super::{Found, Moved, Outcome, Request};
use crate::deadline::Promised;
use crate::paper::{Issued, PaperChange, PaperKind};

/// The papers that are made anew with a new answer.
pub(super) const OF_AN_ANSWER: [PaperKind; 4] =
    [PaperKind::WrittenNotice, PaperKind::RefusalDecision, PaperKind::FeeReceipt, PaperKind::HandOverReceipt];

impl Request {
    /// Whether this paper exists for the request as it stands.
    pub fn has_paper(&self, paper: PaperKind) -> bool {
        match paper {
            PaperKind::RequestForm | PaperKind::Receipt => true,
            PaperKind::IncompleteNotice => self.incomplete.is_some(),
            PaperKind::ExtensionNotice => self.extension.is_some(),
            PaperKind::WrittenNotice => {
                self.closed_by_the_applicant() || self.answered() && !matches!(self.outcome, Some(Outcome::Refused(_)))
            }
            // What is withheld whole has its own decision; it goes with the notice where other parts are answered otherwise.
            PaperKind::RefusalDecision => self.parts().iter().any(|part| matches!(part.found, Found::Withheld { .. })),
            PaperKind::HandOverReceipt => self.handed_over.is_some(),
            PaperKind::FeeReceipt => self.payments().next().is_some(),
            PaperKind::RefundReceipt => !self.refunds.is_empty(),
            PaperKind::Disposition => !self.coordination.is_empty(),
            PaperKind::DeadlineAddendum => self.last_told_move().is_some(),
            PaperKind::ObjectionForm
            | PaperKind::ObjectionAnswer
            | PaperKind::ConsequenceTest
            | PaperKind::ClassificationDecree
            | PaperKind::AnnualReport => false,
        }
    }

    /// The last move of a deadline that a paper had named: of a date that did not change nothing is told.
    pub fn last_told_move(&self) -> Option<&Moved> {
        let named = |promised: &Promised| promised.official.or(promised.safe);
        self.moved.iter().rfind(|moved| named(&moved.before) != named(&moved.after))
    }

    /// Whether it ended without an answer for a reason on the applicant's side, which is told in a letter.
    pub fn closed_by_the_applicant(&self) -> bool {
        matches!(self.outcome, Some(Outcome::NotProcessed { .. } | Outcome::Withdrawn { .. } | Outcome::Abated { .. }))
    }

    /// The request after what happened to one of its papers; none when there is no such paper.
    pub(crate) fn with_paper(&self, change: &PaperChange) -> Option<Self> {
        let mut next = self.clone();
        match change {
            PaperChange::PaperIssued { paper, on } | PaperChange::OriginalReprinted { paper, on, .. }
                if self.has_paper(*paper) =>
            {
                Issued::again(&mut next.issued, *paper, *on, self.version());
            }
            PaperChange::LetterNumbered { paper, number, .. } => next.set_number(*paper, number)?,
            PaperChange::LetterCancelled { paper, on, reason } => return next.with_cancelled(*paper, *on, reason),
            PaperChange::PaperIssued { .. } | PaperChange::OriginalReprinted { .. } => return None,
        }
        Some(next)
    }

    /// Whether the original is with whom it was written to: then only copies are printed.
    pub fn has_left(&self, paper: PaperKind) -> bool {
        let received = self.answer_received_on.is_some() && OF_AN_ANSWER.contains(&paper);
        self.letter(paper).is_some() && (received || self.sent.contains_key(&paper))
    }

    /// The letters whose number may be noted, those that have none first.
    pub fn may_be_numbered(&self) -> Vec<PaperKind> {
        let numbered = |paper: &PaperKind| self.number_of(*paper).map(|number| !number.is_empty());
        let all = SENT.into_iter().chain([PaperKind::DeadlineAddendum]);
        let mut letters: Vec<_> = all.filter_map(|paper| Some((numbered(&paper)?, paper))).collect();
        letters.sort();
        letters.into_iter().map(|(_, paper)| paper).collect()
    }

    /// The number under which a letter left; none where it is still here, or left without one.
    pub fn left_with(&self, paper: PaperKind) -> Option<&str> {
        self.number_of(paper).filter(|number| !number.is_empty() && self.has_left(paper))
    }

    /// The letters whose number is still to follow.
    pub fn unnumbered(&self) -> impl Iterator<Item = PaperKind> {
        let follows = |paper: &PaperKind| !self.is_numbered_by_hand(*paper) && self.number_of(*paper).is_some_and(str::is_empty);
        SENT.into_iter().filter(follows)
    }

    /// Whether this is a letter that no step asks a number for: what ends a request for a reason on the applicant's side, and what
    /// tells of a deadline that moved. Its number may be noted, and is not waited for.
    pub fn is_numbered_by_hand(&self, paper: PaperKind) -> bool {
        let closing = paper == PaperKind::WrittenNotice && self.closed_by_the_applicant();
        closing || paper == PaperKind::DeadlineAddendum && self.has_paper(paper)
    }

    /// The number of a letter; none where there is no such letter.
    pub fn number_of(&self, paper: PaperKind) -> Option<&str> {
        if self.is_numbered_by_hand(paper) {
            return Some(self.numbers.get(&paper).map_or("", String::as_str));
        }
        // A decision that goes with a notice has a number of its own.
        if paper == PaperKind::RefusalDecision
            && let Some(Outcome::Answered(answer)) = &self.outcome
        {
            return answer.decision_number.as_deref();
        }
        self.letter(paper).map(|letter| letter.number.as_str())
    }

    /// The civil date of a letter; none where there is no such letter.
    pub fn written_on(&self, paper: PaperKind) -> Option<NaiveDate> {
        if !self.is_numbered_by_hand(paper) {
            return self.letter(paper).map(|letter| letter.date);
        }
        if paper == PaperKind::DeadlineAddendum {
            return self.last_told_move().map(|moved| moved.on);
        }
        self.outcome.as_ref().map(Outcome::on)
    }

    fn set_number(&mut self, paper: PaperKind, number: &str) -> Option<()> {
        self.number_of(paper)?;
        if self.is_numbered_by_hand(paper) {
            self.numbers.insert(paper, number.to_owned());
            return Some(());
        }
        let place = if paper == PaperKind::IncompleteNotice {
            &mut self.incomplete.as_mut()?.letter.number
        } else if paper == PaperKind::ExtensionNotice {
            &mut self.extension.as_mut()?.letter.number
        } else if paper == PaperKind::RefusalDecision
            && let Some(Outcome::Answered(answer)) = &mut self.outcome
        {
            answer.decision_number.as_mut()?
        } else {
            &mut self.outcome.as_mut()?.letter_mut()?.number
        };
        number.clone_into(place);
        Some(())
    }
}
