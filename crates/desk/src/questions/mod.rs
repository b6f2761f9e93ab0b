//! Questions between the office and PPID Utama.

pub(crate) mod actions;
pub(crate) mod list;
pub(crate) mod record;
