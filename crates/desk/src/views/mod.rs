//! What the window shows: plain values in Indonesian, built by the core, so that the window holds no rule.

pub(crate) mod action;
pub(crate) mod backup;
pub(crate) mod deadline;
pub(crate) mod difference;
pub(crate) mod figures;
pub(crate) mod file;
pub(crate) mod filled;
pub(crate) mod findings;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod month;
pub(crate) mod office;
pub(crate) mod paper;
pub(crate) mod parts;
pub(crate) mod people;
pub(crate) mod printing;
pub(crate) mod record;
pub(crate) mod register;
pub(crate) mod request;
pub(crate) mod rows;
pub(crate) mod step;
pub(crate) mod subject;
pub(crate) mod tidings;
pub(crate) mod today;

pub use crate::views::backup::{BackupNotice, BackupProgress, BackupView, FoundCopy};
pub use crate::views::difference::{CalendarChange, PieceChange, RecalculatedRow};
pub use crate::views::figures::{FigureTable, ServiceFigures};
pub use crate::views::findings::{Hit, HitGroup};
pub use crate::views::import::{ImportChoices, ImportColumn, ImportPreview, Lookalikes};
pub use crate::views::parts::{EarlierItem, FactGroup, Linked};
pub use crate::views::parts::{PaperItem, TimelineItem};
pub use crate::views::printing::{LabelChoice, PostChoices, PrintWay, PrintWayForm, PrintWayView, PrinterAbilities};
pub use crate::views::register::{ExportRef, RegisterKind, RegisterQuery, RegisterSheet, RegisterView, SheetFormat};
pub use crate::views::rows::{Column, ListKind, ListPage, ListQuery, ListRow};
pub use crate::views::step::{Confirm, NextStep, StepFile};
pub use crate::views::subject::{SubjectKind, SubjectRef};
pub use action::{
    ActionForm, Done, FieldKind, FieldValue, Filled, FormColumn, FormField, FormSection, KeptStep, NamedPaper, Preview,
    ShownWhen, Sum,
};
pub use deadline::{DayKind, DayLine, Deadline, Deadlines, NamedDeadline, Tone};
pub use file::{AttachedFiles, FileItem, FileProgress, FileRefused, FileState, Files};
pub use list::{RequestColumn, RequestOrder, RequestPage, RequestQuery, RequestRow, RequestSort, StageCount};
pub use month::{DayOfMonth, DayWorks, MonthView};
pub use office::{
    AboutDesk, AccountView, CalendarYear, FirstStartChoices, OfficeChoice, OfficialView, ReviewItem, Session, SettingsSteps,
    SettingsView, SyncSettings, first_start_choices,
};
pub use paper::{IssuedPaper, PaperRef, PrintAs, PrintOrder};
pub use people::{ApplicantBoxes, KnownBoxes, KnownPerson, RepresentativeBoxes};
pub use record::RecordView;
pub use request::{
    CoordinationItem, CorrectionItem, DocumentChoice, MatchingItem, RequestForm, RequestPreview, RequestView, UnfinishedForm,
};
pub use tidings::{QrDrawing, TidingsLink, TidingsView};
pub use today::{DesktopNotice, MonthCount, Notice, TodayView, WorkGroup, WorkItem};

use serde::Serialize;

/// A choice of a form: what is stored and what is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Choice {
    /// Stable code.
    pub code: String,
    /// What people read.
    pub label: String,
}

/// The choices of a coded list, in its order.
macro_rules! choices {
    ($list:ty) => {
        <$list>::ALL
            .iter()
            .map(|value| $crate::views::Choice { code: value.code().to_owned(), label: value.label().to_owned() })
            .collect::<Vec<_>>()
    };
}
pub(crate) use choices;

/// The choices of a coded list and of the finer one beside it.
macro_rules! finer_choices {
    ($list:ty) => {
        <$list>::with_finer_labels()
            .map(|(code, label)| $crate::views::Choice { code: code.to_owned(), label: label.to_owned() })
            .collect::<Vec<_>>()
    };
}
pub(crate) use finer_choices;

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
}

impl Fact {
    pub(crate) fn new(label: &str, value: impl Into<String>) -> Self {
        Self { label: label.to_owned(), value: value.into() }
    }
}

/// The facts whose value is known.
pub(crate) fn facts<const N: usize>(rows: [(&str, Option<String>); N]) -> Vec<Fact> {
    let known = rows.into_iter().filter_map(|(label, value)| Some((label, value?)));
    known.filter(|(_, value)| !value.is_empty()).map(|(label, value)| Fact::new(label, value)).collect()
}
