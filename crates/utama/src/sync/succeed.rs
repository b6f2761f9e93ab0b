//! A desk goes on under a new series and key.

use loket_journal::protocol::{Answer, RefusalKind, Succession};
use loket_journal::{Digest, ForgedHead};
use tracing::info;

use super::refused::{CallRefused, unread};
use super::service::Service;
use crate::secret::{code_hash, token_hash};
use crate::store::{EnrolledDesk, Enrolment, GivenCode};

/// Shortest token: 256 bits in hexadecimal.
const SHORTEST_TOKEN: usize = 64;
/// How long the code lives that stands for the old key's word, in milliseconds.
const LIFE: u64 = 60_000;

pub(super) async fn succeed(service: &Service, desk: &EnrolledDesk, body: &[u8], now: u64) -> Result<Answer, CallRefused> {
    let asked: Succession = serde_json::from_slice(body).map_err(unread)?;
    go_on(service, desk, &asked, now).await?;
    Ok(Answer::yes(vec![]))
}

/// Lets `desk` go on under the series and key it asks for.
pub(super) async fn go_on(service: &Service, desk: &EnrolledDesk, asked: &Succession, now: u64) -> Result<(), CallRefused> {
    if (desk.origin, desk.key) == (asked.origin, asked.key) {
        // Asked again with the new token: the answer was lost.
        return Ok(());
    }
    if asked.token.len() < SHORTEST_TOKEN || asked.origin == service.origin || !service.lets_in(&asked.key) {
        return Err(RefusalKind::Message.into());
    }
    asked.verify(desk.origin, &desk.key).map_err(forged)?;
    // The desk enters as any other does, through a code; the old key's word stands for the person who would hand it over.
    let code = Digest(service.roll()?).to_string();
    let (hash, office, name) = (code_hash(&code), desk.office.clone(), desk.desk.clone());
    let given = GivenCode { hash, office: office.clone(), desk: name.clone(), expires: now.saturating_add(LIFE) };
    service.store.keep_code(given).await?;
    let token = token_hash(&asked.token);
    let enrolment = Enrolment { code: hash, office, desk: name, origin: asked.origin, key: asked.key, token, now };
    service.store.enrol(enrolment).await??;
    info!(office = desk.office.as_str(), desk = desk.desk.as_str(), "goes on under a new key");
    Ok(())
}

/// A signature that does not hold says no more than that.
fn forged(_: ForgedHead) -> CallRefused {
    RefusalKind::Batch.into()
}
