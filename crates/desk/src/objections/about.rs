//! Objections as others ask about them.

use crate::error::DeskError;
use crate::store::matters;

use crate::views::parts::Linked;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::objection::Objection;
use rusqlite::Connection;

/// Objections about a request, for its page.
pub(crate) fn objections_about(tables: &Connection, request: loket_domain::ids::RequestId) -> Result<Vec<Linked>, DeskError> {
    let found = matters::about::<Objection>(tables, request)?;
    Ok(found
        .into_iter()
        .map(|found| Linked {
            label: format!("Keberatan {}: {}", found.state.number.text, found.state.stage().label()),
            subject: SubjectRef::new(SubjectKind::Objection, found.id),
        })
        .collect())
}
