//! The part of a font that a document needs.
//!
//! printpdf embeds a font whole unless it is built with its own layout engine, so it is given
//! fonts that are already reduced.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use printpdf::{FontId, FontMetrics, ParsedFont, PdfFont};
use subsetter::GlyphRemapper;

use super::unhinted::unhinted;
use crate::faces::{Face, Faces};
use crate::layout::{Page, Run, Shape};
use crate::press::PressError;

/// The fonts of one document, by face number.
pub(super) type Fonts = BTreeMap<usize, DocumentFont>;

/// A reduced font and what its glyphs stand for in this document.
pub(super) struct DocumentFont {
    pub(super) id: FontId,
    pub(super) subset: Arc<Subset>,
    /// What each glyph is copied as, by its number in the whole font.
    pub(super) texts: BTreeMap<u16, String>,
}

/// A font reduced to some of its glyphs.
pub(super) struct Subset {
    face: usize,
    wanted: Vec<u16>,
    numbers: BTreeMap<u16, u16>,
    /// Advances in thousandths of an em, cut to whole numbers as printpdf writes them.
    widths: BTreeMap<u16, i32>,
    font: PdfFont,
}

impl Subset {
    /// The glyph's number in the reduced font.
    pub(super) fn number(&self, glyph: u16) -> u16 {
        self.numbers.get(&glyph).copied().unwrap_or_default()
    }

    /// The advance a viewer makes after the glyph, in thousandths of an em.
    pub(super) fn width(&self, glyph: u16) -> i32 {
        self.widths.get(&glyph).copied().unwrap_or_default()
    }

    pub(super) fn font(&self) -> PdfFont {
        self.font.clone()
    }
}

/// The last subsets; letters of one kind mostly need the same glyphs.
#[derive(Default)]
pub(super) struct Subsets {
    kept: Vec<Arc<Subset>>,
}

/// How many subsets are kept: about 20 kB each.
const KEPT: usize = 48;

impl Subsets {
    /// Reduced fonts for everything written on these pages.
    pub(super) fn for_pages(&mut self, pages: &[Page], faces: &Faces) -> Result<Fonts, PressError> {
        let mut fonts = Fonts::new();
        for (number, texts) in texts(pages) {
            let Some(face) = faces.get(number) else {
                continue;
            };
            let subset = self.reduced(number, face, texts.keys().copied().collect())?;
            fonts.insert(number, DocumentFont { id: FontId(format!("F{number}")), subset, texts });
        }
        Ok(fonts)
    }

    fn reduced(&mut self, number: usize, face: &Face, wanted: Vec<u16>) -> Result<Arc<Subset>, PressError> {
        let known = self.kept.iter().position(|subset| subset.face == number && subset.wanted == wanted);
        let subset = match known {
            Some(at) => self.kept.remove(at),
            None => Arc::new(reduce(number, face, wanted)?),
        };
        self.kept.push(Arc::clone(&subset));
        if self.kept.len() > KEPT {
            self.kept.remove(0);
        }
        Ok(subset)
    }
}

/// The glyphs on the pages, by face, each with the text it first stands for.
fn texts(pages: &[Page]) -> BTreeMap<usize, BTreeMap<u16, String>> {
    let mut used: BTreeMap<usize, BTreeMap<u16, String>> = BTreeMap::new();
    let mut add = |run: &Run| {
        let texts = used.entry(run.face).or_default();
        for glyph in &run.glyphs {
            let known = texts.entry(glyph.id).or_default();
            if let (true, Some(text)) = (known.is_empty(), &glyph.text) {
                known.clone_from(text);
            }
        }
    };
    for mark in pages.iter().flat_map(|page| &page.marks) {
        match &mark.shape {
            Shape::Text(run) | Shape::Tick { text: Some(run), .. } => add(run),
            _ => {}
        }
    }
    used
}

fn reduce(number: usize, face: &Face, wanted: Vec<u16>) -> Result<Subset, PressError> {
    let mut remapper = GlyphRemapper::new();
    for glyph in wanted.iter().copied().collect::<BTreeSet<u16>>() {
        remapper.remap(glyph);
    }
    let reduced = subsetter::subset(face.data, 0, &remapper)
        .map_err(|reason| PressError::Font { face: face.name, reason: reason.to_string() })?;
    let program = unhinted(&reduced).unwrap_or(reduced);
    let numbers: BTreeMap<u16, u16> = wanted.iter().map(|glyph| (*glyph, remapper.get(*glyph).unwrap_or_default())).collect();
    let units = face.metrics.units_per_em;
    let advances: BTreeMap<u16, u16> = numbers.iter().map(|(glyph, new)| (*new, whole_u16(face.advance(*glyph)))).collect();
    let widths = wanted
        .iter()
        .map(|glyph| {
            let width = face.advance(*glyph) * 1000.0 / f32::from(units);
            (*glyph, i32::from(whole_u16(width)))
        })
        .collect();
    let mut font = ParsedFont::with_glyph_data(
        program,
        0,
        Some(format!("{}+{}", tag(&wanted), face.name)),
        BTreeMap::new(),
        advances,
        units,
        FontMetrics { ascent: whole_i16(face.metrics.ascent), descent: whole_i16(face.metrics.descent) },
    );
    let [x_min, y_min, x_max, y_max] = face.bounds().map(whole_i16);
    let metrics = &mut font.pdf_font_metrics;
    (metrics.x_min, metrics.y_min) = (x_min, y_min);
    (metrics.x_max, metrics.y_max) = (x_max, y_max);
    metrics.us_weight_class = face.weight;
    Ok(Subset { face: number, wanted, numbers, widths, font: PdfFont::new(font) })
}

/// Six capitals that name a subset, as PDF wants before the name of a reduced font.
fn tag(glyphs: &[u16]) -> String {
    let mut rest = super::document::fingerprint(0, glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()));
    (0..6)
        .map(|_| {
            let letter = u8::try_from(rest % 26).unwrap_or_default();
            rest /= 26;
            char::from(b'A' + letter)
        })
        .collect()
}

/// Font units fit these types by the format; the fraction is cut off, as printpdf does.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole_u16(value: f32) -> u16 {
    value as u16
}

#[allow(clippy::cast_possible_truncation)]
fn whole_i16(value: f32) -> i16 {
    value as i16
}
