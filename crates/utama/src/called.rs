//! What offices are called, out of everything that is known of them.

use crate::accounts::Reach;
use crate::directory::OfficeNames;
use crate::fault::StoreFault;
use crate::memory::Memory;

/// What every office is called.
pub(crate) async fn office_names(store: &dyn Memory) -> Result<OfficeNames, StoreFault> {
    Ok(OfficeNames::of_all(&store.listed().await?, &store.known_offices(&Reach::Every).await?))
}

/// What an office is called.
///
/// # Errors
/// [`StoreFault`] when that cannot be read.
pub async fn office_name(store: &dyn Memory, code: &str) -> Result<String, StoreFault> {
    Ok(office_names(store).await?.of(code))
}
