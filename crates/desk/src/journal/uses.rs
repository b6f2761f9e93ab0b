//! Writing down what is done with what this desk holds.

use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::store::error::StoreError;
use crate::store::uses::{self, UseKind, UseLine};
use crate::store::writing;
use crate::views::subject::SubjectRef;

impl Journal {
    /// Writes down that whoever is signed in does this now; before it is done, so that nothing is done untold.
    pub(crate) fn used(&self, kind: UseKind, about: Option<SubjectRef>, detail: &str, moment: Moment) -> Result<(), DeskError> {
        self.used_by(&self.account.name, kind, about, detail, moment)
    }

    /// The same of somebody who is perhaps not signed in any more.
    pub(crate) fn used_by(
        &self,
        who: &str,
        kind: UseKind,
        about: Option<SubjectRef>,
        detail: &str,
        moment: Moment,
    ) -> Result<(), DeskError> {
        let line = UseLine { at: moment.local, who: who.to_owned(), kind, about, detail: detail.to_owned() };
        Ok(writing::note(&self.connection, |tables| uses::add(tables, &line))?)
    }

    /// Writes down that somebody was let in, and what was tried in vain before.
    pub(crate) fn let_in(&self, how: &str, moment: Moment) -> Result<(), DeskError> {
        let in_vain = self.folder.untold_tries().into_iter().map(|tried| UseLine {
            at: tried.last,
            who: String::new(),
            kind: UseKind::WrongSecret,
            about: None,
            detail: format!("{} kali: {}", tried.times, secret(&tried.secret)),
        });
        let login = &self.account.login;
        let detail = if how.is_empty() { login.clone() } else { format!("{login}, {how}") };
        let own = UseLine { at: moment.local, who: self.account.name.clone(), kind: UseKind::SignedIn, about: None, detail };
        let lines: Vec<UseLine> = in_vain.chain([own]).collect();
        match writing::note(&self.connection, |tables| lines.iter().try_for_each(|line| uses::add(tables, line))) {
            // Whoever frees the disk must get in; what was tried in vain waits for the next one.
            Err(StoreError::Full) => Ok(()),
            written => {
                written?;
                Ok(self.folder.tries_are_told()?)
            }
        }
    }
}

/// A secret that was tried, in words.
fn secret(name: &str) -> String {
    match name.strip_prefix("password:") {
        Some(login) => format!("sandi akun {login}"),
        None if name == "card" => "kartu pemulihan".to_owned(),
        None => "nama akun yang tidak ada".to_owned(),
    }
}
