//! What offices are called.

use loket_domain::office::OfficeCode;
use std::collections::BTreeMap;

use super::ListedOffice;
use crate::projection::KnownOffice;

/// What each office is called: as it named itself, else as the directory does, else by its code.
pub(crate) struct OfficeNames(BTreeMap<OfficeCode, String>);

impl OfficeNames {
    pub(crate) fn of_all(listed: &[ListedOffice], known: &[(OfficeCode, Option<KnownOffice>)]) -> Self {
        let mut names: BTreeMap<_, _> = listed.iter().map(|office| (office.code.clone(), office.called())).collect();
        names.extend(known.iter().filter_map(|(code, known)| Some((code.clone(), known.as_ref()?.profile.name()))));
        Self(names)
    }

    pub(crate) fn of(&self, code: &str) -> String {
        self.0.get(code).cloned().unwrap_or_else(|| format!("Kantor {code}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use loket_domain::office::OfficeKind;

    #[test]
    fn an_office_that_has_sent_nothing_yet_still_has_a_name() {
        let listed = |code: &str, name: &str| ListedOffice {
            code: code.into(),
            name: name.into(),
            kind: OfficeKind::of_name(name),
            contact: String::new(),
            retired: None,
        };
        let names = OfficeNames::of_all(&[listed("12.18.02", "Perbaungan"), listed("12.18.71", "Dinas Pendidikan")], &[]);
        assert_eq!([names.of("12.18.02"), names.of("12.18.71")], ["Kantor Camat Perbaungan", "Dinas Pendidikan"]);
        assert_eq!(names.of("12.19.07"), "Kantor 12.19.07");
    }
}
