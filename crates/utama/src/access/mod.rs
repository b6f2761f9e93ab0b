//! The door of every page for people: who it is, whether that person may, and whether the form is one we gave out.
//!
//! A page is one row of [`crate::pages::pages`]: method, path, entrance, handler. There is no other way to add one, so none
//! can be added without an [`Entrance`].

mod form;
mod guard;
mod headers;
mod kept;
mod visitor;

pub(crate) use form::{Form, ONCE_BOX, TOKEN_BOX, UploadedFile};
pub(crate) use guard::{Guard, Sure, TurnedAway, admit, local};
pub(crate) use headers::strict;
pub(crate) use kept::{KeptForm, NOT_YET, SURE_BOX};
pub(crate) use visitor::Visitor;
