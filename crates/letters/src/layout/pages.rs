//! Dealing strips out to pages.

use super::Geometry;
use super::mark::{DrawnPage, Strip};

/// Pages with their strips on them.
pub(crate) struct Dealt {
    pub(crate) pages: Vec<DrawnPage>,
    /// Whether the first signature stands on a page that holds little more than the end of what was begun before it.
    pub(crate) spills: bool,
}

/// A page of a paper's end that is filled no further than this part of it may be spared by less air.
const LITTLE: f32 = 0.5;

/// Stacks strips into pages. A page breaks where no glue holds; a chain of glued strips that is
/// taller than a page is broken all the same.
pub(crate) fn paginate(strips: Vec<Strip>, geometry: Geometry) -> Dealt {
    let mut stack = Stack { pages: vec![DrawnPage::default()], y: 0.0, foot: 0.0, last: None, signed: None, geometry };
    let mut rest = strips.as_slice();
    while let Some(first) = rest.first() {
        let chain = chain_length(rest);
        let (now, later) = rest.split_at(chain);
        rest = later;
        if first.on_new_page && !stack.is_fresh() {
            stack.turn();
        }
        let height: f32 = now.iter().map(|strip| strip.height).sum();
        let head = first.head.as_ref().map_or(0.0, |head| height_of(head));
        if stack.fits(height) || (stack.is_fresh() && height <= geometry.height) {
            now.iter().for_each(|strip| stack.put(strip));
        } else if height + head <= geometry.height {
            stack.turn();
            now.iter().for_each(|strip| stack.put(strip));
        } else {
            for strip in now {
                if !stack.fits(strip.height) && !stack.is_fresh() {
                    stack.turn();
                }
                stack.put(strip);
            }
        }
    }
    let spills = stack.signed.is_some_and(|(page, foot)| page > 1 && foot < geometry.height * LITTLE);
    Dealt { pages: stack.pages, spills }
}

fn height_of(strips: &[Strip]) -> f32 {
    strips.iter().map(|strip| strip.height).sum()
}

/// How many strips from the first on must stay on one page.
fn chain_length(strips: &[Strip]) -> usize {
    let glued = strips.iter().take_while(|strip| strip.glued).count();
    (glued + 1).min(strips.len())
}

struct Stack<'a> {
    pages: Vec<DrawnPage>,
    y: f32,
    /// Where the last strip that shows something ends.
    foot: f32,
    last: Option<&'a Strip>,
    /// The page of the first signature, from one on, and where it ends on it.
    signed: Option<(usize, f32)>,
    geometry: Geometry,
}

impl<'a> Stack<'a> {
    fn is_fresh(&self) -> bool {
        self.y == 0.0
    }

    fn fits(&self, height: f32) -> bool {
        // A hundredth of a point forgives rounding.
        self.y + height <= self.geometry.height + 0.01
    }

    fn turn(&mut self) {
        if let Some(last) = self.last.take() {
            let top = self.foot - last.height;
            self.draw(&last.at_page_end, top);
        }
        self.pages.push(DrawnPage::default());
        self.y = 0.0;
    }

    fn put(&mut self, strip: &'a Strip) {
        if strip.space && self.is_fresh() {
            return;
        }
        if strip.space && !self.fits(strip.height) {
            self.y = self.geometry.height;
            return;
        }
        if self.is_fresh() && self.pages.len() > 1 {
            match &strip.head {
                Some(head) => {
                    for part in head.iter() {
                        let y = self.y;
                        self.draw(&part.marks, y);
                        self.y += part.height;
                    }
                }
                None => self.draw(&strip.at_page_start, 0.0),
            }
        }
        let y = self.y;
        self.draw(&strip.marks, y);
        self.y += strip.height;
        if !strip.space {
            self.foot = self.y;
            if strip.signs && self.signed.is_none() {
                self.signed = Some((self.pages.len(), self.foot));
            }
            self.last = Some(strip);
        }
    }

    fn draw(&mut self, marks: &[super::PlacedShape], y: f32) {
        let (left, top) = (self.geometry.left, self.geometry.top);
        if let Some(page) = self.pages.last_mut() {
            page.draw(marks, left, top + y);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::mark::{PlacedShape, Shape};
    use super::*;

    fn strip(height: f32, glued: bool) -> Strip {
        Strip {
            height,
            glued,
            marks: vec![PlacedShape { x: 0.0, y: 0.0, shape: Shape::Frame { width: 1.0, height, thickness: 1.0 } }],
            ..Strip::default()
        }
    }

    /// The heights of the strips on each page.
    fn dealt(strips: Vec<Strip>) -> Vec<Vec<f32>> {
        paginate(strips, Geometry::of((210.0, 297.0), crate::imprint::Orientation::Portrait))
            .pages
            .iter()
            .map(|page| {
                page.marks
                    .iter()
                    .map(|mark| match mark.shape {
                        Shape::Frame { height, .. } => height,
                        _ => 0.0,
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn glued_strips_move_to_the_next_page_together() {
        let pages = dealt(vec![strip(600.0, false), strip(100.0, true), strip(50.0, false)]);
        assert_eq!(pages, [vec![600.0], vec![100.0, 50.0]]);
    }

    #[test]
    fn a_chain_taller_than_a_page_is_broken_all_the_same() {
        let pages = dealt((0..5).map(|_| strip(300.0, true)).collect());
        assert_eq!(pages, [vec![300.0; 2], vec![300.0; 2], vec![300.0]]);
    }

    #[test]
    fn space_falls_away_at_the_top_of_a_page() {
        let pages = dealt(vec![strip(700.0, false), Strip::blank(40.0), strip(10.0, false)]);
        assert_eq!(pages, [vec![700.0], vec![10.0]]);
    }

    #[test]
    fn a_head_is_repeated_on_each_page() {
        let head = Rc::new(vec![strip(7.0, false)]);
        let rows = (0..3).map(|_| Strip { head: Some(Rc::clone(&head)), ..strip(500.0, false) });
        assert_eq!(dealt(rows.collect()), [vec![500.0], vec![7.0, 500.0], vec![7.0, 500.0]]);
    }
}
