//! The register that was kept before this program: copied from a table, shown in the registers of its years, taken back as a whole.

pub(crate) mod actions;
mod columns;
pub(crate) mod exchange;
pub(crate) mod known;
pub(crate) mod list;
mod reading;
pub(crate) mod record;
pub(crate) mod taking_in;
