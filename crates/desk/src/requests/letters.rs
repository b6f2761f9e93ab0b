//! The letters of one request, each made from what the journal knows of it.

use crate::error::DeskError;
use crate::printing::basis;
use crate::requests::story::Story;
use crate::store::entries::Kept;
use chrono::NaiveDate;
use loket_domain::change::{Change, RequestChange};
use loket_domain::paper::PaperKind;
use loket_domain::problem::PaperRefused;
use loket_domain::request::{Found, Letter, Moved, Outcome};
use loket_journal::Recorded;
use loket_letters::{self as letters, Paper};

/// How a fee is paid, as the notice says it (UU KIP Ps 22(7)g).
const PAYING: &str = "Tunai di loket dengan kuitansi, atau transfer ke rekening yang disebut petugas";

impl Story<'_> {
    /// The written notice: to whom the law does not know a letter of its own.
    pub(crate) fn notice(&self) -> Result<Box<dyn Paper>, DeskError> {
        let kind = PaperKind::WrittenNotice;
        let outcome = self.request.outcome.as_ref().ok_or(PaperRefused::NoSuchPaper)?;
        if let Outcome::NotEntitled(found) = outcome {
            let case = self.case(kind, &found.letter)?;
            return Ok(Box::new(letters::NotEntitledNotice { case, found: found.clone() }));
        }
        if let Some(closed) = letters::Closed::of(outcome) {
            let letter = self.unnumbered(kind, outcome.on())?;
            return Ok(Box::new(letters::ClosingNotice { case: self.case(kind, &letter)?, closed }));
        }
        Ok(Box::new(self.written_notice()?))
    }

    /// A letter that no step asked a number for: in the name of whoever signs such, its number is noted afterwards or written in by hand.
    fn unnumbered(&self, kind: PaperKind, on: NaiveDate) -> Result<Letter, DeskError> {
        Ok(Letter::new(self.request.number_of(kind).unwrap_or_default(), on, self.signatory(kind)?.id))
    }

    /// The written notice of whatever was decided but a refusal of the whole.
    pub(crate) fn written_notice(&self) -> Result<letters::WrittenNotice, DeskError> {
        let kind = PaperKind::WrittenNotice;
        let letter = self.request.outcome.as_ref().and_then(Outcome::letter).filter(|_| self.request.has_paper(kind));
        let letter = letter.ok_or(PaperRefused::NoSuchPaper)?;
        let entry = self.basis(kind);
        let decision_no =
            if let Some(Outcome::Answered(answer)) = &self.request.outcome { answer.decision_number.clone() } else { None };
        Ok(letters::WrittenNotice {
            letter_no: letter.number.clone(),
            registration_no: self.request.number.text.clone(),
            check_code: basis::code(entry),
            registration: self.request.registration_on(letter.proved_on()),
            parts: self.request.parts(),
            terms: self.request.granted().map(|grant| letters::Terms {
                fees: grant.fees,
                means: grant.means,
                paying: PAYING.to_owned(),
            }),
            decision_no,
            replaces: self.replaces(kind),
            place: self.context.office.profile.place.clone(),
            date: letter.date,
            signatory: self.signatory(kind)?,
            copies_to: letter.cc.clone(),
            mark: self.mark,
            version: self.version(),
        })
    }

    /// The decision by which the information, or some parts of it, are withheld.
    pub(crate) fn decision(&self) -> Result<letters::RefusalDecision, DeskError> {
        let kind = PaperKind::RefusalDecision;
        let outcome = self.request.outcome.as_ref().filter(|_| self.request.has_paper(kind)).ok_or(PaperRefused::NoSuchPaper)?;
        let mut letter = outcome.letter().ok_or(PaperRefused::NoSuchPaper)?.clone();
        let whole = if let Outcome::Answered(answer) = outcome {
            letter.number = answer.decision_number.clone().unwrap_or_default();
            false
        } else {
            true
        };
        let withheld = self.request.parts().into_iter().filter_map(|part| match part.found {
            Found::Withheld { exemption } => Some(letters::Withheld { what: (!whole).then_some(part.what), exemption }),
            _ => None,
        });
        let entry = self.basis(kind);
        Ok(letters::RefusalDecision {
            registration_no: self.request.number.text.clone(),
            check_code: basis::code(entry),
            registration: self.request.registration_on(letter.proved_on()),
            withheld: withheld.collect(),
            replaces: self.replaces(kind),
            place: self.context.office.profile.place.clone(),
            signatory: self.signatory(kind)?,
            letter,
            mark: self.mark,
            version: self.version(),
        })
    }

    /// Which version of the form is printed, once there is more than one.
    pub(crate) fn version(&self) -> Option<letters::Version> {
        let corrected_on = self.request.corrections.last()?.on;
        Some(letters::Version { number: self.request.version(), corrected_on })
    }

    /// The letter that one of this kind stands in for: one that was wrong, else the answer before an order.
    fn replaces(&self, kind: PaperKind) -> Option<letters::Replaced> {
        let replaced = |letter: Option<&Letter>, ordered| letters::Replaced {
            number: letter.map_or_else(String::new, |letter| letter.number.clone()),
            date: letter.map(|letter| letter.date),
            ordered,
        };
        if let Some(wrong) = self.request.replaced_by(kind) {
            return wrong.content.letter().map(|letter| replaced(Some(letter), None));
        }
        let reopened = self.request.answers_anew(kind)?;
        let order = &reopened.order;
        let ordered = letters::Ordered { by: order.by, number: order.number.clone(), date: order.given_on };
        Some(replaced(reopened.before.letter(), Some(ordered)))
    }

    /// Who wrote an entry; whoever asks, of a draft.
    fn wrote(&self, entry: Option<&Kept>) -> String {
        entry.map_or_else(|| self.context.account.name.clone(), |kept| self.context.writer(kept))
    }

    fn case(&self, kind: PaperKind, letter: &Letter) -> Result<letters::CaseLetter, DeskError> {
        let entry = self.basis(kind);
        Ok(letters::CaseLetter {
            registration_no: self.request.number.text.clone(),
            check_code: basis::code(entry),
            registration: self.request.registration_on(letter.proved_on()),
            letter: letter.clone(),
            replaces: self.replaces(kind),
            place: self.context.office.profile.place.clone(),
            signatory: self.signatory(kind)?,
            mark: self.mark,
            version: self.version(),
        })
    }

    pub(crate) fn incomplete_notice(&self) -> Result<letters::IncompleteNotice, DeskError> {
        let known = self.request.incomplete.as_ref().ok_or(PaperRefused::NoSuchPaper)?;
        // It says what it said when it left: of a letter that travels the day of receipt is known only afterwards.
        let said = self.basis(PaperKind::IncompleteNotice).map(Kept::recorded);
        let due = if let Some(Recorded::Known(Change::Request(RequestChange::RequestFoundIncomplete { incomplete }))) = said {
            incomplete.due
        } else {
            known.due
        };
        Ok(letters::IncompleteNotice {
            case: self.case(PaperKind::IncompleteNotice, &known.letter)?,
            missing: known.missing.clone(),
            due,
        })
    }

    pub(crate) fn extension_notice(&self) -> Result<letters::ExtensionNotice, DeskError> {
        let known = self.request.extension.as_ref().ok_or(PaperRefused::NoSuchPaper)?;
        Ok(letters::ExtensionNotice {
            case: self.case(PaperKind::ExtensionNotice, &known.letter)?,
            reasons: known.reasons.clone(),
            explanation: known.explanation.clone(),
            first: known.first.official.ok_or(PaperRefused::NoSuchPaper)?,
            extended: known.promised.official.ok_or(PaperRefused::NoSuchPaper)?,
        })
    }

    pub(crate) fn hand_over_receipt(&self) -> Result<letters::HandOverReceipt, DeskError> {
        let known = self.request.handed_over.as_ref().ok_or(PaperRefused::NoSuchPaper)?;
        let entry = self.basis(PaperKind::HandOverReceipt);
        Ok(letters::HandOverReceipt {
            registration_no: self.request.number.text.clone(),
            check_code: basis::code(entry),
            number: known.number.clone(),
            on: known.on,
            received_by: known.received_by.clone(),
            items: known.items.clone(),
            sent: known.way.zip(known.proof.clone()),
            place: self.context.office.profile.place.clone(),
            officer: self.wrote(entry),
            mark: self.mark,
            version: self.version(),
        })
    }

    pub(crate) fn fee_receipt(&self) -> Result<letters::FeeReceipt, DeskError> {
        let known = self.request.payments().next_back().ok_or(PaperRefused::NoSuchPaper)?;
        let entry = self.basis(PaperKind::FeeReceipt);
        Ok(letters::FeeReceipt {
            registration_no: self.request.number.text.clone(),
            check_code: basis::code(entry),
            number: known.number.clone(),
            on: known.on,
            payer: known.payer.clone(),
            fees: self.request.granted().ok_or(PaperRefused::NoSuchPaper)?.fees,
            amount: known.amount,
            owed: self.request.owed(),
            way: known.way,
            proof: known.proof.clone(),
            place: self.context.office.profile.place.clone(),
            officer: self.wrote(entry),
            mark: self.mark,
            version: self.version(),
        })
    }

    pub(crate) fn refund_receipt(&self) -> Result<letters::RefundReceipt, DeskError> {
        let refund = self.request.refunds.last().ok_or(PaperRefused::NoSuchPaper)?;
        let entry = self.basis(PaperKind::RefundReceipt);
        Ok(letters::RefundReceipt {
            registration_no: self.request.number.text.clone(),
            check_code: basis::code(entry),
            refund: refund.clone(),
            place: self.context.office.profile.place.clone(),
            officer: self.wrote(entry),
            mark: self.mark,
            version: self.version(),
        })
    }

    pub(crate) fn disposition(&self) -> Result<letters::Disposition, DeskError> {
        let known = self.request.coordination.last().ok_or(PaperRefused::NoSuchPaper)?;
        let sent = &known.forwarding;
        let letter = Letter::new(sent.number.clone(), sent.on, sent.signed_by);
        let answer = known.answer.as_ref().map(|answer| (answer.number.clone(), answer.on, answer.note.clone()));
        Ok(letters::Disposition {
            case: self.case(PaperKind::Disposition, &letter)?,
            from: self.context.office.profile.name(),
            to: sent.to.clone(),
            note: sent.note.clone(),
            due: self.request.promised.official.or(self.request.promised.safe),
            answer,
        })
    }

    /// The letter about the last moved deadline, in the name of whoever signs answers.
    pub(crate) fn addendum(&self) -> Result<letters::DeadlineAddendum, DeskError> {
        let Moved { on, before, after, reason } = self.request.last_told_move().ok_or(PaperRefused::NoSuchPaper)?;
        // The change of the calendar knows no letter.
        let letter = self.unnumbered(PaperKind::DeadlineAddendum, *on)?;
        let named = |promised: &loket_domain::deadline::Promised| promised.official.or(promised.safe);
        Ok(letters::DeadlineAddendum {
            case: self.case(PaperKind::DeadlineAddendum, &letter)?,
            before: named(before).ok_or(PaperRefused::NoSuchPaper)?,
            after: named(after).ok_or(PaperRefused::NoSuchPaper)?,
            reason: reason.clone(),
        })
    }
}
