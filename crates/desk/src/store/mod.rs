//! The encrypted file: opening it, its entries, and the tables that are projections of them.

pub(crate) mod adding;
pub(crate) mod drafts;
pub(crate) mod enrolment;
pub(crate) mod entries;
pub(crate) mod error;
pub(crate) mod extent;
pub(crate) mod finding;
pub(crate) mod folded;
pub(crate) mod known;
pub(crate) mod letters;
pub(crate) mod listed;
pub(crate) mod local;
pub(crate) mod matters;
pub(crate) mod news;
pub(crate) mod notes;
pub(crate) mod objects;
pub(crate) mod offers;
pub(crate) mod open;
pub(crate) mod projection;
pub(crate) mod rekeying;
pub(crate) mod requests;
pub(crate) mod slots;
pub(crate) mod uses;
pub(crate) mod writing;
