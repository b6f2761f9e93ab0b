//! `POST /sync/v1/pull`: a desk fetches what the other desks of its office wrote.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use loket_journal::protocol::{PullAnswer, PullRequest, RefusalKind};
use loket_journal::{Batch, BatchFault, OriginId};
use std::collections::BTreeMap;
use std::sync::Arc;
use tracing::{error, info};

use super::refused::Refused;
use super::{authenticated, read};
use crate::server::Shared;
use crate::store::{EnrolledDesk, Run, StoreFault};

const LARGEST_QUESTION: usize = 256 << 10;
/// How many bytes of entries one answer carries, before they are packed. A single step from one signed head to the next may be
/// larger; it then travels alone.
const ROOM: usize = 1 << 20;

pub(super) async fn pull(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Result<Response, Refused> {
    let (desk, body) = authenticated(&shared, &headers, body).await?;
    let bytes = read(body, LARGEST_QUESTION, RefusalKind::Message).await?;
    let asked: PullRequest = serde_json::from_slice(&bytes).map_err(|_| RefusalKind::Message)?;
    let answer = gather(&shared, &desk, &asked.have.into_iter().collect()).await?;
    info!(office = desk.office, desk = desk.desk, batches = answer.batches.len(), more = answer.more, "pulled");
    let bytes = postcard::to_allocvec(&answer).map_err(|_| StoreFault::Damaged("jawaban"))?;
    Ok(([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response())
}

async fn gather(shared: &Shared, desk: &EnrolledDesk, have: &BTreeMap<OriginId, u64>) -> Result<PullAnswer, Refused> {
    let mut answer = PullAnswer { writers: vec![], batches: vec![], more: false };
    let mut room = ROOM;
    for series in shared.store.series(&desk.office).await? {
        let origin = series.writer.origin;
        let after = have.get(&origin).copied().unwrap_or(0);
        if origin == desk.origin || after >= series.length {
            continue;
        }
        let Some(run) = shared.store.run(origin, after, room).await? else { continue };
        let size = size(&run);
        if size > room && !answer.batches.is_empty() {
            answer.more = true;
            continue;
        }
        let last = run.head.seq;
        match pack(run).await? {
            Ok(batch) => answer.batches.push(batch),
            Err(fault) => {
                error!(office = desk.office, %fault, "a run cannot be sent");
                continue;
            }
        }
        answer.writers.push(series.writer);
        answer.more |= last < series.length;
        room = room.saturating_sub(size);
    }
    Ok(answer)
}

/// Bytes of its entries before packing, about.
fn size(run: &Run) -> usize {
    run.entries.iter().map(|entry| entry.payload.len() + 160).sum()
}

async fn pack(run: Run) -> Result<Result<Vec<u8>, BatchFault>, Refused> {
    let packing = tokio::task::spawn_blocking(move || Batch::pack(&run.office, &run.before, run.entries, run.head).encode());
    Ok(packing.await.map_err(|_| StoreFault::Stopped)?)
}
