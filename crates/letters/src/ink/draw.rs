//! Marks become printpdf operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, Greyscale, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point,
    Polygon, PolygonRing, Pt, TextItem, TextRenderingMode, WindingOrder, XObjectId, XObjectTransform,
};

use super::subset::{DocumentFont, Fonts};
use crate::layout::{Glyph, GlyphRun, PlacedShape, Qr, Shape};

/// The grey of quiet text and hairlines: 0 is black.
const GREY: f32 = 0.35;
/// Corrections of the pen below this many thousandths of an em are not worth their bytes.
const PEN_TOLERANCE: f32 = 1.5;

/// Draws the marks of one page.
pub(super) struct PagePen<'a> {
    fonts: &'a Fonts,
    emblem: &'a XObjectId,
    page_height: f32,
    ops: Vec<Op>,
    grey: bool,
    thickness: f32,
    dotted: bool,
}

impl<'a> PagePen<'a> {
    pub(super) fn new(fonts: &'a Fonts, emblem: &'a XObjectId, page_height: f32) -> Self {
        Self { fonts, emblem, page_height, ops: Vec::new(), grey: false, thickness: 1.0, dotted: false }
    }

    pub(super) fn draw(mut self, marks: &[PlacedShape]) -> Vec<Op> {
        for mark in marks {
            let (x, y) = (mark.x, self.page_height - mark.y);
            match &mark.shape {
                Shape::Text(run) => self.text(run, x, y, false),
                Shape::Rule { dx, dy, thickness, dotted } => self.rule((x, y), (x + dx, y - dy), *thickness, *dotted),
                Shape::Frame { width, height, thickness } => self.frame(x, y, *width, *height, *thickness),
                Shape::Tick { side, ticked, text } => {
                    self.tick(x, y, *side, *ticked);
                    if let Some(run) = text {
                        self.text(run, x, y - side * 0.85, true);
                    }
                }
                Shape::Emblem { width, height } => self.picture(x, y, *width, *height),
                Shape::Qr { side, code } => self.qr(x, y, *side, code),
            }
        }
        self.ops
    }

    fn text(&mut self, run: &GlyphRun, x: f32, y: f32, invisible: bool) {
        let fonts = self.fonts;
        let (Some(font), Some(first)) = (fonts.get(&run.face), run.glyphs.first()) else {
            return;
        };
        if self.grey != run.grey {
            self.grey = run.grey;
            self.ops.push(Op::SetFillColor { col: grey(if run.grey { GREY } else { 0.0 }) });
        }
        self.ops.push(Op::StartTextSection);
        if invisible {
            self.ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Invisible });
        }
        self.ops.push(Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(run.size) });
        self.ops.push(Op::SetTextCursor { pos: point(x + first.x, y) });
        TextLine::new(font, run.size, first.x).show(&run.glyphs, &mut self.ops);
        if invisible {
            self.ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
        }
        self.ops.push(Op::EndTextSection);
    }

    fn stroke(&mut self, thickness: f32, dotted: bool) {
        if self.thickness != thickness {
            self.thickness = thickness;
            self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        }
        if self.dotted != dotted {
            self.dotted = dotted;
            let dash = if dotted { LineDashPattern::new(0.0, &[0.8, 2.0]) } else { LineDashPattern::default() };
            self.ops.push(Op::SetLineDashPattern { dash });
        }
    }

    fn rule(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32, dotted: bool) {
        self.stroke(thickness, dotted);
        self.path(&[from, to], false);
    }

    fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, thickness: f32) {
        self.stroke(thickness, false);
        let (right, bottom) = (x + width, y - height);
        self.path(&[(x, y), (right, y), (right, bottom), (x, bottom)], true);
    }

    fn tick(&mut self, x: f32, y: f32, side: f32, ticked: bool) {
        self.frame(x, y, side, side, 0.7);
        if ticked {
            self.stroke(1.3, false);
            let at = |along: f32, down: f32| (x + side * along, y - side * down);
            self.path(&[at(0.18, 0.52), at(0.42, 0.78), at(0.86, 0.16)], false);
        }
    }

    fn path(&mut self, points: &[(f32, f32)], closed: bool) {
        self.ops.push(Op::DrawLine {
            line: Line { points: points.iter().map(|(x, y)| corner(*x, *y)).collect(), is_closed: closed },
        });
    }

    fn picture(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let place = [width, 0.0, 0.0, height, x, y - height].map(hundredths);
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetTransformationMatrix { matrix: CurTransMat::Raw(place) },
            Op::UseXobject {
                id: self.emblem.clone(),
                transform: XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() },
            },
            Op::RestoreGraphicsState,
        ]);
    }

    fn qr(&mut self, x: f32, y: f32, side: f32, code: &Qr) {
        let module = side / f32::from(code.side);
        let rings = code
            .stretches
            .iter()
            .map(|(row, column, count)| {
                let left = x + module * f32::from(*column);
                let right = x + module * f32::from(column + count);
                let top = y - module * f32::from(*row);
                let bottom = y - module * f32::from(row + 1);
                let points = [(left, top), (right, top), (right, bottom), (left, bottom)];
                PolygonRing { points: points.iter().map(|(x, y)| corner(*x, *y)).collect() }
            })
            .collect();
        if self.grey {
            self.grey = false;
            self.ops.push(Op::SetFillColor { col: grey(0.0) });
        }
        self.ops
            .push(Op::DrawPolygon { polygon: Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero } });
    }
}

/// The glyphs of a run on their way out, and where the viewer's pen stands.
struct TextLine<'a> {
    font: &'a DocumentFont,
    size: f32,
    pen: f32,
    rise: f32,
    items: Vec<TextItem>,
}

impl<'a> TextLine<'a> {
    fn new(font: &'a DocumentFont, size: f32, x: f32) -> Self {
        Self { font, size, pen: x, rise: 0.0, items: Vec::new() }
    }

    fn show(mut self, glyphs: &[Glyph], ops: &mut Vec<Op>) {
        let mut rest = glyphs;
        while let Some(first) = rest.first() {
            let followers = rest.iter().skip(1).take_while(|g| g.text.is_none()).count();
            let (group, later) = rest.split_at(followers + 1);
            rest = later;
            let text = first.text.as_deref().unwrap_or_default();
            let plain = group.len() == 1 && self.font.glyphs.get(&first.id).is_some_and(|known| known.text == text);
            if plain {
                self.glyph(first, ops);
            } else {
                self.flush(ops);
                ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties: actual_text(text) });
                group.iter().for_each(|glyph| self.glyph(glyph, ops));
                self.flush(ops);
                ops.push(Op::EndMarkedContent);
            }
        }
        self.flush(ops);
        if self.rise != 0.0 {
            ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
    }

    fn glyph(&mut self, glyph: &Glyph, ops: &mut Vec<Op>) {
        if (glyph.rise - self.rise).abs() > 0.005 {
            self.flush(ops);
            self.rise = hundredths(glyph.rise);
            ops.push(Op::SetLineOffset { multiplier: self.rise });
        }
        let off = (self.pen - glyph.x) * 1000.0 / self.size;
        if off.abs() > PEN_TOLERANCE {
            let off = off.round();
            self.items.push(TextItem::Offset(off));
            self.pen -= off * self.size / 1000.0;
        }
        let Some(known) = self.font.glyphs.get(&glyph.id) else {
            return;
        };
        match (known.character, self.items.last_mut()) {
            (Some(character), Some(TextItem::Text(text))) => text.push(character),
            (Some(character), _) => self.items.push(TextItem::Text(character.into())),
            (None, last) => {
                let code = Codepoint::with_cid(known.number, 0.0, known.text.clone());
                match last {
                    Some(TextItem::GlyphIds(codes)) => codes.push(code),
                    _ => self.items.push(TextItem::GlyphIds(vec![code])),
                }
            }
        }
        self.pen += known.width * self.size / 1000.0;
    }

    fn flush(&mut self, ops: &mut Vec<Op>) {
        if !self.items.is_empty() {
            let items = std::mem::take(&mut self.items);
            ops.push(Op::ShowText { items });
        }
    }
}

/// What a group of glyphs is copied as.
fn actual_text(text: &str) -> DictItem {
    let mut data = vec![0xFE, 0xFF];
    data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    DictItem::Dict { map: BTreeMap::from([("ActualText".to_owned(), DictItem::String { data, literal: false })]) }
}

fn grey(percent: f32) -> Color {
    Color::Greyscale(Greyscale::new(percent, None))
}

fn corner(x: f32, y: f32) -> LinePoint {
    LinePoint { p: point(x, y), bezier: false }
}

fn point(x: f32, y: f32) -> Point {
    Point { x: Pt(hundredths(x)), y: Pt(hundredths(y)) }
}

/// No printer places anything finer than a hundredth of a point.
fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
