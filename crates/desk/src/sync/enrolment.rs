//! What the desk keeps of its enrolment, and how it introduces itself.

use loket_domain::indonesian::date as words;
use loket_journal::protocol::{EnrolAnswer, EnrolRequest};
use loket_journal::{Epoch, OriginId, PublicKey};
use serde::{Deserialize, Serialize};

use super::Status;
use crate::desk::Desk;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::hold::Hold;
use crate::store::{local, objects, projection, requests};

/// What the desk keeps of its enrolment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Enrolment {
    /// Address of the server.
    pub(crate) server: String,
    /// Names the server.
    pub(crate) server_origin: OriginId,
    /// The key with which it signs receipts.
    pub(crate) server_key: PublicKey,
    /// The store that signed the last receipt.
    #[serde(default)]
    pub(crate) epoch: Option<Epoch>,
    /// Secret shown with every call.
    pub(crate) token: String,
    /// Since when, in words.
    pub(crate) since: String,
}

impl Desk {
    pub(crate) fn enrolment(&self) -> Result<Option<Enrolment>, DeskError> {
        local::read_json(&self.connection, local::ENROLMENT)
    }

    /// How this desk introduces itself with a one-time code.
    pub(super) fn introduction(&self, code: &str) -> EnrolRequest {
        EnrolRequest {
            code: code.trim().to_owned(),
            office: self.office.profile.code.clone(),
            desk: self.desk_code.clone(),
            origin: self.chain.origin,
            key: self.key.public(),
        }
    }

    /// Keeps an enrolment. What another server took does not count here: a receipt is worth something only to its signer.
    pub(super) fn keep_enrolment(&mut self, server: &str, answer: EnrolAnswer, moment: Moment) -> Result<(), DeskError> {
        let enrolment = Enrolment {
            server: server.trim().to_owned(),
            server_origin: answer.server,
            server_key: answer.server_key,
            epoch: Some(answer.epoch),
            token: answer.token,
            since: words(moment.local.date()),
        };
        let same_server = self.enrolment()?.is_some_and(|before| before.server_key == enrolment.server_key);
        let transaction = self.connection.transaction()?;
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
            projection::renew_news(&transaction, &self.office, &self.calendar)?;
        }
        transaction.commit()?;
        self.status = Status::default();
        let fresh = !requests::any_of(&self.connection, &self.desk_code)?;
        if answer.others && fresh && self.hold.is_none() {
            self.set_hold(Some(Hold::CatchUp))?;
        }
        Ok(())
    }
}
