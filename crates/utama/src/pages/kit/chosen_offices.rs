//! One office or all of them, as a list of several offices is narrowed to.

use loket_domain::office::OfficeCode;
use maud::Markup;
use std::collections::{BTreeMap, HashMap};

use super::answer::Unable;
use super::page::Field;
use crate::access::Visitor;
use crate::accounts::{Reach, Right};
use crate::called::office_names;
use crate::directory::OfficeNames;
use crate::projection::{KnownOffice, OfficeCounting};
use crate::state::Shared;

/// The offices of a visitor, and which of them was chosen.
pub(crate) struct ChosenOffices {
    /// Code of the one that was chosen; empty for all.
    pub(crate) chosen: String,
    /// Those that rows are asked of.
    pub(crate) reach: Reach,
    names: OfficeNames,
    known: BTreeMap<OfficeCode, Option<KnownOffice>>,
}

impl ChosenOffices {
    /// As the address says it. An office beyond the visitor's reach has no rows.
    pub(crate) async fn read(shared: &Shared, visitor: &Visitor, query: &HashMap<String, String>) -> Result<Self, Unable> {
        let chosen = query.get("kantor").map(|typed| typed.trim().to_owned()).unwrap_or_default();
        let reach = match chosen.as_str() {
            "" => visitor.reach(),
            code if visitor.may(Right::Watch, Some(code)) => Reach::Only([OfficeCode::from(code)].into()),
            _ => Reach::Only([].into()),
        };
        let known = shared.store.known_offices(&visitor.reach()).await?.into_iter().collect();
        Ok(Self { chosen, reach, names: office_names(shared.store.as_ref()).await?, known })
    }

    /// What an office is called.
    pub(crate) fn name(&self, code: &str) -> String {
        self.names.of(code)
    }

    /// The offices that rows are asked of and that have a desk, in order of code.
    pub(crate) fn asked(&self) -> impl Iterator<Item = &OfficeCode> {
        self.known.keys().filter(|code| self.reach.holds(code))
    }

    /// What the deadlines of each office are counted with.
    pub(crate) fn countings(&self, shared: &Shared) -> HashMap<&OfficeCode, OfficeCounting<'_>> {
        let counting = |(code, known)| Option::zip(Some(code), Option::as_ref(known));
        self.known.iter().filter_map(counting).map(|(code, known)| (code, known.counting(&shared.calendar))).collect()
    }

    /// The box that it is chosen with.
    pub(crate) fn field(&self) -> Markup {
        let every = (String::new(), "Semua kantor".to_owned());
        let offices = self.known.keys().map(|code| (code.to_string(), self.name(code)));
        Field::new("kantor", "Kantor").value(&self.chosen).choice(std::iter::once(every).chain(offices))
    }
}
