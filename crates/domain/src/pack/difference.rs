//! What a pack changes, piece by piece.

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

use super::{Heading, PackContent};
use crate::calendar::DayOff;
use crate::indonesian::weekday_date;

/// One piece that two contents of a line say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which: a date in words, or the code of a template or category.
    pub what: String,
    /// What was said; none when it is new.
    pub before: Option<String>,
    /// What is said; none when it falls away.
    pub after: Option<String>,
}

/// What `after` changes in `before`, in order of date or code. Both must be of one line.
pub fn differences(before: &PackContent, after: &PackContent) -> Vec<Difference> {
    let (before, after) = (pieces(before), pieces(after));
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let difference = |key: &String| {
        let (before, after) = (before.get(key).cloned(), after.get(key).cloned());
        let what = key.parse::<NaiveDate>().map_or_else(|_| key.clone(), weekday_date);
        (before != after).then_some(Difference { what, before, after })
    };
    keys.into_iter().filter_map(difference).collect()
}

/// What a content says of each of its dates or codes.
fn pieces(content: &PackContent) -> BTreeMap<String, String> {
    match content {
        PackContent::Calendar { days, .. } => days.iter().map(|day| (day.date.to_string(), said(day))).collect(),
        PackContent::Wording { texts } => texts.clone(),
        PackContent::Directory { offices } => offices.iter().map(|office| (office.code.to_string(), office.called())).collect(),
        PackContent::Categories { headings } => {
            let said = |heading: &Heading| format!("{} ({})", heading.name, heading.category.label());
            headings.iter().map(|heading| (heading.code.clone(), said(heading))).collect()
        }
    }
}

fn said(day: &DayOff) -> String {
    let estimated = if day.estimated { ", masih perkiraan" } else { "" };
    format!("{}: {}{estimated}", day.kind.label(), day.name)
}
