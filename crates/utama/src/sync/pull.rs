//! A desk fetches what others of its office wrote, or what it wrote itself and has lost.

use loket_journal::protocol::{Answer, PullAnswer, PullRequest};
use loket_journal::{Batch, BatchFault, OriginId, Parity};
use std::collections::BTreeMap;
use tracing::{error, info};

use super::refused::{CallRefused, unread};
use super::service::Service;
use crate::store::{EnrolledDesk, Run, Series, StoreFault};

/// How many bytes of entries one answer carries, before they are packed. A single step from one signed head to the next may be
/// larger; it then travels alone.
const ROOM: usize = 1 << 20;

pub(super) async fn pull(service: &Service, desk: &EnrolledDesk, body: &[u8]) -> Result<Answer, CallRefused> {
    let asked: PullRequest = postcard::from_bytes(body).map_err(unread)?;
    let (answer, _) = gather(service, desk, &asked).await?;
    info!(office = desk.office.as_str(), desk = desk.desk.as_str(), batches = answer.batches.len(), more = answer.more, "pulled");
    Ok(Answer::yes(answer.seal(asked.resume).map_err(StoreFault::damaged("jawaban"))?))
}

/// The answer, and for each of its batches how far it goes.
pub(super) async fn gather(
    service: &Service,
    desk: &EnrolledDesk,
    asked: &PullRequest,
) -> Result<(PullAnswer, Vec<(OriginId, u64)>), CallRefused> {
    let have: BTreeMap<_, _> = asked.have.iter().copied().collect();
    let stored = service.store.series(&desk.office).await?;
    let parity = Parity::of(service.epoch, stored.iter().map(Series::chain));
    let mut answer = PullAnswer { writers: vec![], batches: vec![], more: false, parity };
    let mut reach = Vec::new();
    let mut room = ROOM.min(asked.room as usize);
    for series in stored {
        let origin = series.writer.origin;
        let after = have.get(&origin).copied().unwrap_or(0);
        let own_unasked = origin == desk.origin && !have.contains_key(&origin);
        if own_unasked || after >= series.length {
            continue;
        }
        if room == 0 && !answer.batches.is_empty() {
            answer.more = true;
            break;
        }
        let Some(run) = service.store.run(&desk.office, origin, after, room).await? else { continue };
        let size = size(&run);
        if size > room && !answer.batches.is_empty() {
            answer.more = true;
            continue;
        }
        let last = run.head.seq;
        match pack(run).await? {
            Ok(batch) => {
                answer.batches.push(batch);
                reach.push((origin, last));
            }
            Err(fault) => {
                error!(office = desk.office.as_str(), %fault, "a run cannot be sent");
                continue;
            }
        }
        answer.writers.push(series.writer);
        answer.more |= last < series.length;
        room = room.saturating_sub(size);
    }
    Ok((answer, reach))
}

/// Bytes of its entries before packing, about.
fn size(run: &Run) -> usize {
    run.entries.iter().map(|entry| entry.payload.len() + 160).sum()
}

async fn pack(run: Run) -> Result<Result<Vec<u8>, BatchFault>, CallRefused> {
    let packing = tokio::task::spawn_blocking(move || Batch::pack(&run.office, &run.before, run.entries, run.head).encode());
    Ok(packing.await.map_err(StoreFault::stopped)?)
}
