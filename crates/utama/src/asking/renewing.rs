//! Another code for the web's desk, once the database was put back.

use loket_domain::numbering::DeskCode;

use super::desk::renewed_web_desk;
use crate::fault::StoreFault;
use crate::settings::{ServerSettings, keep_web_desk_code};

/// Gives the web's desk a code that it never had, so that no number is given twice of which a database that was put back knows
/// nothing. Says which.
///
/// # Errors
/// [`StoreFault`] when it cannot be kept.
pub async fn renew_web_desk(settings: &(impl ServerSettings + ?Sized), now: u64) -> Result<DeskCode, StoreFault> {
    let code = renewed_web_desk(now);
    keep_web_desk_code(settings, &code).await?;
    Ok(code)
}
