//! Sentences and rows that several rooms say.

pub(crate) mod deadline;
pub(crate) mod look;
pub(crate) mod rows;
pub(crate) mod sections;
pub(crate) mod short;
pub(crate) mod timeline;
pub(crate) mod told;
