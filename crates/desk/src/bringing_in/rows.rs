//! Rows under the heads, and what in them is no content.

/// Whether a text is a tick.
pub(crate) fn is_mark(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "√" | "✓" | "✔" | "v" | "x" | "ya" | "ada" | "true" | "1" | "●" | "■")
}

/// Whether a row says the heads again, as on each page of a long list.
pub(crate) fn repeats(cells: &[String], heads: &[String]) -> bool {
    let said = cells.iter().zip(heads).filter(|(cell, _)| !cell.is_empty());
    let (mut all, mut count) = (true, 0);
    for (cell, head) in said {
        all &= head.contains(cell.as_str());
        count += 1;
    }
    all && count > 2
}

/// Whether a row only numbers the columns: 1, 2, 3 …
pub(crate) fn numbers_the_columns(cells: &[String]) -> bool {
    let said: Vec<&str> = cells.iter().map(|cell| cell.trim_matches(['(', ')', ' '])).filter(|cell| !cell.is_empty()).collect();
    said.len() > 3 && said.iter().zip(1..).all(|(cell, number)| cell.parse() == Ok(number))
}
