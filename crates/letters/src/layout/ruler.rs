//! A frame with rulers, by which one sees how far a printer draws beside the place.

use super::MM;
use super::mark::{PlacedShape, Shape};
use super::piece::Piece;
use super::place::Spot;
use super::sheet::Sheet;
use super::typesetter::Align;

/// How far the frame stands from each edge of the page, in millimetres.
pub(crate) const INSET: u16 = 10;

impl Sheet<'_> {
    /// A frame [`INSET`] from each edge; a tick for each millimetre along its upper and left side, with every tenth numbered by its
    /// distance from the edge of the page.
    pub(crate) fn ruler_frame(&mut self) {
        let inset = f32::from(INSET);
        let (width, height) = (self.geometry.page_width / MM, self.geometry.page_height / MM);
        let frame = Shape::Frame { width: (width - 2.0 * inset) * MM, height: (height - 2.0 * inset) * MM, thickness: 0.5 };
        self.lay_at((inset, inset), vec![PlacedShape { x: 0.0, y: 0.0, shape: frame }]);
        let across = ticks(width - inset).map(|(at, long)| (at, 0.0, 0.0, long));
        let down = ticks(height - inset).map(|(at, long)| (0.0, at, long, 0.0));
        let tick = |(x, y, dx, dy): (f32, f32, f32, f32)| PlacedShape {
            x: x * MM,
            y: y * MM,
            shape: Shape::Rule { dx: dx * MM, dy: dy * MM, thickness: 0.3, dotted: false },
        };
        self.lay_at((inset, inset), across.chain(down).map(tick).collect());
        let small = self.body().size(7.0).align(Align::Centre);
        for at in tens(width - inset) {
            let spot = Spot { left: at - 5.0, top: inset + 5.5, width: 10.0, height: 4.0 };
            self.place(spot, small, (7.0, 7.0), &[Piece::new(at.to_string())]);
        }
        for at in tens(height - inset) {
            let spot = Spot { left: inset + 5.5, top: at - 1.6, width: 8.0, height: 4.0 };
            self.place(spot, small.align(Align::Left), (7.0, 7.0), &[Piece::new(at.to_string())]);
        }
    }
}

/// Each millimetre between the first corner of the frame and the end, measured from that corner, and how long its tick is.
fn ticks(end: f32) -> impl Iterator<Item = (f32, f32)> {
    (INSET..).take_while(move |at| f32::from(*at) < end).map(|at| {
        let long = match at % 10 {
            0 => 5.0,
            5 => 3.5,
            _ => 2.0,
        };
        (f32::from(at - INSET), long)
    })
}

/// Every tenth millimetre within the frame, but for its first corner.
fn tens(end: f32) -> impl Iterator<Item = f32> {
    (INSET..).step_by(10).skip(1).map(f32::from).take_while(move |at| *at < end - 5.0)
}
