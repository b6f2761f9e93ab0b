//! The lines of a cell, and cells side by side: labelled fields.

use super::hand::digit_boxes;
use super::mark::{PlacedShape, Shape};
use super::piece::{Lead, Piece};
use super::sheet::Sheet;
use super::strips::{moved, row};
use super::typesetter::{Align, SetLine, Style};
use super::words::RichText;

/// Space between a field's label column and its colon, and after the colon.
const COLON_GAP: f32 = 5.0;
const COLON_WIDTH: f32 = 9.0;

impl Sheet<'_> {
    /// Labelled fields whose colons stand below each other. A label without a value is a heading among them.
    pub(crate) fn fields(&mut self, fields: Vec<(&str, Vec<Piece>)>) {
        self.fields_within(self.geometry.width, fields, Vec::new());
    }

    /// Labelled fields at the left, and words at the right edge beside the first of them.
    pub(crate) fn fields_beside(&mut self, fields: Vec<(&str, Vec<Piece>)>, right: &str) {
        let width = self.geometry.width;
        let column = width * 0.42;
        let right = self.typesetter.lines(&RichText::from(right), self.body().align(Align::Right), column);
        self.fields_within(width * 0.56, fields, vec![(width - column, right)]);
    }

    fn fields_within(&mut self, width: f32, fields: Vec<(&str, Vec<Piece>)>, mut beside: Vec<(f32, Vec<SetLine>)>) {
        let style = self.body();
        let labels = fields.iter().filter(|(_, pieces)| !pieces.is_empty());
        let widest = labels.map(|(label, _)| self.typesetter.width(&RichText::from(*label), style)).fold(0.0, f32::max);
        let label_width = (widest + 0.5).min(self.geometry.width * 0.35);
        let colon_x = label_width + COLON_GAP;
        let value_x = colon_x + COLON_WIDTH;
        for (label, pieces) in fields {
            if pieces.is_empty() {
                self.heading(label);
                continue;
            }
            let label = self.typesetter.lines(&RichText::from(label), style, label_width);
            let colon = self.typesetter.lines(&RichText::from(":"), style, COLON_WIDTH);
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
    fn set_choices(&mut self, choices: &[(bool, RichText)], style: Style, width: f32) -> Vec<SetLine> {
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
    fn lead(&mut self, lead: &Lead, style: Style, width: f32) -> (f32, Vec<PlacedShape>) {
        let baseline = style.line_height() / 2.0 + style.size * 0.34;
        match lead {
            Lead::None | Lead::Choices(_) => (0.0, Vec::new()),
            Lead::Tick(ticked) => {
                let side = style.size * 0.88;
                let text = self.typesetter.run(if *ticked { "[x] " } else { "[ ] " }, style.size(style.size * 0.7));
                let mark = PlacedShape {
                    x: 0.3,
                    y: baseline - side + style.size * 0.07,
                    shape: Shape::Tick { side, ticked: *ticked, text },
                };
                (side + style.size * 0.55, vec![mark])
            }
            Lead::Label(label, column) => {
                let mut set = self.typesetter.lines(&RichText::from(label.as_str()), style, *column);
                let marks = if set.is_empty() { Vec::new() } else { set.swap_remove(0).marks };
                (*column, marks)
            }
            Lead::Digits(count) => (0.0, digit_boxes(*count, baseline, width)),
            Lead::WriteOn => {
                let mark = PlacedShape {
                    x: 0.0,
                    y: baseline + 1.0,
                    shape: Shape::Rule { dx: width, dy: 0.0, thickness: 0.7, dotted: true },
                };
                (0.0, vec![mark])
            }
        }
    }
}
