//! The password of whoever is signed in, asked once more before the keys of the desk are touched.

use crate::error::DeskError;
use crate::forms::boxes::{Boxes, typed};
use crate::journal::Journal;
use crate::kernel::slot::{DatabaseKey, Opener};
use crate::kernel::vault_error::VaultError;
use loket_domain::problem::{Problems, Refused};

/// The key of the file, opened with the password of the person signed in, read off a form.
pub(crate) fn own_key(journal: &Journal, form: &Boxes<'_>) -> Result<DatabaseKey, DeskError> {
    key_of(journal, &typed(form, "own_password"))
}

/// The same, of a password that stands in no form of the core.
pub(crate) fn key_of(journal: &Journal, password: &str) -> Result<DatabaseKey, DeskError> {
    if password.is_empty() {
        return Err(wrong("Isi sandi Anda; tanpa itu kunci berkas tidak disentuh."));
    }
    let login = &journal.account.login;
    let opened = journal.folder.vault()?.open_with_password(login, password).map_err(|error| match error {
        VaultError::WrongPassword => wrong("Sandi Anda tidak cocok; ketik lagi."),
        other => other.into(),
    })?;
    journal.recognise(&Opener::password(login), &opened)?;
    Ok(opened.key)
}

fn wrong(sentence: &str) -> DeskError {
    let mut p = Problems::default();
    p.add("own_password", sentence);
    Refused::Fields(p.into_vec()).into()
}
