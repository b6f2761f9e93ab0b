//! A classification that is known here, and the one way in which it goes on.

use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::store::matters::{self, Found};

use crate::views::parts::Linked;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::classification::{Classification, ClassificationCommand, decide};
use loket_domain::ids::{ClassificationId, RequestId};
use loket_domain::problem::Refused;
use rusqlite::Connection;
use uuid::Uuid;

pub(crate) fn write_classification(
    journal: &mut Journal,
    id: Uuid,
    command: ClassificationCommand,
    moment: Moment,
) -> Result<(), DeskError> {
    let duty = command.duty();
    journal.write_matter::<Classification>(id, duty, moment, |state, _, today, _| Ok(decide(state, command, today)?))
}

pub(crate) fn known_classification(tables: &Connection, id: &str) -> Result<(ClassificationId, Classification), DeskError> {
    let id: ClassificationId = id.parse().map_err(nothing)?;
    let state = matters::one(tables, id.0)?.ok_or(Refused::Unknown)?;
    Ok((id, state))
}

/// The consequence tests that a request gave rise to, for its page.
pub(crate) fn about_request(tables: &Connection, request: RequestId) -> Result<Vec<Linked>, DeskError> {
    let linked = |found: Found<Classification>| Linked {
        label: format!("Uji konsekuensi: {}", found.state.stage().label()),
        subject: SubjectRef::new(SubjectKind::Classification, found.id),
    };
    Ok(matters::about::<Classification>(tables, request)?.into_iter().map(linked).collect())
}
