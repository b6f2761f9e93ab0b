//! What can be drawn: the vocabulary between layout and ink.

use std::rc::Rc;
use std::sync::Arc;

use super::qr::Qr;

/// One shape at a place, measured from the top left of whatever holds it.
#[derive(Clone, Debug)]
pub(crate) struct PlacedShape {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) shape: Shape,
}

/// A shape; its place is its top left corner, or the baseline for text.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// Glyphs of one font and size on a baseline.
    Text(Arc<GlyphRun>),
    /// A straight line to the point `dx`, `dy` further on.
    Rule { dx: f32, dy: f32, thickness: f32, dotted: bool },
    /// An outlined box.
    Frame { width: f32, height: f32, thickness: f32 },
    /// A box to tick; readable as `[x]` or `[ ]` when the text is copied.
    Tick { side: f32, ticked: bool, text: Option<Arc<GlyphRun>> },
    /// The emblem of the letterhead.
    Emblem { width: f32, height: f32 },
    /// A QR code.
    Qr { side: f32, code: Arc<Qr> },
}

/// Glyphs of one font, size and shade.
#[derive(Clone, Debug)]
pub(crate) struct GlyphRun {
    /// The number of the face in [`Faces`](crate::faces::Faces).
    pub(crate) face: usize,
    pub(crate) size: f32,
    pub(crate) grey: bool,
    pub(crate) glyphs: Vec<Glyph>,
}

/// One glyph, `x` points right of the start of its line and `rise` above the baseline.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) x: f32,
    pub(crate) rise: f32,
    /// The characters this glyph stands for; `None` when it belongs to the glyph before it.
    pub(crate) text: Option<String>,
}

/// A horizontal slice of a paper that is never cut in two.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strip {
    pub(crate) height: f32,
    pub(crate) marks: Vec<PlacedShape>,
    /// Nothing to see; falls away at the top of a page.
    pub(crate) space: bool,
    /// Must stand on the same page as the strip after it.
    pub(crate) glued: bool,
    /// Somebody signs here.
    pub(crate) signs: bool,
    /// Begins a new page.
    pub(crate) on_new_page: bool,
    /// Repeated above this strip when it is the first of a page.
    pub(crate) head: Option<Rc<Vec<Strip>>>,
    /// Drawn at the foot of this strip when the page ends after it, such as a table's last rule.
    pub(crate) at_page_end: Vec<PlacedShape>,
    /// Drawn at the top of this strip when it begins a page and has no head.
    pub(crate) at_page_start: Vec<PlacedShape>,
}

impl Strip {
    pub(crate) fn blank(height: f32) -> Self {
        Self { height, space: true, ..Self::default() }
    }
}

/// Everything drawn on one page, measured from the page's top left corner.
#[derive(Debug, Default)]
pub(crate) struct DrawnPage {
    pub(crate) marks: Vec<PlacedShape>,
}

impl DrawnPage {
    /// Draws marks moved by `x`, `y`.
    pub(crate) fn draw(&mut self, marks: &[PlacedShape], x: f32, y: f32) {
        self.marks.extend(marks.iter().map(|mark| PlacedShape { x: mark.x + x, y: mark.y + y, shape: mark.shape.clone() }));
    }
}
