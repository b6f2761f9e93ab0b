//! Where the heads of a table are: below its titles, in one row or several.

use loket_domain::indonesian::{is_without_day, read_date};
use loket_letters::spreadsheet::Line;

/// In how many rows the heads are looked for: titles of the office stand above them.
const TITLES: usize = 25;
/// Most rows that heads take.
const DEEPEST: usize = 3;
/// Longest head, in characters; longer is what stands under one.
const LONGEST_HEAD: usize = 80;

/// How the heads of one kind of table are known.
pub(crate) struct HeadsWanted<'a, P> {
    /// Which columns stand where, in rows that are perhaps heads.
    pub(crate) places: &'a dyn Fn(&[Line]) -> P,
    /// How many columns have a place.
    pub(crate) named: &'a dyn Fn(&P) -> usize,
    /// Whether a row may be another row of heads, below the first.
    pub(crate) follows: &'a dyn Fn(&[String]) -> bool,
}

/// The rows whose cells name most columns: which columns stand where, the first row below the heads, and the rows they take.
pub(crate) fn find_heads<'a, P>(lines: &'a [Line], wanted: &HeadsWanted<'_, P>) -> Option<(P, usize, &'a [Line])> {
    let mut best = None;
    let mut most = 0;
    for at in 0..lines.len().min(TITLES) {
        if row(lines, at).is_none_or(|cells| alone(cells).is_some()) {
            continue;
        }
        for deep in 1..=DEEPEST {
            if deep > 1 && !row(lines, at + deep - 1).is_some_and(|cells| (wanted.follows)(cells)) {
                break;
            }
            let rows = lines.get(at..at + deep).unwrap_or_default();
            let places = (wanted.places)(rows);
            let named = (wanted.named)(&places);
            if named > most {
                most = named;
                best = Some((places, at + deep, rows));
            }
        }
    }
    best
}

/// The cells of a row.
pub(crate) fn row(lines: &[Line], at: usize) -> Option<&[String]> {
    lines.get(at).map(|(_, cells)| cells.as_slice())
}

/// Whether a row below heads may belong to them: it says nothing that stands under heads, nor anything that is `under` them by its
/// kind.
pub(crate) fn may_be_heads(cells: &[String], under: fn(&str) -> bool) -> bool {
    let is_under = |cell: &str| {
        let number = cell.trim_matches(['(', ')', ' ', '.']).parse::<u32>().is_ok();
        number || cell.chars().count() > LONGEST_HEAD || read_date(cell).is_some() || is_without_day(cell) || under(cell)
    };
    let mut said = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).peekable();
    said.peek().is_some() && !said.any(is_under) && alone(cells).is_none()
}

/// What stands over each column in these rows, each text once.
pub(crate) fn joined(rows: &[Line]) -> Vec<String> {
    over_each(rows, |texts| texts.join(" "))
}

/// What stands last over each column in these rows.
pub(crate) fn lowest(rows: &[Line]) -> Vec<String> {
    over_each(rows, |texts| texts.last().copied().unwrap_or_default().to_owned())
}

fn over_each(rows: &[Line], told: impl Fn(&[&str]) -> String) -> Vec<String> {
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let over = |column: usize| {
        let mut texts: Vec<&str> = vec![];
        for text in rows.iter().filter_map(|(_, cells)| cells.get(column)).map(|cell| cell.trim()) {
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        told(&texts)
    };
    (0..width).map(over).collect()
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
