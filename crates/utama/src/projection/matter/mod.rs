//! What an office has besides requests, tests that wait and questions, as rows: objections and disputes, its catalogue, what it keeps
//! closed, answers to its survey, its yearly reports.
//!
//! A row says what the lists of PPID Utama and the public's pages show, and nothing about who asked, objected or answered.

mod catalogue;
mod exempt;
mod kind;
mod objection;
mod report;
mod survey;

pub use catalogue::CatalogueRow;
pub use exempt::ExemptRow;
pub use kind::MatterKind;
pub(crate) use kind::kind_of;
pub use objection::ObjectionRow;
pub use report::FiledReportRow;
pub use survey::SurveyRow;

use chrono::NaiveDate;
use loket_domain::calendar::Calendar;
use loket_domain::change::Change;
use loket_domain::classification::Classification;
use loket_domain::office::OfficeProfile;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterRow {
    /// Identity.
    pub subject: Uuid,
    /// When its last entry was written, in milliseconds since 1970 by the writer's clock.
    pub changed: u64,
    /// What the list shows of it.
    pub content: MatterContent,
}

/// What a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant)] // Rows are read and drawn one by one.
pub enum MatterContent {
    /// An objection.
    Objection(ObjectionRow),
    /// An item of the catalogue.
    Item(CatalogueRow),
    /// What is kept closed.
    Exempt(ExemptRow),
    /// An answer to the survey.
    Survey(SurveyRow),
    /// A yearly report.
    Report(FiledReportRow),
}

impl MatterContent {
    /// Of which list it is.
    pub fn kind(&self) -> MatterKind {
        match self {
            Self::Objection(_) => MatterKind::Objection,
            Self::Item(_) => MatterKind::Item,
            Self::Exempt(_) => MatterKind::Exempt,
            Self::Survey(_) => MatterKind::Survey,
            Self::Report(_) => MatterKind::Report,
        }
    }

    /// What its list is narrowed by: a stage, a category, a year; empty where by nothing.
    pub(crate) fn class(&self) -> String {
        match self {
            Self::Objection(row) => row.stage.code().to_owned(),
            Self::Item(row) => row.item.category.code().to_owned(),
            Self::Exempt(row) => row.stage.code().to_owned(),
            Self::Survey(_) => String::new(),
            Self::Report(row) => row.year.to_string(),
        }
    }

    /// The civil date its list is ordered by.
    pub(crate) fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Objection(row) => Some(row.registered_on),
            Self::Item(row) => row.item.published_on,
            Self::Exempt(row) => Some(row.since()),
            Self::Survey(row) => Some(row.on),
            Self::Report(row) => Some(row.frozen_on),
        }
    }

    /// Whether it stands in its list as it is: not withdrawn, lifted or over.
    pub(crate) fn stands(&self) -> bool {
        match self {
            Self::Objection(row) => row.turn.is_some(),
            Self::Item(row) => row.withdrawn_on.is_none(),
            Self::Exempt(row) => row.lifted_on.is_none(),
            Self::Survey(_) | Self::Report(_) => true,
        }
    }

    /// What it is found by, in small letters.
    pub(crate) fn words(&self) -> String {
        let words = match self {
            Self::Objection(row) => [Some(&*row.number), row.request_number.as_deref()].into_iter().flatten().collect(),
            Self::Item(CatalogueRow { item, .. }) => {
                vec![&*item.summary, &*item.holder, &*item.responsible, &*item.made, &*item.format]
            }
            Self::Exempt(row) => vec![&*row.information, &*row.unit],
            Self::Survey(_) | Self::Report(_) => vec![],
        };
        words.join(" ").to_lowercase()
    }
}

/// The row of one matter after everything told about it; none before its first change.
pub(super) fn matter(
    kind: MatterKind,
    subject: Uuid,
    changes: &[&Change],
    changed: u64,
    counting: Option<(&OfficeProfile, &Calendar)>,
) -> Option<MatterRow> {
    let content = match kind {
        MatterKind::Objection => MatterContent::Objection(ObjectionRow::of(changes, counting)?),
        MatterKind::Item => MatterContent::Item(CatalogueRow::of(changes)?),
        MatterKind::Exempt => return None,
        MatterKind::Survey => MatterContent::Survey(SurveyRow::of(changes)?),
        MatterKind::Report => MatterContent::Report(FiledReportRow::of(changes)?),
    };
    Some(MatterRow { subject, changed, content })
}

/// The row of a classification once it was approved.
pub(super) fn exempt(subject: Uuid, state: &Classification, changed: u64) -> Option<MatterRow> {
    Some(MatterRow { subject, changed, content: MatterContent::Exempt(ExemptRow::of(state)?) })
}
