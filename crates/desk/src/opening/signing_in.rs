//! Signing in, with a password or with the recovery card.

use crate::desk::Desk;
use crate::error::DeskError;
use crate::kernel::folder::Folder;
use crate::kernel::moment::Moment;
use crate::kernel::random::Dice;
use crate::kernel::slot::Opener;
use crate::kernel::vault::card_letters;
use crate::opening::open;
use crate::opening::password;
use crate::store::slots;
use loket_domain::change::OfficeChange;
use loket_domain::problem::{Problems, Refused};

impl Folder {
    /// Opens the desk for `login`.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for no login at all, [`crate::VaultError::WrongPassword`], [`crate::VaultError::TooOften`], [`crate::VaultError::Altered`],
    /// [`DeskError::NotStarted`],
    /// [`DeskError::TemporaryPassword`] for one that an admin chose (see [`Folder::unlock_with_temporary`]),
    /// [`DeskError::OpenElsewhere`], [`DeskError::Store`].
    pub fn unlock(&self, login: &str, password: &str, moment: Moment, dice: Dice) -> Result<Desk, DeskError> {
        let (vault, login) = (self.vault()?, login.trim());
        let mut p = Problems::default();
        p.when(login.is_empty(), "login", "Isi nama akun Anda.");
        p.or(Some(()))?;
        let own = Opener::password(login);
        let opened = self.try_slot(&vault, &own, password, moment)?;
        let taken = self.take()?;
        let mut desk = open::open(self, (&vault, &own, &opened), login, dice, taken)?;
        if slots::temporary(desk.journal.tables(), login, &opened.mark)?.is_some() {
            return Err(DeskError::TemporaryPassword);
        }
        if opened.older {
            desk.journal.put_password(login, password, &opened.key)?;
        }
        desk.journal.let_in("", moment)?;
        desk.renew_key()?;
        Ok(desk)
    }

    /// Opens the desk for `login` with the password that an admin chose, and gives it one of its owner's own.
    ///
    /// # Errors
    /// [`DeskError::TemporaryOver`] after its days, [`DeskError::Refused`] for a bad new password or where the password is no temporary
    /// one, and as [`Folder::unlock`].
    pub fn unlock_with_temporary(
        &self,
        (login, temporary): (&str, &str),
        (password, again): (&str, &str),
        moment: Moment,
        dice: Dice,
    ) -> Result<Desk, DeskError> {
        let (vault, login) = (self.vault()?, login.trim());
        let own = Opener::password(login);
        let opened = self.try_slot(&vault, &own, temporary, moment)?;
        let taken = self.take()?;
        let mut desk = open::open(self, (&vault, &own, &opened), login, dice, taken)?;
        let key = desk.file_key();
        let journal = &mut desk.journal;
        let known = slots::temporary(journal.tables(), login, &opened.mark)?;
        let known = known.ok_or(Refused::NotNow("Sandi ini bukan sandi sementara; masuk seperti biasa."))?;
        if moment.local > known.until {
            return Err(DeskError::TemporaryOver);
        }
        let mut p = Problems::default();
        let known = password::words_of(&journal.office.profile).into_iter().chain([login]);
        password::check_password(&mut p, password, again, known);
        p.when(password == temporary, "password", "Buat sandi lain daripada sandi sementara itu.");
        p.or(Some(()))?;
        journal.replace_temporary(login, password, &key)?;
        journal.let_in("sandi sementara diganti", moment)?;
        desk.renew_key()?;
        Ok(desk)
    }

    /// Opens the desk with the recovery card and gives `login` a new password. It is written down, and told to everybody.
    ///
    /// # Errors
    /// [`crate::VaultError::WrongCard`], [`DeskError::Refused`] for a bad new password or an unknown login, and as [`Folder::unlock`].
    pub fn unlock_with_card(
        &self,
        (code, login): (&str, &str),
        (password, again): (&str, &str),
        moment: Moment,
        dice: Dice,
    ) -> Result<Desk, DeskError> {
        let vault = self.vault()?;
        let login = login.trim();
        let mut p = Problems::default();
        p.when(!vault.logins().iter().any(|known| known == login), "login", "Nama akun ini tidak ada; pilih dari daftar.");
        password::check_password(&mut p, password, again, [login, vault.office.as_str()]);
        p.or(Some(()))?;
        let opened = self.try_slot(&vault, &Opener::Card, code, moment)?;
        let taken = self.take()?;
        let mut desk = open::open(self, (&vault, &Opener::Card, &opened), login, dice, taken)?;
        let key = desk.file_key();
        let journal = &mut desk.journal;
        let recovered = OfficeChange::PasswordRecovered { desk: journal.desk_code.clone(), account: journal.account.id };
        journal.note(recovered, moment)?;
        journal.put_password(login, password, &key)?;
        if opened.older {
            journal.reseal_card(&card_letters(code), &key)?;
        }
        journal.write_notes(moment)?;
        journal.let_in("dengan kartu pemulihan", moment)?;
        desk.renew_key()?;
        Ok(desk)
    }
}
