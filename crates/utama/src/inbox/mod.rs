//! Coordination: what offices forward to PPID Utama, and what it answers.
//!
//! An answer is an entry of the server's own series of that office, decided by `domain` like every other change, chained and
//! signed with the server's key. Desks pull it and fold it with their own.

mod answer;
mod case;
mod forwarded;

pub(crate) use answer::passed_on;
pub use answer::{Inbox, InboxAnswer, InboxFault};
pub(crate) use case::{Case, Event, SubjectHistory};
pub(crate) use forwarded::{forwarded, ours};
