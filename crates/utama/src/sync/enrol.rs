//! `POST /sync/v1/enrol`: a desk introduces itself.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use loket_journal::protocol::{EnrolAnswer, EnrolRequest, RefusalKind};
use std::sync::Arc;
use tracing::info;

use super::read;
use super::refused::Refused;
use crate::secret::{code_hash, new_token, token_hash};
use crate::server::Shared;
use crate::store::Enrolment;

const LARGEST: usize = 16 << 10;

pub(super) async fn enrol(State(shared): State<Arc<Shared>>, body: Body) -> Result<Json<EnrolAnswer>, Refused> {
    let bytes = read(body, LARGEST, RefusalKind::Message).await?;
    let asked: EnrolRequest = serde_json::from_slice(&bytes).map_err(|_| RefusalKind::Message)?;
    if asked.origin == shared.origin {
        return Err(RefusalKind::Message.into());
    }
    let token = new_token()?;
    let enrolment = Enrolment {
        code: code_hash(&asked.code),
        office: asked.office.trim().to_owned(),
        desk: asked.desk.trim().to_uppercase(),
        origin: asked.origin,
        key: asked.key,
        token: token_hash(&token),
        now: shared.clock.millis(),
    };
    let (office, desk) = (enrolment.office.clone(), enrolment.desk.clone());
    shared.store.enrol(enrolment).await??;
    info!(office, desk, "enrolled");
    Ok(Json(EnrolAnswer { server: shared.origin, server_key: shared.key.public(), token }))
}
