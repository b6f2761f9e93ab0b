//! The sheet a paper is composed on: blocks go down it one after another.

use std::sync::Arc;

use super::air::Air;
use super::mark::{PlacedShape, Shape, Strip};
use super::pages::{Dealt, paginate};
use super::piece::Piece;
use super::strips::{hold_ends, moved, strip_of};
use super::typesetter::{Align, Style, Typesetter};
use super::words::RichText;
use super::{Geometry, MM};
use crate::emblem::Emblem;
use crate::imprint::{Imprint, Reference, Typeface};
use crate::letterhead::Letterhead;
use crate::press_error::PressError;
use crate::wording::{Template, Wording};

/// A paper in the making. Papers lay blocks on it; it finds their lines and pages.
pub struct Sheet<'a> {
    pub(super) typesetter: &'a mut Typesetter,
    pub(super) geometry: Geometry,
    pub(super) letterhead: &'a Letterhead,
    pub(super) emblem: Option<Arc<Emblem>>,
    wording: &'a Wording,
    typeface: Typeface,
    pub(super) air: Air,
    pub(super) strips: Vec<Strip>,
    new_page: bool,
    /// From where to where the strips of closing sentences stand, while nothing stands below them.
    closing: Option<(usize, usize)>,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(
        typesetter: &'a mut Typesetter,
        (geometry, air): (Geometry, Air),
        typeface: Typeface,
        letterhead: &'a Letterhead,
        emblem: Option<Arc<Emblem>>,
        wording: &'a Wording,
    ) -> Self {
        Self {
            typesetter,
            geometry,
            letterhead,
            emblem,
            wording,
            typeface,
            air,
            strips: Vec::new(),
            new_page: false,
            closing: None,
        }
    }

    /// The style of running text on this paper.
    pub(crate) fn body(&self) -> Style {
        Style::of(self.typeface).closer(self.air.leading)
    }

    /// The style of footnotes.
    pub(crate) fn small(&self) -> Style {
        let body = self.body();
        body.size(body.size - 2.2)
    }

    /// How many lines, so many points apart, its page has more than A4.
    pub(crate) fn lines_beyond_a4(&self, pitch: f32) -> usize {
        let beyond = (self.geometry.page_height - 297.0 * MM) / pitch;
        (1..=u8::MAX).take_while(|lines| f32::from(*lines) <= beyond).count()
    }

    /// Vertical space in points; falls away at the top of a page.
    pub(crate) fn space(&mut self, points: f32) {
        let glued = self.strips.last().is_some_and(|strip| strip.glued);
        self.push(Strip { glued, ..Strip::blank(points * self.air.space) });
    }

    /// What follows begins a new page.
    pub(crate) fn new_page(&mut self) {
        self.new_page = true;
    }

    /// The title of the paper, in the middle, and lines below it.
    pub(crate) fn title(&mut self, title: &str, below: &[String]) {
        let start = self.strips.len();
        let body = self.body().align(Align::Centre);
        self.block(&[Piece::new(title).style(body.bold().size(body.size + 2.0))]);
        for line in below {
            self.block(&[Piece::new(line.as_str()).style(body).above(1.5)]);
        }
        self.space(body.size * 1.1);
        self.glue_since(start);
    }

    /// A heading; stays with what follows.
    pub(crate) fn heading(&mut self, words: &str) {
        let start = self.strips.len();
        let style = self.body().bold();
        self.block(&[Piece::new(words).style(style)]);
        self.space(style.size * 0.3);
        self.glue_since(start);
    }

    /// A paragraph across the full width, justified.
    pub(crate) fn paragraph(&mut self, words: impl Into<RichText>) {
        let style = self.body();
        self.block(&[Piece::new(words).style(style.align(Align::Justified))]);
        self.space(style.size * 0.55);
    }

    /// What was typed on several lines: a paragraph each.
    pub(crate) fn paragraphs(&mut self, typed: &str) {
        typed.lines().filter(|line| !line.trim().is_empty()).for_each(|line| self.paragraph(line));
    }

    /// The paragraphs of a template, as the office words them, with its placeholders filled.
    pub(crate) fn worded(&mut self, template: Template, values: &[(&str, &str)]) {
        let start = self.closing.filter(|(_, end)| *end == self.strips.len()).map_or(self.strips.len(), |(start, _)| start);
        for paragraph in self.wording.paragraphs(template, values) {
            self.paragraph(paragraph);
        }
        self.closing = Some((start, self.strips.len()));
    }

    /// How many lines of closing sentences end the paper so far; none where they are so long that they are a text of their own.
    pub(super) fn closing_lines(&self) -> usize {
        const LONGEST: usize = 9;
        let Some((start, _)) = self.closing.filter(|(_, end)| self.strips.iter().skip(*end).all(|strip| strip.space)) else {
            return 0;
        };
        let lines = self.strips.iter().skip(start).filter(|strip| !strip.space).count();
        if lines <= LONGEST { lines } else { 0 }
    }

    /// The paragraphs of a template, numbered with these labels.
    pub(crate) fn worded_points(&mut self, template: Template, values: &[(&str, &str)], labels: &[&str]) {
        let body = self.body().align(Align::Justified);
        let labels = labels.iter().copied().chain(std::iter::repeat("–"));
        for (label, words) in labels.zip(self.wording.paragraphs(template, values)) {
            self.block(&[Piece::labelled(label, 26.0, words).style(body)]);
            self.space(body.size * 0.7);
        }
    }

    /// Pieces below each other across the full width.
    pub(crate) fn block(&mut self, pieces: &[Piece]) {
        self.block_within(1.0, pieces);
    }

    /// Pieces below each other across this share of the width.
    pub(crate) fn block_within(&mut self, share: f32, pieces: &[Piece]) {
        let (style, width) = (self.body(), self.geometry.width * share);
        for piece in pieces {
            let lines = self.set_pieces(std::slice::from_ref(piece), style, width);
            let mut strips: Vec<Strip> = lines.into_iter().map(strip_of).collect();
            hold_ends(&mut strips);
            self.push_all(strips);
        }
    }

    /// The words a reader looks for: in a frame of their own, with what they follow from.
    pub(crate) fn verdict(&mut self, words: &str) {
        let style = self.body().bold().align(Align::Centre);
        let (pad, width) = (4.0, self.geometry.width * 0.76);
        let lines = self.set_pieces(&[Piece::new(words)], style.size(style.size + 1.0), width - 2.0 * pad);
        let x = (self.geometry.width - width) / 2.0;
        let mut strip = Strip::default();
        let mut y = pad;
        for line in lines {
            strip.marks.extend(moved(line.marks, x + pad, y));
            y += line.height;
        }
        strip.height = y + pad;
        let frame = Shape::Frame { width, height: strip.height, thickness: 0.9 };
        strip.marks.push(PlacedShape { x, y: 0.0, shape: frame });
        self.glue_last(1);
        self.push(strip);
        self.space(style.size * 0.7);
    }

    /// A framed panel with the paper's number in large letters, its check code below, and a QR code of both.
    pub(crate) fn number_panel(&mut self, label: &str, reference: &Reference) -> Result<(), PressError> {
        self.panel(label, reference, (25.0 * super::MM, 9.0, 20.0))?;
        self.space(self.body().size);
        Ok(())
    }

    /// The same in a smaller panel, for a receipt that shares its sheet.
    pub(crate) fn number_strip(&mut self, label: &str, reference: &Reference) -> Result<(), PressError> {
        self.panel(label, reference, (17.0 * super::MM, 5.0, 16.0))?;
        self.space(1.0);
        Ok(())
    }

    /// A panel whose QR code has this side, with this much room around it and a number of at most this size.
    fn panel(&mut self, label: &str, reference: &Reference, (side, pad, largest): (f32, f32, f32)) -> Result<(), PressError> {
        let body = self.body();
        let column = self.geometry.width - side - 3.0 * pad;
        let number = reference.number.as_str();
        let size = self.size_that_fits(number, body.bold(), largest, 13.0, column);
        let pieces = [
            Piece::new(label).style(body.size(8.5).grey()),
            Piece::new(number).style(body.bold().size(size)).above(1.0),
            Piece::new(RichText::new().plain("Kode periksa   ").bold(&reference.check_code)).above(2.5),
        ];
        let lines = self.set_pieces(&pieces, body, column);
        let text_height: f32 = lines.iter().map(|line| line.height).sum();
        let inner = text_height.max(side);
        let mut strip = Strip { height: inner + 2.0 * pad, ..Strip::default() };
        let mut y = pad + (inner - text_height) / 2.0;
        for line in lines {
            strip.marks.extend(moved(line.marks, pad, y));
            y += line.height;
        }
        strip.marks.push(PlacedShape {
            x: self.geometry.width - pad - side,
            y: pad + (inner - side) / 2.0,
            shape: Shape::Qr { side, code: Arc::new(reference.qr()?) },
        });
        strip.marks.push(PlacedShape {
            x: 0.0,
            y: 0.0,
            shape: Shape::Frame { width: self.geometry.width, height: strip.height, thickness: 0.9 },
        });
        self.push(strip);
        Ok(())
    }

    /// A framed panel with a secret code in large groups, four on a line.
    pub(crate) fn code_panel(&mut self, label: &str, groups: &[&str]) {
        let body = self.body().align(Align::Centre);
        let pad = 14.0;
        let mut pieces = vec![Piece::new(label).style(body.size(9.0).grey())];
        for line in groups.chunks(4) {
            let line = line.join("  ");
            let width = self.geometry.width - 2.0 * pad;
            let size = self.size_that_fits(&line, body.mono(), 27.0, 10.0, width);
            pieces.push(Piece::new(line).style(body.mono().size(size)).above(6.0));
        }
        let lines = self.set_pieces(&pieces, body, self.geometry.width - 2.0 * pad);
        let mut strip = Strip::default();
        let mut y = pad;
        for line in lines {
            strip.marks.extend(moved(line.marks, pad, y));
            y += line.height;
        }
        strip.height = y + pad;
        strip.marks.push(PlacedShape {
            x: 0.0,
            y: 0.0,
            shape: Shape::Frame { width: self.geometry.width, height: strip.height, thickness: 1.6 },
        });
        self.push(strip);
        self.space(body.size * 1.4);
    }

    /// The name of the office, as the letterhead has it.
    pub(crate) fn office(&self) -> &str {
        &self.letterhead.office
    }

    /// Office and government, as a list without a letterhead names them.
    pub(crate) fn issuer(&self) -> String {
        format!("{}\n{}", self.letterhead.government, self.letterhead.office)
    }

    /// The largest size between two bounds at which the words keep to one line of this width.
    pub(super) fn size_that_fits(&mut self, words: &str, style: Style, largest: f32, smallest: f32, width: f32) -> f32 {
        let natural = self.typesetter.width(&RichText::from(words), style.size(largest));
        if natural <= width {
            return largest;
        }
        (largest * width / natural * 0.995).max(smallest)
    }

    pub(super) fn push(&mut self, mut strip: Strip) {
        if self.new_page && !strip.space {
            strip.on_new_page = true;
            self.new_page = false;
        }
        self.strips.push(strip);
    }

    pub(super) fn push_all(&mut self, strips: Vec<Strip>) {
        strips.into_iter().for_each(|strip| self.push(strip));
    }

    /// Glues everything from strip number `start` on to what follows.
    fn glue_since(&mut self, start: usize) {
        for strip in self.strips.iter_mut().skip(start) {
            strip.glued = true;
        }
    }

    /// Glues the last `count` strips that show something, and the space among them, to what
    /// follows.
    pub(crate) fn glue_last(&mut self, count: usize) {
        let mut left = count;
        for strip in self.strips.iter_mut().rev() {
            if left == 0 || strip.on_new_page {
                strip.glued |= left > 0;
                break;
            }
            strip.glued = true;
            if !strip.space {
                left -= 1;
            }
        }
    }

    pub(crate) fn into_pages(mut self, imprint: &Imprint) -> Dealt {
        let strips = std::mem::take(&mut self.strips);
        let mut dealt = paginate(strips, self.geometry);
        let count = dealt.pages.len();
        for (i, page) in dealt.pages.iter_mut().enumerate() {
            self.foot(page, imprint, (i + 1, count));
            if let Some(word) = imprint.mark.stamp() {
                self.stamp(page, word);
            }
        }
        dealt
    }
}
