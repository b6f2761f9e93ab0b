//! From blocks to pages: words are shaped and broken into lines, lines are stacked into strips,
//! strips are dealt out to pages. All lengths are in points (1/72 inch), y grows downwards.

mod air;
mod cells;
mod hand;
mod head;
mod hyphen;
mod mark;
mod pages;
mod piece;
mod place;
mod qr;
mod ruler;
mod sheet;
mod signing;
mod strips;
mod table;
mod typesetter;
mod words;

pub(crate) use air::Air;
pub(crate) use mark::{DrawnPage, Glyph, GlyphRun, PlacedShape, Shape};
pub(crate) use pages::Dealt;
pub(crate) use piece::Piece;
pub(crate) use place::Spot;
pub use qr::Qr;
pub use sheet::Sheet;
pub(crate) use signing::Side;
pub(crate) use table::Columns;
pub(crate) use typesetter::{Align, Typesetter};
pub(crate) use words::{RichText, numbered};

use crate::imprint::Orientation;

/// Millimetres to points.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// A page and the part of it that text may use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Geometry {
    /// The page.
    pub(crate) page_width: f32,
    pub(crate) page_height: f32,
    /// The corner where text begins.
    pub(crate) left: f32,
    pub(crate) top: f32,
    /// The extent of the text.
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// How much wider the sheet is than A4.
    pub(crate) scale: f32,
}

impl Geometry {
    /// A sheet of these millimetres, with margins of 2 cm above, 3 cm left, 2.5 cm right and below.
    pub(crate) fn of((width, height): (f32, f32), orientation: Orientation) -> Self {
        // Letters leave room for punching at the left; lists need the width.
        let ((width, height), a4, [left, top, right, bottom]) = match orientation {
            Orientation::Portrait => ((width, height), 210.0, [30.0, 20.0, 25.0, 25.0]),
            Orientation::Landscape => ((height, width), 297.0, [15.0, 15.0, 12.0, 20.0]),
        };
        Self {
            page_width: width * MM,
            page_height: height * MM,
            left: left * MM,
            top: top * MM,
            width: (width - left - right) * MM,
            height: (height - top - bottom) * MM,
            scale: width / a4,
        }
    }
}
