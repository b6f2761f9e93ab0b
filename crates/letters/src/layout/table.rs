//! Tables: rules around every cell, a head that is repeated on each page.

use std::rc::Rc;

use super::mark::{PlacedShape, Shape, Strip};
use super::piece::Piece;
use super::sheet::Sheet;
use super::strips::{moved, row};
use super::typesetter::{Align, SetLine, Style, height};
use super::words::RichText;

/// Between the rules of a table and its text.
const PAD_X: f32 = 4.5;
const PAD_Y: f32 = 2.7;
const LEAST_PAD: f32 = 1.7;
/// Letters below this size, in points, are those of registers: they stand in narrow cells.
const SMALL: f32 = 8.0;
const RULE: f32 = 0.5;
/// A row is kept on one page unless it takes more than this part of a page.
const MOST_WHOLE: f32 = 0.3;

/// The columns of a table.
#[derive(Clone, Copy)]
pub(crate) struct Columns<'a> {
    /// Rows of names above the heads, outermost first; each is a name and how many columns it spans, together all columns.
    /// Under an empty name the head itself reaches up.
    pub(crate) groups: &'a [&'a [(&'static str, usize)]],
    /// The name of each column.
    pub(crate) heads: &'a [&'a str],
    /// The width of each column, in proportion to the others.
    pub(crate) shares: &'a [f32],
    /// Letters, in points on A4 and in proportion on a wider sheet; `None` is a little smaller than running text.
    pub(crate) size: Option<f32>,
}

impl<'a> Columns<'a> {
    /// Columns with a head of one row.
    pub(crate) const fn new(heads: &'a [&'a str], shares: &'a [f32]) -> Self {
        Self { groups: &[], heads, shares, size: None }
    }

    /// The same columns in letters of this size, in points.
    pub(crate) const fn size(self, size: f32) -> Self {
        Self { size: Some(size), ..self }
    }
}

/// A cell of the head: the rows and columns it covers, each from the first up to the one that is not covered.
struct HeadCell<'a> {
    rows: (usize, usize),
    columns: (usize, usize),
    words: &'a str,
}

impl Sheet<'_> {
    /// Lays out a table. A tall row may be cut between lines, and the head stands again above what goes on.
    pub(crate) fn table(&mut self, columns: &Columns<'_>, rows: Vec<Vec<Vec<Piece>>>) {
        let body = self.body();
        let style = body.size(columns.size.map_or(body.size - 0.5, |size| size * self.geometry.scale));
        let edges = edges(columns.shares, self.geometry.width);
        let head = self.head(&head_cells(columns), &edges, style);
        let repeated = Rc::new(vec![head.clone()]);
        self.push(head);
        for cells in rows {
            let mut strips = self.ruled_row(&edges, &cells, style);
            let whole = strips.iter().map(|strip| strip.height).sum::<f32>() <= self.geometry.height * MOST_WHOLE;
            let inner = strips.len().saturating_sub(1);
            for (i, strip) in strips.iter_mut().enumerate() {
                strip.head = Some(Rc::clone(&repeated));
                strip.glued |= whole && i < inner;
            }
            self.push_all(strips);
        }
    }

    /// The head as one strip, its words in the middle of their cells.
    fn head(&mut self, cells: &[HeadCell<'_>], edges: &[f32], style: Style) -> Strip {
        let pad = pad(style);
        let words = style.bold().align(Align::Centre);
        let edge = |column: usize| edges.get(column).copied().unwrap_or_default();
        let set: Vec<(&HeadCell<'_>, Vec<SetLine>)> = cells
            .iter()
            .map(|cell| {
                let width = edge(cell.columns.1) - edge(cell.columns.0) - 2.0 * pad;
                (cell, self.typesetter.lines(&RichText::from(cell.words), words, width))
            })
            .collect();
        let pad_y = self.pad_y(pad);
        let needs = set.iter().map(|(cell, lines)| (cell.rows, height(lines) + 2.0 * pad_y));
        let tops = tops(needs.collect());
        let top = |row: usize| tops.get(row).copied().unwrap_or_default();
        let mut strip = Strip { height: tops.last().copied().unwrap_or_default(), glued: true, ..Strip::default() };
        for (cell, lines) in set {
            let (x, y) = (edge(cell.columns.0), top(cell.rows.0));
            let (width, tall) = (edge(cell.columns.1) - x, top(cell.rows.1) - y);
            strip.marks.push(PlacedShape { x, y, shape: Shape::Frame { width, height: tall, thickness: RULE } });
            let mut down = y + (tall - height(&lines)) / 2.0;
            for line in lines {
                strip.marks.extend(moved(line.marks, x + pad, down));
                down += line.height;
            }
        }
        strip
    }

    /// Above and below the text of a cell with this beside it.
    fn pad_y(&self, beside: f32) -> f32 {
        (PAD_Y * self.air.space).max(LEAST_PAD).min(beside)
    }

    fn ruled_row(&mut self, edges: &[f32], cells: &[Vec<Piece>], style: Style) -> Vec<Strip> {
        let pad = pad(style);
        let set: Vec<(f32, Vec<SetLine>)> = edges
            .iter()
            .zip(edges.iter().skip(1))
            .zip(cells)
            .map(|((left, right), pieces)| (left + pad, self.set_pieces(pieces, style, right - left - 2.0 * pad)))
            .collect();
        let mut strips = row(&set, self.pad_y(pad));
        let width = edges.last().copied().unwrap_or_default();
        let across = |y: f32| rule(0.0, y, width, 0.0);
        let last = strips.len().saturating_sub(1);
        for (i, strip) in strips.iter_mut().enumerate() {
            let height = strip.height;
            strip.marks.extend(edges.iter().map(|x| rule(*x, 0.0, 0.0, height)));
            if i == last {
                strip.marks.push(across(height));
            } else {
                strip.at_page_end.push(across(height));
            }
        }
        strips
    }
}

fn pad(style: Style) -> f32 {
    if style.size < SMALL { PAD_X / 3.0 } else { PAD_X }
}

/// Where the columns begin, and where the last one ends.
fn edges(shares: &[f32], width: f32) -> Vec<f32> {
    let total: f32 = shares.iter().sum();
    let ends = shares.iter().scan(0.0, |x, share| {
        *x += width * share / total;
        Some(*x)
    });
    std::iter::once(0.0).chain(ends).collect()
}

/// The cells of the head: named groups, and the heads from below the last group over them down to the rows.
fn head_cells<'a>(columns: &Columns<'a>) -> Vec<HeadCell<'a>> {
    let mut cells = Vec::new();
    let mut begin = vec![0; columns.heads.len()];
    for (row, groups) in columns.groups.iter().enumerate() {
        let mut at = 0;
        for (words, span) in *groups {
            if !words.is_empty() {
                cells.push(HeadCell { rows: (row, row + 1), columns: (at, at + span), words });
                begin.iter_mut().skip(at).take(*span).for_each(|begin| *begin = row + 1);
            }
            at += span;
        }
    }
    let end = columns.groups.len() + 1;
    let leaves = columns.heads.iter().zip(begin).enumerate();
    cells.extend(leaves.map(|(at, (words, begin))| HeadCell { rows: (begin, end), columns: (at, at + 1), words }));
    cells
}

/// Where the rows of a head begin, and where the last one ends, given the height each cell needs over its rows. What a cell
/// over several rows needs more than they have is added to the last of them.
fn tops(mut needs: Vec<((usize, usize), f32)>) -> Vec<f32> {
    needs.sort_by_key(|((first, end), _)| (*end, std::cmp::Reverse(*first)));
    let mut tops = vec![0.0_f32];
    for ((first, end), need) in needs {
        let last = tops.last().copied().unwrap_or_default();
        tops.resize(tops.len().max(end + 1), last);
        let begin = tops.get(first).copied().unwrap_or_default();
        if let Some(below) = tops.get_mut(end) {
            *below = below.max(begin + need);
        }
    }
    tops
}

fn rule(x: f32, y: f32, dx: f32, dy: f32) -> PlacedShape {
    PlacedShape { x, y, shape: Shape::Rule { dx, dy, thickness: RULE, dotted: false } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_reaches_up_to_the_last_named_group_over_it() {
        let columns = Columns {
            groups: &[&[("", 1), ("Status", 3)], &[("", 1), ("Penguasaan", 2), ("", 1)]],
            heads: &["No.", "Ya", "Tidak", "Belum"],
            shares: &[1.0; 4],
            size: None,
        };
        let cells = head_cells(&columns);
        let rows: Vec<_> = cells.iter().map(|cell| (cell.words, cell.rows, cell.columns)).collect();
        assert_eq!(
            rows,
            [
                ("Status", (0, 1), (1, 4)),
                ("Penguasaan", (1, 2), (1, 3)),
                ("No.", (0, 3), (0, 1)),
                ("Ya", (2, 3), (1, 2)),
                ("Tidak", (2, 3), (2, 3)),
                ("Belum", (1, 3), (3, 4)),
            ]
        );
    }

    #[test]
    fn a_cell_over_several_rows_makes_the_last_of_them_taller() {
        assert_eq!(tops(vec![((0, 1), 10.0), ((1, 2), 10.0), ((0, 2), 35.0)]), [0.0, 10.0, 35.0]);
        assert_eq!(tops(vec![((0, 2), 15.0), ((0, 1), 10.0), ((1, 2), 10.0)]), [0.0, 10.0, 20.0]);
    }
}
