//! Whoever takes a desk over, read off the form and proved to be there.

use crate::error::DeskError;
use crate::forms::boxes::{Boxes, typed};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::kernel::slot::Opener;
use crate::kernel::vault_error::VaultError;
use crate::opening::password::{check_password, words_of};
use crate::settings::logins::login_of;
use crate::store::local;
use loket_domain::ids::AccountId;
use loket_domain::office::Account;
use loket_domain::problem::{Problems, Refused};
use zeroize::Zeroizing;

/// In the box of who takes over: somebody who has no account yet.
pub(crate) const NEW: &str = "new";

/// How long a password must be, in words.
pub(crate) const PASSWORD_HELP: &str = "Diketik pemegang barunya sendiri; sekurang-kurangnya 10 huruf.";

/// Whoever takes over, with what the account may do from then on.
pub(crate) struct Receiver {
    pub(crate) account: Account,
    /// The password of an account that is still to be opened; none where it is there already.
    pub(crate) password: Option<Zeroizing<String>>,
}

/// Whoever takes `from` over.
///
/// # Errors
/// [`Refused::Fields`] for a box that is wrong, and for a colleague whose password it is not.
pub(crate) fn receiver(
    journal: &mut Journal,
    p: &mut Problems,
    from: &Account,
    form: &Boxes<'_>,
    moment: Moment,
) -> Result<Option<Receiver>, DeskError> {
    // The boxes of the other choice are there too where a form was filled without looking at what it asks.
    for name in ["login", "name", "password", "password_again", "to_password"] {
        form.get(name);
    }
    match typed(form, "to").as_str() {
        "" | NEW => newcomer(journal, p, from, form, moment).map(Some),
        id => colleague(journal, p, from, id, (form, moment)),
    }
}

fn newcomer(
    journal: &mut Journal,
    p: &mut Problems,
    from: &Account,
    form: &Boxes<'_>,
    moment: Moment,
) -> Result<Receiver, DeskError> {
    let login = login_of(journal, p, form)?;
    let name = p.text("name", &typed(form, "name"), 200, "Isi nama lengkap.");
    let password = Zeroizing::new(typed(form, "password"));
    let known = words_of(&journal.office.profile).into_iter().chain([login.as_str()]);
    check_password(p, &password, &typed(form, "password_again"), known);
    let id = AccountId(new_uuid(&mut journal.dice, moment)?);
    let account = Account { id, login, name, role: from.role, also: from.also.clone(), closed_on: None };
    Ok(Receiver { account, password: Some(password) })
}

/// A colleague keeps what there was and takes on every role of the account that is handed over.
fn colleague(
    journal: &Journal,
    p: &mut Problems,
    from: &Account,
    id: &str,
    (form, moment): (&Boxes<'_>, Moment),
) -> Result<Option<Receiver>, DeskError> {
    let known = journal.office.open_accounts().find(|account| account.id.to_string() == id && account.id != from.id);
    let Some(known) = known else {
        p.add("to", "Pilih siapa yang menerima.");
        return Ok(None);
    };
    let vault = journal.folder.vault()?;
    if !vault.logins().contains(&known.login) {
        p.add("to", "Akun ini belum punya sandi di meja ini; pilih orang lain, atau buka akun baru baginya.");
        return Ok(None);
    }
    let theirs = Opener::password(&known.login);
    match journal.folder.try_slot(&vault, &theirs, &typed(form, "to_password"), moment) {
        Ok(opened) => journal.recognise(&theirs, &opened)?,
        Err(VaultError::WrongPassword) => p.add("to_password", "Sandi akun yang menerima tidak cocok; ia mengetiknya lagi."),
        Err(error @ VaultError::TooOften(_)) => p.add("to_password", error.to_string()),
        Err(other) => return Err(other.into()),
    }
    let mut also = known.also.clone();
    also.extend(from.roles());
    also.remove(&known.role);
    Ok(Some(Receiver { account: Account { also, ..known.clone() }, password: None }))
}

/// The account that `from` may be handed over at this desk.
///
/// # Errors
/// [`Refused::NotNow`] for an account of another desk.
pub(crate) fn of_this_desk(journal: &Journal, from: &Account) -> Result<(), DeskError> {
    let here = local::read(journal.tables(), &local::account(&from.login))?;
    if here == Some(from.id.to_string()) && journal.folder.vault()?.logins().contains(&from.login) {
        return Ok(());
    }
    Err(Refused::NotNow("Akun ini dibuka di meja lain; serah terimanya di meja itu.").into())
}
