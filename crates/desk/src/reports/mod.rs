//! Registers, figures and the yearly report.

pub(crate) mod actions;
pub(crate) mod agenda;
mod carried;
pub(crate) mod export;
pub(crate) mod figures;
pub(crate) mod list;
pub(crate) mod papers;
pub(crate) mod period;
pub(crate) mod record;
pub(crate) mod register;
mod register_line;
pub(crate) mod summary;
pub(crate) mod year;
