//! The consequence test (UU KIP Ps 19, PERKI 1/2021 Ps 49) and the classification it leads to (PP 61/2010, PERKI 1/2017).

mod change;
mod words;

pub use change::ClassificationChange;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::authority::Duty;
use crate::change::{Change, PaperChange};
use crate::coded::coded;
use crate::deadline::Today;
use crate::grounds::Ground;
use crate::ids::RequestId;
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};
use crate::request::{Issued, Letter, LetterInput, expiry, other_law};

coded! {
    /// Where a classification stands.
    pub enum ClassificationStage {
        /// Tested; the leader's approval is awaited.
        Tested = "tested" => "Menunggu persetujuan pimpinan",
        /// Approved; may be cited as a consequence test.
        Approved = "approved" => "Disetujui, menunggu penetapan",
        /// Decreed; may be cited as a decree.
        Decreed = "decreed" => "Ditetapkan",
        /// Not approved.
        Rejected = "rejected" => "Tidak disetujui",
        /// Declared open before its period ended.
        Lifted = "lifted" => "Dibuka",
    }
}

/// The worksheet as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Worksheet`.
pub struct WorksheetInput {
    pub information: String,
    pub unit: String,
    pub grounds: Vec<String>,
    pub other_law: String,
    pub other_article: String,
    pub consequence: String,
    pub benefit: String,
    pub tested_on: String,
    pub expires: String,
    pub team: Vec<String>,
}

/// The worksheet of a consequence test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worksheet {
    /// The information, in one line or a few.
    pub information: String,
    /// The unit that holds it.
    pub unit: String,
    /// The letters of Pasal 17.
    pub grounds: BTreeSet<Ground>,
    /// The other act and its article; there with letter j.
    pub other_law: Option<(String, String)>,
    /// What opening it would cause.
    pub consequence: String,
    /// What keeping it closed protects.
    pub benefit: String,
    /// The civil date of the test.
    pub tested_on: NaiveDate,
    /// The last civil date of the exemption; there with letters a–f.
    pub expires: Option<NaiveDate>,
    /// The test team, `name, position` each.
    pub team: Vec<String>,
    /// The request that gave rise to it.
    pub request: Option<RequestId>,
}

/// The decree that classifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decree {
    /// Its number, date and signature.
    #[serde(flatten)]
    pub letter: Letter,
    /// The civil date from which it holds.
    pub from: NaiveDate,
}

/// A consequence test and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classification {
    /// The worksheet, as last written before its approval.
    pub worksheet: Worksheet,
    /// When and by whom it was approved.
    pub approved: Option<(NaiveDate, String)>,
    /// When and why it was not.
    pub rejected: Option<(NaiveDate, String)>,
    /// The decree.
    pub decree: Option<Decree>,
    /// When and why it was declared open.
    pub lifted: Option<(NaiveDate, String)>,
    /// How often each paper was printed or saved.
    pub issued: BTreeMap<PaperKind, Issued>,
}

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
    /// Print a paper, or save it as a file.
    IssuePaper(PaperKind),
}

impl ClassificationCommand {
    /// The duty it belongs to.
    pub fn duty(&self) -> Duty {
        if matches!(self, Self::IssuePaper(_)) { Duty::Serve } else { Duty::Classify }
    }
}

impl WorksheetInput {
    /// Reads the worksheet on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: Option<RequestId>, today: &Today<'_>) -> Result<Worksheet, Refused> {
        let mut p = Problems::default();
        let information = p.text("information", &self.information, 5_000, "Sebutkan informasi yang diuji dengan jelas.");
        let unit = p.text("unit", &self.unit, 200, "Isi unit yang menguasai informasi.");
        let grounds: BTreeSet<_> = self.grounds.iter().filter_map(|code| Ground::from_code(code)).collect();
        p.when(grounds.is_empty(), "grounds", "Pilih sekurang-kurangnya satu huruf Pasal 17.");
        let other_law = other_law(&mut p, &grounds, &self.other_law, &self.other_article);
        let consequence = p.text("consequence", &self.consequence, 10_000, "Uraikan akibat bila informasi dibuka.");
        let benefit = p.text("benefit", &self.benefit, 10_000, "Uraikan kepentingan yang dilindungi bila informasi ditutup.");
        let tested_on = p.date("tested_on", &self.tested_on, "Isi tanggal pengujian.");
        p.when(tested_on.is_some_and(|on| on > today.date), "tested_on", "Tanggal pengujian tidak boleh setelah hari ini.");
        let expires = expiry(&mut p, &self.expires, &grounds, tested_on);
        let team = self.team.iter().map(|member| p.short("team", member, 200));
        let team: Vec<String> = team.filter(|member| !member.is_empty()).collect();
        p.when(team.is_empty(), "team", "Isi tim penguji: satu baris untuk setiap nama dan jabatan.");
        p.when(team.len() > 20, "team", "Tim penguji paling banyak 20 orang.");
        p.or(tested_on.map(|tested_on| Worksheet {
            information,
            unit,
            grounds,
            other_law,
            consequence,
            benefit,
            tested_on,
            expires,
            team,
            request,
        }))
    }
}

/// The change that `command` makes to `state` on `today`, or why not.
///
/// # Errors
/// [`Refused`]: a value, not a failure.
pub fn decide(state: Option<&Classification>, command: ClassificationCommand, today: &Today<'_>) -> Result<Change, Refused> {
    let on = today.date;
    match (state, command) {
        (state, ClassificationCommand::Test(input, request)) => {
            state.map_or(Ok(()), may::test)?;
            let request = request.or(state.and_then(|state| state.worksheet.request));
            input.check(request, today).map(|worksheet| {
                Change::Classification(ClassificationChange::ConsequenceTested { worksheet: Box::new(worksheet) })
            })
        }
        (None, _) => Err(Refused::Unknown),
        (Some(state), ClassificationCommand::Approve { on, by }) => {
            may::test(state)?;
            let mut p = Problems::default();
            let on = p.date("on", &on, "Isi tanggal persetujuan.");
            p.when(on.is_some_and(|on| on < state.worksheet.tested_on), "on", "Persetujuan tidak mungkin sebelum pengujian.");
            p.when(on.is_some_and(|on| on > today.date), "on", "Tanggal persetujuan tidak boleh setelah hari ini.");
            let by = p.text("by", &by, 200, "Isi nama dan jabatan pimpinan yang menyetujui.");
            p.or(on.map(|on| Change::Classification(ClassificationChange::ConsequenceTestApproved { on, by })))
        }
        (Some(state), ClassificationCommand::Reject { reason }) => {
            may::test(state)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 2_000, "Tulis mengapa tidak disetujui.");
            p.or(Some(Change::Classification(ClassificationChange::ConsequenceTestRejected { on, reason })))
        }
        (Some(state), ClassificationCommand::Decree(input)) => {
            may::decree(state)?;
            let mut p = Problems::default();
            let approved = state.approved.as_ref().map_or(state.worksheet.tested_on, |(on, _)| *on);
            let begin = (approved, "Tanggal penetapan tidak boleh sebelum persetujuan pimpinan.");
            let letter = input.check(&mut p, PaperKind::ClassificationDecree, begin, today);
            p.or(letter.map(|letter| {
                Change::Classification(ClassificationChange::ClassificationDecreed {
                    decree: Decree { from: letter.date, letter },
                })
            }))
        }
        (Some(state), ClassificationCommand::Lift { reason }) => {
            may::lift(state)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &reason, 2_000, "Tulis mengapa informasi ini dibuka.");
            p.or(Some(Change::Classification(ClassificationChange::ClassificationLifted { on, reason })))
        }
        (Some(state), ClassificationCommand::IssuePaper(paper)) if state.has_paper(paper) => {
            Ok(Change::Paper(PaperChange::PaperIssued { paper, on }))
        }
        (Some(_), ClassificationCommand::IssuePaper(_)) => Err(Refused::NoSuchPaper),
    }
}

/// Whether a step may be taken now.
///
/// # Errors
/// Each says why not, in one sentence.
pub mod may {
    use super::{Classification, ClassificationStage, Refused};

    /// Writing the worksheet anew, approving or rejecting it.
    pub fn test(state: &Classification) -> Result<(), Refused> {
        match state.stage() {
            ClassificationStage::Tested => Ok(()),
            _ => Err(Refused::NotNow("Lembar uji ini sudah diputus pimpinan dan tidak dapat diubah; buat pengujian baru.")),
        }
    }

    /// Decreeing.
    pub fn decree(state: &Classification) -> Result<(), Refused> {
        match state.stage() {
            ClassificationStage::Approved => Ok(()),
            ClassificationStage::Tested => Err(Refused::NotNow("Penetapan memerlukan persetujuan pimpinan lebih dahulu.")),
            _ => Err(Refused::NotNow("Klasifikasi ini sudah ditetapkan atau tidak disetujui.")),
        }
    }

    /// Declaring open.
    pub fn lift(state: &Classification) -> Result<(), Refused> {
        match state.stage() {
            ClassificationStage::Decreed => Ok(()),
            _ => Err(Refused::NotNow("Hanya informasi yang sudah ditetapkan dikecualikan yang dapat dibuka.")),
        }
    }
}

impl Classification {
    /// The classification after its changes, in order; with the changes that did not fit, by their place.
    pub fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        crate::fold::replay(changes, Self::apply)
    }

    /// The state after `change`, or `None` when the change does not fit.
    pub fn apply(state: Option<&Self>, change: &Change) -> Option<Self> {
        match change {
            Change::Classification(change) => Self::told(state, change),
            Change::Paper(PaperChange::PaperIssued { paper, on }) => state.and_then(|known| known.with_issued(*paper, *on)),
            Change::Office(_)
            | Change::Request(_)
            | Change::Objection(_)
            | Change::Question(_)
            | Change::Catalogue(_)
            | Change::Survey(_)
            | Change::Report(_)
            | Change::Pack(_) => None,
        }
    }

    fn told(state: Option<&Self>, change: &ClassificationChange) -> Option<Self> {
        let Some(state) = state else {
            let ClassificationChange::ConsequenceTested { worksheet } = change else { return None };
            let worksheet = (**worksheet).clone();
            let (approved, rejected, decree, lifted) = (None, None, None, None);
            return Some(Self { worksheet, approved, rejected, decree, lifted, issued: BTreeMap::new() });
        };
        let mut next = state.clone();
        match (state.stage(), change) {
            (ClassificationStage::Tested, ClassificationChange::ConsequenceTested { worksheet }) => {
                next.worksheet = (**worksheet).clone()
            }
            (ClassificationStage::Tested, ClassificationChange::ConsequenceTestApproved { on, by }) => {
                next.approved = Some((*on, by.clone()))
            }
            (ClassificationStage::Tested, ClassificationChange::ConsequenceTestRejected { on, reason }) => {
                next.rejected = Some((*on, reason.clone()));
            }
            (ClassificationStage::Approved, ClassificationChange::ClassificationDecreed { decree }) => {
                next.decree = Some(decree.clone())
            }
            (ClassificationStage::Decreed, ClassificationChange::ClassificationLifted { on, reason }) => {
                next.lifted = Some((*on, reason.clone()));
            }
            // What does not fit where it stands.
            (
                _,
                ClassificationChange::ConsequenceTested { .. }
                | ClassificationChange::ConsequenceTestApproved { .. }
                | ClassificationChange::ConsequenceTestRejected { .. }
                | ClassificationChange::ClassificationDecreed { .. }
                | ClassificationChange::ClassificationLifted { .. },
            ) => return None,
        }
        Some(next)
    }

    fn with_issued(&self, paper: PaperKind, on: NaiveDate) -> Option<Self> {
        let mut next = self.has_paper(paper).then(|| self.clone())?;
        Issued::again(&mut next.issued, paper, on, 1);
        Some(next)
    }

    /// Where it stands.
    pub fn stage(&self) -> ClassificationStage {
        if self.lifted.is_some() {
            ClassificationStage::Lifted
        } else if self.decree.is_some() {
            ClassificationStage::Decreed
        } else if self.approved.is_some() {
            ClassificationStage::Approved
        } else if self.rejected.is_some() {
            ClassificationStage::Rejected
        } else {
            ClassificationStage::Tested
        }
    }

    /// Whether a refusal dated `on` may cite it: approved or decreed by then, neither lifted nor past its period, after
    /// which the information is open (PP 61/2010).
    pub fn covers(&self, on: NaiveDate) -> bool {
        let begun = match (&self.decree, &self.approved) {
            (Some(decree), _) => decree.from <= on,
            (None, Some((approved, _))) => *approved <= on,
            (None, None) => false,
        };
        begun && self.lifted.is_none() && self.worksheet.expires.is_none_or(|expires| on <= expires)
    }

    /// Whether this paper exists as it stands.
    pub fn has_paper(&self, paper: PaperKind) -> bool {
        paper == PaperKind::ConsequenceTest || (paper == PaperKind::ClassificationDecree && self.decree.is_some())
    }
}
