//! Papers: what every one of them needs.

pub(crate) mod basis;
pub mod by_hand;
pub mod cups;
pub(crate) mod kind;
pub(crate) mod names;
pub(crate) mod order;
pub(crate) mod papers;
pub(crate) mod printer;
pub(crate) mod signatory;
pub(crate) mod way;
