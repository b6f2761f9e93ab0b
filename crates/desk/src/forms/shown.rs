//! What was shown before it is accepted: it goes to the window and comes back, and only what this desk itself showed to this very person
//! is accepted. The window is no place to keep it: whatever could make it say something else would write what nobody saw.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::error::StoreError;
use crate::store::local;
use loket_domain::problem::Refused;
use loket_journal::Digest;
use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What was shown, as it goes out to the window. `what` names the kind: nothing shown as one is accepted as another.
pub(crate) fn handed_out(
    tables: &Connection,
    context: &Context<'_>,
    what: &str,
    plan: &impl Serialize,
) -> Result<String, DeskError> {
    let plan = serde_json::to_string(plan).map_err(DeskError::slip("token"))?;
    Ok(format!("{} {plan}", mark(tables, context, what, &plan)?))
}

/// What was shown, as it comes back.
///
/// # Errors
/// [`Refused::Unknown`] for what this desk did not hand out to whoever is signed in.
pub(crate) fn handed_back<T: DeserializeOwned>(
    tables: &Connection,
    context: &Context<'_>,
    what: &str,
    token: &str,
) -> Result<T, DeskError> {
    let (marked, plan) = token.split_once(' ').ok_or(Refused::Unknown)?;
    // Of the hash of both, so that how long it takes tells nothing of the right one.
    if blake3::hash(marked.as_bytes()) != blake3::hash(mark(tables, context, what, plan)?.to_string().as_bytes()) {
        return Err(Refused::Unknown.into());
    }
    serde_json::from_str(plan).map_err(DeskError::slip("token"))
}

fn mark(tables: &Connection, context: &Context<'_>, what: &str, plan: &str) -> Result<Digest, DeskError> {
    let seed: Digest = local::read(tables, local::KEY_SEED)?
        .ok_or(StoreError::lacking("setting"))?
        .parse()
        .map_err(DeskError::unsound("key"))?;
    let key = blake3::derive_key("loket-ppid what was shown to the window v1", &seed.0);
    let marked = format!("{what}\n{}\n{plan}", context.account.id);
    Ok(Digest(*blake3::keyed_hash(&key, marked.as_bytes()).as_bytes()))
}
