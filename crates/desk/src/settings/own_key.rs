//! The password of whoever is signed in, asked once more before the keys of the desk are touched.

use crate::error::DeskError;
use crate::forms::boxes::{Boxes, typed};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::slot::{DatabaseKey, Opener};
use crate::kernel::vault_error::VaultError;
use loket_domain::problem::{Problems, Refused};

/// The key of the file, opened with the password of the person signed in, read off a form.
pub(crate) fn own_key(journal: &Journal, form: &Boxes<'_>, moment: Moment) -> Result<DatabaseKey, DeskError> {
    key_of(journal, &typed(form, "own_password"), moment)
}

/// The same, of a password that stands in no form of the core.
pub(crate) fn key_of(journal: &Journal, password: &str, moment: Moment) -> Result<DatabaseKey, DeskError> {
    if password.is_empty() {
        return Err(wrong("Isi sandi Anda; tanpa itu kunci berkas tidak disentuh."));
    }
    let own = Opener::password(&journal.account.login);
    let opened = journal.folder.try_slot(&journal.folder.vault()?, &own, password, moment).map_err(|error| match error {
        VaultError::WrongPassword => wrong("Sandi Anda tidak cocok; ketik lagi."),
        VaultError::TooOften(_) => wrong(&error.to_string()),
        other => other.into(),
    })?;
    journal.recognise(&own, &opened)?;
    Ok(opened.key)
}

fn wrong(sentence: &str) -> DeskError {
    let mut p = Problems::default();
    p.add("own_password", sentence);
    Refused::Fields(p.into_vec()).into()
}
