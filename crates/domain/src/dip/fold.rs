//! The fold: what each change makes of an item of the catalogue.

use super::{CatalogueChange, Listed};

impl Listed {
    /// The item after `change`; none when the change does not fit. An item that left may be listed again.
    pub(crate) fn told(state: Option<&Self>, change: &CatalogueChange) -> Option<Self> {
        match (state, change) {
            (_, CatalogueChange::DipItemListed { item }) => Some(Self { item: (**item).clone(), withdrawn: None }),
            (Some(state), CatalogueChange::DipItemWithdrawn { on, reason }) if state.withdrawn.is_none() => {
                Some(Self { item: state.item.clone(), withdrawn: Some((*on, reason.clone())) })
            }
            (_, CatalogueChange::DipItemWithdrawn { .. }) => None,
        }
    }
}
