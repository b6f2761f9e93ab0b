//! Storing runs and the rows they change.

use loket_domain::calendar::Calendar;
use loket_journal::{Chain, Digest};

use super::joint::Joint;
use super::ledger::{Addition, Ledger};
use super::naming::{name, names};
use super::prepared::Prepared;
use super::refold::refold;
use super::{StoreFault, Taking};

/// Stores what is new in each of `runs`, which are of different series; says what became of each, in order.
pub(crate) async fn take(
    ledger: &impl Ledger,
    runs: &[impl AsRef<Prepared>],
    calendar: &Calendar,
) -> Result<Vec<Taking>, StoreFault> {
    let origins: Vec<_> = runs.iter().map(|run| run.as_ref().before.origin).collect();
    let ends = ledger.ends(&origins).await?;
    let (mut takings, mut additions) = (Vec::with_capacity(runs.len()), Vec::with_capacity(runs.len()));
    for (run, origin) in runs.iter().map(AsRef::as_ref).zip(origins) {
        let end = ends.get(&origin).copied().unwrap_or(Chain::empty(origin));
        let (taking, addition) = join(ledger, run, end).await?;
        takings.push(taking);
        additions.extend(addition);
    }
    if !additions.is_empty() {
        let rows = refold(ledger, &additions, calendar).await?;
        ledger.keep(&additions).await?;
        let mut named = Vec::new();
        for addition in &additions {
            named.extend(names(addition.office, addition.entries.iter().map(|kept| &kept.told)));
        }
        name(ledger, &named).await?;
        ledger.replace(&rows).await?;
    }
    Ok(takings)
}

/// What becomes of a run whose series ends at `end`, and what it adds.
async fn join<'a>(ledger: &impl Ledger, run: &'a Prepared, end: Chain) -> Result<(Taking, Option<Addition<'a>>), StoreFault> {
    let Joint::Meets { seq, hash, known } = Joint::of(run, end.length) else {
        return Ok((Taking::Gap(end.length + 1), None));
    };
    let stored = if seq == end.length { Some(end.head) } else { hash_at(ledger, end, seq).await? };
    if stored != Some(hash) {
        return Ok((Taking::Forked, None));
    }
    let entries = &run.entries[known..];
    if entries.is_empty() {
        return Ok((Taking::Taken(end), None));
    }
    let taken = Chain { length: run.head.seq, head: run.head.hash, ..end };
    let addition = Addition { office: &run.office, entries, head: &run.head, origin: end.origin };
    Ok((Taking::Taken(taken), Some(addition)))
}

async fn hash_at(ledger: &impl Ledger, end: Chain, seq: u64) -> Result<Option<Digest>, StoreFault> {
    if seq == 0 { Ok(Some(Chain::empty(end.origin).head)) } else { ledger.hash_at(end.origin, seq).await }
}
