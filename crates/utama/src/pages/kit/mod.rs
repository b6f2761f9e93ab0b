//! What pages are made of.

pub(super) mod chart;
pub(super) mod choice;
pub(super) mod csv;
pub(super) mod notice;
pub(super) mod page;
pub(super) mod words;
