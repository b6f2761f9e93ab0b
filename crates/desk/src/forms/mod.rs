//! Forms as data: the window draws any of them.

pub(crate) mod action;
pub(crate) mod boxes;
pub(crate) mod exemption;
pub(crate) mod form;
pub(crate) mod kept;
pub(crate) mod letter_number;
pub(crate) mod noun;
pub(crate) mod shown;
pub(crate) mod step;
