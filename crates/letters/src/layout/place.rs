//! Words at a place of the page that does not follow from what stands above: an address on an envelope, a label.

use super::MM;
use super::mark::{PlacedShape, Shape, Strip};
use super::piece::Piece;
use super::sheet::Sheet;
use super::strips::moved;
use super::typesetter::{Style, height};

/// Letters grow smaller by this much, in points, until they fit.
const STEP: f32 = 0.5;

/// A rectangle of the page, in millimetres from its upper left corner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Sheet<'_> {
    /// Pieces in a spot, in the largest letters between two bounds (in points) in which they fit it.
    pub(crate) fn place(&mut self, spot: Spot, style: Style, (largest, smallest): (f32, f32), pieces: &[Piece]) {
        let mut size = largest;
        let mut lines = self.set_pieces(pieces, style.size(size), spot.width * MM);
        while height(&lines) > spot.height * MM && size > smallest {
            size -= STEP;
            lines = self.set_pieces(pieces, style.size(size), spot.width * MM);
        }
        let mut strip = Strip::default();
        let mut y = 0.0;
        for line in lines {
            strip.marks.extend(moved(line.marks, 0.0, y));
            y += line.height;
        }
        self.lay_at((spot.left, spot.top), strip.marks);
    }

    /// The page but for so many millimetres at each edge.
    pub(crate) fn inside(&self, inset: f32) -> Spot {
        let (width, height) = (self.geometry.page_width / MM, self.geometry.page_height / MM);
        Spot { left: inset, top: inset, width: width - 2.0 * inset, height: height - 2.0 * inset }
    }

    /// The office's kop in short, at the upper left: emblem, government, office and where it is.
    pub(crate) fn short_head(&mut self, (left, top): (f32, f32), width: f32) {
        const EMBLEM: f32 = 15.0;
        let beside = self.emblem.as_ref().map(|emblem| (EMBLEM * emblem.aspect()).min(EMBLEM));
        if let (Some(wide), Some(emblem)) = (beside, &self.emblem) {
            let shape = Shape::Emblem { width: wide * MM, height: wide / emblem.aspect() * MM };
            self.lay_at((left, top), vec![PlacedShape { x: 0.0, y: 0.0, shape }]);
        }
        let indent = beside.map_or(0.0, |wide| wide + 4.0);
        let body = self.body();
        let head = self.letterhead;
        let mut pieces = vec![
            Piece::new(head.government.as_str()).style(body.size(8.5)),
            Piece::new(head.office.as_str()).style(body.bold().size(10.5)),
        ];
        pieces.extend(head.contact_lines.iter().map(|line| Piece::new(line.as_str()).style(body.size(7.5))));
        let spot = Spot { left: left + indent, top, width: width - indent, height: EMBLEM };
        self.place(spot, body, (body.size, body.size), &pieces);
    }

    /// Marks measured from a point of the page, in millimetres from its upper left corner. Nothing flows around them.
    pub(super) fn lay_at(&mut self, (left, top): (f32, f32), marks: Vec<PlacedShape>) {
        let (x, y) = (left * MM - self.geometry.left, top * MM - self.geometry.top);
        self.push(Strip { marks: moved(marks, x, y).collect(), ..Strip::default() });
    }
}
