//! What copying a book from a table would do: shown before anything is written.

use crate::bringing_in::naming::{column_at, heads_to_choose, lost, of_cell, of_row};
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::shown;
use crate::journal::numbers::{next_after, next_number};
use crate::kernel::moment::Moment;
use crate::old_book::columns::*;
use crate::old_book::known::{all_copied, number_key};
use crate::old_book::reading::{BookLine, ReadBook, understand};
use crate::store::requests;
use crate::views::import::{ImportChoices, ImportPreview, Lookalikes};
use chrono::Datelike;
use loket_domain::authority::Duty;
use loket_domain::numbering::NumberSeries;
use loket_domain::old_book::OldRequest;
use loket_domain::problem::{FieldProblem, Refused};
use loket_letters::spreadsheet::{self, MOST_ROWS, SpreadsheetError};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an import would write: the row of each request, and what it says.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct BookToken(pub(crate) Vec<(u32, OldRequest)>);

/// Under which name it is shown.
pub(crate) const BOOK: &str = "old book";

const MISSING: &str = "Pilih kolomnya di bawah bila sudah ada dengan judul lain.";
const UNTOLD: &str =
    "Keputusannya tidak dikenal: disalin seperti tertulis, dan dalam angka layanan dihitung sebagai tidak tercatat.";
const NO_SERIAL: &str = "Nomor urutnya tidak terbaca dari nomor ini; nomor disalin seperti tertulis.";

/// What copying this file would do. Nothing is written.
pub(crate) fn book_preview(
    tables: &Connection,
    context: &Context<'_>,
    (file, bytes): (&str, &[u8]),
    choices: &ImportChoices,
    moment: Moment,
) -> Result<ImportPreview, DeskError> {
    context.office.may(context.account, Duty::Administer)?;
    let mut book = understand(&spreadsheet::read_table(bytes)?, &choices.columns)?;
    let lines = std::mem::take(&mut book.lines);
    if lines.len() > MOST_ROWS {
        return Err(SpreadsheetError::TooManyRows.into());
    }
    let mut preview = begun(file, &book, choices);
    let mut token = BookToken::default();
    let mut known: BTreeMap<(i32, String), Vec<OldRequest>> = BTreeMap::new();
    for found in all_copied(tables)? {
        known.entry(number_key(&found.state.request)).or_default().push(found.state.request);
    }
    let mut rows: BTreeMap<(i32, String), usize> = BTreeMap::new();
    for line in lines {
        let Some(request) = checked(&book, &line, &mut preview, moment)? else { continue };
        let key = number_key(&request);
        let same = known.get(&key).is_some_and(|known| known.contains(&request));
        if same {
            preview.same += 1;
            continue;
        }
        let doubt = match (known.contains_key(&key), rows.get(&key)) {
            (true, _) => Some("Nomornya sudah ada dari buku lama dengan isi lain.".to_owned()),
            (false, Some(row)) => Some(format!("Nomornya sama dengan baris {row}.")),
            (false, None) if registered_here(tables, context, &request)? => {
                Some("Nomornya sudah dipakai permohonan yang didaftarkan dengan aplikasi ini.".to_owned())
            }
            (false, None) => None,
        };
        rows.entry(key).or_insert(line.number);
        if let Some(doubt) = doubt {
            preview.doubtful.push(of_row(line.number, doubt));
            if choices.lookalikes != Lookalikes::New {
                continue;
            }
        }
        if request.serial.is_none() {
            preview.notes.push(said_of(&book, &line, NUMBER, NO_SERIAL));
        }
        if request.outcome.is_none() && !request.decision.is_empty() {
            preview.notes.push(said_of(&book, &line, DECISION, UNTOLD));
        }
        preview.added += 1;
        token.0.push((u32::try_from(line.number).unwrap_or(u32::MAX), request));
    }
    if let Some(next) = next_number_after(tables, context, &token, moment)? {
        preview.notes.insert(0, next);
    }
    preview.token = shown::handed_out(tables, context, BOOK, &token)?;
    Ok(preview)
}

/// What is said of the columns of a book, before its lines are looked at.
fn begun(file: &str, book: &ReadBook, choices: &ImportChoices) -> ImportPreview {
    let problem = |said: &String| FieldProblem { field: "Kolom".to_owned(), message: format!("{said} {MISSING}") };
    let passed = |row: &usize| of_row(*row, "Hanya bernomor, tanpa permohonan: dilewati.");
    let columns = BOOK_COLUMNS.iter().zip(book.places);
    ImportPreview {
        file: file.to_owned(),
        added: 0,
        changed: 0,
        same: 0,
        columns: columns.map(|(column, at)| column_at(column.label, column.needed, at)).collect(),
        heads: heads_to_choose(&book.heads),
        doubtful: vec![],
        lookalikes: choices.lookalikes,
        notes: book.empty.iter().map(passed).collect(),
        problems: book.missing.iter().map(problem).collect(),
        token: String::new(),
    }
}

/// The request of a line; what is wrong with it is said of its cells.
fn checked(
    book: &ReadBook,
    line: &BookLine,
    preview: &mut ImportPreview,
    moment: Moment,
) -> Result<Option<OldRequest>, DeskError> {
    if let Some(at) = line.rounded {
        preview.problems.push(of_cell(line.number, at, lost(at)));
        return Ok(None);
    }
    match line.input.check(moment.local.date()) {
        Ok(request) => Ok(Some(request)),
        Err(Refused::Fields(problems)) => {
            let said = |problem: FieldProblem| said_of(book, line, column_of(&problem.field), &problem.message);
            preview.problems.extend(problems.into_iter().map(said));
            Ok(None)
        }
        Err(refused) => Err(refused.into()),
    }
}

/// What is said of the cell of a line in one column, or of its row where the book has no such column.
fn said_of(book: &ReadBook, line: &BookLine, column: usize, message: &str) -> FieldProblem {
    match book.places.get(column).copied().flatten() {
        Some(at) => of_cell(line.number, at, message),
        None => of_row(line.number, message),
    }
}

/// The column of a field of a line.
fn column_of(field: &str) -> usize {
    match field {
        "number" => NUMBER,
        "received_on" => RECEIVED,
        "identity" => IDENTITY,
        "name" => NAME,
        "address" => ADDRESS,
        "contact" => CONTACT,
        "occupation" => OCCUPATION,
        "information" => INFORMATION,
        "purpose" => PURPOSE,
        "decision" => DECISION,
        "reason" => REASON,
        "noticed_on" => NOTICED,
        "given_on" => GIVEN,
        "cost" => COST,
        "payment" => PAYMENT,
        _ => WIDTH,
    }
}

/// Whether a request that was registered with this program bears that number.
fn registered_here(tables: &Connection, context: &Context<'_>, old: &OldRequest) -> Result<bool, DeskError> {
    let Some(serial) = old.serial else { return Ok(false) };
    Ok(requests::has_serial(tables, context.desk_code, old.year, serial)?)
}

/// Which number follows, where this book moves it.
fn next_number_after(
    tables: &Connection,
    context: &Context<'_>,
    token: &BookToken,
    moment: Moment,
) -> Result<Option<FieldProblem>, DeskError> {
    let today = moment.local.date();
    let of_this_year = token.0.iter().filter(|(_, request)| request.year == today.year());
    let Some(last) = of_this_year.filter_map(|(_, request)| request.serial).max() else { return Ok(None) };
    let now = next_number(tables, NumberSeries::Requests, context.office, context.desk_code, today)?;
    let next = next_after(context.office, context.desk_code, last, &now, today)?;
    let said = format!("Sesudah disalin, nomor pendaftaran berikutnya di meja ini {} (sekarang {}).", next.text, now.text);
    Ok((next != now).then(|| FieldProblem { field: "Nomor".to_owned(), message: said }))
}
