//! How rows, columns and cells of a file are named to whoever looks for them in it.

use crate::views::Choice;
use crate::views::import::ImportColumn;
use loket_domain::problem::FieldProblem;

/// What is said of a row.
pub(crate) fn of_row(line: usize, message: impl Into<String>) -> FieldProblem {
    FieldProblem { field: format!("Baris {line}"), message: message.into() }
}

/// What is said of a cell.
pub(crate) fn of_cell(line: usize, column: usize, message: impl Into<String>) -> FieldProblem {
    FieldProblem { field: format!("Sel {}{line}", letters_of(column)), message: message.into() }
}

/// A column of a table, and the place where it was found.
pub(crate) fn column_at(label: &str, needed: bool, at: Option<usize>) -> ImportColumn {
    ImportColumn { label: label.to_owned(), needed, place: at.and_then(|at| u32::try_from(at).ok()) }
}

/// The columns of a file, to choose among: by their places, as a spreadsheet names them, with their heads.
pub(crate) fn heads_to_choose(heads: &[String]) -> Vec<Choice> {
    (0..).zip(heads).map(|(at, head)| Choice { code: at.to_string(), label: titled(at, head) }).collect()
}

fn titled(at: usize, head: &str) -> String {
    let head = if head.is_empty() { "(tanpa judul)" } else { head };
    format!("{}: {}", letters_of(at), head.chars().take(80).collect::<String>())
}

/// `A` to `Z`, then `AA`.
fn letters_of(at: usize) -> String {
    let last = char::from(b'A'.saturating_add(u8::try_from(at % 26).unwrap_or_default()));
    if at < 26 { last.to_string() } else { format!("{}{last}", letters_of(at / 26 - 1)) }
}

/// That digits of a number are lost, and what to do.
pub(crate) fn lost(at: usize) -> String {
    format!(
        "Angka di kolom {} lebih dari 15 angka dan sudah dibulatkan Excel; ubah format selnya menjadi Teks, lalu ketik ulang \
         angkanya.",
        letters_of(at)
    )
}
