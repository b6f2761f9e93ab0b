//! Passwords: argon2id, in the format of the PHC.

use argon2::password_hash::phc;
use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier};
use loket_domain::password::easily_guessed;
use loket_domain::regions::{KECAMATAN, REGENCY};

use crate::secret::{NoRandomness, random};

/// Fewest characters. Length is what makes a password hard to guess, not signs in it.
const SHORTEST: usize = 10;
/// Most characters; hashing a novel would only cost time.
const LONGEST: usize = 200;

/// A password that is too easy, or that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassword {
    /// Too few or too many characters.
    #[error(
        "Kata sandi paling sedikit {SHORTEST} dan paling banyak {LONGEST} huruf. Kalimat pendek yang mudah diingat lebih baik daripada kata sulit."
    )]
    Length,
    /// It is the login, the name of an office, or among those that everybody tries first.
    #[error("Kata sandi itu terlalu mudah ditebak. Pakai kalimat pendek yang hanya Anda ketahui.")]
    Guessable,
}

/// Whether `password` may be the password of `login`.
///
/// # Errors
/// [`WeakPassword`] says what to change.
pub(crate) fn check(login: &str, password: &str) -> Result<(), WeakPassword> {
    if !(SHORTEST..=LONGEST).contains(&password.chars().count()) {
        return Err(WeakPassword::Length);
    }
    let offices = KECAMATAN.iter().map(|kecamatan| kecamatan.name).chain([REGENCY]);
    let is_login = password.to_lowercase().contains(login);
    if is_login || easily_guessed(password, offices.chain([login])) { Err(WeakPassword::Guessable) } else { Ok(()) }
}

/// A password could not be hashed.
#[derive(Debug, thiserror::Error)]
pub enum HashFault {
    /// There was no salt.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The machine has not the memory it takes, or none of the parameters fit.
    #[error("Kata sandi tidak dapat disimpan; tutup program lain di komputer server ini, lalu ulangi.")]
    Hashing(#[from] argon2::password_hash::Error),
}

/// The argon2id hash of a password, in the PHC's text format.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub(crate) String);

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash")
    }
}

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
fn argon2() -> Argon2<'static> {
    Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, Params::default())
}

impl PasswordHash {
    /// Hashes `password` with a fresh salt. Takes about a twentieth of a second: not for a thread that serves others.
    ///
    /// # Errors
    /// [`HashFault`].
    pub fn of(password: &str) -> Result<Self, HashFault> {
        let salt: [u8; 16] = random()?;
        let hash: phc::PasswordHash = argon2().hash_password_with_salt(password.as_bytes(), &salt)?;
        Ok(Self(hash.to_string()))
    }

    /// Whether it is the hash of `password`; compared in constant time.
    pub(crate) fn matches(&self, password: &str) -> bool {
        let known = phc::PasswordHash::new(&self.0);
        known.is_ok_and(|known| argon2().verify_password(password.as_bytes(), &known).is_ok())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_and_its_hash_is_argon2id_with_a_salt_of_its_own() {
        let hash = PasswordHash::of("kopi pahit tanpa gula").unwrap();
        assert!(hash.matches("kopi pahit tanpa gula"));
        assert!(!hash.matches("kopi pahit tanpa gula ") && !hash.matches(""));
        assert!(hash.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.0);
        assert_ne!(hash, PasswordHash::of("kopi pahit tanpa gula").unwrap());
    }

    #[test]
    fn a_password_that_is_short_endless_or_the_login_is_refused() {
        for weak in [
            "",
            "pendek",
            "sembilan9",
            &"a".repeat(20),
            &"panjang ".repeat(30),
            "siti.aminah-2026",
            "1234567890",
            "password12",
            "ppid-utama",
            "perbaungan26",
        ] {
            assert!(check("siti.aminah", weak).is_err(), "{weak}");
        }
        assert_eq!(check("siti.aminah", "hujan di ladang tebu"), Ok(()));
    }
}
