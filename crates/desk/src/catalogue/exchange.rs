//! Bringing the catalogue in from a table: what it would change is shown first.

use crate::bringing_in::columns::KnownColumn;
use crate::bringing_in::naming::{column_at, heads_to_choose, lost, of_row};
use crate::catalogue::cells::{completed, input_of, say_the_same};
use crate::catalogue::columns::{DIP_COLUMNS, PUBLISHED};
use crate::catalogue::headings;
use crate::catalogue::identity::{ItemRow, Meant, meant};
use crate::catalogue::matching::in_catalogue;
use crate::catalogue::table::{self, Table, TableRow};
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::shown;
use crate::kernel::moment::Moment;
use crate::store::matters::{self, Found};

use crate::views::import::{ImportChoices, ImportPreview, Lookalikes};
use loket_domain::authority::Duty;
use loket_domain::dip::{DipItem, Listed};
use loket_domain::indonesian::is_without_day;
use loket_domain::problem::{FieldProblem, Refused};
use loket_letters::spreadsheet::{self, MOST_ROWS, SpreadsheetError};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What an import would write: identity of the item and what it says then.
#[derive(Serialize, Deserialize)]
pub(crate) struct ImportToken(pub(crate) Vec<(Option<Uuid>, DipItem)>);

/// Under which name it is shown.
pub(crate) const IMPORT: &str = "dip";

const MISSING: &str = "Pilih kolomnya di bawah bila sudah ada dengan judul lain.";
const FROM_ABOVE: &str = "Kategorinya kosong; diambil dari baris di atasnya.";
const ONLY_YEAR: &str =
    "Tanggal pemutakhiran hanya menyebut tahun atau bulan, jadi tidak dimasukkan; isi tanggalnya kemudian di DIP.";

/// What importing this file would change. Nothing is written.
pub(crate) fn import_preview(
    tables: &Connection,
    context: &Context<'_>,
    (file, bytes): (&str, &[u8]),
    choices: &ImportChoices,
    moment: Moment,
) -> Result<ImportPreview, DeskError> {
    context.office.may(context.account, Duty::Catalogue)?;
    let mut table = table::understand(&spreadsheet::read_table(bytes)?, &choices.columns)?;
    let mut preview = begun(file, &table, choices);
    let rows = std::mem::take(&mut table.rows);
    if rows.len() > MOST_ROWS {
        return Err(SpreadsheetError::TooManyRows.into());
    }
    let rows = checked(context, rows, &mut preview, moment)?;
    let known: Vec<Found<Listed>> =
        matters::all::<Listed>(tables)?.into_iter().filter(|found| in_catalogue(&found.state)).collect();
    let without_day: BTreeSet<usize> = rows.without_day;
    let then = |row: &ItemRow, of: &DipItem| completed(&row.item, of, &table, without_day.contains(&row.number));
    let meant = meant(&known, &rows.items, |listed, row| say_the_same(&then(row, listed), listed));
    let mut token = ImportToken(vec![]);
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (row, meant) in rows.items.iter().zip(meant) {
        let (place, doubt) = match meant {
            Meant::New => (None, None),
            Meant::Known(place) => (Some(place), None),
            Meant::Alike(places) => {
                let only = places.first().filter(|_| places.len() == 1 && choices.lookalikes == Lookalikes::Change).copied();
                (only.filter(|place| taken.insert(*place)), Some(alike(&known, &places)))
            }
            Meant::Again(other) => (None, Some(format!("Judul, unit, dan waktunya sama dengan baris {other}."))),
        };
        if let Some(doubt) = doubt {
            preview.doubtful.push(of_row(row.number, doubt));
            if place.is_none() && choices.lookalikes != Lookalikes::New {
                continue;
            }
        }
        let Some(found) = place.and_then(|place| known.get(place)) else {
            preview.added += 1;
            token.0.push((None, row.item.clone()));
            continue;
        };
        let item = then(row, &found.state.item);
        if say_the_same(&item, &found.state.item) {
            preview.same += 1;
        } else {
            preview.changed += 1;
            token.0.push((Some(found.id), item));
        }
    }
    preview.token = shown::handed_out(tables, context, IMPORT, &token)?;
    Ok(preview)
}

/// What is said of the columns of a table, before its rows are looked at.
fn begun(file: &str, table: &Table, choices: &ImportChoices) -> ImportPreview {
    let column = |(column, at): (&KnownColumn, &Option<usize>)| column_at(column.label, column.needed, *at);
    let missing = table.missing.as_slice();
    let problem = || FieldProblem { field: "Kolom".to_owned(), message: format!("{} {MISSING}", table::missing_said(missing)) };
    ImportPreview {
        file: file.to_owned(),
        added: 0,
        changed: 0,
        same: 0,
        columns: DIP_COLUMNS.iter().zip(&table.taken).map(column).collect(),
        heads: heads_to_choose(&table.heads),
        doubtful: vec![],
        lookalikes: choices.lookalikes,
        notes: vec![],
        problems: (!missing.is_empty()).then(problem).into_iter().collect(),
        token: String::new(),
    }
}

/// Which items rows of one title perhaps mean.
fn alike(known: &[Found<Listed>], places: &[usize]) -> String {
    let items = || places.iter().filter_map(|place| known.get(*place)).map(|found| &found.state.item);
    let named = |item: &DipItem| format!("{} ({})", item.made, item.holder);
    let some: Vec<String> = items().take(3).map(named).collect();
    let more = if places.len() > 3 { ", dan lainnya" } else { "" };
    format!("Judulnya sudah ada di DIP dengan unit atau waktu lain: {}{more}.", some.join("; "))
}

/// The rows that read as items.
struct Checked {
    items: Vec<ItemRow>,
    /// The numbers of those whose date names no day.
    without_day: BTreeSet<usize>,
}

fn checked(
    context: &Context<'_>,
    rows: Vec<TableRow>,
    preview: &mut ImportPreview,
    moment: Moment,
) -> Result<Checked, DeskError> {
    let mut checked = Checked { items: vec![], without_day: BTreeSet::new() };
    for TableRow { number, cells, rounded, category_above } in rows {
        if let Some(at) = rounded.first() {
            preview.problems.push(of_row(number, lost(*at)));
            continue;
        }
        let only_year = is_without_day(&cells[PUBLISHED]);
        let (input, code) = input_of(context, cells);
        let item = input.check(moment.local.date());
        match item.and_then(|item| headings::check_heading(context, &item).map(|()| item)) {
            Ok(item) => {
                checked.items.push(ItemRow { number, item, code });
                if category_above {
                    preview.notes.push(of_row(number, FROM_ABOVE));
                }
                if only_year {
                    checked.without_day.insert(number);
                    preview.notes.push(of_row(number, ONLY_YEAR));
                }
            }
            Err(Refused::Fields(problems)) => {
                preview.problems.extend(problems.into_iter().map(|found| of_row(number, found.message)));
            }
            Err(refused) => return Err(refused.into()),
        }
    }
    Ok(checked)
}
