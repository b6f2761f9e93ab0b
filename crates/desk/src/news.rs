//! What PPID Utama wrote and nobody here has acted on yet, as the first screen shows it.

use chrono::NaiveDate;
use loket_domain::question::Question;
use loket_journal::Matter;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::store::news::{self, News};
use crate::store::{entries, matters, requests};
use crate::views::{SubjectKind, SubjectRef, WorkItem};

impl Desk {
    /// Packs that wait, then the answers.
    pub(crate) fn all_news(&self, today: NaiveDate) -> Result<Vec<WorkItem>, DeskError> {
        Ok([self.waiting_packs()?, self.news(today)?].concat())
    }

    /// The answers, latest first.
    fn news(&self, today: NaiveDate) -> Result<Vec<WorkItem>, DeskError> {
        let items = news::all(&self.connection, today)?.into_iter().map(|news| self.news_item(news, today));
        items.filter_map(Result::transpose).collect()
    }

    fn news_item(&self, News { subject, text }: News, today: NaiveDate) -> Result<Option<WorkItem>, DeskError> {
        if let Some(id) = entries::request_of(&subject) {
            let Some(request) = requests::one(&self.connection, id)? else { return Ok(None) };
            let due = request.due(&self.office.profile, &self.calendar);
            return Ok(Some(self.item(SubjectRef::new(SubjectKind::Request, id), request.number.text, text, due, today)));
        }
        let (subject, title) = match entries::matter_of(&subject) {
            Some((Matter::Classification, id)) => {
                (SubjectRef::new(SubjectKind::Classification, id), "Uji konsekuensi".to_owned())
            }
            Some((Matter::Question, id)) => {
                let Some(question) = matters::one::<Question>(&self.connection, id)? else { return Ok(None) };
                (SubjectRef::new(SubjectKind::Question, id), question.line)
            }
            _ => return Ok(None),
        };
        Ok(Some(self.item(subject, title, text, None, today)))
    }
}
