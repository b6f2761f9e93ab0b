//! How far the journal was known at some time, and what folds from that much of it: what a report could count, and what not yet.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use loket_domain::ids::RequestId;
use loket_domain::report::AnnualReport;
use loket_domain::request::Request;
use loket_journal::{Entry, Matter, OriginId, Payload, Subject};
use rusqlite::Connection;
use uuid::Uuid;

use crate::store::entries::{self, subject_name};
use crate::store::error::StoreError;
use crate::store::folded::Folded;
use crate::store::known::Known;
use crate::store::projection;

/// How many entries of each writer were known; of a writer that is not named, none.
pub(crate) struct Extent(BTreeMap<OriginId, u64>);

impl Extent {
    /// All there is.
    pub(crate) fn now(tables: &Connection) -> Result<Self, StoreError> {
        Ok(Self(entries::series(tables)?.into_iter().collect()))
    }

    /// As a report writes it down.
    pub(crate) fn written(self) -> BTreeMap<Uuid, u64> {
        self.0.into_iter().map(|(OriginId(origin), length)| (origin, length)).collect()
    }

    /// What was known when this report was frozen. Of one that did not write it down: what was written before it.
    pub(crate) fn of_report(tables: &Connection, id: Uuid, report: &AnnualReport) -> Result<Self, StoreError> {
        if !report.known.is_empty() {
            return Ok(Self(report.known.iter().map(|(origin, length)| (OriginId(*origin), *length)).collect()));
        }
        let subject = subject_name(Subject::matter(Matter::Report, id));
        let frozen = entries::of_kinds(tables, &subject, &["report_frozen"])?;
        let frozen = frozen.first().ok_or_else(|| StoreError::lacking("entry of a frozen report"))?.header.time;
        Self::as_long_as(tables, |entry| entry.header.time < frozen)
    }

    /// What was entered until the end of a civil day, by the writers' own clocks.
    pub(crate) fn end_of(tables: &Connection, day: NaiveDate) -> Result<Self, StoreError> {
        // What does not read counts as entered: it is never folded.
        let entered = |entry: &Entry| Payload::read(&entry.payload).map_or(true, |payload| payload.at.date() <= day);
        Self::as_long_as(tables, entered)
    }

    /// The entries of each series from its first, up to where `holds` ceases.
    fn as_long_as(tables: &Connection, holds: impl Fn(&Entry) -> bool) -> Result<Self, StoreError> {
        let mut lengths = BTreeMap::new();
        for (origin, length) in entries::series(tables)? {
            let (mut known, mut beyond) = (0, length);
            while known < beyond {
                let middle = known.midpoint(beyond);
                if entries::of_series(tables, origin, middle, 1)?.first().is_some_and(&holds) {
                    known = middle + 1;
                } else {
                    beyond = middle;
                }
            }
            lengths.insert(origin, known);
        }
        Ok(Self(lengths))
    }

    /// The subjects of which more is known by now.
    pub(crate) fn changed_since(&self, tables: &Connection) -> Result<BTreeSet<String>, StoreError> {
        let mut changed = BTreeSet::new();
        for (origin, length) in entries::series(tables)? {
            let known = self.known_of(origin);
            if known < length {
                changed.extend(entries::subjects_after(tables, origin, known)?);
            }
        }
        Ok(changed)
    }

    /// A request as it stood then, if it was known.
    pub(crate) fn request(&self, tables: &Connection, id: RequestId) -> Result<Option<Request>, StoreError> {
        let changes = self.changes(tables, Subject::Request(id))?;
        Ok(Request::replay(changes.iter().map(|known| &known.change)).0)
    }

    /// A matter as it stood then, if it was known.
    pub(crate) fn matter<S: Folded>(&self, tables: &Connection, id: Uuid) -> Result<Option<S>, StoreError> {
        let changes = self.changes(tables, Subject::matter(S::MATTER, id))?;
        Ok(S::replay(changes.iter().map(|known| &known.change)).0)
    }

    fn changes(&self, tables: &Connection, subject: Subject) -> Result<Vec<Known>, StoreError> {
        let mut kept = entries::of_subject(tables, &subject_name(subject))?;
        kept.retain(|kept| kept.header.seq <= self.known_of(kept.header.origin));
        Ok(projection::known(&kept).into_iter().filter(Known::speaks_for_itself).collect())
    }

    fn known_of(&self, origin: OriginId) -> u64 {
        self.0.get(&origin).copied().unwrap_or_default()
    }
}
