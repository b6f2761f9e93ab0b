//! Starting, opening, signing in to and proving a desk.

pub(crate) mod begin;
pub(crate) mod kept_start;
pub(crate) mod open;
pub(crate) mod password;
pub(crate) mod session;
pub(crate) mod signing_in;
pub(crate) mod verify;
