//! What the papers of matters stand on: the entries they follow from, and who leads the office.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::entries;
use crate::store::entries::Kept;
use crate::views::paper::PrintAs;
use chrono::NaiveDate;
use loket_domain::change::Change;
use loket_domain::office::Role;
use loket_journal::{Digest, Matter, Recorded, Subject};
use loket_letters as letters;
use rusqlite::Connection;
use uuid::Uuid;

/// A paper of a matter, before it is printed.
pub(crate) struct MatterPaper {
    /// Its number, or what stands for one.
    pub(crate) number: String,
    /// The civil date it bears.
    pub(crate) on: NaiveDate,
    /// Hash of the entry it stands on; zeros for a paper without one.
    pub(crate) hash: Digest,
    pub(crate) paper: Box<dyn letters::Paper>,
}

/// The code by which a paper is found again; none on a draft, which stands on no entry yet.
pub(crate) fn code(entry: Option<&Kept>) -> String {
    entry.map_or_else(String::new, |kept| kept.header.hash().check_code())
}

/// The hash of the entry a paper stands on.
pub(crate) fn hash(entry: Option<&Kept>) -> Digest {
    entry.map_or(Digest([0; 32]), |kept| kept.header.hash())
}

/// What a print of a paper is that was printed before, or whose original left the office.
pub(crate) fn mark(was_printed: bool, has_left: bool, how: &PrintAs) -> letters::PaperMark {
    match how {
        PrintAs::Next if !was_printed && !has_left => letters::PaperMark::Original,
        PrintAs::Next | PrintAs::Copy => letters::PaperMark::Copy,
        PrintAs::Original { .. } => letters::PaperMark::Original,
    }
}

pub(crate) fn kept_of(tables: &Connection, matter: Matter, id: Uuid) -> Result<Vec<Kept>, DeskError> {
    Ok(entries::of_subject(tables, &entries::subject_name(Subject::matter(matter, id)))?)
}

/// The last entry of this kind: what a paper stands on.
pub(crate) fn last(kept: &[Kept], wanted: impl Fn(&Change) -> bool) -> Option<&Kept> {
    kept.iter().rev().find(|kept| matches!(kept.recorded(), Recorded::Known(change) if wanted(&change)))
}

/// A code for a list: it names the state of the journal the list was made from.
pub(crate) fn state_code(context: &Context<'_>) -> String {
    context.chain.head.check_code()
}

pub(crate) fn ppid(context: &Context<'_>, on: NaiveDate) -> Option<letters::SignedBy> {
    let signs = |official: &&loket_domain::office::Official| official.role == Role::PpidUnit && official.serves_on(on);
    let official = context.office.officials.iter().find(signs)?.clone();
    Some(letters::SignedBy { place: context.office.profile.place.clone(), on, official })
}
