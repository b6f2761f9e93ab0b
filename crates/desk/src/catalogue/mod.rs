//! The list of public information (DIP).

pub(crate) mod actions;
pub(crate) mod cells;
pub(crate) mod columns;
pub(crate) mod exchange;
pub(crate) mod form;
pub(crate) mod giving;
pub(crate) mod headings;
pub(crate) mod heads;
pub(crate) mod identity;
pub(crate) mod list;
pub(crate) mod matching;
pub(crate) mod papers;
pub(crate) mod record;
pub(crate) mod table;
pub(crate) mod taking_in;
