//! The lines of an old book under its heads.

use crate::bringing_in::columns::missing_said;
use crate::bringing_in::heads::alone;
use crate::bringing_in::rows::{is_mark, numbers_the_columns, repeats};
use crate::old_book::columns::*;
use loket_domain::old_book::{BookTick, OldRequestInput};
use loket_domain::problem::{Problems, Refused};
use loket_letters::spreadsheet::ReadTable;

/// One line of the book.
pub(crate) struct BookLine {
    /// Its row in the file.
    pub(crate) number: usize,
    pub(crate) input: OldRequestInput,
    /// A column of the file in which it has a number whose last digits the spreadsheet lost.
    pub(crate) rounded: Option<usize>,
}

/// A book that was understood.
pub(crate) struct ReadBook {
    pub(crate) lines: Vec<BookLine>,
    /// Rows with a number and nothing else of a request.
    pub(crate) empty: Vec<usize>,
    pub(crate) places: BookPlaces,
    /// What stands over each column of the file.
    pub(crate) heads: Vec<String>,
    /// That columns are missing which a book cannot do without.
    pub(crate) missing: Option<String>,
}

/// Understands a table, or takes the columns that an officer `chose`, if any, for what they said.
///
/// # Errors
/// [`Refused`] where it is empty or is no register at all.
pub(crate) fn understand(table: &ReadTable, chosen: &[Option<u32>]) -> Result<ReadBook, Refused> {
    let lines = &table.lines;
    if lines.is_empty() {
        return Err(Refused::NotNow("Berkas ini kosong; pilih berkas lain."));
    }
    let BookHeads { below, mut places, texts } = find_heads(lines);
    for (place, chosen) in places.iter_mut().zip(chosen) {
        *place = chosen.and_then(|at| usize::try_from(at).ok());
    }
    let without = |at: &usize| BOOK_COLUMNS[*at].needed && places[*at].is_none();
    let missing: Vec<&str> = (0..WIDTH).filter(without).map(|at| BOOK_COLUMNS[at].label).collect();
    let missing = (!missing.is_empty()).then(|| missing_said(&missing, ""));
    if named(&places) < 3 {
        let mut p = Problems::default();
        p.add("file", missing.unwrap_or_default());
        return p.or(None);
    }
    let mut book = ReadBook { lines: vec![], empty: vec![], places, heads: texts, missing };
    if book.missing.is_some() {
        return Ok(book);
    }
    let mut above: Vec<String> = vec![];
    for (number, cells) in lines.get(below..).unwrap_or_default() {
        let number_at = places[NUMBER].and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let is_number = number_at.starts_with(|c: char| c.is_ascii_digit());
        if is_number && cells.iter().filter(|cell| !cell.trim().is_empty()).count() == 1 {
            book.empty.push(*number);
            continue;
        }
        if alone(cells).is_some() || repeats(cells, &book.heads) || numbers_the_columns(cells) {
            continue;
        }
        let cells: Vec<String> = cells.iter().enumerate().map(|(at, cell)| as_above(cell, above.get(at))).collect();
        let of = |column: usize| places[column].and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let told = [RECEIVED, NAME, INFORMATION].into_iter().filter(|column| !of(*column).is_empty()).count();
        if told == 0 {
            // A number that was never used, or a signature below the list.
            book.empty.extend(is_number.then_some(*number));
            continue;
        }
        let lost = |at: &usize| table.rounded.contains(&(*number, *at));
        let rounded = places.iter().flatten().copied().find(lost);
        book.lines.push(BookLine { number: *number, input: input_of(of), rounded });
        above = cells;
    }
    Ok(book)
}

/// A cell, or the one above where it only says that it is the same.
fn as_above(cell: &str, above: Option<&String>) -> String {
    let same =
        matches!(cell.trim().to_lowercase().as_str(), "\"" | "''" | "”" | "“" | "idem" | "sda" | "s.d.a" | "s.d.a." | "ditto");
    if same { above.cloned().unwrap_or_default() } else { cell.to_owned() }
}

/// What the cells of a line say; a dash says nothing.
fn input_of<'a>(cell: impl Fn(usize) -> &'a str) -> OldRequestInput {
    let of = |column: usize| Some(cell(column)).filter(|text| !matches!(*text, "-" | "–" | "—")).unwrap_or_default();
    let text = |column: usize| of(column).to_owned();
    let contact = of(CONTACT).lines().chain(Some(of(EMAIL))).map(str::trim).filter(|line| !line.is_empty());
    OldRequestInput {
        number: one_line(of(NUMBER)),
        year: String::new(),
        serial: None,
        received_on: text(RECEIVED),
        identity: one_line(of(IDENTITY)),
        name: one_line(of(NAME)),
        address: one_line(of(ADDRESS)),
        contact: contact.map(one_line).collect(),
        occupation: one_line(of(OCCUPATION)),
        category: one_line(of(CATEGORY)),
        information: text(INFORMATION),
        purpose: text(PURPOSE),
        ticks: ticks(of).into_iter().collect(),
        decision: one_line(of(DECISION)),
        reason: text(REASON),
        noticed_on: text(NOTICED),
        given_on: text(GIVEN),
        cost: one_line(of(COST)),
        payment: one_line(of(PAYMENT)),
    }
}

fn ticks<'a>(of: impl Fn(usize) -> &'a str) -> Vec<BookTick> {
    let marked = [
        (HELD, BookTick::Held),
        (NOT_HELD, BookTick::NotHeld),
        (NOT_DOCUMENTED, BookTick::NotDocumented),
        (SOFTCOPY, BookTick::Softcopy),
        (HARDCOPY, BookTick::Hardcopy),
        (VIEW, BookTick::View),
        (COPY, BookTick::Copy),
    ];
    let mut ticks: Vec<BookTick> = marked.into_iter().filter(|(column, _)| is_mark(of(*column))).map(|(_, tick)| tick).collect();
    let status = of(STATUS).to_lowercase();
    if status.contains("tidak") || status.contains("belum") {
        ticks.push(BookTick::NotHeld);
    } else if is_mark(&status) || status.contains("dikuasai") {
        ticks.push(BookTick::Held);
    }
    ticks
}

/// A text without line breaks of its cell.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
