//! How often somebody may try to sign in.
//!
//! Every attempt counts, for the account it names as tried from that address, and for the address, until one succeeds. So whoever
//! guesses waits, and locks nobody out who comes from elsewhere. Counting before the password is looked at keeps a thousand attempts
//! at once from slipping through; one that succeeded counts no more. Accounts and addresses are kept as hashes.

use loket_journal::Digest;
use std::net::IpAddr;

/// How long an attempt counts, in milliseconds.
pub const WINDOW: u64 = 15 * 60 * 1000;
/// Attempts allowed for one account from one address within [`WINDOW`].
pub const ATTEMPTS_OF_ACCOUNT: usize = 5;
/// Attempts allowed from one address within [`WINDOW`]: a whole office may share it.
pub const ATTEMPTS_OF_ADDRESS: usize = 30;

/// For how long to wait, given the times of the attempts that still count.
pub(crate) fn wait(attempts: &[u64], allowed: usize, now: u64) -> Option<u64> {
    let counted: Vec<u64> = attempts.iter().copied().filter(|at| at.saturating_add(WINDOW) > now).collect();
    // When the oldest of the last `allowed` stops counting there is room for one more.
    let oldest = counted.len().checked_sub(allowed).and_then(|place| counted.get(place))?;
    Some(oldest.saturating_add(WINDOW).saturating_sub(now))
}

/// What one attempt counts under, and how many are allowed.
pub(crate) fn keys(login: &str, address: IpAddr) -> [(Digest, usize); 2] {
    [(account_key(login, address), ATTEMPTS_OF_ACCOUNT), (address_key(address), ATTEMPTS_OF_ADDRESS)]
}

pub(crate) fn account_key(login: &str, address: IpAddr) -> Digest {
    key(&format!("account {login} from {}", place(address)))
}

pub(crate) fn address_key(address: IpAddr) -> Digest {
    key(&place(address))
}

/// A provider gives a whole /64 to one customer, so that is one address.
fn place(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => format!("address {address}"),
        IpAddr::V6(address) => format!("network {:?}", &address.segments()[..4]),
    }
}

fn key(text: &str) -> Digest {
    Digest(blake3::derive_key("loket-ppid utama attempt key v1", text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_attempt_waits_until_the_first_of_five_is_old() {
        let minute = 60_000;
        let five: Vec<u64> = (0..5).map(|n| n * minute).collect();
        assert_eq!(wait(&five[..4], 5, 5 * minute), None);
        assert_eq!(wait(&five, 5, 5 * minute), Some(10 * minute));
        assert_eq!(wait(&five, 5, WINDOW), None, "the first no longer counts");
    }

    #[test]
    fn whoever_guesses_a_password_elsewhere_keeps_nobody_from_signing_in_here() {
        let here = "192.0.2.7".parse().map(|address| account_key("siti", address)).ok();
        assert_ne!(here, "192.0.2.8".parse().map(|address| account_key("siti", address)).ok());
        assert_ne!(here, "192.0.2.7".parse().map(|address| account_key("budi", address)).ok());
    }

    #[test]
    fn neighbours_in_one_ipv6_network_are_one_address() {
        let key = |text: &str| text.parse().map(address_key).ok();
        assert_eq!(key("2001:db8:1:2::1"), key("2001:db8:1:2:ffff::9"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_eq!(key("::ffff:192.0.2.7"), key("192.0.2.7"));
    }
}
