//! The slots of the vault and what the database knows of them, changed together: at each moment a power cut leaves a file whose
//! slots are known.

use chrono::NaiveDateTime;
use loket_domain::change::OfficeChange;
use loket_domain::ids::AccountId;
use loket_journal::Digest;

use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::slot::{DatabaseKey, OpenedSlot, Opener, Voucher};
use crate::kernel::vault::Vault;
use crate::kernel::vault_error::VaultError;
use crate::store::local;
use crate::store::notes::{self, KeptNote};
use crate::store::slots::{self, Temporary};
use crate::store::writing::{self, Writing};

impl Journal {
    /// Gives `login` a password, replacing the one it had.
    pub(crate) fn put_password(&mut self, login: &str, password: &str, key: &DatabaseKey) -> Result<(), DeskError> {
        let (mut vault, secret) = (self.folder.vault()?, Opener::password(login));
        let voucher = self.voucher(key)?;
        let mark = vault.put(secret.clone(), password, (key, &voucher), &mut self.dice)?;
        self.put_slot(&vault, &secret, mark)
    }

    /// Seals the slot of the card anew, which has these letters.
    pub(crate) fn reseal_card(&mut self, letters: &str, key: &DatabaseKey) -> Result<(), DeskError> {
        let (mut vault, voucher) = (self.folder.vault()?, self.voucher(key)?);
        let mark = vault.put(Opener::Card, letters, (key, &voucher), &mut self.dice)?;
        self.put_slot(&vault, &Opener::Card, mark)
    }

    /// Makes a recovery card and returns its code; an earlier one opens nothing any more, and the file is to get a new key. It is
    /// written down.
    pub(crate) fn put_card(&mut self, key: &DatabaseKey, moment: Moment) -> Result<String, DeskError> {
        let (mut vault, voucher) = (self.folder.vault()?, self.voucher(key)?);
        let replaces = vault.drop_slot(&Opener::Card);
        let (code, mark) = vault.make_card((key, &voucher), &mut self.dice)?;
        if replaces {
            self.want_new_key(&[])?;
        }
        self.note(OfficeChange::RecoveryCardMade { desk: self.desk_code.clone() }, moment)?;
        self.put_slot(&vault, &Opener::Card, mark)?;
        self.write_notes(moment)?;
        Ok(code)
    }

    /// Gives the account `login` of this desk a password that only leads to one of its owner's own, until `until`. It is written
    /// down first, and told: whatever breaks off, nothing was done untold.
    pub(crate) fn put_temporary(
        &mut self,
        (login, account): (&str, AccountId),
        password: &str,
        key: &DatabaseKey,
        until: NaiveDateTime,
        moment: Moment,
    ) -> Result<(), DeskError> {
        let (mut vault, secret) = (self.folder.vault()?, Opener::password(login));
        let voucher = self.voucher(key)?;
        let mark = vault.put(secret.clone(), password, (key, &voucher), &mut self.dice)?;
        self.note(OfficeChange::PasswordReset { desk: self.desk_code.clone(), account }, moment)?;
        let temporary = Temporary { mark, until };
        writing::note(&self.connection, |tables| local::write_json(tables, &local::temporary(login), &temporary))?;
        self.put_slot(&vault, &secret, mark)?;
        self.write_notes(moment)
    }

    /// Gives `login` a password of its owner's own in place of a temporary one.
    pub(crate) fn replace_temporary(&mut self, login: &str, password: &str, key: &DatabaseKey) -> Result<(), DeskError> {
        self.put_password(login, password, key)?;
        Ok(writing::note(&self.connection, |tables| local::forget(tables, &local::temporary(login)))?)
    }

    /// First the database knows the old slot and the new one, then the file has the new one, then only that is known.
    fn put_slot(&mut self, vault: &Vault, secret: &Opener, mark: Digest) -> Result<(), DeskError> {
        let name = secret.name();
        writing::note(&self.connection, |tables| slots::expect(tables, &name, mark))?;
        self.folder.keep_vault(vault)?;
        Ok(writing::note(&self.connection, |tables| slots::settle(tables, &name, mark))?)
    }

    /// Lets a secret open nothing any more: the database does not know its slot, and then the file has none. Whoever kept an older
    /// file has the key still, so there is to be a new one.
    pub(crate) fn drop_slot(&mut self, secret: &Opener) -> Result<(), DeskError> {
        let mut vault = self.folder.vault()?;
        let had = vault.drop_slot(secret);
        writing::note(&self.connection, |tables| {
            slots::forget(tables, &secret.name())?;
            if had { local::write_json(tables, local::NEW_KEY, &Vec::<Opener>::new()) } else { Ok(()) }
        })?;
        if had {
            self.folder.keep_vault(&vault)?;
        }
        Ok(())
    }

    /// Wishes for a new key of the file, for which these are waited for.
    pub(crate) fn want_new_key(&self, waited_for: &[Opener]) -> Result<(), DeskError> {
        Ok(writing::note(&self.connection, |tables| local::write_json(tables, local::NEW_KEY, &waited_for))?)
    }

    /// Whether somebody wishes for one.
    pub(crate) fn wants_new_key(&self) -> Result<bool, DeskError> {
        Ok(local::read(&self.connection, local::NEW_KEY)?.is_some())
    }

    /// By which the slots of this desk know what it seals to them; the first one follows from the key of the file.
    pub(crate) fn voucher(&self, key: &DatabaseKey) -> Result<Voucher, DeskError> {
        if let Some(kept) = local::read(&self.connection, local::VOUCHER)? {
            return Ok(Voucher::kept(kept.parse().map_err(DeskError::unsound("voucher"))?));
        }
        let voucher = Voucher::first(key);
        writing::note(&self.connection, |tables| local::write(tables, local::VOUCHER, &voucher.to_keep().to_string()))?;
        Ok(voucher)
    }

    /// Sets after how many minutes an unattended desk is locked.
    pub(crate) fn set_idle_minutes(&mut self, minutes: u32) -> Result<(), DeskError> {
        Ok(writing::note(&self.connection, |tables| local::set_idle_minutes(tables, minutes))?)
    }

    /// Keeps what happened to the keys of this desk, to be written down under the name of whoever is signed in.
    pub(crate) fn note(&mut self, change: OfficeChange, moment: Moment) -> Result<(), DeskError> {
        let note = KeptNote { actor: self.account.id, at: moment.local, change };
        Ok(writing::note(&self.connection, |tables| notes::keep(tables, note))?)
    }

    /// Whether the slot that was opened is the one this desk knows.
    ///
    /// # Errors
    /// [`VaultError::Altered`].
    pub(crate) fn recognise(&self, secret: &Opener, opened: &OpenedSlot) -> Result<(), DeskError> {
        if slots::is_known(&self.connection, &secret.name(), &opened.mark)? { Ok(()) } else { Err(VaultError::Altered.into()) }
    }
}

/// Looks at the slot that opened the file. On a desk of before there were marks every slot in the file is taken as it is, this once;
/// from then on a slot that was swapped is none.
///
/// # Errors
/// [`VaultError::Altered`].
pub(crate) fn admit(
    connection: &rusqlite::Connection,
    vault: &Vault,
    secret: &Opener,
    opened: &OpenedSlot,
) -> Result<(), DeskError> {
    let name = secret.name();
    let Some(known) = slots::all(connection)? else {
        let mut known = slots::KnownSlots::new();
        for (name, mark) in vault.first_marks().into_iter().chain([(name, opened.mark)]) {
            known.entry(name).or_default().insert(mark);
        }
        let transaction = Writing::begin(connection)?;
        slots::keep(&transaction, &known)?;
        return Ok(transaction.commit()?);
    };
    match known.get(&name) {
        Some(marks) if marks.contains(&opened.mark) => {
            if marks.len() > 1 {
                writing::note(connection, |tables| slots::settle(tables, &name, opened.mark))?;
            }
            Ok(())
        }
        _ => Err(VaultError::Altered.into()),
    }
}
