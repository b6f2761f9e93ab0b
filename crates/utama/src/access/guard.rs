//! Who comes in: asked before every handler.

use axum::body::Body;
use axum::extract::{RawPathParams, Request};
use axum::http::{Method, StatusCode};
use std::sync::Arc;
use tracing::{error, warn};

use super::form::Form;
use super::visitor::Visitor;
use crate::accounts::{Right, form_token};
use crate::door::{ClientAddress, Entrance, Route};
use crate::fault::StoreFault;
use crate::state::Shared;

/// The door of one route.
#[derive(Clone)]
pub(crate) struct Guard {
    pub(crate) shared: Arc<Shared>,
    pub(crate) route: Route,
}

/// Why a request does not come to its page; whoever draws pages answers it.
pub(crate) enum TurnedAway {
    /// Another page comes first.
    Elsewhere(String),
    /// The role or the offices of this visitor do not reach so far.
    Forbidden(Visitor),
    /// The form was given to another browser, or before the last sign-in.
    StaleForm(Visitor),
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
    Guard { shared, route }: &Guard,
    peer: ClientAddress,
    parameters: RawPathParams,
    mut request: Request,
) -> Result<Request, TurnedAway> {
    let visitor = Visitor::of(shared, request.headers(), peer).await?;
    if let Entrance::Staff(action) = route.entrance {
        let office = parameters.iter().find(|(name, _)| *name == "code").map(|(_, code)| code.to_owned());
        match &visitor.account {
            None => return Err(TurnedAway::Elsewhere(sign_in(&request))),
            // A password that somebody else knows opens nothing but its own replacement.
            Some(account) if account.temporary && action != Right::OwnAccount => {
                return Err(TurnedAway::Elsewhere("/sandi".to_owned()));
            }
            Some(_) if !visitor.may(action, office.as_deref()) => return Err(TurnedAway::Forbidden(visitor)),
            Some(_) => {}
        }
    }
    if request.method() == Method::POST {
        let (mut parts, body) = request.into_parts();
        let expected = form_token(&visitor.token);
        // Both sides are hashes and compared in constant time.
        let shows = |form: &Form| blake3::Hash::from_hex(form.token()).ok() == Some(expected);
        let (form, upload) = match Form::read(&parts, body, shows).await {
            Ok(sent) => sent,
            Err(StatusCode::PAYLOAD_TOO_LARGE) => return Err(TurnedAway::TooLarge(visitor)),
            Err(status) => return Err(TurnedAway::Unreadable(status)),
        };
        if !shows(&form) {
            warn!(path = route.path, "a form without its token");
            return Err(TurnedAway::StaleForm(visitor));
        }
        parts.extensions.insert(form);
        parts.extensions.insert(upload);
        request = Request::from_parts(parts, Body::empty());
    }
    request.extensions_mut().insert(visitor);
    Ok(request)
}

/// The address of the sign-in page, and from there back to the page that was asked for.
fn sign_in(request: &Request) -> String {
    let asked = request.uri().path();
    let plain = |path: &str| path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/.-".contains(&b));
    if request.method() == Method::GET && asked != "/" && plain(asked) {
        format!("/masuk?ke={asked}")
    } else {
        "/masuk".to_owned()
    }
}
