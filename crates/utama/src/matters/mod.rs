//! The lists of an office besides its requests: objections, catalogue, what is kept closed, survey, yearly reports; as
//! [`crate::projection`] folds them, and as they are asked for.
//!
//! The stories every implementation must pass are in `tests/utama/matters.rs`.

use async_trait::async_trait;
use loket_domain::ids::RequestId;
use loket_domain::office::OfficeCode;
use uuid::Uuid;

use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::projection::{MatterContent, MatterKind, MatterRow, ObjectionRow};
use crate::store::Page;

/// Which rows of a list are asked for, and in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterNarrowing {
    /// Of which list.
    pub kind: MatterKind,
    /// Only of this stage, category or year; of all when empty.
    pub class: String,
    /// How the civil date begins: `2026`, `2026-11`, or empty for all time.
    pub day: String,
    /// Words that each must be found, in small letters.
    pub words: Vec<String>,
    /// Also what was withdrawn, lifted or is over.
    pub over_too: bool,
    /// In which order.
    pub order: MatterOrder,
}

impl MatterNarrowing {
    /// Everything of a list that stands.
    pub fn standing(kind: MatterKind) -> Self {
        Self { kind, class: String::new(), day: String::new(), words: vec![], over_too: false, order: MatterOrder::Day }
    }

    /// Everything of a list, also what is over.
    pub fn all(kind: MatterKind) -> Self {
        Self { over_too: true, ..Self::standing(kind) }
    }

    /// Only what holds each of the words in this text.
    #[must_use]
    pub fn seeking(self, text: &str) -> Self {
        Self { words: text.split_whitespace().map(str::to_lowercase).take(MOST_WORDS).collect(), ..self }
    }
}

/// The most words that are looked for at once.
const MOST_WORDS: usize = 12;

/// In which order rows stand; alike ones by office and identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatterOrder {
    /// The latest civil date first, those without one last.
    Day,
    /// The latest changed first.
    Changed,
}

/// All of a list: more than any regency has.
pub const EVERY_ROW: Page = Page { skip: 0, take: 1_000_000 };

/// The memory of those lists.
#[async_trait]
pub trait Matters: Send + Sync {
    /// These rows with their office, of the offices within reach.
    async fn matters(
        &self,
        reach: &Reach,
        narrowing: &MatterNarrowing,
        page: Page,
    ) -> Result<Vec<(OfficeCode, MatterRow)>, StoreFault>;

    /// How many these are.
    async fn count_matters(&self, reach: &Reach, narrowing: &MatterNarrowing) -> Result<u64, StoreFault>;

    /// One row of an office.
    async fn matter(&self, office: &str, kind: MatterKind, subject: Uuid) -> Result<Option<MatterRow>, StoreFault>;
}

/// What a row shows, as it is stored.
pub(crate) fn written(row: &MatterRow) -> Result<String, StoreFault> {
    serde_json::to_string(&row.content).map_err(StoreFault::damaged(ROW))
}

/// A row as it was stored.
pub(crate) fn read(subject: Uuid, changed: u64, stored: &str) -> Result<MatterRow, StoreFault> {
    let content: MatterContent = serde_json::from_str(stored).map_err(StoreFault::damaged(ROW))?;
    Ok(MatterRow { subject, changed, content })
}

/// What is said of a row that cannot be read.
const ROW: &str = "baris daftar";

/// The objections to how the request of this number was handled, as far as they are known here.
///
/// # Errors
/// [`StoreFault`] when they cannot be read.
pub(crate) async fn objections_about(
    matters: &(impl Matters + ?Sized),
    office: &str,
    request: RequestId,
    number: &str,
) -> Result<Vec<(Uuid, ObjectionRow)>, StoreFault> {
    let only = Reach::Only([OfficeCode::from(office)].into());
    let about = MatterNarrowing::all(MatterKind::Objection).seeking(number);
    let mut objections = Vec::new();
    for (_, matter) in matters.matters(&only, &about, EVERY_ROW).await? {
        if let MatterContent::Objection(objection) = matter.content {
            objections.extend((objection.request == Some(request)).then_some((matter.subject, objection)));
        }
    }
    Ok(objections)
}
