//! Papers: what every one of them needs.

pub(crate) mod basis;
pub(crate) mod names;
pub(crate) mod papers;
pub(crate) mod printer;
pub(crate) mod signatory;
