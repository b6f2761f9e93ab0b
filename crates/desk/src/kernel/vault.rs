//! The slots that hold the key of the database.
//!
//! A random key encrypts the database. Each account's password, and the recovery card, opens one slot that gives that key
//! ([`Slot`]). So a password can change without rewriting the database, a lost one is replaced with the card, and the database gets a
//! new key without anybody's password. Slots live in a small JSON file beside the database; it holds logins and the office's name,
//! nothing of a citizen.
//!
//! Each slot has a mark by which the database knows it (`store/slots.rs`): a slot that was put back from an older file opens nothing.

use crate::kernel::disk::Disk;
use crate::kernel::file_error::FileError;
use crate::kernel::random::{Dice, roll};
use crate::kernel::slip::Slip;
use crate::kernel::slot::{DatabaseKey, OpenedSlot, Opener, Slot, Voucher};
use crate::kernel::vault_error::VaultError;
use crate::kernel::whole_file::write_whole;
use loket_journal::Digest;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Letters that are not taken for one another when read from paper (Crockford).
const CARD_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// 24 letters of 5 bits: 120 bits.
const CARD_LENGTH: usize = 24;

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
    pub(crate) fn write(&self, disk: &dyn Disk, path: &Path) -> Result<(), FileError> {
        write_whole(disk, path, &serde_json::to_vec_pretty(self).map_err(std::io::Error::from)?)
    }

    /// The logins that have a password here.
    pub(crate) fn logins(&self) -> Vec<String> {
        let login = |slot: &Slot| match &slot.secret {
            Opener::Password { login } => Some(login.clone()),
            Opener::Card => None,
        };
        self.slots.iter().filter_map(login).collect()
    }

    /// Whether there is a slot that this opens.
    pub(crate) fn knows(&self, secret: &Opener) -> bool {
        self.slots.iter().any(|slot| slot.secret == *secret)
    }

    /// What the slots of the first way are known by.
    pub(crate) fn first_marks(&self) -> Vec<(String, Digest)> {
        self.slots.iter().filter_map(|slot| Some((slot.secret.name(), slot.first_mark()?))).collect()
    }

    /// Which slots can be sealed anew only by whoever opens them.
    pub(crate) fn of_before(&self) -> Vec<Opener> {
        self.slots.iter().filter(|slot| slot.is_of_before()).map(|slot| slot.secret.clone()).collect()
    }

    /// Whether a change of the database's key did not come to its end.
    pub(crate) fn is_between(&self) -> bool {
        self.slots.iter().any(Slot::is_between)
    }

    /// Lets slots go that the database does not know: nothing is sealed to them.
    pub(crate) fn keep_known(&mut self, known: impl Fn(&str, &Digest) -> bool) {
        self.slots.retain(|slot| slot.mark().is_none_or(|mark| known(&slot.secret.name(), &mark)));
    }

    /// Lets every slot give these keys, the present one first.
    ///
    /// # Errors
    /// [`VaultError::Slip`] while there are slots of before; [`VaultError::NoRandomness`].
    pub(crate) fn reseal(&mut self, keys: &[&DatabaseKey], voucher: &Voucher, dice: &mut Dice) -> Result<(), VaultError> {
        for slot in &mut self.slots {
            let sealing = keys.iter().map(|key| Ok::<_, VaultError>((*key, roll(dice)?)));
            slot.reseal(&sealing.collect::<Result<Vec<_>, _>>()?, voucher)?;
        }
        Ok(())
    }

    /// Lets `secret` open the database, instead of what opened its slot before; says what the slot is known by from then on.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub(crate) fn put(
        &mut self,
        secret: Opener,
        typed: &str,
        gives: (&DatabaseKey, &Voucher),
        dice: &mut Dice,
    ) -> Result<Digest, VaultError> {
        let slot = Slot::fresh(secret, typed, gives, dice)?;
        let mark = slot.mark().ok_or(Slip::alone("slot"))?;
        self.drop_slot(&slot.secret);
        self.slots.push(slot);
        Ok(mark)
    }

    /// Makes a recovery card: its code in groups of four letters, and what its slot is known by. An earlier card stops working.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub(crate) fn make_card(&mut self, gives: (&DatabaseKey, &Voucher), dice: &mut Dice) -> Result<(String, Digest), VaultError> {
        let random: [u8; CARD_LENGTH] = roll(dice)?;
        let letters: String = random.iter().map(|byte| CARD_LETTERS[usize::from(byte & 31)] as char).collect();
        let mark = self.put(Opener::Card, &letters, gives, dice)?;
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

    /// What the recovery card opens.
    ///
    /// # Errors
    /// [`VaultError::WrongCard`].
    pub(crate) fn open_with_card(&self, typed: &str) -> Result<OpenedSlot, VaultError> {
        self.open(&Opener::Card, &card_letters(typed)).ok_or(VaultError::WrongCard)
    }

    fn open(&self, wanted: &Opener, typed: &str) -> Option<OpenedSlot> {
        self.slots.iter().find(|slot| slot.secret == *wanted)?.open(typed)
    }
}

#[cfg(test)]
impl Vault {
    /// Seals the slot of a password as they were before.
    pub(crate) fn put_second_way(&mut self, login: &str, password: &str, key: &DatabaseKey) {
        let secret = Opener::password(login);
        self.drop_slot(&secret);
        self.slots.extend(Slot::second_way(secret, password, key));
    }
}

/// The letters of a card as somebody typed them: spaces, dashes and small letters are forgiven, and O, I, L read as 0, 1, 1.
pub(crate) fn card_letters(typed: &str) -> String {
    let letters = typed.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    letters.collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::random::system_dice;
    use serde_json::{Value, json};
    use zeroize::Zeroizing;

    fn vault() -> (Vault, DatabaseKey, Voucher, Dice) {
        let key = Zeroizing::new([9; 32]);
        (Vault::new("Kantor Rekaan".into()), key.clone(), Voucher::first(&key), system_dice())
    }

    fn edited(vault: &Vault, edit: impl Fn(&mut Value)) -> Vault {
        let mut json = serde_json::to_value(vault).unwrap();
        edit(&mut json["slots"][0]);
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn a_password_or_the_card_opens_and_nothing_else_does() {
        let (mut vault, key, voucher, mut dice) = vault();
        vault.put(Opener::password("siti"), "sandi pertama", (&key, &voucher), &mut dice).unwrap();
        let (card, _) = vault.make_card((&key, &voucher), &mut dice).unwrap();
        let mark = vault.put(Opener::password("siti"), "sandi kedua", (&key, &voucher), &mut dice).unwrap();
        assert_eq!(vault.logins(), ["siti"]);
        let opened = vault.open_with_password("siti ", "sandi kedua").unwrap();
        assert_eq!((*opened.key, opened.next, opened.mark, opened.older), (*key, None, mark, false));
        assert!(matches!(vault.open_with_password("siti", "sandi pertama"), Err(VaultError::WrongPassword)));
        assert!(matches!(vault.open_with_password("budi", "sandi kedua"), Err(VaultError::WrongPassword)));
        assert_eq!(*vault.open_with_card(&card.to_lowercase().replace('-', " ")).unwrap().key, *key);
        assert!(matches!(vault.open_with_card("AAAA"), Err(VaultError::WrongCard)));
        assert!(vault.drop_slot(&Opener::password("siti")) && !vault.drop_slot(&Opener::password("siti")));
        assert!(vault.logins().is_empty());
    }

    #[test]
    fn a_slot_whose_name_salt_cost_or_open_half_was_edited_opens_nothing() {
        let (mut vault, key, voucher, mut dice) = vault();
        vault.put(Opener::password("siti"), "sandi pertama", (&key, &voucher), &mut dice).unwrap();
        let other = Digest(loket_journal::holder::public_half(&[7; 32]).unwrap()).to_string();
        type Edit<'a> = &'a dyn Fn(&mut Value);
        let edits: [Edit<'_>; 8] = [
            &|slot| slot["login"] = json!("dewi"),
            &|slot| slot["salt"] = json!(Digest([3; 32]).to_string()),
            &|slot| slot["passes"] = json!(1),
            &|slot| slot["version"] = json!(1),
            &|slot| slot["version"] = json!(2),
            &|slot| slot["memory_kib"] = json!(u32::MAX),
            &|slot| slot["public"] = json!(other),
            &|slot| slot["keys"] = json!([]),
        ];
        for edit in edits {
            let edited = edited(&vault, edit);
            for login in ["siti", "dewi"] {
                assert!(edited.open_with_password(login, "sandi pertama").is_err());
            }
        }
    }

    #[test]
    fn a_key_that_a_stranger_sealed_to_a_slot_is_not_taken() {
        let (mut vault, key, voucher, mut dice) = vault();
        vault.put(Opener::password("siti"), "sandi pertama", (&key, &voucher), &mut dice).unwrap();
        let strange: DatabaseKey = Zeroizing::new([1; 32]);
        vault.reseal(&[&strange], &Voucher::first(&strange), &mut dice).unwrap();
        assert!(vault.open_with_password("siti", "sandi pertama").is_err());
    }

    #[test]
    fn a_new_key_is_given_without_any_password_and_an_old_copy_of_the_file_gives_only_the_old_one() {
        let (mut vault, key, voucher, mut dice) = vault();
        vault.put(Opener::password("siti"), "sandi pertama", (&key, &voucher), &mut dice).unwrap();
        vault.put(Opener::password("andi"), "sandi kedua", (&key, &voucher), &mut dice).unwrap();
        let kept = vault.clone();
        let fresh: DatabaseKey = Zeroizing::new([5; 32]);
        vault.drop_slot(&Opener::password("andi"));
        vault.reseal(&[&key, &fresh], &voucher, &mut dice).unwrap();
        let between = vault.open_with_password("siti", "sandi pertama").unwrap();
        assert_eq!((*between.key, between.next.map(|next| *next)), (*key, Some(*fresh)));
        assert!(vault.is_between());
        vault.reseal(&[&fresh], &voucher, &mut dice).unwrap();
        assert_eq!(*vault.open_with_password("siti", "sandi pertama").unwrap().key, *fresh);
        for (login, password) in [("siti", "sandi pertama"), ("andi", "sandi kedua")] {
            assert_eq!(*kept.open_with_password(login, password).unwrap().key, *key);
        }
    }
}
