//! A desk sends what it wrote, or what another series of its office wrote and this server lacks.

use loket_domain::change::Change;
use loket_domain::question::Party;
use loket_journal::protocol::{Answer, Doubt, DoubtKind, Parcel, PushAnswer, RefusalKind, Writer};
use loket_journal::{Batch, BatchFault, Chain, Entry, OriginId, Payload, PublicKey, Recorded, Subject};
use std::collections::BTreeMap;
use tracing::info;

use super::allowance::Weight;
use super::deliver::{learned, relearn};
use super::hello::parity;
use super::refused::{CallRefused, postcard};
use super::service::Service;
use crate::store::{EnrolledDesk, Run, StoreFault, Taking};

/// From how many bytes on a parcel is unpacked on a thread that serves nobody else meanwhile.
const HEAVY: usize = 64 << 10;
/// Doubts in one answer at most; the monitor shows them all.
const DOUBTS: usize = 200;

pub(super) async fn push(service: &Service, desk: &EnrolledDesk, body: Vec<u8>, now: u64) -> Result<Answer, CallRefused> {
    let body = match Parcel::read(&body) {
        Parcel::Rest(length, rest) => match service.uploads().join(desk.origin, length, rest) {
            Some(whole) => whole,
            None => return postcard(&PushAnswer::Lost),
        },
        _ => {
            service.uploads().forget(desk.origin);
            body
        }
    };
    postcard(&take(service, desk, body, Some(now)).await?)
}

/// Takes a parcel that is here as a whole; `now` is none where a person carried it here.
pub(super) async fn take(
    service: &Service,
    desk: &EnrolledDesk,
    body: Vec<u8>,
    now: Option<u64>,
) -> Result<PushAnswer, CallRefused> {
    let size = body.len();
    let (batch, vouched) = heavy(size, move || decode(&body)).await??;
    if batch.office != desk.office || vouched.is_some_and(|key| !key.is_sound()) {
        return Err(RefusalKind::ForeignBatch.into());
    }
    let writer = writer(service, desk, batch.origin, vouched).await?;
    service.allowances.charge(&desk.office, Weight::of(&batch), now, service.store.entries_size(&desk.office)).await?;
    let run = heavy(size, move || prove(batch, &writer.key)).await??;
    if vouched.is_some() {
        service.store.vouch(&desk.office, writer).await?;
        // It may be known as another office's, or under another key: then nobody here may speak for it.
        if known(service, &desk.office, writer.origin).await? != Some(writer) {
            return Err(RefusalKind::ForeignBatch.into());
        }
    }
    let (origin, after, last) = (run.before.origin, run.before.length, run.head.seq);
    let own = writer.key == service.key.public();
    let doubts = doubts(&run.entries, own);
    let packs = if own { learned(&run.entries, &writer.key) } else { vec![] };
    match service.store.take(run).await? {
        Taking::Taken(chain) => {
            relearn(service, packs).await?;
            info!(office = desk.office.as_str(), desk = desk.desk.as_str(), until = chain.length, "taken");
            let doubts = with_misfits(service, doubts, origin, after, last).await?;
            let receipt = service.key.receipt(service.epoch, &chain);
            Ok(PushAnswer::Taken { receipt, parity: parity(service, &desk.office).await?, doubts })
        }
        Taking::Gap(expected) => {
            info!(office = desk.office.as_str(), desk = desk.desk.as_str(), expected, "entries are missing");
            Ok(PushAnswer::Gap { expected })
        }
        Taking::Forked => Err(RefusalKind::Forked.into()),
    }
}

/// Runs `work` where it keeps nobody waiting.
pub(super) async fn heavy<T: Send + 'static>(size: usize, work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreFault> {
    if size < HEAVY { Ok(work()) } else { tokio::task::spawn_blocking(work).await.map_err(StoreFault::stopped) }
}

fn decode(body: &[u8]) -> Result<(Batch, Option<PublicKey>), CallRefused> {
    let (bytes, vouched) = match Parcel::read(body) {
        Parcel::Vouched(key, batch) => (batch, Some(key)),
        Parcel::Batch(batch) => (batch, None),
        Parcel::Rest(..) => return Err(RefusalKind::Batch.into()),
    };
    let batch = Batch::decode(bytes).map_err(|fault| match fault {
        BatchFault::TooLarge => CallRefused::No(413, RefusalKind::Batch),
        _ => RefusalKind::Batch.into(),
    })?;
    Ok((batch, vouched))
}

/// Who must have signed the batch: the desk itself, a series this office is known to have, or one the desk vouches for.
async fn writer(
    service: &Service,
    desk: &EnrolledDesk,
    origin: OriginId,
    vouched: Option<PublicKey>,
) -> Result<Writer, CallRefused> {
    if origin == desk.origin {
        return Ok(Writer { origin, key: desk.key });
    }
    let known = known(service, &desk.office, origin).await?;
    Ok(known.or(vouched.map(|key| Writer { origin, key })).ok_or(RefusalKind::ForeignBatch)?)
}

async fn known(service: &Service, office: &str, origin: OriginId) -> Result<Option<Writer>, StoreFault> {
    let series = service.store.series(office).await?;
    Ok(series.into_iter().map(|series| series.writer).find(|writer| writer.origin == origin))
}

/// The entries of the batch, recomputed and signed by their writer.
fn prove(batch: Batch, key: &PublicKey) -> Result<Run, RefusalKind> {
    let (office, head) = (batch.office.clone(), batch.head);
    let before = Chain { origin: batch.origin, length: batch.after, head: batch.previous };
    let entries = batch.open(key).map_err(unproven)?;
    Ok(Run { office, before, entries, head })
}

/// Whichever way its entries are not those of the signed head: the desk is told the kind only.
fn unproven(_: BatchFault) -> RefusalKind {
    RefusalKind::Batch
}

/// What can be told of the entries alone, and of whether PPID Utama itself wrote them.
fn doubts(entries: &[Entry], own: bool) -> BTreeMap<u64, DoubtKind> {
    let doubt = |entry: &Entry| {
        let Ok(payload) = Payload::read(&entry.payload) else { return Some(DoubtKind::Unreadable) };
        let strange = matches!(entry.header.subject, Subject::Other(..)) && entry.header.subject.as_matter().is_none();
        match payload.recorded() {
            _ if strange => Some(DoubtKind::Newer),
            Recorded::Newer { .. } => Some(DoubtKind::Newer),
            Recorded::Damaged { .. } => Some(DoubtKind::Unreadable),
            Recorded::Known(Change::Question(change)) if (change.by() == Party::Utama) != own => Some(DoubtKind::Misfit),
            Recorded::Known(_) => None,
        }
    };
    entries.iter().filter_map(|entry| Some((entry.header.seq, doubt(entry)?))).collect()
}

async fn with_misfits(
    service: &Service,
    mut doubts: BTreeMap<u64, DoubtKind>,
    origin: OriginId,
    after: u64,
    last: u64,
) -> Result<Vec<Doubt>, StoreFault> {
    for seq in service.store.misfits(origin, after).await?.into_iter().take_while(|seq| *seq <= last) {
        doubts.entry(seq).or_insert(DoubtKind::Misfit);
    }
    Ok(doubts.into_iter().map(|(seq, kind)| Doubt { seq, kind }).take(DOUBTS).collect())
}
