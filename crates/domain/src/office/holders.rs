//! Which duties somebody at the office does.

use std::collections::BTreeSet;

use super::{Account, Office, Role};
use crate::authority::Duty;

impl Account {
    /// Everything the person is.
    pub fn roles(&self) -> BTreeSet<Role> {
        self.also.iter().copied().chain([self.role]).collect()
    }

    /// Whether the person may sign in.
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }
}

impl Office {
    /// The accounts that may sign in.
    pub fn open_accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter().filter(|account| account.is_open())
    }

    /// The only one that may sign in, which does everything by that.
    pub fn only_account(&self) -> Option<&Account> {
        let mut open = self.open_accounts();
        open.next().filter(|_| open.next().is_none())
    }

    /// Whether these roles do a duty here.
    fn does(&self, roles: &BTreeSet<Role>, duty: Duty) -> bool {
        !self.authority.roles(duty).is_disjoint(roles)
    }

    /// Whether somebody does a duty, by a role or by being the only one.
    fn is_done(&self, duty: Duty) -> bool {
        self.only_account().is_some() || self.open_accounts().any(|account| self.does(&account.roles(), duty))
    }

    /// Who does a duty here, for a sentence: `PPID Pelaksana (Rosmawati Rekaan) atau PPID Utama`.
    pub fn holders_in_words(&self, duty: Duty) -> String {
        let of_role = |role: &Role| {
            let names: Vec<&str> = self
                .open_accounts()
                .filter(|account| account.roles().contains(role))
                .map(|account| account.name.as_str())
                .collect();
            if names.is_empty() { role.label().to_owned() } else { format!("{} ({})", role.label(), names.join(", ")) }
        };
        self.authority.roles(duty).iter().map(of_role).collect::<Vec<_>>().join(" atau ")
    }

    /// The duties that somebody does here now, and nobody would do in `after`: a step that leads there must say so.
    pub fn left_undone(&self, after: &Self) -> Vec<Duty> {
        Duty::ALL.iter().copied().filter(|duty| self.is_done(*duty) && !after.is_done(*duty)).collect()
    }

    /// The roles by which the only account would still do everything once it is one of several: what it has, and for each duty that
    /// is lacking the first role that does it.
    pub fn roles_for_everything(&self, account: &Account) -> BTreeSet<Role> {
        let mut roles = account.roles();
        for duty in Duty::ALL {
            if !self.does(&roles, *duty) {
                roles.extend(self.authority.roles(*duty).first());
            }
        }
        roles
    }
}
