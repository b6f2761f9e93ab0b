//! Lists as tables.

use maud::{Markup, Render, html};

/// A column: its head, and how its cells stand.
pub(crate) struct TableColumn {
    head: &'static str,
    head_class: Option<&'static str>,
    class: Option<&'static str>,
    label: Option<&'static str>,
}

/// A column of text.
pub(crate) const fn text(head: &'static str) -> TableColumn {
    TableColumn { head, head_class: None, class: None, label: Some(head) }
}

/// A column of dates.
pub(crate) const fn day(head: &'static str) -> TableColumn {
    TableColumn { head_class: Some("date"), class: Some("date"), ..text(head) }
}

/// A column of numbers.
pub(crate) const fn count(head: &'static str) -> TableColumn {
    TableColumn { head_class: Some("number"), class: Some("number"), ..text(head) }
}

impl TableColumn {
    /// The class of its cells alone.
    pub(crate) const fn class(self, class: &'static str) -> Self {
        Self { class: Some(class), ..self }
    }

    /// What its cells are called where there is no room for heads.
    pub(crate) const fn called(self, label: &'static str) -> Self {
        Self { label: Some(label), ..self }
    }

    /// Its cells need no name.
    pub(crate) const fn unlabelled(self) -> Self {
        Self { label: None, ..self }
    }
}

/// What stands in one place of a table.
pub(crate) struct Cell {
    content: Markup,
    label: Option<&'static str>,
}

impl Cell {
    /// One that is called otherwise than its column where there is no room for heads.
    pub(crate) fn called(label: &'static str, content: Markup) -> Self {
        Self { content, label: Some(label) }
    }
}

impl From<Markup> for Cell {
    fn from(content: Markup) -> Self {
        Self { content, label: None }
    }
}

/// A table of `N` columns. The first cell of each row is its head.
pub(crate) struct Table<const N: usize> {
    columns: [TableColumn; N],
    class: Option<&'static str>,
    rows: Vec<[Cell; N]>,
}

impl<const N: usize> Table<N> {
    /// Without rows.
    pub(crate) fn new(columns: [TableColumn; N]) -> Self {
        Self { columns, class: None, rows: vec![] }
    }

    /// The class of every row.
    pub(crate) fn class(self, class: &'static str) -> Self {
        Self { class: Some(class), ..self }
    }

    /// With a row for each of these.
    pub(crate) fn rows<T, C: Into<Cell>>(self, rows: impl IntoIterator<Item = T>, mut cells: impl FnMut(T) -> [C; N]) -> Self {
        Self { rows: rows.into_iter().map(|row| cells(row).map(Into::into)).collect(), ..self }
    }
}

/// With the roles said: where the style makes lines of rows, a browser would forget that it is a table.
impl<const N: usize> Render for Table<N> {
    fn render(&self) -> Markup {
        html! {
            table role="table" {
                thead role="rowgroup" { tr role="row" {
                    @for column in &self.columns { th class=[column.head_class] role="columnheader" scope="col" { (column.head) } }
                } }
                tbody role="rowgroup" {
                    @for row in &self.rows {
                        tr class=[self.class] role="row" {
                            @for (at, (column, cell)) in self.columns.iter().zip(row).enumerate() {
                                @if at == 0 {
                                    th class=[column.class] role="rowheader" scope="row" { (cell.content) }
                                } @else {
                                    td class=[column.class] role="cell" data-label=[cell.label.or(column.label)] { (cell.content) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The pages that are named: the first and the last, those about this one, and every tenth (of many, every hundredth), so that any
/// is near.
fn pages_named(number: usize, pages: usize) -> Vec<usize> {
    let step = if pages > 200 { 100 } else { 10 };
    let named = |page: &usize| *page == 1 || *page == pages || page.abs_diff(number) <= 2 || page.is_multiple_of(step);
    (1..=pages).filter(named).collect()
}

/// The way to the other pages of a list.
pub(crate) fn pager(number: usize, pages: usize, link: impl Fn(usize) -> String) -> Markup {
    html! {
        @if pages > 1 {
            nav.pager aria-label="Halaman daftar" {
                @if number > 1 { a href=(link(number - 1)) { "← Sebelumnya" } }
                span { "Halaman " (number) " dari " (pages) }
                @if number < pages { a href=(link(number + 1)) { "Berikutnya →" } }
                @if pages > 3 {
                    span.pages {
                        @for page in pages_named(number, pages) {
                            @if page == number {
                                a href=(link(page)) aria-current="page" aria-label={ "Halaman " (page) } { (page) }
                            } @else {
                                a href=(link(page)) aria-label={ "Halaman " (page) } { (page) }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fiftieth_page_is_one_step_away() {
        assert_eq!(pages_named(1, 51), [1, 2, 3, 10, 20, 30, 40, 50, 51]);
        assert_eq!(pages_named(27, 51), [1, 10, 20, 25, 26, 27, 28, 29, 30, 40, 50, 51]);
        assert_eq!(pages_named(1, 1), [1]);
        assert!(pages_named(1, 1_000).len() < 20);
    }
}
