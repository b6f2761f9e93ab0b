//! Consequence tests and decrees.

pub(crate) mod actions;
pub(crate) mod known;
pub(crate) mod list;
pub(crate) mod papers;
pub(crate) mod record;
pub(crate) mod steps;
pub(crate) mod worksheet;
