//! The name under which a new account signs in.

use crate::error::DeskError;
use crate::forms::boxes::{Boxes, typed};
use crate::journal::Journal;
use crate::store::local;
use loket_domain::problem::Problems;

/// The login typed for a new account; a problem where another account of this desk has it.
pub(crate) fn login_of(journal: &Journal, p: &mut Problems, form: &Boxes<'_>) -> Result<String, DeskError> {
    let login = p.text("login", &typed(form, "login"), 40, "Isi nama akun untuk masuk.");
    p.when(
        !login.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)),
        "login",
        "Nama akun hanya berisi huruf, angka, titik, garis bawah atau tanda hubung.",
    );
    // A slot without an account is left of a handover that broke off; it may be taken.
    let taken =
        journal.folder.vault()?.logins().contains(&login) && local::read(journal.tables(), &local::account(&login))?.is_some();
    p.when(taken, "login", "Nama akun ini sudah dipakai; pilih nama lain.");
    Ok(login)
}
