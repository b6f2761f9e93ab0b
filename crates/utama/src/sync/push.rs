//! `POST /sync/v1/push`: a desk sends what it wrote.

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use loket_journal::protocol::{PushAnswer, RefusalKind};
use loket_journal::{Batch, BatchFault, Chain, LARGEST_BATCH};
use std::sync::Arc;
use tracing::info;

use super::refused::Refused;
use super::{authenticated, read};
use crate::server::Shared;
use crate::store::{EnrolledDesk, Run, StoreFault, Taking};

pub(super) async fn push(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Result<Json<PushAnswer>, Refused> {
    let (desk, body) = authenticated(&shared, &headers, body).await?;
    let bytes = read(body, LARGEST_BATCH, RefusalKind::Batch).await?;
    let (office, code) = (desk.office.clone(), desk.desk.clone());
    // Unpacking and hashing a large batch takes a while: not on a thread that serves others.
    let proven = tokio::task::spawn_blocking(move || prove(&bytes, &desk));
    let run = proven.await.map_err(|_| StoreFault::Stopped)??;
    match shared.store.take(run).await? {
        Taking::Taken(chain) => {
            info!(office, desk = code, until = chain.length, "taken");
            Ok(Json(PushAnswer::Taken { receipt: shared.key.sign(&chain) }))
        }
        Taking::Gap(expected) => {
            info!(office, desk = code, expected, "entries are missing");
            Ok(Json(PushAnswer::Gap { expected }))
        }
        Taking::Forked => Err(RefusalKind::Forked.into()),
    }
}

/// The entries of the batch, recomputed and signed by this very desk.
fn prove(bytes: &Bytes, desk: &EnrolledDesk) -> Result<Run, Refused> {
    let batch = Batch::decode(bytes).map_err(|fault| match fault {
        BatchFault::TooLarge => Refused::with(StatusCode::PAYLOAD_TOO_LARGE, RefusalKind::Batch),
        _ => RefusalKind::Batch.into(),
    })?;
    if (batch.origin, &batch.office) != (desk.origin, &desk.office) {
        return Err(RefusalKind::ForeignBatch.into());
    }
    let (office, head) = (batch.office.clone(), batch.head);
    let before = Chain { origin: batch.origin, length: batch.after, head: batch.previous };
    let entries = batch.open(&desk.key).map_err(|_| RefusalKind::Batch)?;
    Ok(Run { office, before, entries, head })
}
