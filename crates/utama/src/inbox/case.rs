//! One request or consequence test as PPID Utama reads it.

use chrono::NaiveDateTime;
use loket_domain::change::Change;
use loket_domain::classification::Classification;
use loket_domain::ids::AccountId;
use loket_domain::office::Office;
use loket_domain::question::Question;
use loket_domain::request::Request;
use loket_journal::{Entry, Header, OriginId, Payload, PublicKey, Recorded, Stamp, Subject};
use std::collections::HashSet;

use crate::fault::StoreFault;
use crate::memory::Memory;
use crate::projection::is_own_word;

/// One thing that happened, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// On the wall clock of the writer's office.
    pub(crate) at: NaiveDateTime,
    /// Whose series.
    pub(crate) origin: OriginId,
    /// Which account.
    pub(crate) actor: AccountId,
    /// What, as far as it can be read.
    pub(crate) recorded: Recorded,
    /// Whether PPID Utama wrote it, which the key of its series tells.
    pub(crate) by_utama: bool,
}

impl Event {
    /// The change, if it is known and was written by the party that it says to speak for.
    fn counts(&self) -> Option<&Change> {
        match &self.recorded {
            Recorded::Known(change) => is_own_word(change, self.by_utama).then_some(change),
            Recorded::Newer { .. } | Recorded::Damaged { .. } => None,
        }
    }
}

/// What a subject's entries tell, in the order of the fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SubjectHistory {
    pub(crate) events: Vec<Event>,
    /// The stamp of the last of them.
    pub(crate) last: Stamp,
}

impl SubjectHistory {
    fn of(mut entries: Vec<Entry>, utama: &HashSet<OriginId>) -> Self {
        entries.sort_unstable_by_key(|entry| entry.header.order());
        let last = entries.last().map_or(Stamp(0), |entry| entry.header.time);
        let event = |entry: Entry| {
            let payload = Payload::read(&entry.payload).unwrap_or_else(|_| Payload::illegible());
            let recorded = payload.recorded();
            let Header { origin, actor, .. } = entry.header;
            Event { at: payload.at, origin, actor, recorded, by_utama: utama.contains(&origin) }
        };
        Self { events: entries.into_iter().map(event).collect(), last }
    }

    /// What was written about one subject of an office; PPID Utama has the key `utama`.
    pub(crate) async fn read(store: &dyn Memory, utama: &PublicKey, office: &str, subject: Subject) -> Result<Self, StoreFault> {
        let entries = store.story(office, subject).await?;
        if entries.is_empty() {
            return Ok(Self::of(entries, &HashSet::new()));
        }
        let series = store.series(office).await?.into_iter().map(|series| series.writer);
        let own = series.filter(|writer| writer.key == *utama).map(|writer| writer.origin).collect();
        Ok(Self::of(entries, &own))
    }

    /// The request it tells of.
    pub(crate) fn request(&self) -> Option<Request> {
        Request::replay(self.changes()).0
    }

    /// What happened, as far as it counts.
    pub(crate) fn changes(&self) -> impl Iterator<Item = &Change> {
        self.events.iter().filter_map(Event::counts)
    }
}

/// A subject that PPID Utama may decide on, folded.
pub(crate) struct Case {
    /// The office as it stands.
    pub(crate) office: Office,
    pub(crate) told: SubjectHistory,
}

impl Case {
    /// The case; none while its office is unknown.
    pub(crate) async fn read(
        store: &dyn Memory,
        utama: &PublicKey,
        office: &str,
        subject: Subject,
    ) -> Result<Option<Self>, StoreFault> {
        let about_office = SubjectHistory::read(store, utama, office, Subject::Office).await?;
        let established = about_office.changes().fold(None, |state: Option<Office>, change| {
            // A change that does not fit is left out, as everywhere.
            Office::apply(state.clone(), change).or(state)
        });
        let told = SubjectHistory::read(store, utama, office, subject).await?;
        Ok(established.map(|office| Self { office, told }))
    }

    /// The request it tells of.
    pub(crate) fn request(&self) -> Option<Request> {
        self.told.request()
    }

    /// The consequence test it tells of.
    pub(crate) fn test(&self) -> Option<Classification> {
        Classification::replay(self.told.changes()).0
    }

    /// The question it tells of.
    pub(crate) fn question(&self) -> Option<Question> {
        Question::replay(self.told.changes()).0
    }
}
