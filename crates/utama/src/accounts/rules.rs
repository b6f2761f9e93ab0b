//! What may become of an account, whichever database keeps it.

use loket_journal::Digest;

use super::{AccountRefusal, Reach, StaffAccount, StaffRole, attempts};
use crate::fault::StoreFault;

/// What an admin may change of an account.
#[derive(Debug, Clone)]
pub(crate) struct AccountTerms {
    pub(crate) name: String,
    pub(crate) role: StaffRole,
    pub(crate) reach: Reach,
}

/// An open account under new terms; `others_manage` says whether somebody else can manage accounts.
///
/// # Errors
/// [`AccountRefusal`] when there is no such account, or nobody could manage accounts afterwards.
pub(crate) fn revised(
    open: Option<StaffAccount>,
    terms: AccountTerms,
    others_manage: bool,
) -> Result<StaffAccount, AccountRefusal> {
    let before = open.ok_or(AccountRefusal::Unknown)?;
    let managed = before.manages_accounts();
    let AccountTerms { name, role, reach } = terms;
    let after = StaffAccount { name, role, reach, ..before };
    if managed && !after.manages_accounts() && !others_manage { Err(AccountRefusal::LastAdmin) } else { Ok(after) }
}

/// Whether an open account may be closed; `others_manage` as in [`revised`].
///
/// # Errors
/// As [`revised`].
pub(crate) fn closable(open: Option<&StaffAccount>, others_manage: bool) -> Result<(), AccountRefusal> {
    let account = open.ok_or(AccountRefusal::Unknown)?;
    if account.manages_accounts() && !others_manage { Err(AccountRefusal::LastAdmin) } else { Ok(()) }
}

/// Whether one more attempt may be made at `now`, given the times of those under each key, oldest first, and how many each
/// allows.
///
/// # Errors
/// For how many milliseconds to wait: the longest that any key asks.
pub(crate) fn one_more(counted: &[(Vec<u64>, usize)], now: u64) -> Result<(), u64> {
    let waits = counted.iter().filter_map(|(attempts, allowed)| attempts::wait(attempts, *allowed, now));
    waits.max().map_or(Ok(()), Err)
}

/// Hashes of codes on paper as they are kept: a space between them.
pub(crate) fn written_codes(codes: &[Digest]) -> String {
    codes.iter().map(Digest::to_string).collect::<Vec<_>>().join(" ")
}

/// The hashes that were kept so.
pub(crate) fn kept_codes(text: &str) -> Result<Vec<Digest>, StoreFault> {
    text.split_whitespace().map(|hash| hash.parse().map_err(StoreFault::damaged("kode cadangan akun"))).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::PasswordHash;
    use super::*;
    use loket_domain::ids::AccountId;

    fn admin() -> StaffAccount {
        let (login, name) = ("admin".to_owned(), "Admin Rekaan".to_owned());
        let (role, reach, password) = (StaffRole::Admin, Reach::Every, PasswordHash(String::new()));
        StaffAccount {
            id: AccountId(uuid::Uuid::nil()),
            login,
            name,
            role,
            reach,
            password,
            temporary: false,
            temporary_until: None,
            closed: None,
            second_factor: false,
        }
    }

    #[test]
    fn the_last_who_manages_accounts_stays_one() {
        let terms = |role| AccountTerms { name: "Lain".into(), role, reach: Reach::Every };
        assert_eq!(revised(Some(admin()), terms(StaffRole::Auditor), false).unwrap_err(), AccountRefusal::LastAdmin);
        assert_eq!(revised(Some(admin()), terms(StaffRole::Auditor), true).unwrap().role, StaffRole::Auditor);
        assert_eq!(revised(Some(admin()), terms(StaffRole::Admin), false).unwrap().name, "Lain");
        assert_eq!(revised(None, terms(StaffRole::Admin), true).unwrap_err(), AccountRefusal::Unknown);
        assert_eq!(closable(Some(&admin()), false), Err(AccountRefusal::LastAdmin));
        assert_eq!((closable(Some(&admin()), true), closable(None, true)), (Ok(()), Err(AccountRefusal::Unknown)));
    }

    #[test]
    fn the_longest_wait_of_all_keys_holds() {
        let minute = 60_000;
        let (few, many) = (vec![0, minute], vec![minute, 2 * minute]);
        assert_eq!(one_more(&[(few.clone(), 3), (many.clone(), 3)], 3 * minute), Ok(()));
        assert_eq!(one_more(&[(few, 2), (many, 2)], 3 * minute), Err(13 * minute));
    }
}
