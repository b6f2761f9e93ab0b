//! Sessions: a random token in a cookie, its hash in the database.

use axum::http::{HeaderMap, HeaderValue, header};
use loket_domain::ids::AccountId;
use loket_journal::Digest;
use std::net::IpAddr;

/// After this long without a page a session has ended, in milliseconds.
pub const IDLE: u64 = 30 * 60 * 1000;
/// After this long a session has ended whatever happens, in milliseconds: one working day.
pub const ABSOLUTE: u64 = 10 * 60 * 60 * 1000;
/// A use is noted when the last note is older than this: a page need not cost a write.
const NOTED: u64 = 60 * 1000;

/// Somebody is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Hash of the token in the cookie.
    pub token: Digest,
    /// Whose.
    pub account: AccountId,
    /// When it began, in milliseconds since 1970.
    pub began: u64,
    /// When it was last used.
    pub used: u64,
    /// From where it was begun; nothing where that was not kept yet.
    pub address: Option<IpAddr>,
}

impl Session {
    /// Whether it still holds.
    pub(crate) fn alive(&self, now: u64) -> bool {
        now < self.used.saturating_add(IDLE) && now < self.began.saturating_add(ABSOLUTE)
    }

    /// Whether this use should be noted.
    pub(crate) fn worth_noting(&self, now: u64) -> bool {
        now >= self.used.saturating_add(NOTED)
    }
}

/// The hash under which a session is stored.
pub(crate) fn session_hash(token: &str) -> Digest {
    Digest(blake3::derive_key("loket-ppid utama session token v1", token.as_bytes()))
}

/// The token that every form of this visitor carries. It follows from the cookie, which another site cannot read.
pub(crate) fn form_token(cookie: &str) -> blake3::Hash {
    blake3::Hash::from_bytes(blake3::derive_key("loket-ppid utama form token v1", cookie.as_bytes()))
}

/// The one cookie of the server. Before somebody signs in it holds a token that is no session yet.
#[derive(Clone, Copy)]
pub(crate) struct Cookie {
    /// Whether browsers reach this server only through TLS.
    pub(crate) secure: bool,
}

impl Cookie {
    /// With `__Host-` a browser keeps the cookie to this very host, and to TLS.
    fn name(self) -> &'static str {
        if self.secure { "__Host-loket-utama" } else { "loket-utama" }
    }

    /// The token a visitor shows.
    pub(crate) fn shown(self, headers: &HeaderMap) -> Option<&str> {
        let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(name, _)| *name == self.name()).map(|(_, token)| token).filter(|token| token.len() == 64)
    }

    /// The header that gives a visitor this token. Lax, so that a link in a message opens the page it names; every form
    /// carries a token besides.
    pub(crate) fn set(self, token: &str) -> HeaderValue {
        let secure = if self.secure { "; Secure" } else { "" };
        let text = format!("{}={token}; Path=/; HttpOnly; SameSite=Lax{secure}", self.name());
        HeaderValue::try_from(text).unwrap_or_else(|_| self.clear())
    }

    /// The header that takes it back.
    pub(crate) fn clear(self) -> HeaderValue {
        HeaderValue::from_static(if self.secure {
            "__Host-loket-utama=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0"
        } else {
            "loket-utama=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_idle_and_in_any_case_after_a_working_day() {
        let session = Session { token: Digest([0; 32]), account: AccountId(uuid::Uuid::nil()), began: 0, used: 0, address: None };
        assert!(session.alive(IDLE - 1) && !session.alive(IDLE));
        let busy = Session { used: ABSOLUTE - 1, ..session };
        assert!(busy.alive(ABSOLUTE - 1) && !busy.alive(ABSOLUTE));
    }

    #[test]
    fn the_cookie_is_found_among_others_and_is_never_sent_in_the_clear_where_tls_is() {
        let token = "a".repeat(64);
        let headers = |text: &str| {
            HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("")))])
        };
        let (open, secure) = (Cookie { secure: false }, Cookie { secure: true });
        assert_eq!(open.shown(&headers(&format!("x=1; loket-utama={token}; y=2"))), Some(token.as_str()));
        assert_eq!(open.shown(&headers("loket-utama=short")), None);
        assert_eq!(secure.shown(&headers(&format!("loket-utama={token}"))), None);
        assert!(secure.set(&token).to_str().is_ok_and(|set| set.contains("; Secure") && set.contains("HttpOnly; SameSite=Lax")));
    }
}
