//! With which PPID Utama this desk is enrolled.

use crate::store::error::StoreError;
use crate::store::local;
use loket_journal::{Epoch, OriginId, PublicKey};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

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

pub(crate) fn enrolment(tables: &Connection) -> Result<Option<Enrolment>, StoreError> {
    local::read_json(tables, local::ENROLMENT)
}
