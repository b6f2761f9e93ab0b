//! The one way in which a request goes on.

use crate::error::DeskError;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::store::requests;
use loket_domain::ids::RequestId;
use loket_domain::request::{Command, decide};
use loket_journal::Subject;

/// Decides `command` on the request as it stands and writes what follows.
pub(crate) fn write_command(journal: &mut Journal, id: RequestId, command: Command, moment: Moment) -> Result<(), DeskError> {
    journal.commit(command.duty(), moment, |transaction, today, _| {
        let state = requests::one(transaction, id)?;
        let changes = decide(state.as_ref(), command, today)?;
        Ok(vec![Written { subject: Subject::Request(id), changes }])
    })
}
