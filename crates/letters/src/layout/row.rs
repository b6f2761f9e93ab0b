//! Rows of cells side by side: labelled fields and tables.

use std::rc::Rc;

use super::mark::{Mark, Shape, Strip};
use super::sheet::{Sheet, moved};
use super::typesetter::{SetLine, Style};
use super::words::Words;

/// Space between a field's label column and its colon, and after the colon.
const COLON_GAP: f32 = 5.0;
const COLON_WIDTH: f32 = 9.0;
/// Between the rules of a table and its text.
const PAD_X: f32 = 4.5;
const PAD_Y: f32 = 2.7;
pub(super) const RULE: f32 = 0.5;

/// What stands before a piece; its lines hang to the right of it.
#[derive(Clone, Debug)]
pub(crate) enum Lead {
    /// Nothing.
    None,
    /// A box, ticked or not.
    Tick(bool),
    /// A number or letter, in a column of this width in points.
    Label(&'static str, f32),
    /// No words at all: a dotted line to write on.
    WriteOn,
    /// No words either: alternatives beside each other, ticked or not.
    Choices(Vec<(bool, Words)>),
}

/// A paragraph inside a cell.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) lead: Lead,
    pub(crate) words: Words,
    /// `None` takes the style of the cell.
    pub(crate) style: Option<Style>,
    /// Extra space above, in points.
    pub(crate) above: f32,
}

impl Piece {
    pub(crate) fn new(words: impl Into<Words>) -> Self {
        Self { lead: Lead::None, words: words.into(), style: None, above: 0.0 }
    }

    /// The words, or a dotted line to write on when there are none.
    pub(crate) fn filled(words: Option<&str>) -> Self {
        match words.map(str::trim).filter(|words| !words.is_empty()) {
            Some(words) => Self::new(words),
            None => Self { lead: Lead::WriteOn, ..Self::new("") },
        }
    }

    pub(crate) fn tick(ticked: bool, words: impl Into<Words>) -> Self {
        Self { lead: Lead::Tick(ticked), ..Self::new(words) }
    }

    pub(crate) fn choices<W: Into<Words>>(choices: impl IntoIterator<Item = (bool, W)>) -> Self {
        let choices = choices.into_iter().map(|(ticked, words)| (ticked, words.into()));
        Self { lead: Lead::Choices(choices.collect()), ..Self::new("") }
    }

    pub(crate) fn labelled(label: &'static str, width: f32, words: impl Into<Words>) -> Self {
        Self { lead: Lead::Label(label, width), ..Self::new(words) }
    }

    pub(crate) fn style(self, style: Style) -> Self {
        Self { style: Some(style), ..self }
    }

    pub(crate) fn above(self, above: f32) -> Self {
        Self { above, ..self }
    }
}

impl<T: Into<Words>> From<T> for Piece {
    fn from(words: T) -> Self {
        Self::new(words)
    }
}

/// The columns of a table, as shares of the text width.
pub(crate) struct Columns<'a> {
    pub(crate) heads: &'a [&'static str],
    pub(crate) shares: &'a [f32],
}

impl Sheet<'_> {
    /// Labelled fields whose colons stand below each other.
    pub(crate) fn fields(&mut self, fields: Vec<(&str, Vec<Piece>)>) {
        let style = self.body();
        let widest = fields.iter().map(|(label, _)| self.typesetter.width(&Words::from(*label), style)).fold(0.0, f32::max);
        let label_width = (widest + 0.5).min(self.geometry.width * 0.35);
        self.fields_with(label_width, fields);
    }

    /// Labelled fields with a label column of a given width, to align several groups.
    pub(crate) fn fields_with(&mut self, label_width: f32, fields: Vec<(&str, Vec<Piece>)>) {
        let style = self.body();
        let colon_x = label_width + COLON_GAP;
        let value_x = colon_x + COLON_WIDTH;
        let value_width = self.geometry.width - value_x;
        for (label, pieces) in fields {
            let label = self.typesetter.lines(&Words::from(label), style, label_width);
            let colon = self.typesetter.lines(&Words::from(":"), style, COLON_WIDTH);
            let value = self.set_pieces(&pieces, style, value_width);
            let strips = row(&[(0.0, label), (colon_x, colon), (value_x, value)], 0.0);
            self.push_all(strips);
            self.space(style.size * 0.24);
        }
    }

    /// A table with rules around every cell; its head is repeated on each page.
    pub(crate) fn table(&mut self, columns: &Columns<'_>, rows: Vec<Vec<Vec<Piece>>>) {
        let style = self.body().size(self.body().size - 0.5);
        let total: f32 = columns.shares.iter().sum();
        let mut edges = vec![0.0];
        let mut x = 0.0;
        for share in columns.shares {
            x += self.geometry.width * share / total;
            edges.push(x);
        }
        let heads: Vec<Vec<Piece>> = columns.heads.iter().map(|head| vec![Piece::new(Words::new().bold(head))]).collect();
        let mut head = self.ruled_row(&edges, &heads, style, true);
        for strip in &mut head {
            strip.glued = true;
        }
        let repeated = Rc::new(head.clone());
        self.push_all(head);
        for cells in rows {
            let mut strips = self.ruled_row(&edges, &cells, style, false);
            for strip in &mut strips {
                strip.head = Some(Rc::clone(&repeated));
            }
            self.push_all(strips);
        }
    }

    fn ruled_row(&mut self, edges: &[f32], cells: &[Vec<Piece>], style: Style, top_rule: bool) -> Vec<Strip> {
        let set: Vec<(f32, Vec<SetLine>)> = edges
            .iter()
            .zip(edges.iter().skip(1))
            .zip(cells)
            .map(|((left, right), pieces)| {
                let width = right - left - 2.0 * PAD_X;
                (left + PAD_X, self.set_pieces(pieces, style, width))
            })
            .collect();
        let mut strips = row(&set, PAD_Y);
        let width = edges.last().copied().unwrap_or_default();
        let across = |y: f32| rule(0.0, y, width, 0.0);
        let last = strips.len().saturating_sub(1);
        for (i, strip) in strips.iter_mut().enumerate() {
            let height = strip.height;
            strip.marks.extend(edges.iter().map(|x| rule(*x, 0.0, 0.0, height)));
            if i == 0 && top_rule {
                strip.marks.push(across(0.0));
            }
            if i == last {
                strip.marks.push(across(height));
            } else {
                strip.at_page_end.push(across(height));
            }
        }
        strips
    }

    /// The lines of a cell.
    pub(super) fn set_pieces(&mut self, pieces: &[Piece], style: Style, width: f32) -> Vec<SetLine> {
        let mut lines = Vec::new();
        for piece in pieces {
            let style = piece.style.unwrap_or(style);
            if let Lead::Choices(choices) = &piece.lead {
                lines.extend(self.set_choices(choices, style, width));
                continue;
            }
            let (indent, lead) = self.lead(&piece.lead, style, width);
            let mut set = self.typesetter.lines(&piece.words, style, (width - indent).max(style.size));
            for line in &mut set {
                line.marks.iter_mut().for_each(|mark| mark.x += indent);
            }
            if let Some(first) = set.first_mut() {
                first.marks.splice(0..0, lead);
                if piece.above > 0.0 {
                    first.height += piece.above;
                    first.marks.iter_mut().for_each(|mark| mark.y += piece.above);
                }
            }
            lines.extend(set);
        }
        lines
    }

    /// Alternatives beside each other, on as many lines as they need.
    fn set_choices(&mut self, choices: &[(bool, Words)], style: Style, width: f32) -> Vec<SetLine> {
        let mut lines: Vec<SetLine> = Vec::new();
        let mut x = 0.0;
        for (ticked, words) in choices {
            let (indent, lead) = self.lead(&Lead::Tick(*ticked), style, width);
            let natural = self.typesetter.width(words, style) + 1.0;
            let taken = indent + natural;
            if lines.is_empty() || x + taken > width {
                lines.push(SetLine { height: style.line_height(), marks: Vec::new() });
                x = 0.0;
            }
            let set = self.typesetter.lines(words, style, natural);
            if let Some(line) = lines.last_mut() {
                line.marks.extend(moved(lead, x, 0.0));
                let first = set.into_iter().take(1).flat_map(|line| line.marks);
                line.marks.extend(moved(first.collect(), x + indent, 0.0));
            }
            x += taken + style.size * 0.9;
        }
        lines
    }

    /// The width a lead takes, and its marks beside the first line.
    fn lead(&mut self, lead: &Lead, style: Style, width: f32) -> (f32, Vec<Mark>) {
        let baseline = style.line_height() / 2.0 + style.size * 0.34;
        match lead {
            Lead::None | Lead::Choices(_) => (0.0, Vec::new()),
            Lead::Tick(ticked) => {
                let side = style.size * 0.88;
                let text = self.typesetter.run(if *ticked { "[x] " } else { "[ ] " }, style.size(style.size * 0.7));
                let mark =
                    Mark { x: 0.3, y: baseline - side + style.size * 0.07, shape: Shape::Tick { side, ticked: *ticked, text } };
                (side + style.size * 0.55, vec![mark])
            }
            Lead::Label(label, column) => {
                let mut set = self.typesetter.lines(&Words::from(*label), style, *column);
                let marks = if set.is_empty() { Vec::new() } else { set.swap_remove(0).marks };
                (*column, marks)
            }
            Lead::WriteOn => {
                let mark =
                    Mark { x: 0.0, y: baseline + 1.0, shape: Shape::Rule { dx: width, dy: 0.0, thickness: 0.7, dotted: true } };
                (0.0, vec![mark])
            }
        }
    }
}

fn rule(x: f32, y: f32, dx: f32, dy: f32) -> Mark {
    Mark { x, y, shape: Shape::Rule { dx, dy, thickness: RULE, dotted: false } }
}

/// Puts the lines of cells side by side: the first lines of all cells are one strip, and so on, so
/// that a tall row can be cut between lines but leaves at least two on each side.
fn row(cells: &[(f32, Vec<SetLine>)], pad: f32) -> Vec<Strip> {
    let count = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    let mut strips = Vec::with_capacity(count);
    for i in 0..count {
        let above = if i == 0 { pad } else { 0.0 };
        let below = if i + 1 == count { pad } else { 0.0 };
        let mut strip = Strip::default();
        let mut tallest: f32 = 0.0;
        for (x, lines) in cells {
            let Some(line) = lines.get(i) else { continue };
            tallest = tallest.max(line.height);
            strip.marks.extend(line.marks.iter().map(|mark| Mark {
                x: mark.x + x,
                y: mark.y + above,
                shape: mark.shape.clone(),
            }));
        }
        strip.height = above + tallest + below;
        strips.push(strip);
    }
    hold_ends(&mut strips);
    strips
}

/// Glues the first two and the last two strips; of three or fewer, all.
pub(super) fn hold_ends(strips: &mut [Strip]) {
    let count = strips.len();
    for (i, strip) in strips.iter_mut().enumerate() {
        let inner = i + 1 < count;
        strip.glued = inner && (i == 0 || i + 2 == count || count <= 3);
    }
}
