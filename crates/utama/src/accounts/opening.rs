//! Opening, re-opening the door to, and closing accounts: what the page and the command line share.

use loket_domain::ids::AccountId;
use loket_domain::office::OfficeCode;
use loket_domain::problem::Problems;
use std::collections::BTreeSet;
use uuid::Builder;

use super::password::{HashFault, check};
use super::{AccountRefusal, Accounts, PasswordHash, Reach, StaffAccount, StaffRole, WeakPassword};
use crate::directory::ListedOffice;
use crate::fault::StoreFault;
use crate::office::{UnknownOffice, office_code};
use crate::secret::{NoRandomness, new_code, random};

/// A person to be let in, as typed.
#[derive(Debug, Clone)]
pub struct AccountOrder {
    /// What the person will type to sign in.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// Code of the role.
    pub role: String,
    /// Offices by code or name; none for all.
    pub offices: Vec<String>,
}

/// Why an account is not opened or changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountFault {
    /// Something typed must change.
    #[error("{0}")]
    Typed(String),
    /// No such office.
    #[error(transparent)]
    Office(#[from] UnknownOffice),
    /// The password is too easy.
    #[error(transparent)]
    Weak(#[from] WeakPassword),
    /// The accounts do not allow it.
    #[error(transparent)]
    Refused(#[from] AccountRefusal),
    /// The password cannot be hashed.
    #[error(transparent)]
    Hashing(#[from] HashFault),
    /// No random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

impl AccountOrder {
    /// The login, name, role and reach that are meant.
    fn check(&self, listed: &[ListedOffice]) -> Result<(String, String, StaffRole, Reach), AccountFault> {
        let login = self.login.trim().to_lowercase();
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
        let mut problems = Problems::default();
        problems.when(
            !(3..=40).contains(&login.len()) || !login.chars().all(fits),
            "login",
            "Nama pengguna 3 sampai 40 huruf kecil, angka, titik atau garis, misalnya siti.aminah.",
        );
        let name = problems.text("name", &self.name, 200, "Isi nama lengkap pemilik akun.");
        let role = StaffRole::from_code(self.role.trim());
        problems.when(role.is_none(), "role", "Pilih peran: admin, verifikator, atau auditor.");
        let reach = checked_offices(&self.offices, listed)?;
        match (problems.into_vec().into_iter().next(), role) {
            (None, Some(role)) => Ok((login, name, role, reach)),
            (problem, _) => Err(AccountFault::Typed(problem.map(|problem| problem.message).unwrap_or_default())),
        }
    }
}

/// The reach that offices typed by code or name stand for.
fn checked_offices(typed: &[String], listed: &[ListedOffice]) -> Result<Reach, UnknownOffice> {
    let codes: Result<BTreeSet<OfficeCode>, _> =
        typed.iter().filter(|typed| !typed.trim().is_empty()).map(|typed| office_code(typed, listed)).collect();
    codes.map(Reach::of)
}

/// Opens an account. `temporary`: somebody else chose the password, so the person must change it first.
///
/// # Errors
/// [`AccountFault`], each a sentence for the administrator.
pub async fn open_account(
    accounts: &dyn Accounts,
    order: &AccountOrder,
    password: &str,
    temporary: bool,
    now: u64,
) -> Result<StaffAccount, AccountFault> {
    let (login, name, role, reach) = order.check(&accounts.listed().await?)?;
    check(&login, password)?;
    let id = AccountId(Builder::from_unix_timestamp_millis(now, &random()?).into_uuid());
    let password = hashed(password).await?;
    let temporary_until = temporary.then(|| temporary_end(now));
    let account =
        StaffAccount { id, login, name, role, reach, password, temporary, temporary_until, closed: None, second_factor: false };
    accounts.open(account.clone()).await??;
    Ok(account)
}

/// How long a password opens the door that somebody else chose, in milliseconds: three days.
const TEMPORARY: u64 = 72 * 60 * 60 * 1000;

/// Until when a password opens the door that somebody else chooses at `now`.
pub(crate) fn temporary_end(now: u64) -> u64 {
    now.saturating_add(TEMPORARY)
}

/// Replaces the password of the account with this login and ends its sessions; one that somebody else chose opens the door until
/// `temporary`.
///
/// # Errors
/// [`AccountFault`], each a sentence for the one who types.
pub async fn new_password(
    accounts: &dyn Accounts,
    login: &str,
    password: &str,
    temporary: Option<u64>,
) -> Result<(), AccountFault> {
    let account = staff(accounts, login).await?;
    check(&account.login, password)?;
    Ok(accounts.set_password(account.id, hashed(password).await?, temporary).await??)
}

/// Changes name, role and reach of an open account to those of `order`; its login stays.
///
/// # Errors
/// [`AccountFault`], each a sentence for the administrator.
pub(crate) async fn revise_account(
    accounts: &dyn Accounts,
    account: &StaffAccount,
    order: &AccountOrder,
) -> Result<(), AccountFault> {
    let (_, name, role, reach) = order.check(&accounts.listed().await?)?;
    Ok(accounts.revise(account.id, &name, role, reach).await??)
}

/// Closes the account with this login for good.
///
/// # Errors
/// [`AccountFault`], each a sentence for the administrator.
pub async fn close_account(accounts: &dyn Accounts, login: &str, now: u64) -> Result<(), AccountFault> {
    let account = staff(accounts, login).await?;
    Ok(accounts.close(account.id, now).await??)
}

/// The open account with this login.
///
/// # Errors
/// [`AccountRefusal::Unknown`] when there is none.
pub async fn staff(accounts: &dyn Accounts, login: &str) -> Result<StaffAccount, AccountFault> {
    let account = accounts.with_login(&login.trim().to_lowercase()).await?;
    Ok(account.filter(|account| account.closed.is_none()).ok_or(AccountRefusal::Unknown)?)
}

/// How often chance is asked again: one code in some hundreds is nearly all digits, and looks like one that is guessed.
const TRIES: usize = 20;

/// A password for `login` that is shown once and must be changed at the first sign-in.
pub(crate) fn temporary_password(login: &str) -> Result<String, NoRandomness> {
    let mut code = new_code()?;
    for _ in 0..TRIES {
        if check(login, &code).is_ok() {
            break;
        }
        code = new_code()?;
    }
    Ok(code)
}

/// Hashing takes a while and 19 MiB: not on a thread that serves others.
async fn hashed(password: &str) -> Result<PasswordHash, AccountFault> {
    let password = password.to_owned();
    let hashing = tokio::task::spawn_blocking(move || PasswordHash::of(&password));
    Ok(hashing.await.map_err(StoreFault::stopped)??)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn no_temporary_password_is_refused_as_too_easy() {
        for _ in 0..2_000 {
            let password = temporary_password("budi").unwrap();
            assert_eq!(check("budi", &password), Ok(()), "{} letters", password.len());
        }
    }
}
