//! The offices of the directory, as the public knows them.

use loket_domain::office::OfficeCode;
use std::collections::BTreeMap;

use crate::accounts::Reach;
use crate::directory::ListedOffice;
use crate::fault::StoreFault;
use crate::projection::KnownOffice;
use crate::state::Shared;

/// The offices that are listed and have not been retired, in order of code, with what each is called.
pub(super) struct PublicOffices(BTreeMap<OfficeCode, String>);

impl PublicOffices {
    pub(super) async fn read(shared: &Shared) -> Result<Self, StoreFault> {
        let listed = shared.store.listed().await?.into_iter().filter(|office| office.retired.is_none());
        Ok(Self(listed.map(|office| (office.code.clone(), office.called())).collect()))
    }

    /// Code and name of each.
    pub(super) fn each(&self) -> impl Iterator<Item = (&OfficeCode, &str)> {
        self.0.iter().map(|(code, name)| (code, name.as_str()))
    }

    pub(super) fn name(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str)
    }

    /// All of them, or the one that was chosen; none where it is no office of the directory.
    pub(super) fn reach(&self, chosen: &str) -> Reach {
        let codes = self.0.keys().filter(|code| chosen.is_empty() || code.as_str() == chosen);
        Reach::Only(codes.cloned().collect())
    }
}

/// One office as the public knows it: listed, and what it says of itself on its letters, once it has a desk.
pub(super) struct PublicOffice {
    pub(super) code: OfficeCode,
    pub(super) name: String,
    pub(super) retired: bool,
    pub(super) known: Option<KnownOffice>,
}

impl PublicOffice {
    /// The office with this code; none when it is not listed.
    pub(super) async fn read(shared: &Shared, code: &str) -> Result<Option<Self>, StoreFault> {
        let listed = shared.store.listed().await?.into_iter().find(|office| office.code == code);
        let Some(ListedOffice { code, retired, name, kind, .. }) = listed else { return Ok(None) };
        let only = Reach::Only([code.clone()].into());
        let known = shared.store.known_offices(&only).await?.pop().and_then(|(_, known)| known);
        let called = if name.is_empty() { None } else { Some(kind.called(&name)) };
        let name =
            called.or_else(|| known.as_ref().map(|known| known.profile.name())).unwrap_or_else(|| format!("Kantor {code}"));
        Ok(Some(Self { code, name, retired: retired.is_some(), known }))
    }
}
