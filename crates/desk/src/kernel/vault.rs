//! The key of the database, and the slots that hold it.
//!
//! A random key encrypts the database. Each account's password, and the recovery card, opens one slot that holds a sealed
//! copy of that key: argon2id turns the secret into a slot key, XChaCha20-Poly1305 seals. So a password can change without
//! rewriting the database, and a lost one is replaced with the card. Slots live in a small JSON file beside the database;
//! it holds logins and the office's name, nothing of a citizen.
//!
//! Whose slot it is, and what it costs to try a password on it, is bound into the seal: in a file that was edited such a slot opens
//! nothing. And each slot holds a random mark beside the key, by which the database knows it (`store/slots.rs`): a slot that was put
//! back from an older file opens nothing either. Slots of the first version have neither; they are known by what they are made of.

use crate::kernel::file_error::FileError;
use crate::kernel::random::{Dice, roll};
use crate::kernel::slip::Slip;
use crate::kernel::vault_error::VaultError;
use crate::kernel::whole_file::write_whole;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
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

/// Dearest derivation that is tried: a file that asks for more was edited to keep the desk busy.
const DEAREST: (u32, u32) = (1 << 20, 64);

/// How slots were sealed at first: nothing bound, no mark.
const FIRST_WAY: u8 = 1;
/// How they are sealed now.
const PRESENT_WAY: u8 = 2;

/// Which secret opens a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "opens_with", rename_all = "snake_case")]
pub(crate) enum Opener {
    /// The password of an account.
    Password {
        /// Of which.
        login: String,
    },
    /// The recovery card.
    Card,
}

impl Opener {
    /// The password of this login.
    pub(crate) fn password(login: &str) -> Self {
        Self::Password { login: login.trim().to_owned() }
    }

    /// By which name the database knows the slot.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Password { login } => format!("password:{login}"),
            Self::Card => "card".to_owned(),
        }
    }
}

#[derive(Clone, Serialize, Deserialize)]
struct Slot {
    #[serde(flatten)]
    secret: Opener,
    #[serde(default = "first_way", skip_serializing_if = "is_first_way")]
    version: u8,
    memory_kib: u32,
    passes: u32,
    salt: Digest,
    nonce: String,
    sealed: String,
}

fn first_way() -> u8 {
    FIRST_WAY
}

fn is_first_way(version: &u8) -> bool {
    *version == FIRST_WAY
}

/// What a slot gives to whoever opens it.
pub(crate) struct OpenedSlot {
    /// The key of the database.
    pub(crate) key: DatabaseKey,
    /// By which the database knows the slot.
    pub(crate) mark: Digest,
    /// Whether it is sealed as slots were at first, and should be sealed anew.
    pub(crate) older: bool,
}

impl Slot {
    /// What must be as it was when the slot was sealed.
    fn bound(&self) -> Vec<u8> {
        match self.version {
            FIRST_WAY => vec![],
            version => {
                let Self { secret, memory_kib, passes, salt, .. } = self;
                format!("loket-ppid slot v{version}\n{}\n{salt}\n{memory_kib}\n{passes}", secret.name()).into_bytes()
            }
        }
    }

    /// What a slot of the first version is known by.
    fn first_mark(&self) -> Digest {
        let Self { secret, memory_kib, passes, salt, nonce, sealed, .. } = self;
        let made_of = format!("{}\n{salt}\n{memory_kib}\n{passes}\n{nonce}\n{sealed}", secret.name());
        Digest(blake3::derive_key("loket-ppid slot mark v1", made_of.as_bytes()))
    }

    fn open(&self, typed: &str) -> Option<OpenedSlot> {
        if self.memory_kib > DEAREST.0 || self.passes > DEAREST.1 {
            return None;
        }
        let cipher = cipher(typed, &self.salt.0, self.memory_kib, self.passes)?;
        let nonce: [u8; 24] = from_hex(&self.nonce)?.try_into().ok()?;
        let (sealed, bound) = (from_hex(&self.sealed)?, self.bound());
        let payload = Payload { msg: sealed.as_slice(), aad: &bound };
        let opened = Zeroizing::new(cipher.decrypt(&XNonce::from(nonce), payload).ok()?);
        let (key, secret) = opened.split_at_checked(32)?;
        let older = self.version == FIRST_WAY;
        let mark = if older { self.first_mark() } else { mark(secret) };
        Some(OpenedSlot { key: <[u8; 32]>::try_from(key).ok().map(Zeroizing::new)?, mark, older })
    }
}

/// What the database knows a slot by: it tells nothing of what the slot holds.
fn mark(secret: &[u8]) -> Digest {
    Digest(blake3::derive_key("loket-ppid slot mark v2", secret))
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
            Opener::Password { login } => Some(login.clone()),
            Opener::Card => None,
        };
        self.slots.iter().filter_map(login).collect()
    }

    /// What the slots of the first version are known by.
    pub(crate) fn first_marks(&self) -> Vec<(String, Digest)> {
        let older = self.slots.iter().filter(|slot| slot.version == FIRST_WAY);
        older.map(|slot| (slot.secret.name(), slot.first_mark())).collect()
    }

    /// Lets `secret` open the database, instead of what opened its slot before; says what the slot is known by from then on.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub(crate) fn put(&mut self, secret: Opener, typed: &str, key: &DatabaseKey, dice: &mut Dice) -> Result<Digest, VaultError> {
        let salt = Digest(roll(dice)?);
        let nonce: [u8; 24] = roll(dice)?;
        let own: Zeroizing<[u8; 32]> = Zeroizing::new(roll(dice)?);
        let (memory_kib, passes, version) = (MEMORY_KIB, PASSES, PRESENT_WAY);
        let nonce_text = to_hex(&nonce);
        let mut slot = Slot { secret, version, memory_kib, passes, salt, nonce: nonce_text, sealed: String::new() };
        let cipher = cipher(typed, &salt.0, memory_kib, passes).ok_or(Slip::alone("slot"))?;
        let opens = Zeroizing::new([key.as_slice(), own.as_slice()].concat());
        let payload = Payload { msg: opens.as_slice(), aad: &slot.bound() };
        slot.sealed = to_hex(&cipher.encrypt(&XNonce::from(nonce), payload).map_err(Slip::at("slot"))?);
        self.drop_slot(&slot.secret);
        self.slots.push(slot);
        Ok(mark(own.as_slice()))
    }

    /// Makes a recovery card: its code in groups of four letters, and what its slot is known by. An earlier card stops working.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub(crate) fn make_card(&mut self, key: &DatabaseKey, dice: &mut Dice) -> Result<(String, Digest), VaultError> {
        let random: [u8; CARD_LENGTH] = roll(dice)?;
        let letters: String = random.iter().map(|byte| CARD_LETTERS[usize::from(byte & 31)] as char).collect();
        let mark = self.put(Opener::Card, &letters, key, dice)?;
        let groups: Vec<&str> = (0..CARD_LENGTH).step_by(4).filter_map(|at| letters.get(at..at + 4)).collect();
        Ok((groups.join("-"), mark))
    }

    /// Lets `secret` open nothing any more; false when it opened nothing.
    pub(crate) fn drop_slot(&mut self, secret: &Opener) -> bool {
        let before = self.slots.len();
        self.slots.retain(|slot| slot.secret != *secret);
        self.slots.len() < before
    }

    /// What this login and password open.
    ///
    /// # Errors
    /// [`VaultError::WrongPassword`], also for a login that does not exist.
    pub(crate) fn open_with_password(&self, login: &str, password: &str) -> Result<OpenedSlot, VaultError> {
        self.open(&Opener::password(login), password).ok_or(VaultError::WrongPassword)
    }

    /// What the recovery card opens; spaces, dashes and small letters are forgiven, and O, I, L read as 0, 1, 1.
    ///
    /// # Errors
    /// [`VaultError::WrongCard`].
    pub(crate) fn open_with_card(&self, typed: &str) -> Result<OpenedSlot, VaultError> {
        let letters = typed.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        });
        self.open(&Opener::Card, &letters.collect::<String>()).ok_or(VaultError::WrongCard)
    }

    fn open(&self, wanted: &Opener, typed: &str) -> Option<OpenedSlot> {
        self.slots.iter().find(|slot| slot.secret == *wanted)?.open(typed)
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

    fn vault() -> (Vault, Zeroizing<[u8; 32]>, Dice) {
        (Vault::new("Kantor Rekaan".into()), Zeroizing::new([9; 32]), system_dice())
    }

    #[test]
    fn a_password_or_the_card_opens_and_nothing_else_does() {
        let (mut vault, key, mut dice) = vault();
        vault.put(Opener::password("siti"), "sandi pertama", &key, &mut dice).unwrap();
        let (card, _) = vault.make_card(&key, &mut dice).unwrap();
        let mark = vault.put(Opener::password("siti"), "sandi kedua", &key, &mut dice).unwrap();
        assert_eq!(vault.logins(), ["siti"]);
        let opened = vault.open_with_password("siti ", "sandi kedua").unwrap();
        assert_eq!((*opened.key, opened.mark, opened.older), (*key, mark, false));
        assert!(matches!(vault.open_with_password("siti", "sandi pertama"), Err(VaultError::WrongPassword)));
        assert!(matches!(vault.open_with_password("budi", "sandi kedua"), Err(VaultError::WrongPassword)));
        assert_eq!(*vault.open_with_card(&card.to_lowercase().replace('-', " ")).unwrap().key, *key);
        assert!(matches!(vault.open_with_card("AAAA"), Err(VaultError::WrongCard)));
        assert!(vault.drop_slot(&Opener::password("siti")) && !vault.drop_slot(&Opener::password("siti")));
        assert!(vault.logins().is_empty());
    }

    #[test]
    fn a_slot_whose_name_salt_or_cost_was_edited_opens_nothing() {
        let (mut vault, key, mut dice) = vault();
        vault.put(Opener::password("siti"), "sandi pertama", &key, &mut dice).unwrap();
        type Edit = fn(&mut Slot);
        let edits: [Edit; 5] = [
            |slot| slot.secret = Opener::password("dewi"),
            |slot| slot.salt.0[0] ^= 1,
            |slot| slot.passes = 1,
            |slot| slot.version = FIRST_WAY,
            |slot| slot.memory_kib = u32::MAX,
        ];
        for edit in edits {
            let mut edited = vault.clone();
            edit(&mut edited.slots[0]);
            for login in ["siti", "dewi"] {
                assert!(edited.open_with_password(login, "sandi pertama").is_err());
            }
        }
    }
}
