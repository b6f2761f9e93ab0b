//! Tables of figures: a label, and what was counted of it.

use crate::layout::{Align, Columns, Piece, Sheet};

/// A table of figures.
#[derive(Clone, Debug)]
pub struct ReportTable {
    /// Its heading.
    pub title: String,
    /// The heads of its columns: a label, then figures.
    pub columns: Vec<String>,
    /// A label and its figures each.
    pub rows: Vec<Vec<String>>,
}

/// How wide the columns are: the label takes what the figures do not need.
fn shares(columns: usize) -> &'static [f32] {
    if columns == 2 { &[0.72, 0.28] } else { &[0.52, 0.16, 0.16, 0.16] }
}

/// The tables one below another, those without a row left out.
pub(super) fn figure_tables(sheet: &mut Sheet<'_>, tables: &[ReportTable]) {
    for table in tables.iter().filter(|table| !table.rows.is_empty()) {
        sheet.heading(&table.title);
        let cell = |(at, text): (usize, &String)| {
            let piece = Piece::new(text.as_str());
            vec![if at == 0 { piece } else { piece.align(Align::Right) }]
        };
        let rows = table.rows.iter().map(|row| row.iter().enumerate().map(cell).collect());
        let heads: Vec<&str> = table.columns.iter().map(String::as_str).collect();
        sheet.table(&Columns::new(&heads, shares(heads.len())), rows.collect());
        sheet.space(8.0);
    }
}
