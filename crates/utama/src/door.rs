//! Where a request comes from, and what a route asks of it.

use axum::http::HeaderMap;
use std::net::{IpAddr, SocketAddr};

use crate::accounts::{Cookie, Right};

/// What a page asks of whoever opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance {
    /// Nothing.
    Anyone,
    /// Nothing, but that an admin opened the public's door; nobody is known there.
    Public,
    /// To be signed in, and to be allowed this: for the office in its address, where there is one.
    Staff(Right),
}

/// A page or a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Its path; `{code}` stands for an office.
    pub path: &'static str,
    /// Who gets in.
    pub entrance: Entrance,
}

/// Who holds the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClientAddress(SocketAddr);

impl ClientAddress {
    pub(crate) fn of(peer: SocketAddr) -> Self {
        Self(peer)
    }
}

/// Whose word about the address of a visitor is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Forwarder {
    /// Nobody's.
    Nobody,
    /// That of whoever connects: only the reverse proxy can.
    WhoeverConnects,
    /// That of the reverse proxy at this address.
    Only(IpAddr),
}

/// How people reach this server.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Door {
    /// Who tells where a visitor comes from.
    pub(crate) forwarder: Forwarder,
    /// Whether browsers come through TLS, here or at the proxy.
    pub(crate) secure: bool,
}

impl Door {
    pub(crate) fn cookie(self) -> Cookie {
        Cookie { secure: self.secure }
    }

    /// The address of the person. A proxy appends the one it saw, so only the last is its word; what a visitor wrote stands
    /// before it.
    pub(crate) fn address(self, peer: ClientAddress, headers: &HeaderMap) -> IpAddr {
        let told = || {
            let last = headers.get_all("x-forwarded-for").into_iter().next_back()?.to_str().ok()?;
            last.rsplit(',').next()?.trim().parse().ok()
        };
        let seen = peer.0.ip();
        match self.forwarder {
            Forwarder::WhoeverConnects => told().unwrap_or(seen),
            Forwarder::Only(proxy) if proxy == seen.to_canonical() => told().unwrap_or(seen),
            Forwarder::Only(_) | Forwarder::Nobody => seen,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_visitor_cannot_name_its_own_address() {
        let peer = ClientAddress("127.0.0.1:5000".parse().unwrap());
        let forwarded = HeaderValue::from_static("198.51.100.9, 203.0.113.7");
        let headers = HeaderMap::from_iter([("x-forwarded-for".parse().unwrap(), forwarded)]);
        let address = |forwarder| Door { forwarder, secure: true }.address(peer, &headers).to_string();
        assert_eq!(address(Forwarder::WhoeverConnects), "203.0.113.7");
        assert_eq!(address(Forwarder::Nobody), "127.0.0.1");
        assert_eq!(address(Forwarder::Only("127.0.0.1".parse().unwrap())), "203.0.113.7");
        let other = Forwarder::Only("192.0.2.8".parse().unwrap());
        assert_eq!(address(other), "127.0.0.1", "whoever connects past the proxy is believed nothing");
    }
}
