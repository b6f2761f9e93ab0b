//! The key of the database, and the slots that hold it.
//!
//! A random key encrypts the database. Each account's password, and the recovery card, opens one slot that holds a sealed
//! copy of that key: argon2id turns the secret into a slot key, XChaCha20-Poly1305 seals. So a password can change without
//! rewriting the database, and a lost one is replaced with the card. Slots live in a small JSON file beside the database;
//! it holds logins and the office's name, nothing of a citizen.

use crate::kernel::file_error::FileError;
use crate::kernel::random::{Dice, roll};
use crate::kernel::slip::Slip;
use crate::kernel::vault_error::VaultError;
use crate::kernel::whole_file::write_whole;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use loket_journal::Digest;
use serde::{Deserialize, Serialize};
use std::path::Path;
use zeroize::Zeroizing;

/// Memory for argon2id in KiB: 64 MiB is about a tenth of a second on an old office PC.
const MEMORY_KIB: u32 = 64 * 1024;

const PASSES: u32 = 2;

/// Letters that are not taken for one another when read from paper (Crockford).
const CARD_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// 24 letters of 5 bits: 120 bits.
const CARD_LENGTH: usize = 24;

/// The key that encrypts the database.
pub(crate) type DatabaseKey = Zeroizing<[u8; 32]>;

/// Which secret opens a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "opens_with", rename_all = "snake_case")]
enum Secret {
    Password { login: String },
    Card,
}

#[derive(Clone, Serialize, Deserialize)]
struct Slot {
    #[serde(flatten)]
    secret: Secret,
    memory_kib: u32,
    passes: u32,
    salt: Digest,
    nonce: String,
    sealed: String,
}

/// The slots of one desk.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Vault {
    /// Shown before anyone signs in.
    pub(crate) office: String,
    slots: Vec<Slot>,
}

impl Vault {
    /// A vault without slots.
    pub(crate) fn new(office: String) -> Self {
        Self { office, slots: vec![] }
    }

    /// Reads the slots.
    ///
    /// # Errors
    /// [`VaultError::File`], or [`VaultError::Damaged`] when it is not a slot file.
    pub(crate) fn read(path: &Path) -> Result<Self, VaultError> {
        serde_json::from_slice(&std::fs::read(path).map_err(FileError::from)?).map_err(VaultError::Damaged)
    }

    /// Writes the slots so that a power cut leaves the old file or the new one, never half of one.
    ///
    /// # Errors
    /// [`FileError`]; the old file is untouched.
    pub(crate) fn write(&self, path: &Path) -> Result<(), FileError> {
        write_whole(path, &serde_json::to_vec_pretty(self).map_err(std::io::Error::from)?)
    }

    /// The logins that have a password here.
    pub(crate) fn logins(&self) -> Vec<String> {
        let login = |slot: &Slot| match &slot.secret {
            Secret::Password { login } => Some(login.clone()),
            Secret::Card => None,
        };
        self.slots.iter().filter_map(login).collect()
    }

    /// Gives `login` a password, replacing the one it had.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub(crate) fn set_password(
        &mut self,
        login: &str,
        password: &str,
        key: &DatabaseKey,
        dice: &mut Dice,
    ) -> Result<(), VaultError> {
        self.put(Secret::Password { login: login.to_owned() }, password, key, dice)
    }

    /// Makes a recovery card and returns its code, in groups of four letters. An earlier card stops working.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub(crate) fn make_card(&mut self, key: &DatabaseKey, dice: &mut Dice) -> Result<String, VaultError> {
        let random: [u8; CARD_LENGTH] = roll(dice)?;
        let letters: String = random.iter().map(|byte| CARD_LETTERS[usize::from(byte & 31)] as char).collect();
        self.put(Secret::Card, &letters, key, dice)?;
        let groups: Vec<&str> = (0..CARD_LENGTH).step_by(4).filter_map(|at| letters.get(at..at + 4)).collect();
        Ok(groups.join("-"))
    }

    /// The database key behind this login and password.
    ///
    /// # Errors
    /// [`VaultError::WrongPassword`], also for a login that does not exist.
    pub(crate) fn open_with_password(&self, login: &str, password: &str) -> Result<DatabaseKey, VaultError> {
        let wanted = Secret::Password { login: login.trim().to_owned() };
        self.open(&wanted, password).ok_or(VaultError::WrongPassword)
    }

    /// The database key behind the recovery card; spaces, dashes and small letters are forgiven, and O, I, L read as 0, 1, 1.
    ///
    /// # Errors
    /// [`VaultError::WrongCard`].
    pub(crate) fn open_with_card(&self, typed: &str) -> Result<DatabaseKey, VaultError> {
        let letters = typed.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        });
        self.open(&Secret::Card, &letters.collect::<String>()).ok_or(VaultError::WrongCard)
    }

    fn open(&self, wanted: &Secret, typed: &str) -> Option<DatabaseKey> {
        let slot = self.slots.iter().find(|slot| slot.secret == *wanted)?;
        let cipher = cipher(typed, &slot.salt.0, slot.memory_kib, slot.passes)?;
        let nonce: [u8; 24] = from_hex(&slot.nonce)?.try_into().ok()?;
        let sealed = from_hex(&slot.sealed)?;
        let opened = Zeroizing::new(cipher.decrypt(&XNonce::from(nonce), sealed.as_slice()).ok()?);
        <[u8; 32]>::try_from(opened.as_slice()).ok().map(Zeroizing::new)
    }

    fn put(&mut self, secret: Secret, typed: &str, key: &DatabaseKey, dice: &mut Dice) -> Result<(), VaultError> {
        let salt = Digest(roll(dice)?);
        let nonce: [u8; 24] = roll(dice)?;
        let cipher = cipher(typed, &salt.0, MEMORY_KIB, PASSES).ok_or(Slip::alone("slot"))?;
        let sealed = cipher.encrypt(&XNonce::from(nonce), key.as_slice()).map_err(Slip::at("slot"))?;
        self.slots.retain(|slot| slot.secret != secret);
        self.slots.push(Slot {
            secret,
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            salt,
            nonce: to_hex(&nonce),
            sealed: to_hex(&sealed),
        });
        Ok(())
    }
}

fn cipher(typed: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Option<XChaCha20Poly1305> {
    let params = Params::new(memory_kib, passes, 1, Some(32)).ok()?;
    let mut slot_key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(typed.as_bytes(), salt, slot_key.as_mut())
        .ok()?;
    XChaCha20Poly1305::new_from_slice(slot_key.as_slice()).ok()
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pairs = (0..text.len()).step_by(2).map(|at| text.get(at..at + 2));
    pairs.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::random::system_dice;

    #[test]
    fn a_password_or_the_card_opens_and_nothing_else_does() {
        let mut dice = system_dice();
        let key = Zeroizing::new([9; 32]);
        let mut vault = Vault::new("Kantor Rekaan".into());
        vault.set_password("siti", "sandi pertama", &key, &mut dice).unwrap();
        let card = vault.make_card(&key, &mut dice).unwrap();
        vault.set_password("siti", "sandi kedua", &key, &mut dice).unwrap();
        assert_eq!(vault.logins(), ["siti"]);
        assert_eq!(*vault.open_with_password("siti ", "sandi kedua").unwrap(), *key);
        assert!(matches!(vault.open_with_password("siti", "sandi pertama"), Err(VaultError::WrongPassword)));
        assert!(matches!(vault.open_with_password("budi", "sandi kedua"), Err(VaultError::WrongPassword)));
        assert_eq!(*vault.open_with_card(&card.to_lowercase().replace('-', " ")).unwrap(), *key);
        assert!(matches!(vault.open_with_card("AAAA"), Err(VaultError::WrongCard)));
    }
}
