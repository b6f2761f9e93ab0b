//! What may happen next to a consequence test and the classification it leads to.

use super::{Classification, ClassificationChange, ClassificationStage, Decree, WorksheetInput};
use crate::authority::Duty;
use crate::deadline::Today;
use crate::ids::RequestId;
use crate::letter::{LetterInput, why_again};
use crate::paper::{PaperChange, PaperKind};
use crate::problem::{ClassificationRefused, PaperRefused, Problems, Refused};

/// Something an officer asks for.
#[derive(Debug, Clone)]
pub enum ClassificationCommand {
    /// Write the worksheet, or write it anew before its approval.
    Test(Box<WorksheetInput>, Option<RequestId>),
    /// Note the leader's approval.
    Approve {
        /// The date as typed, `YYYY-MM-DD`.
        on: String,
        /// Name and position.
        by: String,
    },
    /// Note that the leader did not approve.
    Reject {
        /// Why.
        reason: String,
    },
    /// Decree it.
    Decree(LetterInput),
    /// Declare it open before its period ends.
    Lift {
        /// Why.
        reason: String,
    },
    /// Print a paper.
    IssuePaper(PaperKind),
    /// Print an original once more.
    ReprintOriginal {
        /// Which paper.
        paper: PaperKind,
        /// What became of the one before.
        reason: String,
    },
}

impl ClassificationCommand {
    /// The duty it belongs to.
    pub fn duty(&self) -> Duty {
        if matches!(self, Self::IssuePaper(_) | Self::ReprintOriginal { .. }) { Duty::Serve } else { Duty::Classify }
    }
}

/// The change that `command` makes to `state` on `today`, or why not, in whatever holds it.
///
/// # Errors
/// [`Refused`]: a value, not a failure.
pub fn decide<C>(state: Option<&Classification>, command: ClassificationCommand, today: &Today<'_>) -> Result<C, Refused>
where
    C: From<ClassificationChange> + From<PaperChange>,
{
    let on = today.date;
    match (state, command) {
        (state, ClassificationCommand::Test(input, request)) => {
            state.map_or(Ok(()), may::test)?;
            let request = request.or(state.and_then(|state| state.worksheet.request));
            input
                .check(request, today)
                .map(|worksheet| C::from(ClassificationChange::ConsequenceTested { worksheet: Box::new(worksheet) }))
        }
        (
            None,
            ClassificationCommand::Approve { .. }
            | ClassificationCommand::Reject { .. }
            | ClassificationCommand::Decree(_)
            | ClassificationCommand::Lift { .. }
            | ClassificationCommand::IssuePaper(_)
            | ClassificationCommand::ReprintOriginal { .. },
        ) => Err(Refused::Unknown),
        (Some(state), ClassificationCommand::Approve { on, by }) => {
            may::test(state)?;
            let mut p = Problems::default();
            let on = p.date("on", &on, "Isi tanggal persetujuan.");
            p.when(on.is_some_and(|on| on < state.worksheet.tested_on), "on", "Persetujuan tidak mungkin sebelum pengujian.");
            p.when(on.is_some_and(|on| on > today.date), "on", "Tanggal persetujuan tidak boleh setelah hari ini.");
            let by = p.text("by", &by, 200, "Isi nama dan jabatan pimpinan yang menyetujui.");
            p.or(on.map(|on| C::from(ClassificationChange::ConsequenceTestApproved { on, by })))
        }
        (Some(state), ClassificationCommand::Reject { reason }) => {
            may::test(state)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 2_000, "Tulis mengapa tidak disetujui.");
            p.or(Some(C::from(ClassificationChange::ConsequenceTestRejected { on, reason })))
        }
        (Some(state), ClassificationCommand::Decree(input)) => {
            may::decree(state)?;
            let mut p = Problems::default();
            let approved = state.approved.as_ref().map_or(state.worksheet.tested_on, |(on, _)| *on);
            let begin = (approved, "Tanggal penetapan tidak boleh sebelum persetujuan pimpinan.");
            let letter = input.check(&mut p, PaperKind::ClassificationDecree, begin, today);
            p.or(letter.map(|letter| {
                C::from(ClassificationChange::ClassificationDecreed { decree: Decree { from: letter.date, letter } })
            }))
        }
        (Some(state), ClassificationCommand::Lift { reason }) => {
            may::lift(state)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 2_000, "Tulis mengapa informasi ini dibuka.");
            p.or(Some(C::from(ClassificationChange::ClassificationLifted { on, reason })))
        }
        (Some(state), ClassificationCommand::IssuePaper(paper)) if state.has_paper(paper) => {
            Ok(C::from(PaperChange::PaperIssued { paper, on }))
        }
        (Some(_), ClassificationCommand::IssuePaper(_)) => Err(PaperRefused::NoSuchPaper.into()),
        (Some(state), ClassificationCommand::ReprintOriginal { paper, reason }) => {
            may::reprint_original(state, paper)?;
            Ok(C::from(PaperChange::OriginalReprinted { paper, on, reason: why_again(&reason)? }))
        }
    }
}

/// Whether a step may be taken now.
///
/// # Errors
/// Each says why not, in one sentence.
pub mod may {
    use super::{Classification, ClassificationRefused, ClassificationStage, PaperKind, PaperRefused, Refused};

    /// Printing an original once more: it was printed.
    pub fn reprint_original(state: &Classification, paper: PaperKind) -> Result<(), Refused> {
        match state.issued.get(&paper) {
            _ if !state.has_paper(paper) => Err(PaperRefused::NoSuchPaper.into()),
            None => Err(PaperRefused::NotPrinted.into()),
            Some(_) => Ok(()),
        }
    }

    /// Writing the worksheet anew, approving or rejecting it.
    pub fn test(state: &Classification) -> Result<(), Refused> {
        match state.stage() {
            ClassificationStage::Tested => Ok(()),
            ClassificationStage::Approved
            | ClassificationStage::Decreed
            | ClassificationStage::Rejected
            | ClassificationStage::Lifted => Err(ClassificationRefused::AlreadyDecided.into()),
        }
    }

    /// Decreeing.
    pub fn decree(state: &Classification) -> Result<(), Refused> {
        match state.stage() {
            ClassificationStage::Approved => Ok(()),
            ClassificationStage::Tested => Err(ClassificationRefused::NotApproved.into()),
            ClassificationStage::Decreed | ClassificationStage::Rejected | ClassificationStage::Lifted => {
                Err(ClassificationRefused::NothingToDecree.into())
            }
        }
    }

    /// Declaring open.
    pub fn lift(state: &Classification) -> Result<(), Refused> {
        match state.stage() {
            ClassificationStage::Decreed => Ok(()),
            ClassificationStage::Tested
            | ClassificationStage::Approved
            | ClassificationStage::Rejected
            | ClassificationStage::Lifted => Err(ClassificationRefused::NotDecreed.into()),
        }
    }
}
