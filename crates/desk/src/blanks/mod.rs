//! Forms that are printed empty: any of them in any number, and those that bear a number of the desk's series for hours without
//! power.

pub(crate) mod actions;
pub(crate) mod list;
pub(crate) mod numbered;
pub(crate) mod papers;
pub(crate) mod record;
pub(crate) mod reminder;
