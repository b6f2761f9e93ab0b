//! Items of the catalogue that may already answer what is asked.

use crate::catalogue::giving::giving;
use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::matters;
use crate::store::matters::Found;

use crate::views::request::MatchingItem;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::dip::Listed;
use rusqlite::Connection;

/// Items of the catalogue offered while a request is typed.
const OFFERED: usize = 4;

/// Items of the catalogue that share the most uncommon words with what is typed.
pub(crate) fn matching_items(
    tables: &Connection,
    context: &Context<'_>,
    information: &str,
    moment: Moment,
) -> Result<Vec<MatchingItem>, DeskError> {
    let words: Vec<String> = information
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 4)
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() {
        return Ok(vec![]);
    }
    let mut matching = Vec::new();
    for found in matters::all::<Listed>(tables)?.into_iter().filter(|found| in_catalogue(&found.state)) {
        let summary = found.state.item.summary.to_lowercase();
        let shared = words.iter().filter(|word| summary.contains(word.as_str())).count();
        if shared >= 2.min(words.len()) {
            matching.push((shared, found));
        }
    }
    matching.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    let item = |(_, found): (usize, Found<Listed>)| MatchingItem {
        subject: SubjectRef::new(SubjectKind::DipItem, found.id),
        give: giving(context, &found.state, moment),
        summary: found.state.item.summary,
        holder: found.state.item.holder,
        format: found.state.item.format,
        link: found.state.item.link,
    };
    Ok(matching.into_iter().take(OFFERED).map(item).collect())
}

/// Whether an item is in the catalogue.
pub(crate) fn in_catalogue(listed: &Listed) -> bool {
    listed.withdrawn.is_none()
}
