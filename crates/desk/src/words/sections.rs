//! Pieces of which the pages of matters are made.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::entries;
use crate::sync::state::State;
use crate::views::facts;
use crate::views::parts::FactGroup;
use crate::views::parts::PaperItem;
use crate::views::parts::TimelineItem;
use crate::words::timeline;
use loket_domain::indonesian::{date as words, weekday_date};
use loket_domain::paper::PaperKind;
use loket_domain::request::{Issued, Letter, Sending};
use loket_journal::{Matter, Subject};
use rusqlite::Connection;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(crate) fn group<const N: usize>(title: &str, rows: [(&str, Option<String>); N]) -> FactGroup {
    FactGroup { title: title.to_owned(), facts: facts(rows), text: None }
}

pub(crate) fn words_group(title: &str, text: &str) -> FactGroup {
    FactGroup { title: title.to_owned(), facts: vec![], text: Some(text.to_owned()) }
}

/// When and how a letter left, and by what that can be shown.
pub(crate) fn sent(sending: &Sending) -> String {
    let proof = sending.proof.as_ref().map(|proof| format!(", {proof}")).unwrap_or_default();
    format!("{}, {}{proof}", weekday_date(sending.on), sending.way.label())
}

/// The papers of a matter, each with its number and how often it left.
pub(crate) fn papers(
    issued: &BTreeMap<PaperKind, Issued>,
    rows: &[(PaperKind, Option<String>)],
    again: impl Fn(PaperKind) -> bool,
) -> Vec<PaperItem> {
    let item = |(kind, number): &(PaperKind, Option<String>)| {
        let printed = issued.get(kind);
        PaperItem {
            kind: *kind,
            title: kind.label().into(),
            number: number.clone().map(shown),
            printed: printed.map_or(0, |issued| issued.times),
            printed_text: printed.map(|issued| format!("Terakhir dicetak {}", words(issued.last))),
            again: again(*kind),
        }
    };
    rows.iter().map(item).collect()
}

/// A number as lists show it: one that is still to follow says so.
fn shown(number: String) -> String {
    if number.is_empty() { "Nomor menyusul".to_owned() } else { number }
}

pub(crate) fn signer(context: &Context<'_>, letter: &Letter) -> Option<String> {
    context.office.official(letter.signed_by).map(|official| format!("{} ({})", official.name, official.role.label()))
}

pub(crate) fn story_of(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    matter: Matter,
    id: Uuid,
) -> Result<Vec<TimelineItem>, DeskError> {
    timeline::timeline(tables, context, sync, &entries::subject_name(Subject::matter(matter, id)))
}
