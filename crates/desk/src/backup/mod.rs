//! Copies of a desk in a second place, and a desk made of one.
//!
//! `place` is where they go and how the last went, `job` makes one, `proving` opens it again before it counts, `keeping` says
//! which stay; `copies` is what lies in a folder, `restoring` makes a desk of one of them.

pub(crate) mod choosing;
pub(crate) mod copies;
pub(crate) mod copying;
pub(crate) mod due;
pub(crate) mod fault;
pub(crate) mod job;
pub(crate) mod keeping;
pub(crate) mod manifest;
pub(crate) mod place;
pub(crate) mod proving;
pub(crate) mod restoring;
pub(crate) mod swapping;
