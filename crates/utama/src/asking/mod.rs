//! Asking on the web: the web is one more desk of each office.
//!
//! What somebody files on a public page is registered at once by the same law a counter uses, in a series that PPID Utama writes about
//! that office, under a desk whose code begins with `W`: number, receipt and deadlines are final before anybody at the office has
//! seen it. Desks take it in like any other entry and go on with it.

mod book;
mod desk;
mod form_seal;
mod limits;
mod numbers;
mod registering;
mod renewing;

pub use book::{WebBook, WebBooks, WebEntry};
pub(crate) use form_seal::{FormSeal, Unsealed};
pub(crate) use limits::{Crowded, FilingLimits};
pub(crate) use numbers::{HELD, first_free};
pub use numbers::{NumberClaim, WebNumbers};
pub(crate) use registering::THE_PUBLIC;
pub use registering::{Filed, Filing, FilingFault};
pub use renewing::renew_web_desk;
