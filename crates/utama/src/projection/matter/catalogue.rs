//! An item of the catalogue.

use chrono::NaiveDate;
use loket_domain::change::Change;
use loket_domain::dip::{DipItem, Listed};
use serde::{Deserialize, Serialize};

use crate::projection::text::keepable;

/// An item of the catalogue as its office lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueRow {
    /// The item.
    pub item: DipItem,
    /// The civil date it left the catalogue. Why is the office's to say.
    pub withdrawn_on: Option<NaiveDate>,
    /// The civil date by which a periodic item must be brought up to date.
    pub renewal_due: Option<NaiveDate>,
}

impl CatalogueRow {
    /// The row after these changes; none while it was never listed.
    pub(super) fn of(changes: &[&Change]) -> Option<Self> {
        let listed = Listed::replay(changes.iter().copied()).0?;
        let optional = |text: &Option<String>| text.as_deref().map(keepable);
        let item = &listed.item;
        let kept = DipItem {
            summary: keepable(&item.summary),
            category: item.category,
            heading: optional(&item.heading),
            holder: keepable(&item.holder),
            responsible: keepable(&item.responsible),
            made: keepable(&item.made),
            format: keepable(&item.format),
            retention: keepable(&item.retention),
            media: optional(&item.media),
            // A desk of before checked it; what else claims to be a link leads nowhere.
            link: optional(&item.link).filter(|link| link.starts_with("https://") || link.starts_with("http://")),
            published_on: item.published_on,
        };
        Some(Self { renewal_due: listed.renewal_due(), withdrawn_on: listed.withdrawn.as_ref().map(|(on, _)| *on), item: kept })
    }
}
