//! The list of public information as offices keep it in a table: what stands under its heads.

use crate::bringing_in::columns;
use crate::bringing_in::heads::alone;
use crate::bringing_in::rows::{is_mark, numbers_the_columns, repeats};
use crate::catalogue::columns::{
    CATEGORY, ColumnPlace, DIP_COLUMNS, FORMAT, HEADING, LINK, MEDIA, PUBLISHED, Places, SUMMARY, WIDTH,
};
use crate::catalogue::heads::{Heads, find_heads, named};
use loket_domain::dip::DipCategory;
use loket_domain::problem::{Problems, Refused};
use loket_letters::spreadsheet::ReadTable;
use std::collections::BTreeSet;

/// One row under the heads.
pub(crate) struct TableRow {
    /// Its number in the file.
    pub(crate) number: usize,
    /// Its cells in the order of the columns.
    pub(crate) cells: [String; WIDTH],
    /// The columns of the file in which it has a number whose last digits the spreadsheet lost.
    pub(crate) rounded: Vec<usize>,
    /// Whether its category stands in a row above, as where a cell was merged downwards and saved as text.
    pub(crate) category_above: bool,
}

/// A table that was understood.
pub(crate) struct Table {
    pub(crate) rows: Vec<TableRow>,
    /// Where each column was found in the file; the first place where it stands in several.
    pub(crate) taken: [Option<usize>; WIDTH],
    /// What stands over each column of the file.
    pub(crate) heads: Vec<String>,
    /// The columns a list cannot do without that are not there.
    pub(crate) missing: Vec<&'static str>,
}

impl Table {
    /// Whether the table says anything of a column.
    pub(crate) fn has(&self, column: usize) -> bool {
        self.taken.get(column).is_some_and(Option::is_some)
    }
}

/// Understands a table, or takes the columns that an officer `chose`, if any, for what they said.
///
/// # Errors
/// [`Refused`] where it is empty or is no list of information at all.
pub(crate) fn understand(table: &ReadTable, chosen: &[Option<u32>]) -> Result<Table, Refused> {
    let lines = &table.lines;
    if lines.is_empty() {
        return Err(Refused::NotNow("Berkas ini kosong; pilih berkas lain."));
    }
    let mut heads = find_heads(lines);
    for (places, chosen) in heads.places.iter_mut().zip(chosen) {
        let chosen = chosen.and_then(|at| usize::try_from(at).ok());
        if places.first().map(|place| place.at) != chosen {
            *places = chosen.map(ColumnPlace::at).into_iter().collect();
        }
    }
    let body = lines.get(heads.below..).unwrap_or_default();
    let sections = body.iter().any(|(_, cells)| section(cells).is_some());
    let without = |at: &usize| heads.places[*at].is_empty() && !(*at == CATEGORY && sections);
    let missing: Vec<&str> =
        (0..WIDTH).filter(|at| DIP_COLUMNS[*at].needed).filter(without).map(|at| DIP_COLUMNS[at].label).collect();
    if named(&heads.places) < 2 {
        let mut p = Problems::default();
        p.add("file", missing_said(&missing));
        return p.or(None);
    }
    let rows = if missing.is_empty() { rows(table, &heads) } else { vec![] };
    let taken = std::array::from_fn(|at| heads.places[at].first().map(|place| place.at));
    Ok(Table { rows, taken, heads: heads.texts, missing })
}

/// That these columns are missing, and what to do.
pub(crate) fn missing_said(missing: &[&str]) -> String {
    columns::missing_said(missing, ", atau pakai Unduh contoh tabel")
}

fn rows(table: &ReadTable, heads: &Heads) -> Vec<TableRow> {
    let mut within: Option<DipCategory> = None;
    let mut rows = Vec::new();
    for (number, cells) in table.lines.get(heads.below..).unwrap_or_default() {
        if let Some(category) = section(cells) {
            within = Some(category);
            continue;
        }
        if is_between(cells, &heads.places) || repeats(cells, &heads.texts) || numbers_the_columns(cells) {
            continue;
        }
        let mut row: [String; WIDTH] = std::array::from_fn(|at| told(&heads.places[at], cells, at));
        if row[CATEGORY].is_empty() {
            row[CATEGORY] = within.map_or_else(String::new, |category| category.label().to_owned());
        }
        // A sum or a signature below the list is no item.
        let said = row.iter().enumerate().filter(|(at, cell)| *at != CATEGORY && !cell.is_empty()).count();
        if row[SUMMARY].is_empty() && said < 2 {
            continue;
        }
        let lost = |at: &usize| table.rounded.contains(&(*number, *at));
        let rounded = heads.places.iter().flatten().map(|place| place.at).filter(lost).collect();
        rows.push(TableRow { number: *number, cells: row, rounded, category_above: false });
    }
    in_groups(&mut rows);
    rows
}

/// Where a category stands only in the first row of its group, as in cells that were merged downwards and saved as text, it is that of
/// the rows below too. So it is where no category stands twice and most rows have none; one that is missing elsewhere is not guessed.
fn in_groups(rows: &mut [TableRow]) {
    let named: Vec<&str> = rows.iter().map(|row| row.cells[CATEGORY].as_str()).filter(|cell| !cell.is_empty()).collect();
    let once = named.iter().collect::<BTreeSet<_>>().len() == named.len();
    if !once || rows.len() - named.len() <= named.len() {
        return;
    }
    let mut above = String::new();
    for row in rows {
        if row.cells[CATEGORY].is_empty() {
            row.category_above = !above.is_empty();
            row.cells[CATEGORY].clone_from(&above);
        } else {
            above.clone_from(&row.cells[CATEGORY]);
        }
    }
}

/// What the cells of one column say. Where its heads name choices, such as *cetak* and *rekaman*, those that are marked are told.
fn told(places: &[ColumnPlace], cells: &[String], of: usize) -> String {
    let may_be_nothing = matches!(of, CATEGORY | LINK | PUBLISHED | HEADING | MEDIA) || places.len() > 1;
    let mut said: Vec<&str> = Vec::new();
    for ColumnPlace { at, choice } in places {
        let text = cells.get(*at).map_or("", |cell| cell.trim());
        if text.is_empty() || may_be_nothing && matches!(text, "-" | "–" | "—") {
            continue;
        }
        let text = if of == FORMAT && is_mark(text) && !choice.is_empty() { choice.as_str() } else { text };
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join(", ")
}

/// The category that the items below a row belong to, where the row is a heading between them.
fn section(cells: &[String]) -> Option<DipCategory> {
    alone(cells).and_then(DipCategory::named)
}

/// Whether a row is another heading between items: one text, merged over several columns or before the first of them.
fn is_between(cells: &[String], places: &Places) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let summary = places[SUMMARY].first().and_then(|place| cells.get(place.at));
    alone(cells).is_some() && (filled > 2 || summary.is_none_or(String::is_empty))
}
