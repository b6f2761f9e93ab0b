//! What the command line does is written down like what the pages do.

use loket_domain::office::OfficeCode;
use loket_utama::{AuditLine, Audited, COMMAND_LINE, Memory, StoreFault};

/// Writes down what was done at `now`, in milliseconds since 1970.
pub(crate) async fn note(
    store: &dyn Memory,
    what: Audited,
    office: Option<&OfficeCode>,
    about: String,
    now: u64,
) -> Result<(), StoreFault> {
    let (login, office, about) = (COMMAND_LINE.to_owned(), office.cloned(), Some(about));
    store.note(AuditLine { at: now, login, what, office, about, address: String::new() }).await
}
