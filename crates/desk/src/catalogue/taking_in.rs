//! Writing what the preview of an import said.

use crate::catalogue::exchange::{IMPORT, ImportToken};
use crate::catalogue::headings;
use crate::catalogue::matching::in_catalogue;
use crate::error::DeskError;
use crate::forms::shown;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters;

use crate::views::action::Done;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::change::{CatalogueChange, Change};
use loket_domain::dip::Listed;
use loket_domain::problem::Refused;
use loket_journal::{Matter, Subject};
use loket_letters::spreadsheet::MOST_ROWS;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Writes what a preview said, all of it or nothing. What the window hands back is asked again like anything that is typed, and an
/// item that is changed must be one of the catalogue, each once.
pub(crate) fn accept_import(journal: &mut Journal, token: &str, moment: Moment) -> Result<Done, DeskError> {
    journal.context().may(Duty::Catalogue)?;
    let ImportToken(items) = shown::handed_back(journal.tables(), &journal.context(), IMPORT, token)?;
    if items.len() > MOST_ROWS {
        return Err(Refused::Unknown.into());
    }
    let known = matters::all::<Listed>(journal.tables())?.into_iter().filter(|found| in_catalogue(&found.state));
    let mut waiting: BTreeSet<Uuid> = known.map(|found| found.id).collect();
    for (id, item) in &items {
        let changes_one = id.is_none_or(|id| waiting.remove(&id));
        let checked = item.as_typed().check(moment.local.date())?;
        headings::check_heading(&journal.context(), &checked)?;
        if !changes_one || checked != *item {
            return Err(Refused::Unknown.into());
        }
    }
    let mut written = Vec::with_capacity(items.len());
    for (id, item) in items {
        let id = match id {
            Some(id) => id,
            None => new_uuid(&mut journal.dice, moment)?,
        };
        let changes = vec![Change::Catalogue(CatalogueChange::DipItemListed { item: Box::new(item) })];
        written.push(Written { subject: Subject::matter(Matter::DipItem, id), changes });
    }
    let count = written.len();
    journal.commit_in_parts(Duty::Catalogue, moment, |_, _, _| Ok(written))?;
    let subject = Some(SubjectRef::new(SubjectKind::DipItem, ""));
    Ok(Done { subject, paper: None, papers: vec![], said: format!("{count} informasi dimasukkan ke DIP."), shown_once: None })
}
