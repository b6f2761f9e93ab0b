//! What happens to an item of the catalogue.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::DipItem;
use crate::kinds::kinds;
use crate::words::Words;

/// What happens to an item of the catalogue, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CatalogueChange {
    /// An item entered the catalogue, or was brought up to date.
    DipItemListed {
        /// The item.
        item: Box<DipItem>,
    },
    /// An item left the catalogue.
    DipItemWithdrawn {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
}

kinds! {
    CatalogueChange:
    DipItemListed = "dip_item_listed",
    DipItemWithdrawn = "dip_item_withdrawn",
}

impl CatalogueChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::DipItemListed { item } => Words::of("Dimuat dalam DIP").note(item.category.label().to_owned()),
            Self::DipItemWithdrawn { reason, .. } => Words::of("Dikeluarkan dari DIP").note(reason.clone()),
        }
    }
}
