//! Who comes in: asked before every handler.

use axum::body::Body;
use axum::extract::{RawPathParams, Request};
use axum::http::{HeaderMap, Method, StatusCode};
use std::net::IpAddr;
use std::sync::Arc;
use tracing::{error, warn};

use super::Form;
use crate::accounts::{Action, StaffAccount, form_token, may, session_hash};
use crate::door::{Entrance, Peer, Route};
use crate::fault::StoreFault;
use crate::secret::new_token;
use crate::state::Shared;

/// Name of the hidden box that carries the form token.
pub(crate) const TOKEN_BOX: &str = "tanda";

/// The door of one route.
#[derive(Clone)]
pub(crate) struct Guard {
    pub(crate) shared: Arc<Shared>,
    pub(crate) route: Route,
}

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
}

impl Visitor {
    async fn of(shared: &Shared, headers: &HeaderMap, peer: Peer) -> Result<Self, StoreFault> {
        let address = shared.door.address(peer, headers);
        let Some(token) = shared.door.cookie().shown(headers) else {
            return Ok(Self { token: new_token()?, new: true, account: None, address });
        };
        let account = shared.store.session(session_hash(token), shared.clock.millis()).await?;
        Ok(Self { token: token.to_owned(), new: false, account, address })
    }

    /// What every form for this visitor carries.
    pub(crate) fn form_token(&self) -> String {
        form_token(&self.token).to_hex().to_string()
    }

    /// Whether this visitor may do that.
    pub(crate) fn may(&self, action: Action, office: Option<&str>) -> bool {
        self.account.as_ref().is_some_and(|account| may(account.role, &account.reach, action, office))
    }
}

/// Why a request does not come to its page; whoever draws pages answers it.
pub(crate) enum Refusal {
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

impl From<StoreFault> for Refusal {
    fn from(fault: StoreFault) -> Self {
        error!(%fault, "the store failed");
        Self::Unable
    }
}

/// The request as its handler gets it: with a [`Visitor`] and, for a deed, its [`Form`] and its [`Upload`](super::Upload).
///
/// # Errors
/// [`Refusal`]; nothing was done then.
pub(crate) async fn admit(
    Guard { shared, route }: &Guard,
    peer: Peer,
    parameters: RawPathParams,
    mut request: Request,
) -> Result<Request, Refusal> {
    let visitor = Visitor::of(shared, request.headers(), peer).await?;
    if let Entrance::Staff(action) = route.entrance {
        let office = parameters.iter().find(|(name, _)| *name == "code").map(|(_, code)| code.to_owned());
        match &visitor.account {
            None => return Err(Refusal::Elsewhere(sign_in(&request))),
            // A password that somebody else knows opens nothing but its own replacement.
            Some(account) if account.temporary && action != Action::OwnAccount => {
                return Err(Refusal::Elsewhere("/sandi".to_owned()));
            }
            Some(_) if !visitor.may(action, office.as_deref()) => return Err(Refusal::Forbidden(visitor)),
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
            Err(StatusCode::PAYLOAD_TOO_LARGE) => return Err(Refusal::TooLarge(visitor)),
            Err(status) => return Err(Refusal::Unreadable(status)),
        };
        if !shows(&form) {
            warn!(path = route.path, "a form without its token");
            return Err(Refusal::StaleForm(visitor));
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
