//! A desk sends what it wrote.

use axum::http::StatusCode;
use loket_journal::protocol::{Answer, PushAnswer, RefusalKind};
use loket_journal::{Batch, BatchFault, Chain};
use tracing::info;

use super::refused::{Refused, json};
use super::service::Service;
use crate::store::{EnrolledDesk, Run, StoreFault, Taking};

pub(super) async fn push(service: &Service, desk: &EnrolledDesk, body: Vec<u8>) -> Result<Answer, Refused> {
    let (office, code) = (desk.office.clone(), desk.desk.clone());
    // Unpacking and hashing a large batch takes a while: not on a thread that serves others.
    let (bytes, sender) = (body, desk.clone());
    let proven = tokio::task::spawn_blocking(move || prove(&bytes, &sender));
    let run = proven.await.map_err(|_| StoreFault::Stopped)??;
    match service.store.take(run).await? {
        Taking::Taken(chain) => {
            info!(office, desk = code, until = chain.length, "taken");
            json(&PushAnswer::Taken { receipt: service.key.sign(&chain) })
        }
        Taking::Gap(expected) => {
            info!(office, desk = code, expected, "entries are missing");
            json(&PushAnswer::Gap { expected })
        }
        Taking::Forked => Err(RefusalKind::Forked.into()),
    }
}

/// The entries of the batch, recomputed and signed by this very desk.
fn prove(bytes: &[u8], desk: &EnrolledDesk) -> Result<Run, Refused> {
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
