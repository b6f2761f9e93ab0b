//! Who comes in: asked before every handler.

use axum::body::Body;
use axum::extract::{RawPathParams, Request};
use axum::http::{HeaderMap, Method, StatusCode};
use loket_domain::office::OfficeCode;
use std::sync::Arc;
use tracing::{error, warn};

use super::form::{Form, ONCE_BOX};
use super::kept::{KeptForm, SURE_BOX};
use super::visitor::Visitor;
use crate::accounts::{AuditLine, Audited, Right, form_token};
use crate::door::{ClientAddress, Entrance, Route};
use crate::fault::StoreFault;
use crate::sending::FormSending;
use crate::state::Shared;

/// The door of one route.
#[derive(Clone)]
pub(crate) struct Guard {
    pub(crate) shared: Arc<Shared>,
    pub(crate) route: Route,
    /// What is asked before it is done, if it cannot be undone.
    pub(crate) sure: Option<Sure>,
}

/// What is asked before something is done that cannot be undone.
#[derive(Clone, Copy)]
pub(crate) struct Sure {
    /// The question.
    pub(crate) asks: &'static str,
    /// What follows from it.
    pub(crate) says: &'static str,
    /// What the button says that does it.
    pub(crate) button: &'static str,
    /// How many parts of the address lead back from where it goes; none where the same page has the form.
    pub(crate) above: usize,
}

/// Why a request does not come to its page; whoever draws pages answers it.
pub(crate) enum TurnedAway {
    /// Another page comes first.
    Elsewhere(String),
    /// The role or the offices of this visitor do not reach so far.
    Forbidden(Visitor),
    /// Whoever sent this must sign in first; what was sent is kept.
    SignInFirst(Visitor, KeptForm),
    /// It must be said once more that this is meant.
    Unsure(Visitor, Sure, KeptForm),
    /// The form was given to another browser, or before the last sign-in; what was sent is kept where somebody is signed in.
    StaleForm(Visitor, Option<KeptForm>),
    /// The form or the file is larger than any we take.
    TooLarge(Visitor),
    /// What was sent is no form.
    Unreadable(StatusCode),
    /// The store failed.
    Unable,
}

impl From<StoreFault> for TurnedAway {
    fn from(fault: StoreFault) -> Self {
        error!(%fault, "the store failed");
        Self::Unable
    }
}

/// The request as its handler gets it: with a [`Visitor`] and, for a deed, its [`Form`] and its [`UploadedFile`](super::Upload).
///
/// # Errors
/// [`TurnedAway`]; nothing was done then.
pub(crate) async fn admit(
    Guard { shared, route, sure }: &Guard,
    peer: ClientAddress,
    parameters: RawPathParams,
    mut request: Request,
) -> Result<Request, TurnedAway> {
    let visitor = Visitor::of(shared, request.headers(), peer).await?;
    let away = away(shared, route, &visitor, &parameters, &request);
    if let Some(TurnedAway::Forbidden(visitor)) = &away {
        denied(shared, visitor, route, &parameters).await?;
    }
    // Whoever is nobody here sent nothing that could be kept.
    if request.method() != Method::POST || (away.is_some() && visitor.new) {
        return match away {
            Some(away) => Err(away),
            None => {
                request.extensions_mut().insert(visitor);
                Ok(request)
            }
        };
    }
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let expected = form_token(&visitor.token);
    // Both sides are hashes and compared in constant time. Nothing of a file is read for somebody who may not send it.
    let shows = |form: &Form| blake3::Hash::from_hex(form.token()).ok() == Some(expected);
    let (form, upload) = match Form::read(&parts, body, |form| away.is_none() && shows(form)).await {
        Ok(sent) => sent,
        Err(StatusCode::PAYLOAD_TOO_LARGE) => return Err(away.unwrap_or(TurnedAway::TooLarge(visitor))),
        Err(status) => return Err(away.unwrap_or(TurnedAway::Unreadable(status))),
    };
    let own = matches!(route.entrance, Entrance::Anyone | Entrance::Staff(Right::OwnAccount));
    match away {
        // A session that ended: the browser is the same, and so is the form.
        Some(TurnedAway::Elsewhere(_)) if visitor.account.is_none() && shows(&form) && !own => {
            return Err(TurnedAway::SignInFirst(visitor, KeptForm::of(&path, &form)));
        }
        Some(away) => return Err(away),
        None => {}
    }
    if from_another_site(&parts.headers) {
        warn!(path = route.path, "a form from another site");
        return Err(TurnedAway::StaleForm(visitor, None));
    }
    if !shows(&form) {
        warn!(path = route.path, "a form without its token");
        // No other site can send a form as somebody who is signed in: the cookie does not come with it.
        let kept = (visitor.account.is_some() && !own).then(|| KeptForm::of(&path, &form));
        return Err(TurnedAway::StaleForm(visitor, kept));
    }
    if let Some(sure) = sure.filter(|_| form.get(SURE_BOX).is_empty()) {
        return Err(TurnedAway::Unsure(visitor, sure, KeptForm::of(&path, &form)));
    }
    if !own && !form.get(ONCE_BOX).is_empty() {
        // Another file in the same form is another sending.
        let file = blake3::hash(&upload.bytes).to_hex();
        let boxes = form.0.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
        let first = [visitor.token.as_str(), path.as_str(), file.as_str()];
        parts.extensions.insert(FormSending::of(first.into_iter().chain(boxes)));
    }
    parts.extensions.insert(form);
    parts.extensions.insert(upload);
    let mut request = Request::from_parts(parts, Body::empty());
    request.extensions_mut().insert(visitor);
    Ok(request)
}

/// Writes down that somebody asked for what is not theirs.
async fn denied(shared: &Shared, visitor: &Visitor, route: &Route, parameters: &RawPathParams) -> Result<(), StoreFault> {
    let Some(login) = visitor.account.as_ref().map(|account| account.login.clone()) else { return Ok(()) };
    let at = shared.clock.millis();
    if !shared.denials.is_news(&login, route.path, at) {
        return Ok(());
    }
    // What was typed into the address stands in the record only where it could be an office.
    let is_code = |code: &str| code.len() <= 20 && code.chars().all(|c| c.is_ascii_digit() || c == '.');
    let office = parameters.iter().find(|(name, code)| *name == "code" && is_code(code)).map(|(_, code)| OfficeCode::from(code));
    let (about, address) = (Some(route.path.to_owned()), visitor.address.to_canonical().to_string());
    shared.store.note(AuditLine { at, login, what: Audited::Denied, office, about, address }).await
}

/// Why this visitor does not come in, if so.
fn away(shared: &Shared, route: &Route, visitor: &Visitor, parameters: &RawPathParams, request: &Request) -> Option<TurnedAway> {
    let Entrance::Staff(action) = route.entrance else { return None };
    let office = parameters.iter().find(|(name, _)| *name == "code").map(|(_, code)| code.to_owned());
    match &visitor.account {
        None => Some(TurnedAway::Elsewhere(sign_in(request))),
        // A password that somebody else knows opens nothing but its own replacement.
        Some(account) if account.temporary && action != Right::OwnAccount => Some(TurnedAway::Elsewhere("/sandi".to_owned())),
        Some(account) if action != Right::OwnAccount && shared.asks_second_factor(Some(account)) => {
            Some(TurnedAway::Elsewhere("/kode-masuk".to_owned()))
        }
        Some(_) if !visitor.may(action, office.as_deref()) => Some(TurnedAway::Forbidden(visitor.clone())),
        Some(_) => None,
    }
}

/// The address of the sign-in page, and from there back to the page that was asked for, with what it was narrowed to.
fn sign_in(request: &Request) -> String {
    let asked = request.uri().path_and_query().map_or("/", |asked| asked.as_str());
    if request.method() == Method::GET && asked != "/" && local(asked) {
        format!("/masuk?{}", serde_urlencoded::to_string([("ke", asked)]).unwrap_or_default())
    } else {
        "/masuk".to_owned()
    }
}

/// Whether this is one of our addresses: only letters that ours are made of, because a browser leaves a tab out and then reads
/// another server's name.
pub(crate) fn local(asked: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/.-_?=&%+".contains(letter);
    asked.starts_with('/') && !asked.starts_with("//") && asked.chars().all(plain)
}

/// Whether the browser says that another site sent this; an old one says nothing, and the token alone decides.
fn from_another_site(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
    site.is_some_and(|site| !matches!(site, "same-origin" | "none"))
}
