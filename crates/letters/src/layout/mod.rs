//! From blocks to pages: words are shaped and broken into lines, lines are stacked into strips,
//! strips are dealt out to pages. All lengths are in points (1/72 inch), y grows downwards.

mod head;
mod mark;
mod pages;
mod qr;
mod row;
mod sheet;
mod signing;
mod typesetter;
mod words;

pub(crate) use mark::{Glyph, Mark, Page, Run, Shape};
pub(crate) use qr::Qr;
pub(crate) use row::{Columns, Piece};
pub use sheet::Sheet;
pub(crate) use signing::Side;
pub(crate) use typesetter::{Align, Typesetter};
pub(crate) use words::Words;

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
}

impl Geometry {
    /// A sheet of these millimetres, with margins of 2 cm above, 3 cm left, 2.5 cm right and below.
    pub(crate) fn of((width, height): (f32, f32)) -> Self {
        Self {
            page_width: width * MM,
            page_height: height * MM,
            left: 30.0 * MM,
            top: 20.0 * MM,
            width: (width - 30.0 - 25.0) * MM,
            height: (height - 20.0 - 25.0) * MM,
        }
    }
}
