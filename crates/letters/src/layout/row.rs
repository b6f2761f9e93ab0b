//! What stands in a cell, and cells side by side: labelled fields.

use super::mark::{Mark, Shape, Strip};
use super::sheet::{Sheet, moved};
use super::typesetter::{Align, SetLine, Style};
use super::words::Words;

/// Space between a field's label column and its colon, and after the colon.
const COLON_GAP: f32 = 5.0;
const COLON_WIDTH: f32 = 9.0;

/// What stands before a piece; its lines hang to the right of it.
#[derive(Clone, Debug)]
pub(crate) enum Lead {
    /// Nothing.
    None,
    /// A box, ticked or not.
    Tick(bool),
    /// A number or letter, in a column of this width in points.
    Label(String, f32),
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
    /// `None` stands as the style says.
    pub(crate) align: Option<Align>,
    /// Extra space above, in points.
    pub(crate) above: f32,
}

impl Piece {
    pub(crate) fn new(words: impl Into<Words>) -> Self {
        Self { lead: Lead::None, words: words.into(), style: None, align: None, above: 0.0 }
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

    pub(crate) fn labelled(label: impl Into<String>, width: f32, words: impl Into<Words>) -> Self {
        Self { lead: Lead::Label(label.into(), width), ..Self::new(words) }
    }

    /// Lines with their number in a column of this width before them.
    pub(crate) fn numbered(lines: &[String], width: f32) -> impl Iterator<Item = Self> {
        lines.iter().zip(1..).map(move |(line, number)| Self::labelled(format!("{number}."), width, line.as_str()))
    }

    pub(crate) fn style(self, style: Style) -> Self {
        Self { style: Some(style), ..self }
    }

    pub(crate) fn align(self, align: Align) -> Self {
        Self { align: Some(align), ..self }
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

impl Sheet<'_> {
    /// Labelled fields whose colons stand below each other. A label without a value is a heading among them.
    pub(crate) fn fields(&mut self, fields: Vec<(&str, Vec<Piece>)>) {
        self.fields_within(self.geometry.width, fields, Vec::new());
    }

    /// Labelled fields at the left, and words at the right edge beside the first of them.
    pub(crate) fn fields_beside(&mut self, fields: Vec<(&str, Vec<Piece>)>, right: &str) {
        let width = self.geometry.width;
        let column = width * 0.42;
        let right = self.typesetter.lines(&Words::from(right), self.body().align(Align::Right), column);
        self.fields_within(width * 0.56, fields, vec![(width - column, right)]);
    }

    fn fields_within(&mut self, width: f32, fields: Vec<(&str, Vec<Piece>)>, mut beside: Vec<(f32, Vec<SetLine>)>) {
        let style = self.body();
        let labels = fields.iter().filter(|(_, pieces)| !pieces.is_empty());
        let widest = labels.map(|(label, _)| self.typesetter.width(&Words::from(*label), style)).fold(0.0, f32::max);
        let label_width = (widest + 0.5).min(self.geometry.width * 0.35);
        let colon_x = label_width + COLON_GAP;
        let value_x = colon_x + COLON_WIDTH;
        for (label, pieces) in fields {
            if pieces.is_empty() {
                self.heading(label);
                continue;
            }
            let label = self.typesetter.lines(&Words::from(label), style, label_width);
            let colon = self.typesetter.lines(&Words::from(":"), style, COLON_WIDTH);
            let value = self.set_pieces(&pieces, style, width - value_x);
            let mut cells = vec![(0.0, label), (colon_x, colon), (value_x, value)];
            cells.append(&mut beside);
            let strips = row(&cells, 0.0);
            self.push_all(strips);
            self.space(style.size * 0.24);
        }
    }

    /// The lines of a cell.
    pub(super) fn set_pieces(&mut self, pieces: &[Piece], style: Style, width: f32) -> Vec<SetLine> {
        let mut lines = Vec::new();
        for piece in pieces {
            let style = piece.style.unwrap_or(style);
            let style = piece.align.map_or(style, |align| style.align(align));
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
                let mut set = self.typesetter.lines(&Words::from(label.as_str()), style, *column);
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

/// Puts the lines of cells side by side: the first lines of all cells are one strip, and so on, so
/// that a tall row can be cut between lines but leaves at least two on each side.
pub(super) fn row(cells: &[(f32, Vec<SetLine>)], pad: f32) -> Vec<Strip> {
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
