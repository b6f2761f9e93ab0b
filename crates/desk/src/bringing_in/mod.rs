//! Tables that offices bring: how the heads of any of them are found and known, whatever stands under them.

pub(crate) mod columns;
pub(crate) mod heads;
pub(crate) mod naming;
pub(crate) mod rows;
