//! Which offices take requests on the web.

use loket_domain::closed_list;
use loket_domain::office::OfficeCode;
use std::collections::BTreeMap;

use super::{PublicDoor, ServerSettings, keep, kept};
use crate::fault::StoreFault;

/// Under which name it is kept what single offices do.
const OFFICES: &str = "office_asking";

closed_list! {
    /// Whether one office takes requests on the web.
    pub enum OfficeAsking {
        /// As the regency does.
        Usual = "" => "Mengikuti pengaturan pintu publik",
        /// It does.
        Open = "buka" => "Menerima permohonan lewat laman",
        /// It does not.
        Shut = "tutup" => "Tidak menerima permohonan lewat laman",
    }
}

impl OfficeAsking {
    /// Whether it takes requests behind this door.
    pub(crate) fn takes(self, door: &PublicDoor) -> bool {
        match self {
            Self::Usual => door.asking,
            Self::Open => true,
            Self::Shut => false,
        }
    }
}

/// What the offices do that do not follow the regency.
///
/// # Errors
/// [`StoreFault`] when it cannot be read.
pub(crate) async fn offices_asking(
    settings: &(impl ServerSettings + ?Sized),
) -> Result<BTreeMap<OfficeCode, OfficeAsking>, StoreFault> {
    let stored: BTreeMap<OfficeCode, String> = kept(settings, OFFICES, "kantor di laman").await?;
    Ok(stored.into_iter().filter_map(|(office, code)| Some((office, OfficeAsking::from_code(&code)?))).collect())
}

/// What one office does.
///
/// # Errors
/// As [`offices_asking`].
pub(crate) async fn office_asking(settings: &(impl ServerSettings + ?Sized), office: &str) -> Result<OfficeAsking, StoreFault> {
    Ok(offices_asking(settings).await?.get(office).copied().unwrap_or(OfficeAsking::Usual))
}

/// Sets what one office does.
///
/// # Errors
/// As [`offices_asking`], or when it cannot be kept.
pub(crate) async fn keep_office_asking(
    settings: &(impl ServerSettings + ?Sized),
    office: &OfficeCode,
    asking: OfficeAsking,
) -> Result<(), StoreFault> {
    let mut offices = offices_asking(settings).await?;
    offices.insert(office.clone(), asking);
    let codes: BTreeMap<_, _> = offices.into_iter().map(|(office, asking)| (office, asking.code())).collect();
    keep(settings, OFFICES, "kantor di laman", &codes).await
}
