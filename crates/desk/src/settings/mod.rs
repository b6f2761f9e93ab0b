//! The office about itself: people, numbers, days, wording, packs.

pub(crate) mod lists;
pub(crate) mod numbers;
pub(crate) mod office;
pub(crate) mod packs;
pub(crate) mod people;
pub(crate) mod recalculate;
pub(crate) mod record;
pub(crate) mod view;
pub(crate) mod wording;
