//! Signing in, with a password or with the recovery card.

use crate::desk::Desk;
use crate::error::DeskError;
use crate::kernel::folder::Folder;
use crate::kernel::random::Dice;
use crate::opening::open;
use crate::opening::password;
use loket_domain::problem::Problems;

impl Folder {
    /// Opens the desk for `login`.
    ///
    /// # Errors
    /// [`crate::VaultError::WrongPassword`], [`DeskError::NotStarted`], [`DeskError::OpenElsewhere`], [`DeskError::Store`].
    pub fn unlock(&self, login: &str, password: &str, dice: Dice) -> Result<Desk, DeskError> {
        let key = self.vault()?.open_with_password(login, password)?;
        open::open(self, &key, login.trim(), dice, self.take()?)
    }

    /// Opens the desk with the recovery card and gives `login` a new password.
    ///
    /// # Errors
    /// [`crate::VaultError::WrongCard`], [`DeskError::Refused`] for a bad new password or an unknown login, and as [`Folder::unlock`].
    pub fn unlock_with_card(
        &self,
        code: &str,
        login: &str,
        password: &str,
        again: &str,
        mut dice: Dice,
    ) -> Result<Desk, DeskError> {
        let mut vault = self.vault()?;
        let login = login.trim();
        let mut p = Problems::default();
        p.when(!vault.logins().iter().any(|known| known == login), "login", "Nama akun ini tidak ada; pilih dari daftar.");
        password::check_password(&mut p, password, again);
        p.or(Some(()))?;
        let key = vault.open_with_card(code)?;
        let taken = self.take()?;
        vault.set_password(login, password, &key, &mut dice)?;
        vault.write(&self.slots())?;
        open::open(self, &key, login, dice, taken)
    }
}
