//! One request: its form while it is typed, and its page once it is registered.

use crate::views::deadline::Deadlines;
use crate::views::file::Files;
use crate::views::list::RequestRow;
use crate::views::parts::{EarlierItem, Linked, PaperItem, TimelineItem};
use crate::views::people::KnownPerson;
use crate::views::printing::PostChoices;
use crate::views::step::NextStep;
use crate::views::subject::SubjectRef;
use crate::views::{Choice, Fact};
use loket_domain::problem::FieldProblem;
use loket_domain::request::RequestDraft;
use serde::Serialize;

/// The empty or kept form, and its choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestForm {
    /// Categories of applicants.
    pub categories: Vec<Choice>,
    /// What identifies an applicant.
    pub identity_kinds: Vec<Choice>,
    /// How the information is obtained.
    pub access_modes: Vec<Choice>,
    /// Forms of a copy.
    pub copy_formats: Vec<Choice>,
    /// How a copy travels.
    pub delivery_modes: Vec<Choice>,
    /// How requests come in.
    pub channels: Vec<Choice>,
    /// As what somebody acts for an applicant; the first needs a power of attorney.
    pub acting_as: Vec<Choice>,
    /// Documents asked for.
    pub documents: Vec<DocumentChoice>,
    /// Under what it is kept while it is typed.
    pub id: String,
    /// What was typed before, or the form as it lies on the counter.
    pub draft: RequestDraft,
    /// When that was kept, in words; `None` for a fresh form.
    pub draft_kept: Option<String>,
    /// The civil date of this moment, as the form holds it.
    pub today: String,
    /// The time of day of this moment, as the form holds it.
    pub now: String,
    /// Other forms that this account has not finished, the latest first.
    pub unfinished: Vec<UnfinishedForm>,
    /// What to mind where it is typed off a numbered form.
    pub form_note: Option<String>,
    /// How many numbered forms of this desk are still to be accounted for.
    pub open_forms: u32,
}

/// A form of a new request that was left half filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct UnfinishedForm {
    /// Under what it is kept.
    pub id: String,
    /// Whom it is of, as far as that was typed.
    pub name: String,
    /// When it was kept, in words.
    pub kept_text: String,
}

/// A document asked of applicants of the named categories.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DocumentChoice {
    /// Code.
    pub code: String,
    /// Name.
    pub label: String,
    /// Codes of the categories it is asked of.
    pub categories: Vec<String>,
    /// Whether it is asked of representatives.
    pub representative_only: bool,
}

/// What saving the form now would give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestPreview {
    /// The number it would get.
    pub next_number: String,
    /// The deadlines it would get.
    pub deadlines: Deadlines,
    /// What must change before it can be saved.
    pub problems: Vec<FieldProblem>,
    /// Documents still to be handed in.
    pub missing_documents: Vec<String>,
    /// What is odd and still allowed.
    pub warnings: Vec<String>,
    /// Applicants of before who may be this one.
    pub known_applicants: Vec<KnownPerson>,
    /// Whoever acted for an applicant before and may act for this one.
    pub known_representatives: Vec<KnownPerson>,
    /// Earlier requests about the same.
    pub similar: Vec<RequestRow>,
    /// Items of the catalogue that may already answer it.
    pub dip: Vec<MatchingItem>,
}

/// One request, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestView {
    /// As in lists.
    pub row: RequestRow,
    /// Who asks.
    pub applicant: Vec<Fact>,
    /// What is asked, but for the text itself.
    pub request: Vec<Fact>,
    /// The text itself.
    pub information: String,
    /// Documents still to be handed in.
    pub missing_documents: Vec<String>,
    /// Its deadlines.
    pub deadlines: Deadlines,
    /// What may be done next, in the law's order, and what may not.
    pub next: Vec<NextStep>,
    /// Its answer.
    pub decision: Vec<Fact>,
    /// Its story, oldest first.
    pub timeline: Vec<TimelineItem>,
    /// Its papers.
    pub papers: Vec<PaperItem>,
    /// Those that hold no more, or were followed by another of their kind.
    pub earlier_papers: Vec<EarlierItem>,
    /// What they can be posted in.
    pub post: PostChoices,
    /// Its files.
    pub files: Files,
    /// What to mind now.
    pub warning: Option<String>,
    /// To whom it was forwarded, and what came back.
    pub coordination: Vec<CoordinationItem>,
    /// Objections about it.
    pub objections: Vec<Linked>,
    /// Consequence tests that it gave rise to.
    pub classifications: Vec<Linked>,
    /// Questions about it, to PPID Utama and from there.
    pub questions: Vec<Linked>,
    /// What was corrected, oldest first.
    pub corrections: Vec<CorrectionItem>,
}

/// A forwarding, or what came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CoordinationItem {
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// When, in words.
    pub on_text: String,
    /// Who signed or sent it.
    pub who: String,
    /// What it says.
    pub note: String,
    /// The number they gave it.
    pub number: Option<String>,
}

/// One corrected box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CorrectionItem {
    /// Which box.
    pub field: String,
    /// What stood there.
    pub before: String,
    /// What stands there.
    pub after: String,
    /// Who corrected it.
    pub who: String,
    /// When, in words.
    pub at: String,
    /// Why.
    pub reason: String,
}

/// An item of the catalogue that may already answer what is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MatchingItem {
    /// Which item.
    pub subject: SubjectRef,
    /// What it holds.
    pub summary: String,
    /// Who holds it.
    pub holder: String,
    /// In which form.
    pub format: String,
    /// Where it can be read.
    pub link: Option<String>,
    /// The step that gives it on the spot.
    pub give: NextStep,
}
