//! An account, as whoever is signed in sees it.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::hold::Hold;
use loket_domain::office::Account;
use loket_domain::problem::Refused;

/// An account, as whoever is signed in sees it.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) account: Account,
    /// Whether it is that person's own.
    pub(crate) own: bool,
    /// Why this desk writes nothing for now, if so.
    pub(crate) hold: Option<Hold>,
}

impl Seen {
    pub(crate) fn of(context: &Context<'_>, id: &str) -> Result<Self, DeskError> {
        let account = id.parse().ok().and_then(|id| context.office.account(id)).ok_or(Refused::Unknown)?;
        Ok(Self { account: account.clone(), own: account.id == context.account.id, hold: context.hold })
    }
}
