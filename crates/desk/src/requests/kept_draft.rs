//! Under which names the forms of new requests are kept while they are typed, and what became of the last that was registered.

use loket_domain::ids::{AccountId, RequestId};
use rusqlite::Connection;

use crate::context::Context;
use crate::error::DeskError;
use crate::store::drafts;

/// What the drafts of new requests are called; alone, the one draft of a desk of an earlier day.
pub(crate) const REQUEST_DRAFT: &str = "request";

/// Where the forms lie that an account has not finished.
pub(crate) fn shelf_of(account: AccountId) -> String {
    format!("{REQUEST_DRAFT}/{account}")
}

/// Where those lie of the account that asks.
pub(crate) fn shelf(context: &Context<'_>) -> String {
    shelf_of(context.account.id)
}

/// Under which name a draft of this account is kept.
pub(crate) fn name_of(context: &Context<'_>, id: &str) -> String {
    if id == REQUEST_DRAFT { REQUEST_DRAFT.to_owned() } else { format!("{}/{id}", shelf(context)) }
}

/// A form of this account, kept under its identity while it was typed.
pub(crate) struct KeptDraft {
    name: String,
    /// Where it lies which request the last form of the account became.
    ended: String,
    ended_as: String,
}

impl KeptDraft {
    pub(crate) fn of(context: &Context<'_>, id: &str) -> Self {
        let ended = format!("registered/{}", context.account.id);
        Self { name: name_of(context, id), ended_as: format!("{ended}/{id}"), ended }
    }

    /// Whether neither an unfinished form nor the last that was registered bears its name.
    pub(crate) fn is_unused(&self, tables: &Connection) -> Result<bool, DeskError> {
        Ok(drafts::kept(tables, &self.name)?.is_none() && drafts::kept(tables, &self.ended_as)?.is_none())
    }

    /// Which request it became, where it was the last this account registered: whoever presses twice, or asks again because no answer
    /// came, means the same citizen.
    pub(crate) fn registered(&self, tables: &Connection) -> Result<Option<RequestId>, DeskError> {
        Ok(drafts::kept(tables, &self.ended_as)?.and_then(|(request, _)| request.parse().ok()))
    }

    /// Ends it: it is `request` now.
    pub(crate) fn end_as(&self, tables: &Connection, request: RequestId, at: &str) -> Result<(), DeskError> {
        drafts::discard(tables, &self.name)?;
        for (earlier, ..) in drafts::under(tables, &self.ended)? {
            drafts::discard(tables, &earlier)?;
        }
        Ok(drafts::keep(tables, &self.ended_as, &request.to_string(), at)?)
    }
}
