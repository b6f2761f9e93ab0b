//! Bringing the catalogue in from a table: differences first, then all of it or nothing.

use crate::catalogue::headings;
use crate::catalogue::matching::in_catalogue;
use crate::catalogue::table::{self, TableRow};
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters::{self, Found};

use crate::views::action::Done;
use crate::views::import::ImportPreview;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::change::{CatalogueChange, Change};
use loket_domain::dip::{DipItem, DipItemInput, Listed};
use loket_domain::indonesian::read_date;
use loket_domain::pack::Heading;
use loket_domain::problem::{FieldProblem, Refused};
use loket_journal::{Matter, Subject};
use loket_letters::spreadsheet;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What an import would write: identity of the item and what it says then.
#[derive(Serialize, Deserialize)]
struct Token(Vec<(Option<Uuid>, DipItem)>);

pub(crate) fn cells(item: DipItem, heading: Option<String>) -> Vec<String> {
    vec![
        item.summary,
        item.category.label().to_owned(),
        item.holder,
        item.responsible,
        item.made,
        item.format,
        item.retention,
        item.link.unwrap_or_default(),
        item.published_on.map(|on| on.to_string()).unwrap_or_default(),
        heading.unwrap_or_default(),
        item.media.unwrap_or_default(),
    ]
}

/// What importing this file would change. Nothing is written; an item is known again by its summary, and where several have the same
/// by when it was made.
pub(crate) fn import_preview(
    tables: &Connection,
    context: &Context<'_>,
    file: &str,
    bytes: &[u8],
    moment: Moment,
) -> Result<ImportPreview, DeskError> {
    context.office.may(context.account, Duty::Catalogue)?;
    let table = table::understand(&spreadsheet::read(bytes)?)?;
    let known = matters::all::<Listed>(tables)?.into_iter().filter(|found| in_catalogue(&found.state)).collect();
    let mut known = Known { items: known };
    let mut preview =
        ImportPreview { file: file.to_owned(), added: 0, changed: 0, same: 0, problems: vec![], token: String::new() };
    let problem = |line: usize, message: String| FieldProblem { field: format!("Baris {line}"), message };
    let mut read = Vec::new();
    for TableRow { number, cells } in table.rows {
        let checked = input_of(context, cells).check(moment.local.date());
        match checked.and_then(|item| headings::check_heading(context, &item).map(|()| item)) {
            Ok(item) => read.push((number, item)),
            Err(Refused::Fields(problems)) => {
                preview.problems.extend(problems.into_iter().map(|found| problem(number, found.message)));
            }
            Err(refused) => return Err(refused.into()),
        }
    }
    let mut token = Token(vec![]);
    // What stands there as it is meets first, so that no other row takes its place.
    let (unchanged, rest): (Vec<_>, Vec<_>) = read.into_iter().partition(|(_, item)| known.take_same(item, table.has[MEDIA]));
    preview.same = u32::try_from(unchanged.len()).unwrap_or(u32::MAX);
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    for (_, item) in &rest {
        *alike.entry(key(&item.summary)).or_default() += 1;
    }
    for (number, item) in &rest {
        match known.take_changed(item, alike.get(&key(&item.summary)).copied().unwrap_or_default()) {
            Match::New => {
                preview.added += 1;
                token.0.push((None, item.clone()));
            }
            Match::Of(found) => {
                preview.changed += 1;
                // A table of before this column says nothing of the media.
                let media = Some(&found.state.item.media).filter(|_| !table.has[MEDIA]).and_then(Clone::clone);
                let item = DipItem { media: item.media.clone().or(media), ..item.clone() };
                token.0.push((Some(found.id), item));
            }
            Match::Doubtful => preview.problems.push(problem(*number, DOUBTFUL.to_owned())),
        }
    }
    preview.token = serde_json::to_string(&token).map_err(DeskError::slip("token"))?;
    Ok(preview)
}

const DOUBTFUL: &str = "Ada beberapa informasi dengan ringkasan yang sama, dan tidak jelas yang mana yang diubah. Samakan waktu dan tempat \
                        pembuatannya, atau ubah satu per satu di DIP.";

/// The place of the media among the columns.
const MEDIA: usize = 10;

fn input_of(context: &Context<'_>, cells: [String; 11]) -> DipItemInput {
    let [summary, category, holder, responsible, made, format, retention, link, published_on, heading, media] = cells;
    let published = read_date(&published_on).map_or(published_on, |date| date.to_string());
    DipItemInput {
        // Blanks of other kinds, and line breaks of the cell, are no difference.
        summary: summary.split_whitespace().collect::<Vec<_>>().join(" "),
        category,
        heading: heading_code(context, &heading),
        holder,
        responsible,
        made,
        format,
        retention,
        media,
        link,
        published_on: published,
    }
}

/// A text as it is compared: neither blanks nor capitals are a difference.
fn key(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The items of the catalogue that no row of the file has met yet: two rows never change the same item.
struct Known {
    items: Vec<Found<Listed>>,
}

enum Match {
    New,
    Of(Box<Found<Listed>>),
    Doubtful,
}

impl Known {
    /// Takes out the item that says the same.
    fn take_same(&mut self, item: &DipItem, says_media: bool) -> bool {
        let of = |known: &DipItem| DipItem {
            media: item.media.clone().or_else(|| known.media.clone().filter(|_| !says_media)),
            ..item.clone()
        };
        let at = self.items.iter().position(|found| found.state.item == of(&found.state.item));
        at.map(|at| self.items.swap_remove(at)).is_some()
    }

    /// Takes out the item that a row changes; `alike` rows have its summary.
    fn take_changed(&mut self, item: &DipItem, alike: usize) -> Match {
        let named: Vec<usize> = self
            .items
            .iter()
            .enumerate()
            .filter(|(_, found)| key(&found.state.item.summary) == key(&item.summary))
            .map(|(at, _)| at)
            .collect();
        let made = |at: &&usize| self.items.get(**at).is_some_and(|found| key(&found.state.item.made) == key(&item.made));
        let of_that_time: Vec<usize> = named.iter().filter(made).copied().collect();
        match (named.as_slice(), of_that_time.as_slice()) {
            ([], _) => Match::New,
            (_, [at]) => Match::Of(Box::new(self.items.swap_remove(*at))),
            ([at], []) if alike == 1 => Match::Of(Box::new(self.items.swap_remove(*at))),
            _ => Match::Doubtful,
        }
    }
}

/// The code of the category of PPID Utama that a cell names; what names none stays as it is, to be refused.
fn heading_code(context: &Context<'_>, typed: &str) -> String {
    let named = |heading: &&Heading| heading.name.to_lowercase() == typed.trim().to_lowercase();
    context.office.packs.known_headings().find(named).map_or_else(|| typed.trim().to_owned(), |heading| heading.code.clone())
}

/// Writes what a preview said, all of it or nothing. What the window hands back is asked again like anything that is typed, and an
/// item that is changed must be one of the catalogue.
pub(crate) fn accept_import(journal: &mut Journal, token: &str, moment: Moment) -> Result<Done, DeskError> {
    let Token(items) = serde_json::from_str(token).map_err(nothing)?;
    journal.context().may(Duty::Catalogue)?;
    if items.len() > spreadsheet::MOST_ROWS {
        return Err(Refused::Unknown.into());
    }
    let known = matters::all::<Listed>(journal.tables())?;
    for (id, item) in &items {
        let changes_one = id.is_none_or(|id| known.iter().any(|found| found.id == id && in_catalogue(&found.state)));
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
    journal.commit(Duty::Catalogue, moment, |_, _, _| Ok(written))?;
    let subject = Some(SubjectRef::new(SubjectKind::DipItem, ""));
    Ok(Done { subject, paper: None, papers: vec![], said: format!("{count} informasi dimasukkan ke DIP.") })
}
