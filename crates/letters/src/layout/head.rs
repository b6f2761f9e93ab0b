//! What surrounds the text of a page: letterhead, footer, the stamp of a copy.

use loket_domain::indonesian::date;

use super::MM;
use super::mark::{DrawnPage, PlacedShape, Shape, Strip};
use super::piece::Piece;
use super::sheet::Sheet;
use super::strips::moved;
use super::typesetter::Align;
use super::words::RichText;
use crate::imprint::Imprint;

/// The room an emblem may take.
const EMBLEM_HEIGHT: f32 = 24.0 * MM;
const EMBLEM_WIDTH: f32 = 22.0 * MM;
const EMBLEM_GAP: f32 = 4.0 * MM;

impl Sheet<'_> {
    /// Emblem at the left, the office's names in the middle, a thick and a thin rule below.
    pub(crate) fn letterhead(&mut self) {
        let width = self.geometry.width;
        let (emblem_width, emblem_height) = match &self.emblem {
            Some(emblem) => {
                let height = EMBLEM_HEIGHT.min(EMBLEM_WIDTH / emblem.aspect());
                (height * emblem.aspect(), height)
            }
            None => (0.0, 0.0),
        };
        let beside = if emblem_width > 0.0 { emblem_width + EMBLEM_GAP } else { 0.0 };
        let (x, column, pieces) = self.head_text(width, beside);
        let style = self.body();
        let lines = self.set_pieces(&pieces, style, column);
        let text_height: f32 = lines.iter().map(|line| line.height).sum();
        let inner = text_height.max(emblem_height);
        let mut strip = Strip::default();
        if emblem_width > 0.0 {
            strip.marks.push(PlacedShape {
                x: 0.0,
                y: (inner - emblem_height) / 2.0,
                shape: Shape::Emblem { width: emblem_width, height: emblem_height },
            });
        }
        let mut y = (inner - text_height) / 2.0;
        for line in lines {
            strip.marks.extend(moved(line.marks, x, y));
            y += line.height;
        }
        for (below, thickness) in [(6.0, 2.2), (8.6, 0.6)] {
            strip.marks.push(PlacedShape {
                x: 0.0,
                y: inner + below,
                shape: Shape::Rule { dx: width, dy: 0.0, thickness, dotted: false },
            });
        }
        strip.height = inner + 9.0;
        self.push(strip);
        self.space(13.0);
    }

    /// The names and addresses, with the left edge and width of their column: in the middle of the
    /// page when they fit there, else in the middle of what the emblem leaves.
    fn head_text(&mut self, width: f32, beside: f32) -> (f32, f32, Vec<Piece>) {
        let base = self.body().align(Align::Centre);
        let government = self.letterhead.government.clone();
        let office = self.letterhead.office.clone();
        let contacts = self.letterhead.contact_lines.clone();
        let middle = width - 2.0 * beside;
        let natural = [(&government, base.size(13.0)), (&office, base.bold().size(17.0))]
            .into_iter()
            .chain(contacts.iter().map(|line| (line, base.size(9.0))))
            .map(|(line, style)| self.typesetter.width(&RichText::from(line.as_str()), style))
            .fold(0.0, f32::max);
        let (x, column) = if natural <= middle { (beside, middle) } else { (beside, width - beside) };
        let small = self.size_that_fits(&government, base, 13.0, 10.5, column);
        let large = self.size_that_fits(&office, base.bold(), 17.0, 12.0, column);
        let mut pieces =
            vec![Piece::new(government).style(base.size(small)), Piece::new(office).style(base.bold().size(large.max(small)))];
        for (i, line) in contacts.into_iter().enumerate() {
            let above = if i == 0 { 2.0 } else { 0.0 };
            let size = self.size_that_fits(&line, base, 9.0, 7.5, column);
            pieces.push(Piece::new(line).style(base.size(size)).above(above));
        }
        (x, column, pieces)
    }

    /// The quiet line at the foot of a page.
    pub(super) fn foot(&mut self, page: &mut DrawnPage, imprint: &Imprint, (number, of): (usize, usize)) {
        let version = imprint.version.map_or_else(String::new, |version| {
            format!("  ·  Versi {}, dikoreksi {}", version.number, date(version.corrected_on))
        });
        let left = imprint.reference.as_ref().map(|reference| {
            let checked = if reference.is_checked() {
                format!("Kode periksa {}", reference.check_code)
            } else {
                "Konsep, belum berlaku".to_owned()
            };
            format!("{} {}  ·  {checked}{version}", reference.label, reference.number)
        });
        let right = (of > 1).then(|| format!("Halaman {number} dari {of}"));
        if left.is_none() && right.is_none() {
            return;
        }
        let style = self.small().size(7.5).grey();
        let geometry = self.geometry;
        let y = geometry.page_height - 15.0 * MM;
        page.marks.push(PlacedShape {
            x: geometry.left,
            y: y - 4.0,
            shape: Shape::Rule { dx: geometry.width, dy: 0.0, thickness: 0.3, dotted: false },
        });
        let right_width = right.as_ref().map_or(0.0, |text| self.typesetter.width(&RichText::from(text.as_str()), style) + 1.0);
        let gap = if right.is_some() { style.size } else { 0.0 };
        let columns = [(left, geometry.width - right_width - gap, Align::Left), (right, right_width, Align::Right)];
        let mut x = geometry.left;
        for (text, width, align) in columns {
            if let Some(text) = text {
                let lines = self.typesetter.lines(&RichText::from(text), style.align(align), width);
                let mut top = y;
                for line in lines.into_iter().take(2) {
                    page.draw(&line.marks, x, top);
                    top += line.height;
                }
            }
            x += width + gap;
        }
    }

    /// The number of a page in the file of a dispute, above the page.
    pub(crate) fn number_in_file(&mut self, page: &mut DrawnPage, number: usize, of: usize) {
        let style = self.small().size(7.5).grey().align(Align::Left);
        let words = RichText::from(format!("Berkas sengketa, halaman {number} dari {of}"));
        for line in self.typesetter.lines(&words, style, self.geometry.width / 2.0) {
            page.draw(&line.marks, self.geometry.left, 9.0 * MM);
        }
    }

    /// A word in a frame, in the top margin.
    pub(super) fn stamp(&mut self, page: &mut DrawnPage, word: &str) {
        let style = self.body().bold().size(9.0).tracking(2.0).align(Align::Centre);
        let (width, height) = (26.0 * MM, 15.0);
        let x = self.geometry.left + self.geometry.width - width;
        let y = 9.0 * MM;
        page.marks.push(PlacedShape { x, y, shape: Shape::Frame { width, height, thickness: 1.0 } });
        let lines = self.typesetter.lines(&RichText::from(word), style, width);
        for line in lines {
            page.draw(&line.marks, x + 1.0, y + (height - line.height) / 2.0);
        }
    }
}
