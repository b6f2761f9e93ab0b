//! Who looks at pages, as far as their cookie tells.

use axum::http::HeaderMap;
use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::accounts::{Reach, Right, StaffAccount, form_token, may, session_hash};
use crate::door::ClientAddress;
use crate::fault::StoreFault;
use crate::secret::new_token;
use crate::state::Shared;

/// Who stands before a page.
#[derive(Clone)]
pub(crate) struct Visitor {
    /// What the visitor's cookie holds: the token of a session, or one that only ties forms to this browser.
    pub(crate) token: String,
    /// Whether the cookie must still be given.
    pub(crate) new: bool,
    /// Who it is, if signed in.
    pub(crate) account: Option<StaffAccount>,
    /// From where.
    pub(crate) address: IpAddr,
    /// How much waits in the inbox, for whoever may read it.
    pub(crate) waiting: u64,
}

impl Visitor {
    /// Who shows this cookie, from where.
    pub(crate) async fn of(shared: &Shared, headers: &HeaderMap, peer: ClientAddress) -> Result<Self, StoreFault> {
        let address = shared.door.address(peer, headers);
        let Some(token) = shared.door.cookie().shown(headers) else {
            return Ok(Self { token: new_token()?, new: true, account: None, address, waiting: 0 });
        };
        let account = shared.store.session(session_hash(token), shared.clock.millis()).await?;
        let visitor = Self { token: token.to_owned(), new: false, account, address, waiting: 0 };
        let reads = visitor.may(Right::ReadCases, None);
        let waiting = if reads { shared.store.waiting(&visitor.reach()).await? } else { 0 };
        Ok(Self { waiting, ..visitor })
    }

    /// What every form for this visitor carries.
    pub(crate) fn form_token(&self) -> String {
        form_token(&self.token).to_hex().to_string()
    }

    /// The offices this visitor works for; none before somebody has signed in.
    pub(crate) fn reach(&self) -> Reach {
        self.account.as_ref().map_or_else(|| Reach::Only(BTreeSet::new()), |account| account.reach.clone())
    }

    /// Whether this visitor may do that.
    pub(crate) fn may(&self, action: Right, office: Option<&str>) -> bool {
        self.account.as_ref().is_some_and(|account| may(account.role, &account.reach, action, office))
    }
}
