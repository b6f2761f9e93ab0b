//! What a hand fills in: lines far enough apart to write on, boxes for digits, a line to cut along.

use super::MM;
use super::mark::{PlacedShape, Shape, Strip};
use super::piece::{Lead, Piece};
use super::sheet::Sheet;
use super::strips::row;
use super::typesetter::{Align, SetLine, height};
use super::words::RichText;

/// Between a label and its colon, and from the colon to what is written.
const COLON: f32 = 6.0;
const AFTER_COLON: f32 = 14.0;
/// The side of a digit's box, at most.
const BOX: f32 = 5.6 * MM;

impl Sheet<'_> {
    /// Labelled fields to be filled in with a pen, whose lines lie `pitch` points below each other. A label without a value is a
    /// heading among them.
    pub(crate) fn fields_by_hand(&mut self, fields: Vec<(&str, Vec<Piece>)>, pitch: f32) {
        let style = self.body();
        let labels = fields.iter().filter(|(_, pieces)| !pieces.is_empty());
        let widest = labels.map(|(label, _)| self.typesetter.width(&RichText::from(*label), style)).fold(0.0, f32::max);
        let label_width = (widest + 0.5).min(self.geometry.width * 0.31);
        let colon_x = label_width + COLON;
        let value_x = colon_x + AFTER_COLON;
        let pitch = pitch * self.air.space.max(0.85);
        for (label, pieces) in fields {
            if pieces.is_empty() {
                self.heading(label);
                continue;
            }
            let mut label = self.typesetter.lines(&RichText::from(label), style, label_width);
            let mut colon = self.typesetter.lines(&RichText::from(":"), style, COLON);
            let mut value = Vec::new();
            for piece in pieces {
                let mut set = self.set_pieces(std::slice::from_ref(&piece), style, self.geometry.width - value_x);
                let written = matches!(piece.lead, Lead::WriteOn | Lead::Digits(_));
                let room = if written { pitch - style.line_height() } else { (pitch - style.line_height()) * 0.45 };
                lower(&mut set, room.max(0.0));
                value.extend(set);
            }
            // A label stands on the first line of what is written beside it.
            let room = value.first().map_or(0.0, |first| first.height) - style.line_height();
            lower(&mut label, room.max(0.0));
            lower(&mut colon, room.max(0.0));
            let spare = height(&label) - height(&value);
            let strips = row(&[(0.0, label), (colon_x, colon), (value_x, value)], 0.0);
            self.push_all(strips);
            if spare > 0.0 {
                self.space(2.0);
            }
        }
    }

    /// Empty lines across the full width to write on, `pitch` points below each other.
    pub(crate) fn lines_by_hand(&mut self, count: usize, pitch: f32) {
        let style = self.body();
        let room = (pitch * self.air.space.max(0.85) - style.line_height()).max(0.0);
        let lines: Vec<Piece> = (0..count).map(|_| Piece::filled(None).above(room)).collect();
        self.block(&lines);
    }

    /// A line from edge to edge along which the sheet is cut; what follows stays with it.
    pub(crate) fn cut_line(&mut self, words: &str) {
        let style = self.small().size(7.5).grey().align(Align::Centre);
        let (left, right) = (self.geometry.left, self.geometry.page_width - self.geometry.left - self.geometry.width);
        let full = self.geometry.width + left + right;
        let mut strip = Strip { glued: true, ..Strip::default() };
        for line in self.typesetter.lines(&RichText::from(words), style, self.geometry.width) {
            strip.marks.extend(super::strips::moved(line.marks, 0.0, strip.height));
            strip.height += line.height;
        }
        let rule = Shape::Rule { dx: full - 16.0, dy: 0.0, thickness: 0.8, dotted: true };
        strip.marks.push(PlacedShape { x: 8.0 - left, y: strip.height + 1.0, shape: rule });
        strip.height += 7.0;
        self.space(10.0);
        self.push(strip);
    }

    /// How many strips were laid so far, to be kept together from there on by [`Sheet::keep_since`].
    pub(crate) fn mark(&self) -> usize {
        self.strips.len()
    }

    /// Keeps everything from `start` on but the last strip with what follows it, so that it stands on one page.
    pub(crate) fn keep_since(&mut self, start: usize) {
        let end = self.strips.len().saturating_sub(1);
        for strip in self.strips.iter_mut().take(end).skip(start) {
            strip.glued = true;
        }
    }
}

/// Makes room above the first of these lines.
fn lower(lines: &mut [SetLine], by: f32) {
    if let Some(first) = lines.first_mut() {
        first.height += by;
        first.marks.iter_mut().for_each(|mark| mark.y += by);
    }
}

/// Boxes for the digits of a number, standing on this baseline.
pub(super) fn digit_boxes(count: usize, baseline: f32, width: f32) -> Vec<PlacedShape> {
    let side = BOX.min(width / count.max(1) as f32);
    let place = |at: usize| PlacedShape {
        x: at as f32 * side,
        y: baseline + 2.0 - BOX,
        shape: Shape::Frame { width: side, height: BOX, thickness: 0.6 },
    };
    (0..count).map(place).collect()
}
