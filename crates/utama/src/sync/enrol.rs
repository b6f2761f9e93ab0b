//! A desk introduces itself.

use loket_journal::Digest;
use loket_journal::protocol::{Answer, EnrolAnswer, EnrolRequest, RefusalKind};
use tracing::info;

use super::refused::{CallRefused, json, unread};
use super::service::Service;
use crate::secret::{code_hash, token_hash};
use crate::store::Enrolment;

pub(super) async fn enrol(service: &Service, body: &[u8], now: u64) -> Result<Answer, CallRefused> {
    let mut asked: EnrolRequest = serde_json::from_slice(body).map_err(unread)?;
    if asked.origin == service.origin || !service.lets_in(&asked.key) {
        return Err(RefusalKind::Message.into());
    }
    asked.office = asked.office.trim().into();
    let token = Digest(service.roll()?).to_string();
    let enrolment = Enrolment {
        code: code_hash(&asked.code),
        office: asked.office.clone(),
        desk: asked.desk.trim().to_uppercase().into(),
        origin: asked.origin,
        key: asked.key,
        token: token_hash(&token),
        now,
    };
    let (office, desk) = (enrolment.office.clone(), enrolment.desk.clone());
    service.store.enrol(enrolment).await??;
    info!(office = office.as_str(), desk = desk.as_str(), "enrolled");
    let series = service.store.series(&asked.office).await?;
    let others = series.iter().any(|series| series.writer.origin != asked.origin && series.length > 0);
    let (server, server_key, epoch) = (service.origin, service.key.public(), service.epoch);
    json(&EnrolAnswer { server, server_key, epoch, token, others })
}
