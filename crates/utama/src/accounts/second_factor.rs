//! The second factor: a code that an app on the person's telephone shows for half a minute (TOTP, RFC 6238), and codes on paper for the
//! day on which the telephone is lost. Each opens the door once.

use loket_journal::Digest;
use totp_rs::{Algorithm, Secret, TOTP};

use crate::secret::{NoRandomness, code_hash, new_code, random};

/// How long a code is shown, in seconds.
const STEP: u64 = 30;
/// How many digits it has.
const DIGITS: usize = 6;
/// How many codes there are on paper.
const RECOVERY_CODES: usize = 8;
/// Bytes of the secret: as long as the hash, as RFC 4226 asks.
const SECRET: usize = 20;

/// What an account has besides its password.
#[derive(Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// What the telephone shares with the server.
    pub(crate) secret: [u8; SECRET],
    /// Whether the person showed once that the telephone has it; until then it is not asked for.
    pub(crate) confirmed: bool,
    /// The last half minute of which a code was taken: none is taken twice.
    pub(crate) last_step: u64,
    /// Hashes of the codes on paper that are left.
    pub(crate) codes: Vec<Digest>,
}

impl std::fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecondFactor")
            .field("confirmed", &self.confirmed)
            .field("codes", &self.codes.len())
            .finish_non_exhaustive()
    }
}

/// How a door was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OpenedBy {
    /// A code of the telephone.
    Telephone,
    /// A code on paper.
    Paper,
}

impl SecondFactor {
    /// One that nobody has confirmed yet.
    pub(crate) fn new() -> Result<Self, NoRandomness> {
        Ok(Self { secret: random()?, confirmed: false, last_step: 0, codes: vec![] })
    }

    /// The secret as it is typed into an app that cannot take a picture.
    pub(crate) fn typed_secret(&self) -> String {
        Secret::Raw(self.secret.to_vec()).to_encoded().to_string()
    }

    /// What the picture says to the app.
    pub(crate) fn address(&self, login: &str) -> String {
        format!("otpauth://totp/PPID%20Utama:{login}?secret={}&issuer=PPID%20Utama", self.typed_secret())
    }

    /// The same with codes on paper, made anew, which are shown once; and confirmed, if it was not.
    pub(crate) fn with_codes(self) -> Result<(Self, Vec<String>), NoRandomness> {
        let codes = (0..RECOVERY_CODES).map(|_| new_code()).collect::<Result<Vec<_>, _>>()?;
        let hashes = codes.iter().map(|code| paper_hash(code)).collect();
        Ok((Self { confirmed: true, codes: hashes, ..self }, codes))
    }

    /// What is left of it once `typed` has opened the door at `now` (milliseconds since 1970), and by what; none where it does not.
    pub(crate) fn opened_by(&self, typed: &str, now: u64) -> Option<(Self, OpenedBy)> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let step = self.step_of(&digits, now / 1000)?;
            return Some((Self { last_step: step, ..self.clone() }, OpenedBy::Telephone));
        }
        let hash = paper_hash(typed);
        let place = self.codes.iter().position(|code| *code == hash)?;
        let mut left = self.clone();
        left.codes.remove(place);
        Some((left, OpenedBy::Paper))
    }

    /// The half minute of this code: the present one, or one beside it, for clocks differ and people type slowly.
    fn step_of(&self, digits: &str, seconds: u64) -> Option<u64> {
        let totp = TOTP::new(Algorithm::SHA1, DIGITS, 0, STEP, self.secret.to_vec()).ok()?;
        let present = seconds / STEP;
        let near = [present, present.saturating_sub(1), present + 1];
        near.into_iter().find(|step| *step > self.last_step && totp.check(digits, step * STEP))
    }
}

/// Apart from the hash under which one-time codes of desks are kept.
fn paper_hash(typed: &str) -> Digest {
    Digest(blake3::derive_key("loket-ppid utama recovery code v1", &code_hash(typed).0))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The secret and the first moments of RFC 6238, appendix B, cut to six digits.
    fn known() -> SecondFactor {
        SecondFactor { secret: *b"12345678901234567890", confirmed: true, last_step: 0, codes: vec![] }
    }

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] {
            assert!(known().opened_by(code, seconds * 1000).is_some(), "{seconds}");
        }
        assert!(known().opened_by("287083", 59_000).is_none());
        assert_eq!(known().typed_secret(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn a_code_opens_once_and_only_within_its_half_minute_or_one_beside_it() {
        let code = "081804";
        let at = 1_111_111_109_000;
        let (after, by) = known().opened_by(" 081 804 ", at).unwrap();
        assert_eq!(by, OpenedBy::Telephone);
        assert!(after.opened_by(code, at).is_none(), "not twice");
        assert!(known().opened_by(code, at + 30_000).is_some() && known().opened_by(code, at - 30_000).is_some());
        assert!(known().opened_by(code, at + 61_000).is_none());
    }

    #[test]
    fn a_code_on_paper_opens_once_however_it_is_typed() {
        let (factor, codes) = SecondFactor::new().unwrap().with_codes().unwrap();
        assert_eq!(codes.len(), RECOVERY_CODES);
        let typed = codes[3].to_lowercase().replace('-', " ");
        let (left, by) = factor.opened_by(&typed, 0).unwrap();
        assert_eq!((by, left.codes.len()), (OpenedBy::Paper, RECOVERY_CODES - 1));
        assert!(left.opened_by(&codes[3], 0).is_none() && left.opened_by(&codes[4], 0).is_some());
        assert!(factor.opened_by("", 0).is_none());
    }
}
