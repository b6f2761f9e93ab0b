//! What a page is drawn from.

use crate::context::Context;
use crate::kernel::moment::Moment;
use crate::sync::state::State;
use rusqlite::Connection;

/// What the page of a matter or a setting reads.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    pub(crate) tables: &'a Connection,
    pub(crate) context: &'a Context<'a>,
    pub(crate) sync: &'a State,
    pub(crate) moment: Moment,
}
