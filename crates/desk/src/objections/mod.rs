//! Objections and disputes.

pub(crate) mod about;
pub(crate) mod actions;
pub(crate) mod dispute_file;
pub(crate) mod list;
pub(crate) mod papers;
pub(crate) mod record;
pub(crate) mod steps;
pub(crate) mod summary;
