//! What the administrator types.

pub(crate) mod account;
pub(crate) mod bundle;
pub(crate) mod core_files;
pub(crate) mod desk;
pub(crate) mod doctor;
pub(crate) mod keeping;
pub(crate) mod misread;
pub(crate) mod noting;
pub(crate) mod sealing;
pub(crate) mod serve;
pub(crate) mod settings;
