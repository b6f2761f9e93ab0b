//! What must hold in the end.

use chrono::NaiveDate;
use loket_desk::sync::SyncState;
use loket_domain::calendar::Calendar;
use loket_domain::change::{Change, OfficeChange, RequestChange};
use loket_domain::numbering::NumberSeries;
use loket_journal::{Digest, Entry, EntryId, OriginId, Payload, Recorded};
use loket_utama::projection::Projection;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::counter::Counter;
use crate::glass::Register;
use crate::law::{Broken, Law, must};
use crate::office::OFFICES;
use crate::world::{Told, World};

type Place = (OriginId, u64, EntryId, Digest);

impl World {
    pub(crate) async fn judge(&self) -> Result<(), Broken> {
        for at in 0..self.counters.len() {
            let chip = self.counters[at].with(|desk| desk.sync_chip()).unwrap();
            let settled = chip.waiting == 0 && matches!(chip.state, SyncState::Synced | SyncState::Review);
            must(settled, Law::WaitingHasReason, || format!("{}: {chip:?}", self.counters[at].name()))?;
        }
        for (office, told) in self.told.iter().enumerate() {
            let code = OFFICES[office].0;
            let entries = self.utama.entries(code).await;
            let rows = self.utama.projection(code).await;
            kept_once(&entries, told)?;
            numbered(&entries, told)?;
            // Whose series they are matters to questions only, and nobody asks one here.
            let folded = Projection::of(entries.clone(), &HashSet::new(), &Calendar::shipped().unwrap());
            must(folded == rows, Law::TablesFollow, || format!("rows of office {office} at PPID Utama"))?;
            for counter in self.counters.iter().filter(|counter| counter.office == office) {
                alike(counter, &entries, &rows)?;
            }
        }
        (0..self.counters.len()).try_for_each(|at| self.verify(at))
    }
}

fn kept_once(entries: &[Entry], told: &Told) -> Result<(), Broken> {
    let ids: BTreeSet<EntryId> = entries.iter().map(|entry| entry.header.id).collect();
    let doubled = entries.len() - ids.len();
    must(doubled == 0, Law::NothingDoubled, || format!("{doubled} entries stand twice at PPID Utama"))?;
    let lost = told.acknowledged.difference(&ids).count();
    must(lost == 0, Law::AcknowledgedKept, || format!("{lost} entries are not at PPID Utama"))
}

fn numbered(entries: &[Entry], told: &Told) -> Result<(), Broken> {
    let mut given: BTreeMap<(String, i32), BTreeMap<u32, EntryId>> = told.papers.clone();
    let mut accounted: BTreeMap<(String, i32), BTreeSet<u32>> = BTreeMap::new();
    for entry in entries {
        let change = Payload::read(&entry.payload).map(|payload| payload.recorded());
        match change {
            Ok(Recorded::Known(Change::Request(RequestChange::RequestRegistered { number, .. }))) => {
                let series = (number.desk.as_str().to_owned(), number.year);
                let paper = *given.entry(series.clone()).or_default().entry(number.serial).or_insert(entry.header.id);
                must(paper == entry.header.id, Law::NumbersUnique, || format!("{} was given twice", number.text))?;
                accounted.entry(series).or_default().insert(number.serial);
            }
            Ok(Recorded::Known(Change::Office(OfficeChange::NumbersVoided { numbers })))
                if numbers.series == NumberSeries::Requests =>
            {
                let series = (numbers.desk.as_str().to_owned(), numbers.year);
                accounted.entry(series).or_default().extend(numbers.from..=numbers.to);
            }
            Ok(Recorded::Known(Change::Office(OfficeChange::NumberReserved { reserved }))) => {
                let series = (reserved.number.desk.as_str().to_owned(), reserved.number.year);
                accounted.entry(series).or_default().insert(reserved.number.serial);
            }
            _ => {}
        }
    }
    for (series, numbers) in given {
        let last = numbers.keys().next_back().copied().unwrap_or(0);
        let known = accounted.remove(&series).unwrap_or_default();
        let gap = (1..=last).find(|serial| !known.contains(serial));
        must(gap.is_none(), Law::GapsAccounted, || format!("number {gap:?} of {series:?}"))?;
    }
    Ok(())
}

fn alike(counter: &Counter, entries: &[Entry], rows: &Projection) -> Result<(), Broken> {
    let there: BTreeSet<Place> = entries.iter().map(|entry| place(&entry.header)).collect();
    let here: Vec<Place> = counter.glass().seen.values().map(|seen| place(&seen.header)).collect();
    let ids: BTreeSet<EntryId> = here.iter().map(|(_, _, id, _)| *id).collect();
    must(ids.len() == here.len(), Law::NothingDoubled, || format!("entries stand twice at {}", counter.name()))?;
    let here: BTreeSet<Place> = here.into_iter().collect();
    let (only_here, only_there) = (here.difference(&there).count(), there.difference(&here).count());
    must(only_here + only_there == 0, Law::ReplicasEqual, || {
        format!("{only_here} entries only at {}, {only_there} only at PPID Utama", counter.name())
    })?;
    let register = counter.glass().register();
    for row in &rows.requests {
        let due = register.get(&row.request.to_string()).and_then(|(_, _, due, _)| due.clone());
        must(due == row.due.map(|due: NaiveDate| due.to_string()), Law::DeadlinesEqual, || {
            format!("{} at {}: {due:?}, at PPID Utama {:?}", row.number, counter.name(), row.due)
        })?;
    }
    let folded: Register = rows
        .requests
        .iter()
        .map(|row| {
            let text = |date: Option<NaiveDate>| date.map(|date| date.to_string());
            let fields = (row.number.clone(), row.stage.code().to_owned(), text(row.due), text(row.decided_on));
            (row.request.to_string(), fields)
        })
        .collect();
    must(folded == register, Law::ReplicasEqual, || format!("the register of {}", counter.name()))?;
    let misfits: BTreeSet<(OriginId, u64)> = rows.misfits.iter().map(|misfit| (misfit.origin, misfit.seq)).collect();
    must(misfits == counter.glass().misfits(), Law::ReplicasEqual, || format!("what did not fit at {}", counter.name()))
}

fn place(header: &loket_journal::Header) -> Place {
    (header.origin, header.seq, header.id, header.hash())
}
