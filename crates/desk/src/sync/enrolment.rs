//! What the desk keeps of its enrolment, and how it introduces itself.

use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::store::enrolment::Enrolment;
use crate::store::writing::Writing;
use crate::store::{local, objects, projection, requests};
use crate::sync::state::State;
use loket_domain::indonesian::date as words;
use loket_journal::protocol::{EnrolAnswer, EnrolRequest};

/// How this desk introduces itself with a one-time code.
pub(crate) fn introduction(journal: &Journal, code: &str) -> EnrolRequest {
    EnrolRequest {
        code: code.trim().to_owned(),
        office: journal.office.profile.code.clone(),
        desk: journal.desk_code.clone(),
        origin: journal.chain.origin,
        key: journal.key.public(),
    }
}

/// Keeps an enrolment. What another server took does not count here: a receipt is worth something only to its signer.
pub(crate) fn keep_enrolment(
    journal: &mut Journal,
    sync: &mut State,
    server: &str,
    answer: EnrolAnswer,
    moment: Moment,
) -> Result<(), DeskError> {
    let enrolment = Enrolment {
        server: server.trim().to_owned(),
        server_origin: answer.server,
        server_key: answer.server_key,
        epoch: Some(answer.epoch),
        token: answer.token,
        since: words(moment.local.date()),
    };
    let same_server =
        crate::store::enrolment::enrolment(journal.tables())?.is_some_and(|before| before.server_key == enrolment.server_key);
    let transaction = Writing::begin(&journal.connection)?;
    if !same_server {
        local::forget(&transaction, local::RECEIPT)?;
        local::forget(&transaction, local::LAST_SYNC)?;
    }
    // With a new code a desk asks again about every file: it costs little, and mends what was lost there.
    objects::forget_receipts(&transaction)?;
    // The code brought this series in, whatever was to be told of earlier ones.
    local::forget(&transaction, local::SUCCESSIONS)?;
    local::write_json(&transaction, local::ENROLMENT, &enrolment)?;
    if !same_server {
        projection::renew_news(&transaction, &journal.office, &journal.calendar)?;
    }
    transaction.commit()?;
    *sync = State::default();
    let fresh = !requests::any_of(&journal.connection, &journal.desk_code)?;
    if answer.others && fresh && journal.hold.is_none() {
        journal.set_hold(Some(Hold::CatchUp))?;
    }
    Ok(())
}
