//! What offices are called, out of everything that is known of them.

use loket_domain::office::OfficeCode;

use crate::accounts::Reach;
use crate::directory::OfficeNames;
use crate::fault::StoreFault;
use crate::memory::Memory;

/// What every office is called.
pub(crate) async fn office_names(store: &dyn Memory) -> Result<OfficeNames, StoreFault> {
    Ok(OfficeNames::of_all(&store.listed().await?, &store.known_offices(&Reach::Every).await?))
}

/// What one office is called; nothing is read of the others.
///
/// # Errors
/// [`StoreFault`] when that cannot be read.
pub async fn office_name(store: &dyn Memory, code: &str) -> Result<String, StoreFault> {
    let only = Reach::Only([OfficeCode::from(code)].into());
    Ok(OfficeNames::of_all(&store.listed().await?, &store.known_offices(&only).await?).of(code))
}
