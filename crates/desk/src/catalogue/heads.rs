//! Where the heads of an office's list of information are, and what they leave unsaid.

use crate::bringing_in::heads::{self, HeadsWanted, alone, joined, row};
use crate::catalogue::columns::{CATEGORY, ColumnPlace, FORMAT, Places, SUMMARY, places_of};
use loket_domain::dip::DipCategory;
use loket_letters::spreadsheet::Line;

/// The heads of a table.
pub(crate) struct Heads {
    /// The first row below them, among those that were read.
    pub(crate) below: usize,
    /// Where each column stands.
    pub(crate) places: Places,
    /// What stands over each column of the file.
    pub(crate) texts: Vec<String>,
}

/// The rows whose cells name most columns.
pub(crate) fn find_heads(lines: &[Line]) -> Heads {
    let wanted = HeadsWanted {
        places: &|rows| places_of(&joined(rows)),
        named: &named,
        follows: &|cells| may_be_heads(cells) && named(&places_of(cells)) > 1,
    };
    let mut best = match heads::find_heads(lines, &wanted) {
        Some((places, below, rows)) => Heads { below, places, texts: joined(rows) },
        None => Heads { below: 0, places: std::array::from_fn(|_| vec![]), texts: vec![] },
    };
    part(&mut best, lines);
    if best.places[CATEGORY].is_empty() {
        best.places[CATEGORY] = category_by_what_it_says(&best, lines);
    }
    best
}

/// How many columns have a place.
pub(crate) fn named(places: &Places) -> usize {
    places.iter().filter(|places| !places.is_empty()).count()
}

fn may_be_heads(cells: &[String]) -> bool {
    heads::may_be_heads(cells, is_category)
}

fn is_category(cell: &str) -> bool {
    cell.split_whitespace().count() <= 3 && DipCategory::named(cell).is_some()
}

/// A row below the heads may part some of them in two, such as the format into *cetak* and *rekaman*; over the summary it says
/// nothing, or the same where that was merged downwards.
fn part(heads: &mut Heads, lines: &[Line]) {
    let (Some(head), Some(below)) = (heads.below.checked_sub(1).and_then(|at| row(lines, at)), row(lines, heads.below)) else {
        return;
    };
    let parted = |at: usize| below.get(at).filter(|under| !under.is_empty() && head.get(at) != Some(*under)).cloned();
    let summary = heads.places[SUMMARY].first().map(|place| place.at);
    if summary.is_none_or(|at| parted(at).is_some()) || !may_be_heads(below) {
        return;
    }
    let choices: Vec<String> = heads.places[FORMAT].iter().map(|place| parted(place.at).unwrap_or_default()).collect();
    for (place, choice) in heads.places[FORMAT].iter_mut().zip(choices).filter(|(_, choice)| !choice.is_empty()) {
        place.choice = choice;
    }
    heads.below += 1;
}

/// A column without a head of its own is that of the category where most of its cells name one.
fn category_by_what_it_says(heads: &Heads, lines: &[Line]) -> Vec<ColumnPlace> {
    let body = lines.get(heads.below..).unwrap_or_default();
    let taken = |at: usize| heads.places.iter().flatten().any(|place| place.at == at);
    let says = |at: &usize| {
        let filled = body.iter().filter(|(_, cells)| alone(cells).is_none()).filter_map(|(_, cells)| cells.get(*at));
        let filled: Vec<&String> = filled.filter(|cell| !cell.is_empty()).collect();
        filled.iter().filter(|cell| is_category(cell)).count() * 2 > filled.len()
    };
    let found = (0..heads.texts.len()).filter(|at| !taken(*at)).find(says);
    found.map(ColumnPlace::at).into_iter().collect()
}
