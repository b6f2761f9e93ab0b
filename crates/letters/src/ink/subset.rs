//! The part of a font that a document needs.
//!
//! printpdf embeds a font whole unless it is built with its own layout engine, so it is given
//! fonts that are already reduced.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use printpdf::{FontId, FontMetrics, ParsedFont, PdfFont};
use subsetter::GlyphRemapper;

use super::fingerprint::fingerprint;
use super::unhinted::unhinted;
use crate::emblem::deflate;
use crate::faces::{Face, Faces};
use crate::layout::{DrawnPage, GlyphRun, Shape};
use crate::press_error::PressError;

/// The fonts of one document, by face number.
pub(super) type Fonts = BTreeMap<usize, DocumentFont>;

/// A reduced font and what its glyphs stand for in this document.
pub(super) struct DocumentFont {
    pub(super) id: FontId,
    pub(super) subset: Arc<Subset>,
    /// By the glyph's number in the whole font.
    pub(super) glyphs: BTreeMap<u16, DocumentGlyph>,
}

/// A glyph as a document uses it.
pub(super) struct DocumentGlyph {
    /// Its number in the reduced font.
    pub(super) number: u16,
    /// The advance a viewer makes after it, in thousandths of an em.
    pub(super) width: f32,
    /// What it is copied as.
    pub(super) text: String,
    /// The character that no other glyph of this font stands for, if it has one: printpdf can then
    /// be given text instead of glyphs, which makes for a shorter file.
    pub(super) character: Option<char>,
}

impl DocumentFont {
    fn new(number: usize, subset: Arc<Subset>, texts: BTreeMap<u16, String>) -> Self {
        let mut taken = BTreeSet::new();
        let glyphs = texts.into_iter().map(|(glyph, text)| {
            let mut characters = text.chars();
            let character = match (characters.next(), characters.next()) {
                (Some(character), None) => taken.insert(character).then_some(character),
                _ => None,
            };
            let (number, width) = subset.glyphs.get(&glyph).copied().unwrap_or_default();
            (glyph, DocumentGlyph { number, width, text, character })
        });
        Self { id: FontId(format!("F{number}")), glyphs: glyphs.collect(), subset }
    }

    /// The font as printpdf takes it.
    pub(super) fn font(&self) -> PdfFont {
        let mut font = self.subset.font.clone();
        let characters = self.glyphs.values().filter_map(|glyph| Some((u32::from(glyph.character?), glyph.number)));
        font.parsed_font.codepoint_to_glyph = characters.collect();
        font
    }
}

/// A font reduced to some of its glyphs.
pub(super) struct Subset {
    face: usize,
    wanted: Vec<u16>,
    /// Number in the reduced font, and advance in thousandths of an em, cut to a whole number as
    /// printpdf writes it.
    glyphs: BTreeMap<u16, (u16, f32)>,
    font: PdfFont,
    /// The font program, compressed.
    pub(super) compressed: Vec<u8>,
}

impl Subset {
    /// The font program as printpdf writes it.
    pub(super) fn is_program(&self, bytes: &[u8]) -> bool {
        self.font.parsed_font.original_bytes == bytes
    }
}

/// The last subsets; letters of one kind mostly need the same glyphs.
#[derive(Default)]
pub(super) struct Subsets {
    kept: Vec<Arc<Subset>>,
}

/// What a font of running text always keeps, so that the next letter, with another name on it, can
/// use the same subset.
const USUAL: &str = " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPRSTUWY0123456789.,:;/()-";
/// A font of which a paper uses no more glyphs than this carries those only.
const FEW: usize = 16;
/// How many subsets are kept: about 20 kB each.
const KEPT: usize = 48;

impl Subsets {
    /// Reduced fonts for everything written on these pages.
    pub(super) fn for_pages(&mut self, pages: &[DrawnPage], faces: &Faces) -> Result<Fonts, PressError> {
        let mut fonts = Fonts::new();
        for (number, texts) in texts(pages) {
            let Some(face) = faces.get(number) else {
                continue;
            };
            let mut wanted: BTreeSet<u16> = texts.keys().copied().collect();
            if wanted.len() > FEW {
                wanted.extend(USUAL.chars().filter_map(|c| face.glyph(c)));
            }
            let subset = self.reduced(number, face, wanted.into_iter().collect())?;
            fonts.insert(number, DocumentFont::new(number, subset, texts));
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
fn texts(pages: &[DrawnPage]) -> BTreeMap<usize, BTreeMap<u16, String>> {
    let mut used: BTreeMap<usize, BTreeMap<u16, String>> = BTreeMap::new();
    let mut add = |run: &GlyphRun| {
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
    for glyph in &wanted {
        remapper.remap(*glyph);
    }
    let reduced = subsetter::subset(face.data, 0, &remapper)
        .map_err(|reason| PressError::Font { face: face.name, reason: reason.to_string() })?;
    let program = unhinted(&reduced).unwrap_or(reduced);
    let units = face.metrics.units_per_em;
    let mut glyphs = BTreeMap::new();
    let mut advances = BTreeMap::new();
    for glyph in &wanted {
        let number = remapper.get(*glyph).unwrap_or_default();
        let advance = face.advance(*glyph);
        glyphs.insert(*glyph, (number, (advance * 1000.0 / f32::from(units)).trunc()));
        advances.insert(number, whole_u16(advance));
    }
    let compressed = deflate(&program);
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
    Ok(Subset { face: number, wanted, glyphs, font: PdfFont::new(font), compressed })
}

/// Six capitals that name a subset, as PDF wants before the name of a reduced font.
fn tag(glyphs: &[u16]) -> String {
    let mut rest = fingerprint(0, glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()));
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
