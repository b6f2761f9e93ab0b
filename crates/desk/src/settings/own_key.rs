//! The password of whoever is signed in, asked once more before the keys of the desk are touched.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::boxes::{Boxes, typed};
use crate::kernel::vault::{DatabaseKey, Vault};
use crate::kernel::vault_error::VaultError;
use loket_domain::problem::{Problems, Refused};

/// The key of the file, opened with the password of the person signed in.
pub(crate) fn own_key(context: &Context<'_>, vault: &Vault, form: &Boxes<'_>) -> Result<DatabaseKey, DeskError> {
    vault.open_with_password(&context.account.login, &typed(form, "own_password")).map_err(|error| match error {
        VaultError::WrongPassword => {
            let mut p = Problems::default();
            p.add("own_password", "Sandi Anda tidak cocok; ketik lagi.");
            Refused::Fields(p.into_vec()).into()
        }
        other => other.into(),
    })
}
