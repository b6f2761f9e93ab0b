//! Consequence tests and decrees.

pub(crate) mod actions;
pub(crate) mod list;
pub(crate) mod papers;
pub(crate) mod record;
