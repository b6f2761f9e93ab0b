//! What may be done and the forms it needs, described as data: the window draws any of them and holds no rule.

use crate::views::Choice;
pub use crate::views::filled::{FieldValue, Filled};
use crate::views::paper::PaperRef;
use crate::views::parts::FactGroup;
use crate::views::subject::SubjectRef;
use chrono::NaiveDate;
use serde::Serialize;

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ActionForm {
    /// What is done.
    pub title: String,
    /// What it is done to.
    pub intro: Option<String>,
    /// What is known of what it is done to, so that nobody has to go back and look.
    pub about: Vec<FactGroup>,
    /// What to mind.
    pub warning: Option<String>,
    /// What the button says.
    pub submit: String,
    /// Whether it cannot be undone.
    pub danger: bool,
    /// Its boxes.
    pub sections: Vec<FormSection>,
    /// What is looked at before it is done.
    pub preview: Option<Preview>,
    /// What was typed into it and not sent yet.
    pub kept: Option<KeptStep>,
    /// Whether people who asked before are offered while their name, number or telephone is typed.
    pub offers_people: bool,
    /// Whether it asks about a person who stands at the counter: the next time that may be another, so what is kept is offered and
    /// not put in.
    pub personal: bool,
}

/// What was typed into a form and not sent yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct KeptStep {
    /// The boxes that were changed.
    pub typed: Filled,
    /// When it was kept, in words.
    pub kept_text: String,
}

impl ActionForm {
    /// The boxes as they stand at first: what would be sent if nothing were changed.
    pub fn filled(&self) -> Filled {
        let boxes = self.sections.iter().flat_map(|section| &section.fields);
        boxes.filter(|field| field.kind != FieldKind::Note).map(|field| (field.name.clone(), field.value.clone())).collect()
    }
}

/// What is looked at before a filled form is sent, or while it is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Preview {
    /// What would change, and which deadlines move; accepting it as shown is the deed.
    Change,
    /// The letter as it would be printed, beside the boxes.
    Letter,
    /// The paper that follows from it, as a draft, when it is asked for.
    Draft,
    /// Word to the applicant: its text and the ways to give it, beside the boxes.
    Tidings,
}

/// Boxes that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FormSection {
    /// Their heading.
    pub title: Option<String>,
    /// The boxes.
    pub fields: Vec<FormField>,
    /// An amount to check with the eyes; what is written is reckoned by the core.
    pub sum: Option<Sum>,
}

/// A sum of products of boxes, in rupiah.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Sum {
    /// What stands before it.
    pub label: String,
    /// Names of boxes that are multiplied with each other; the products are added.
    pub products: Vec<Vec<String>>,
}

/// A box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FormField {
    /// Name, also in [`loket_domain::problem::FieldProblem`].
    pub name: String,
    /// What it says before the box.
    pub label: String,
    /// What is put in.
    pub kind: FieldKind,
    /// What helps to fill it.
    pub help: Option<String>,
    /// Whether it must be filled.
    pub required: bool,
    /// What there is to choose.
    pub choices: Vec<Choice>,
    /// What stands in it at first.
    pub value: FieldValue,
    /// When it is asked at all.
    pub shown_when: Option<ShownWhen>,
    /// What stands after the box.
    pub suffix: Option<String>,
    /// The columns of a table; each row of it is one line, its cells with tabs between them.
    pub columns: Vec<FormColumn>,
    /// How many lines a long text shows at first.
    pub rows: u32,
    /// Whether a password is one that is in force now, not a new one.
    pub secret_now: bool,
    /// Where that is mended which leaves nothing to choose.
    pub mends: Option<SubjectRef>,
    /// Whether it is asked only after the form was refused for it.
    pub once_refused: bool,
    /// For what purpose a file is attached from here, where one is chosen among those that are attached.
    pub attaches: Option<String>,
    /// The civil date of today, in a box of a date that is asked once more when an earlier one was typed.
    pub today: Option<NaiveDate>,
}

/// A column of a table that is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FormColumn {
    /// Its heading.
    pub label: String,
    /// What is put in: a text, a choice or a number.
    pub kind: FieldKind,
    /// What there is to choose.
    pub choices: Vec<Choice>,
    /// In which choices of the column before it is asked at all; always where there are none.
    pub when: Vec<String>,
}

/// What is put in a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each names itself; a note has no box.
pub enum FieldKind {
    Text,
    LongText,
    Date,
    Time,
    Number,
    Money,
    Choice,
    Many,
    Yes,
    Lines,
    Table,
    /// A small picture, as standard base64 of a PNG or JPEG; empty for none.
    Picture,
    Password,
    Note,
}

/// A box is asked when one of `fields` holds one of `any`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShownWhen {
    /// Which boxes decide.
    pub fields: Vec<String>,
    /// The contents that show this one; `true` or `false` for a yes.
    pub any: Vec<String>,
}

/// A paper and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NamedPaper {
    /// Which.
    pub paper: PaperRef,
    /// Its name.
    pub title: String,
}

/// Something was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Done {
    /// Where to go.
    pub subject: Option<SubjectRef>,
    /// The paper that follows from it.
    pub paper: Option<PaperRef>,
    /// All of them where more than one follows, to be printed in one go.
    pub papers: Vec<NamedPaper>,
    /// What happened, in one sentence.
    pub said: String,
    /// What is shown this once, and stays until the person says that it was written down.
    pub shown_once: Option<ShownOnce>,
}

/// A secret that was just made and is nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShownOnce {
    /// What it is.
    pub label: String,
    /// The secret itself.
    pub secret: String,
    /// What to do with it.
    pub what_now: String,
}
