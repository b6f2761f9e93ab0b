//! What the administrator types, beyond starting the server.

pub(crate) mod account;
pub(crate) mod bundle;
pub(crate) mod desk;
