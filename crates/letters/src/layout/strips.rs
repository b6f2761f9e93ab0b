//! Lines become strips.

use super::mark::{PlacedShape, Strip};
use super::typesetter::SetLine;

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
            strip.marks.extend(line.marks.iter().map(|mark| PlacedShape {
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

/// A line on its own.
pub(super) fn strip_of(line: SetLine) -> Strip {
    Strip { height: line.height, marks: line.marks, ..Strip::default() }
}

/// Marks further right by `x` and further down by `y`, in points.
pub(super) fn moved(marks: Vec<PlacedShape>, x: f32, y: f32) -> impl Iterator<Item = PlacedShape> {
    marks.into_iter().map(move |mark| PlacedShape { x: mark.x + x, y: mark.y + y, shape: mark.shape })
}
