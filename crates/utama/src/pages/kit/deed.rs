//! What is opened whole, on record, and may be answered with a form: written once it is done, or sent back to be mended.

use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use loket_journal::Subject;
use maud::Markup;
use std::str::FromStr;
use std::sync::Arc;

use super::answer::{Unable, note, unknown};
use super::page::page as framed;
use crate::access::{Form, NOT_YET, SURE_BOX, Visitor};
use crate::accounts::Audited;
use crate::fault::StoreFault;
use crate::inbox::{Case, InboxAnswer, InboxFault};
use crate::state::Shared;

/// A kind of case: how it is found, drawn and answered.
pub(crate) trait Opened: Sized + Send + Sync {
    /// What names it in an address.
    type Id: FromStr + Copy + Send;
    /// Where it lies below its office.
    const PLACE: &'static str;
    /// What is written down when it is opened.
    const READ: Audited;

    fn subject(id: Self::Id) -> Subject;

    /// It, if the case tells of one that may be opened here.
    fn of(id: Self::Id, case: &Case) -> Option<Self>;

    /// What is said instead where it may not be read any more.
    fn closed(&self, _: &Shared, _: &Visitor) -> impl Future<Output = Result<Option<Response>, StoreFault>> + Send {
        async { Ok(None) }
    }

    /// How the record of who opened it names it; `id` as in the address.
    fn noted(&self, id: &str) -> String {
        id.to_owned()
    }

    fn title(&self) -> String;

    fn draw(&self, sheet: &OpenedCase<'_>) -> impl Future<Output = Result<Markup, Unable>> + Send;

    /// What a form says, and what is written down then.
    fn answer(id: Self::Id, form: &Form) -> (InboxAnswer, Audited);
}

/// One opening of a case.
pub(crate) struct OpenedCase<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) visitor: &'a Visitor,
    /// Of the office.
    pub(crate) code: &'a str,
    pub(crate) case: &'a Case,
    /// What stands in the boxes.
    pub(crate) typed: &'a Form,
    /// What must be mended.
    pub(crate) told: Option<&'a str>,
}

pub(crate) async fn page<T: Opened>(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, id)): Path<(String, String)>,
) -> Result<Response, Unable> {
    show::<T>(&shared, &visitor, (&code, &id), &Form::default(), None).await
}

/// Draws a case, with what was typed and what must be mended.
pub(crate) async fn show<T: Opened>(
    shared: &Shared,
    visitor: &Visitor,
    (code, named): (&str, &str),
    typed: &Form,
    told: Option<&str>,
) -> Result<Response, Unable> {
    let Ok(id) = named.parse::<T::Id>() else { return Ok(unknown(visitor)) };
    let case = Case::read(shared.store.as_ref(), &shared.sync.public(), code, T::subject(id)).await?;
    let found = case.and_then(|case| T::of(id, &case).map(|opened| (case, opened)));
    let Some((case, opened)) = found else { return Ok(unknown(visitor)) };
    if let Some(closed) = opened.closed(shared, visitor).await? {
        return Ok(closed);
    }
    note(shared, visitor, T::READ, Some(code), Some(opened.noted(named))).await?;
    let main = opened.draw(&OpenedCase { shared, visitor, code, case: &case, typed, told }).await?;
    Ok(asked(visitor, &opened.title(), told, main))
}

pub(crate) async fn answer<T: Opened>(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path((code, named)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let Ok(id) = named.parse::<T::Id>() else { return Ok(unknown(&visitor)) };
    if form.get(SURE_BOX) == NOT_YET {
        return show::<T>(&shared, &visitor, (&code, &named), &form, None).await;
    }
    let (answer, what) = T::answer(id, &form);
    let case = Case::read(shared.store.as_ref(), &shared.sync.public(), &code, T::subject(id)).await?;
    let opened = case.and_then(|case| T::of(id, &case));
    if let Some(opened) = &opened
        && let Some(closed) = opened.closed(&shared, &visitor).await?
    {
        return Ok(closed);
    }
    let about = opened.map_or_else(|| named.clone(), |opened| opened.noted(&named));
    let deed = Deed { what, about, then: format!("/kantor/{code}/{}/{named}", T::PLACE) };
    match send(&shared, &visitor, &code, &answer, deed).await? {
        Ok(sent) => Ok(sent),
        Err(told) => show::<T>(&shared, &visitor, (&code, &named), &form, Some(&told)).await,
    }
}

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
    answer: &InboxAnswer,
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
