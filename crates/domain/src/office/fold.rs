//! The fold: what each change makes of an office, and which changes do not fit.

use chrono::NaiveDate;
use std::collections::BTreeMap;

use super::{Account, Appointment, Office, OfficeChange, OwnWording};
use crate::authority::{Authority, SigningMatrix};
use crate::pack::AppliedPacks;

impl Office {
    /// The office after `change`; none when the change does not fit.
    pub(crate) fn told(state: Option<Self>, change: &OfficeChange) -> Option<Self> {
        let Some(mut office) = state else {
            // Only establishing begins an office; what any other change makes of one is asked for below.
            let OfficeChange::OfficeEstablished { profile } = change else { return None };
            return Some(Self {
                profile: profile.clone(),
                officials: vec![],
                accounts: vec![],
                desks: vec![],
                signing: SigningMatrix::default(),
                authority: Authority::default(),
                days_off: vec![],
                packs: AppliedPacks::default(),
                fees: None,
                retention: None,
                wordings: BTreeMap::new(),
                voided: vec![],
                reserved: vec![],
            });
        };
        office.revise(change)?;
        Some(office)
    }

    /// What a change makes of a running office.
    fn revise(&mut self, change: &OfficeChange) -> Option<()> {
        match change {
            // Each desk says at its first start who the office is; the earliest word stands.
            OfficeChange::OfficeEstablished { profile } if profile.code == self.profile.code => {}
            OfficeChange::OfficialNamed { official } if self.official(official.id).is_none() => {
                self.officials.push(official.clone())
            }
            OfficeChange::AccountOpened { account } if self.account(account.id).is_none() => self.accounts.push(account.clone()),
            OfficeChange::DeskOpened { desk } if self.desk(&desk.code).is_none() => self.desks.push(desk.clone()),
            // A PC that replaces another opens its desk again; the first word stands, and the numbers go on.
            OfficeChange::DeskOpened { .. } => {}
            OfficeChange::OfficeRevised { profile } if profile.code == self.profile.code => self.profile = profile.clone(),
            OfficeChange::OfficialRevised { official } => {
                *self.officials.iter_mut().find(|known| known.id == official.id)? = official.clone();
            }
            OfficeChange::OfficialRelieved { id, until } => {
                let official = self.officials.iter_mut().find(|known| known.id == *id)?;
                let from = NaiveDate::MIN;
                let unknown = Appointment { decree: String::new(), decreed_on: from, from, until: None };
                official.appointment.get_or_insert(unknown).until = Some(*until);
            }
            OfficeChange::AccountRevised { account } => {
                let known = self.accounts.iter_mut().find(|known| known.id == account.id)?;
                *known = Account { login: known.login.clone(), ..account.clone() };
            }
            OfficeChange::AccountClosed { id, on } => {
                self.accounts.iter_mut().find(|known| known.id == *id)?.closed_on = Some(*on)
            }
            OfficeChange::SigningSet { paper, roles } => {
                self.signing.0.insert(*paper, roles.clone());
            }
            OfficeChange::DutySet { duty, roles } => {
                self.authority.0.insert(*duty, roles.clone());
            }
            OfficeChange::DayOffSet { day } => {
                self.days_off.retain(|known| known.date != day.date);
                self.days_off.push(day.clone());
                self.days_off.sort_by_key(|day| day.date);
            }
            OfficeChange::DayOffCleared { date, .. } => self.days_off.retain(|known| known.date != *date),
            OfficeChange::PackApplied { pack } => self.packs.apply(pack)?,
            OfficeChange::PackReverted { line, version, .. } => self.packs.revert(*line, *version)?,
            OfficeChange::FeesDecreed { fees } => self.fees = Some(fees.clone()),
            OfficeChange::RetentionSet { retention } => self.retention = Some(retention.clone()),
            OfficeChange::WordingRevised { template, text, original } => {
                self.wordings.insert(template.clone(), OwnWording { text: text.clone(), original: original.clone() });
            }
            OfficeChange::NumbersVoided { numbers } if numbers.from <= numbers.to => self.voided.push(numbers.clone()),
            OfficeChange::NumberReserved { reserved } if self.may_reserve(reserved) => self.reserved.push(reserved.clone()),
            // Written down to be read; they change nothing of what the office is.
            OfficeChange::DeskJoined { .. }
            | OfficeChange::RecoveryCardMade { .. }
            | OfficeChange::DeskRestored { .. }
            | OfficeChange::DeskHandedOver { .. }
            | OfficeChange::ClockConfirmed { .. }
            | OfficeChange::PasswordRecovered { .. }
            | OfficeChange::PasswordReset { .. } => {}
            OfficeChange::WordingRestored { template } => {
                self.wordings.remove(template)?;
            }
            // Said of another office, of somebody who is there already, of no numbers, or of one that is taken.
            OfficeChange::OfficeEstablished { .. }
            | OfficeChange::OfficialNamed { .. }
            | OfficeChange::AccountOpened { .. }
            | OfficeChange::OfficeRevised { .. }
            | OfficeChange::NumbersVoided { .. }
            | OfficeChange::NumberReserved { .. } => return None,
        }
        Some(())
    }
}
