//! What every page answers with, and what it asks before.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use loket_domain::office::OfficeCode;
use tracing::error;

use super::notice;
use super::words::Now;
use crate::access::{TurnedAway, Visitor};
use crate::accounts::{AccountFault, AuditLine, Audited, Right, StaffAccount};
use crate::clock::civil;
use crate::fault::StoreFault;
use crate::secret::NoRandomness;
use crate::state::Shared;
use crate::store::OfficeOverview;

pub(crate) fn now(shared: &Shared) -> Now<'_> {
    Now { civil: civil(shared.clock.millis()), calendar: &shared.calendar }
}

/// The offices this visitor may see.
pub(crate) async fn offices_of(shared: &Shared, visitor: &Visitor) -> Result<Vec<OfficeOverview>, StoreFault> {
    let mut offices = shared.store.offices().await?;
    offices.retain(|office| visitor.may(Right::Watch, Some(&office.code)));
    Ok(offices)
}

/// The office with this code, if this visitor may see it.
pub(crate) async fn office_of(shared: &Shared, visitor: &Visitor, code: &str) -> Result<Option<OfficeOverview>, StoreFault> {
    if visitor.may(Right::Watch, Some(code)) { shared.store.office(code).await } else { Ok(None) }
}

/// The open account with this login.
pub(crate) async fn account_of(shared: &Shared, login: &str) -> Result<Option<StaffAccount>, StoreFault> {
    Ok(shared.store.with_login(login).await?.filter(|account| account.closed.is_none()))
}

/// Writes down what this visitor looked at or did.
pub(crate) async fn note(
    shared: &Shared,
    visitor: &Visitor,
    what: Audited,
    office: Option<&str>,
    about: Option<String>,
) -> Result<(), StoreFault> {
    let login = visitor.account.as_ref().map(|account| account.login.clone()).unwrap_or_default();
    let (office, address) = (office.map(OfficeCode::from), visitor.address.to_canonical().to_string());
    let line = AuditLine { at: shared.clock.millis(), login, what, office, about, address };
    shared.store.note(line).await
}

pub(crate) fn unknown(visitor: &Visitor) -> Response {
    (StatusCode::NOT_FOUND, notice::unknown(Some(visitor))).into_response()
}

/// For somebody who may not.
pub(crate) fn forbidden(visitor: &Visitor) -> Response {
    (StatusCode::FORBIDDEN, notice::forbidden(visitor)).into_response()
}

/// The answer in the place of a page.
impl IntoResponse for TurnedAway {
    fn into_response(self) -> Response {
        match self {
            Self::Elsewhere(path) => Redirect::to(&path).into_response(),
            Self::Forbidden(visitor) => forbidden(&visitor),
            Self::SignInFirst(visitor, kept) => {
                (StatusCode::UNAUTHORIZED, notice::sign_in_first(&visitor, &kept)).into_response()
            }
            Self::Unsure(visitor, sure, kept) => notice::unsure(&visitor, sure, &kept).into_response(),
            Self::StaleForm(visitor, kept) => {
                (StatusCode::FORBIDDEN, notice::stale_form(&visitor, kept.as_ref())).into_response()
            }
            Self::TooLarge(visitor) => (StatusCode::PAYLOAD_TOO_LARGE, notice::too_large(&visitor)).into_response(),
            Self::Unreadable(status) => status.into_response(),
            Self::Unable => unable(),
        }
    }
}

/// For when the store fails.
pub(crate) fn unable() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, notice::unable()).into_response()
}

/// The store failed beneath a page.
pub(crate) struct Unable;

impl From<StoreFault> for Unable {
    fn from(fault: StoreFault) -> Self {
        error!(%fault, "the store failed");
        Self
    }
}

impl From<NoRandomness> for Unable {
    fn from(fault: NoRandomness) -> Self {
        StoreFault::from(fault).into()
    }
}

impl IntoResponse for Unable {
    fn into_response(self) -> Response {
        unable()
    }
}

/// What to say about an account that was not changed; a failed store is another page.
pub(crate) fn said(fault: AccountFault) -> Result<String, Unable> {
    match fault {
        AccountFault::Store(fault) => Err(fault.into()),
        AccountFault::NoRandomness(fault) => Err(fault.into()),
        other => Ok(other.to_string()),
    }
}
