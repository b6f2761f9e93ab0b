//! Where the heads of an office's table are: below its titles, in one row or several.

use crate::catalogue::columns::{CATEGORY, ColumnPlace, FORMAT, Places, SUMMARY, places_of};
use loket_domain::dip::DipCategory;
use loket_domain::indonesian::{is_without_day, read_date};
use loket_letters::spreadsheet::Line;

/// In how many rows the heads are looked for: titles of the office stand above them.
const TITLES: usize = 25;
/// Most rows that heads take.
const DEEPEST: usize = 3;
/// Longest head, in characters; longer is what stands under one.
const LONGEST_HEAD: usize = 80;

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
    let mut best = Heads { below: 0, places: std::array::from_fn(|_| vec![]), texts: vec![] };
    let mut most = 0;
    for at in 0..lines.len().min(TITLES) {
        if row(lines, at).is_none_or(|cells| alone(cells).is_some()) {
            continue;
        }
        for deep in 1..=DEEPEST {
            if deep > 1 && !row(lines, at + deep - 1).is_some_and(|cells| may_be_heads(cells) && named(&places_of(cells)) > 1) {
                break;
            }
            let texts = joined(lines.get(at..at + deep).unwrap_or_default());
            let places = places_of(&texts);
            if named(&places) > most {
                most = named(&places);
                best = Heads { below: at + deep, places, texts };
            }
        }
    }
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

fn row(lines: &[Line], at: usize) -> Option<&[String]> {
    lines.get(at).map(|(_, cells)| cells.as_slice())
}

/// Whether a row below heads may belong to them: it says nothing that stands under heads.
fn may_be_heads(cells: &[String]) -> bool {
    let under = |cell: &str| {
        let number = cell.trim_matches(['(', ')', ' ', '.']).parse::<u32>().is_ok();
        number || cell.chars().count() > LONGEST_HEAD || read_date(cell).is_some() || is_without_day(cell) || is_category(cell)
    };
    let mut said = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).peekable();
    said.peek().is_some() && !said.any(under) && alone(cells).is_none()
}

fn is_category(cell: &str) -> bool {
    cell.split_whitespace().count() <= 3 && DipCategory::named(cell).is_some()
}

/// What stands over each column in these rows, each text once.
fn joined(rows: &[Line]) -> Vec<String> {
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let over = |column: usize| {
        let mut texts: Vec<&str> = vec![];
        for text in rows.iter().filter_map(|(_, cells)| cells.get(column)).map(|cell| cell.trim()) {
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts.join(" ")
    };
    (0..width).map(over).collect()
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
    found.map(|at| ColumnPlace { at, choice: String::new() }).into_iter().collect()
}

/// The one thing a row says, where all its cells say the same; a letter or number before it only counts it.
pub(crate) fn alone(cells: &[String]) -> Option<&str> {
    let mut said: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let counts = |cell: &str| cell.trim_end_matches(['.', ')']).chars().count() <= 4 && !cell.contains(' ');
    if said.len() > 1 && said.first().is_some_and(|first| counts(first)) && said.get(1..).is_some_and(same) {
        said.remove(0);
    }
    said.first().copied().filter(|_| same(&said))
}

fn same(said: &[&str]) -> bool {
    said.windows(2).all(|two| two.first() == two.last())
}
