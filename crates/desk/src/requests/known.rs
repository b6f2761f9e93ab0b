//! A request that is known here.

use crate::error::DeskError;
use crate::store::requests;
use loket_domain::ids::RequestId;
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::request::Request;
use rusqlite::Connection;

/// What is no identity was never registered.
fn not_registered<E>(_: E) -> Refused {
    RequestRefused::NotRegistered.into()
}

pub(crate) fn known(tables: &Connection, id: &str) -> Result<(RequestId, Request), DeskError> {
    let id: RequestId = id.parse().map_err(not_registered)?;
    let request = requests::one(tables, id)?.ok_or(RequestRefused::NotRegistered)?;
    Ok((id, request))
}
