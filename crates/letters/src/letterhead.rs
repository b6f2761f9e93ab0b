//! The letterhead (*kop*) of a kecamatan.

use std::borrow::Cow;

use loket_domain::office::Official;

/// Who issues the paper. Printed at the head of the first page, over a thick and a thin rule.
///
/// Names that are too long for their line are set smaller, and wrap when that is not enough.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// The regency's emblem as PNG or JPEG bytes; see [`check_emblem`](crate::check_emblem).
    pub emblem: Option<Vec<u8>>,
    /// The government, such as `PEMERINTAH KABUPATEN SERDANG BEDAGAI`.
    pub government: String,
    /// The office, such as `KECAMATAN PERBAUNGAN`; the largest line.
    pub office: String,
    /// Address, telephone, e-mail, one line each.
    pub contact_lines: Vec<String>,
}

impl Letterhead {
    /// The letterhead of what `official` signs: that of the office of the signature. The emblem of the regency stays.
    pub(crate) fn of(&self, official: Option<&Official>) -> Cow<'_, Self> {
        match official.and_then(|official| official.own_office.as_ref()) {
            None => Cow::Borrowed(self),
            Some(office) => Cow::Owned(Self {
                emblem: self.emblem.clone(),
                government: office.government.clone(),
                office: office.name.clone(),
                contact_lines: office.lines.clone(),
            }),
        }
    }
}
