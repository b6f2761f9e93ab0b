//! What PPID Utama answered and nobody here has acted on yet.
//!
//! An answer stays news until the request is decided, a consequence test until it is decreed; one that was not approved is
//! named for two weeks. So nothing has to be marked as read, and nothing is missed by who was away.

use chrono::{Days, NaiveDate};
use loket_domain::change::Change;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_journal::{Entry, Matter, Payload, Recorded, Subject};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::store::{entries, matters, requests};
use crate::today::first_words;
use crate::views::{SubjectKind, SubjectRef, WorkItem};

/// How long a test that was not approved is named.
const TOLD: Days = Days::new(14);

impl Desk {
    /// The news, latest first.
    pub(crate) fn news(&self, today: NaiveDate) -> Result<Vec<WorkItem>, DeskError> {
        let mut answers = self.written_by_utama()?;
        answers.sort_by_key(|entry| std::cmp::Reverse(entry.header.order()));
        let mut items: Vec<WorkItem> = Vec::new();
        for entry in answers {
            let item = self.news_in(&entry, today)?;
            // Of several answers about one thing the latest is the news.
            items.extend(item.filter(|item| items.iter().all(|known| known.subject != item.subject)));
        }
        Ok(items)
    }

    /// Every entry PPID Utama wrote for this office: its series are signed with the key of its receipts.
    fn written_by_utama(&self) -> Result<Vec<Entry>, DeskError> {
        let Some(enrolment) = self.enrolment()? else { return Ok(vec![]) };
        let mut written = Vec::new();
        for (origin, _) in entries::series(&self.connection)? {
            if entries::writer(&self.connection, origin)? == Some(enrolment.server_key) {
                written.extend(entries::of_series(&self.connection, origin, 0, u32::MAX)?);
            }
        }
        Ok(written)
    }

    /// The news in an entry, if it still is.
    fn news_in(&self, entry: &Entry, today: NaiveDate) -> Result<Option<WorkItem>, DeskError> {
        let recorded = Payload::read(&entry.payload).map(|payload| payload.recorded());
        let Ok(Recorded::Known(change)) = recorded else { return Ok(None) };
        match (entry.header.subject, entry.header.subject.as_matter()) {
            (Subject::Request(id), _) => {
                let Change::ForwardAnswered { answer } = change else { return Ok(None) };
                let waiting = requests::one(&self.connection, id)?.filter(|request| request.outcome.is_none());
                let Some(request) = waiting else { return Ok(None) };
                let due = request.due(&self.office.profile, &self.calendar);
                let subject = SubjectRef::new(SubjectKind::Request, id);
                Ok(Some(self.item(subject, request.number.text, first_words(&answer.note), due, today)))
            }
            (_, Some((Matter::Classification, id))) => {
                let Some(test) = matters::one::<Classification>(&self.connection, id)? else { return Ok(None) };
                let text = match change {
                    Change::ConsequenceTestApproved { by, .. } if test.stage() == ClassificationStage::Approved => {
                        format!("Disetujui {by}; menunggu penetapan.")
                    }
                    Change::ConsequenceTestRejected { on, reason }
                        if on.checked_add_days(TOLD).is_some_and(|end| today <= end) =>
                    {
                        format!("Tidak disetujui: {reason}")
                    }
                    _ => return Ok(None),
                };
                let subject = SubjectRef::new(SubjectKind::Classification, id);
                Ok(Some(self.item(subject, "Uji konsekuensi".to_owned(), first_words(&text), None, today)))
            }
            _ => Ok(None),
        }
    }
}
