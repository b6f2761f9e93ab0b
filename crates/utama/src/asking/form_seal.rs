//! What ties a form of the public's door to this server without a cookie: when it was drawn, and which one it is.
//!
//! What is filed gets its identity from the form it was written on, so a form that is sent twice, to whichever process, is one
//! request.

use loket_journal::Digest;
use uuid::{Builder, Uuid};

use crate::secret::{NoRandomness, random};

/// Sooner nobody has filled in a form, in milliseconds.
const SOONEST: u64 = 3_000;
/// Later a form is drawn anew, with all that was typed, in milliseconds: two days.
const LATEST: u64 = 48 * 60 * 60 * 1000;

/// The key of the seals.
pub(crate) struct FormSeal([u8; 32]);

/// A form of ours that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DrawnForm {
    /// The identity of what is filed with it.
    pub(crate) identity: Uuid,
}

/// Why a form is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsealed {
    /// Nobody fills it in so fast.
    Hasty,
    /// Drawn too long ago, by another server, or for something else.
    Stale,
}

impl FormSeal {
    pub(crate) fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    /// What a form for `purpose` carries that is drawn now.
    pub(crate) fn draw(&self, purpose: &str, now: u64) -> Result<String, NoRandomness> {
        let mut sealed = [0; 32];
        sealed[..6].copy_from_slice(&now.to_be_bytes()[2..]);
        sealed[6..18].copy_from_slice(&random::<12>()?);
        let mark = self.mark(purpose, &sealed[..18]);
        sealed[18..].copy_from_slice(&mark);
        Ok(Digest(sealed).to_string())
    }

    /// Reads what a form for `purpose` carried.
    pub(crate) fn read(&self, purpose: &str, carried: &str, now: u64) -> Result<DrawnForm, Unsealed> {
        let Digest(sealed) = carried.parse().map_err(unreadable)?;
        let (drawn, mark) = sealed.split_at(18);
        // Compared as hashes, in the time of any other.
        if blake3::hash(mark) != blake3::hash(&self.mark(purpose, drawn)) {
            return Err(Unsealed::Stale);
        }
        let mut at = [0; 8];
        at[2..].copy_from_slice(&drawn[..6]);
        let at = u64::from_be_bytes(at);
        if now > at.saturating_add(LATEST) {
            return Err(Unsealed::Stale);
        }
        if now < at.saturating_add(SOONEST) {
            return Err(Unsealed::Hasty);
        }
        let chance = blake3::derive_key("loket-ppid utama identity of what is filed v1", drawn);
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&chance[..10]);
        Ok(DrawnForm { identity: Builder::from_unix_timestamp_millis(at, &bytes).into_uuid() })
    }

    fn mark(&self, purpose: &str, drawn: &[u8]) -> [u8; 14] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(&(purpose.len() as u64).to_le_bytes()).update(purpose.as_bytes()).update(drawn);
        let mut mark = [0; 14];
        mark.copy_from_slice(&hasher.finalize().as_bytes()[..14]);
        mark
    }
}

/// Whatever is no seal: nobody is told how it is wrong.
fn unreadable<E>(_: E) -> Unsealed {
    Unsealed::Stale
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_395_600_000;

    #[test]
    fn a_form_that_comes_back_twice_is_the_same_and_another_is_not() {
        let seal = FormSeal::new([7; 32]);
        let (one, other) = (seal.draw("a", NOW).unwrap(), seal.draw("a", NOW).unwrap());
        let read = |carried: &str| seal.read("a", carried, NOW + 60_000).unwrap();
        assert_eq!(read(&one), read(&one));
        assert_ne!(read(&one), read(&other));
        assert_eq!(read(&one).identity.get_version_num(), 7);
    }

    #[test]
    fn a_form_that_is_not_ours_or_not_of_now_is_not_taken() {
        let seal = FormSeal::new([7; 32]);
        let drawn = seal.draw("a", NOW).unwrap();
        assert_eq!(seal.read("a", &drawn, NOW + SOONEST - 1), Err(Unsealed::Hasty));
        assert!(seal.read("a", &drawn, NOW + SOONEST).is_ok() && seal.read("a", &drawn, NOW + LATEST).is_ok());
        assert_eq!(seal.read("a", &drawn, NOW + LATEST + 1), Err(Unsealed::Stale));
        assert_eq!(seal.read("b", &drawn, NOW + 60_000), Err(Unsealed::Stale), "for another office");
        assert_eq!(FormSeal::new([8; 32]).read("a", &drawn, NOW + 60_000), Err(Unsealed::Stale), "of another server");
        for forged in ["", "x", &"0".repeat(64), &format!("f{}", &drawn[1..]), &drawn[..62], &format!("{drawn}00")] {
            assert_eq!(seal.read("a", forged, NOW + 60_000), Err(Unsealed::Stale), "{forged}");
        }
    }
}
