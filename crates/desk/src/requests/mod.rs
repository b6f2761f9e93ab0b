//! Requests for information: registering, showing, answering, printing.

pub(crate) mod actions;
pub(crate) mod command;
pub(crate) mod draft;
pub(crate) mod earlier_papers;
pub(crate) mod facts;
pub(crate) mod kept_draft;
pub(crate) mod known;
pub(crate) mod letters;
pub(crate) mod list;
pub(crate) mod ordered;
pub(crate) mod paper_list;
pub(crate) mod papers;
pub(crate) mod people;
pub(crate) mod post;
pub(crate) mod register;
pub(crate) mod retained;
pub(crate) mod sheet;
pub(crate) mod story;
pub(crate) mod summary;
pub(crate) mod tidings;
pub(crate) mod view;
