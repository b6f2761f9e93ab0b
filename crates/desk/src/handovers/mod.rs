//! A desk that one person hands to another (*mutasi*): one act that opens the one account and closes the other, gives desk and file
//! new keys, and leaves minutes of what was left to do.

pub(crate) mod known;
pub(crate) mod open_cases;
pub(crate) mod papers;
pub(crate) mod passing;
pub(crate) mod receiver;
pub(crate) mod record;
pub(crate) mod step;
