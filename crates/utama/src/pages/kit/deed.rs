//! Something a form does: written once it is done, or sent back to be mended.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::answer::{Unable, note, unknown};
use super::page::page as framed;
use crate::access::Visitor;
use crate::accounts::Audited;
use crate::inbox::{Answer, InboxFault};
use crate::state::Shared;

/// What the inbox shows of one thing; with something `told`, a form was sent back to be mended.
pub(crate) fn asked(visitor: &Visitor, title: &str, told: Option<&str>, main: Markup) -> Response {
    let status = if told.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, framed(visitor, "/kotak-masuk", title, main)).into_response()
}

/// Something that is written down once it is done, and where it leads.
pub(crate) struct Deed {
    pub(crate) what: Audited,
    /// Which case.
    pub(crate) about: String,
    /// The page that follows.
    pub(crate) then: String,
}

/// Writes an answer. What must be mended first comes back in words, for the form to say.
pub(crate) async fn send(
    shared: &Shared,
    visitor: &Visitor,
    code: &str,
    answer: &Answer,
    deed: Deed,
) -> Result<Result<Response, String>, Unable> {
    let Some(account) = &visitor.account else { return Ok(Ok(unknown(visitor))) };
    match shared.inbox().write(code, account.id, answer).await {
        Ok(()) => {
            note(shared, visitor, deed.what, Some(code), Some(deed.about)).await?;
            Ok(Ok(Redirect::to(&deed.then).into_response()))
        }
        Err(InboxFault::Store(fault)) => Err(fault.into()),
        Err(InboxFault::Unknown) => Ok(Ok(unknown(visitor))),
        Err(fault) => Ok(Err(fault.to_string())),
    }
}
