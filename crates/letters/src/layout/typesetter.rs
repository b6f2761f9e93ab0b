//! Words become lines of glyphs. Shaping, direction and line breaking are parley's.

use std::collections::HashMap;
use std::sync::Arc;

use parley::{
    Alignment, AlignmentOptions, Cluster, FontContext, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext, Line,
    LineHeight, OverflowWrap, StyleProperty, TextWrapMode, layout::BreakReason,
};

use super::hyphen::{Advance, Cut, cuts};
use super::mark::{Glyph, GlyphRun, PlacedShape, Shape};
use super::words::{Emphasis, RichText};
use crate::faces::{FALLBACKS, Face, Faces, MONO, SANS, SERIF};
use crate::imprint::Typeface;

/// Where lines stand between the edges of their column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
    Justified,
}

/// How a block of text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    family: &'static str,
    /// In points.
    pub(crate) size: f32,
    /// Baseline to baseline, as a multiple of the size.
    pub(crate) leading: f32,
    pub(crate) bold: bool,
    pub(crate) grey: bool,
    pub(crate) align: Align,
    /// Extra space between letters, in points.
    pub(crate) tracking: f32,
}

impl Style {
    pub(crate) fn of(typeface: Typeface) -> Self {
        let (family, size, leading) = match typeface {
            Typeface::Form => (SANS, 10.5, 1.28),
            Typeface::Decision => (SERIF, 10.5, 1.28),
        };
        Self { family, size, leading, bold: false, grey: false, align: Align::Left, tracking: 0.0 }
    }

    pub(crate) fn mono(self) -> Self {
        Self { family: MONO, bold: true, ..self }
    }

    /// The same with lines this much nearer to each other.
    pub(crate) fn closer(self, part: f32) -> Self {
        Self { leading: self.leading * part, ..self }
    }

    pub(crate) fn size(self, size: f32) -> Self {
        Self { size, ..self }
    }

    pub(crate) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) fn grey(self) -> Self {
        Self { grey: true, ..self }
    }

    pub(crate) fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    pub(crate) fn tracking(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }

    pub(crate) fn line_height(self) -> f32 {
        self.size * self.leading
    }
}

/// A line of text that is set and broken.
#[derive(Clone, Debug, Default)]
pub(crate) struct SetLine {
    pub(crate) height: f32,
    pub(crate) marks: Vec<PlacedShape>,
}

/// The height of lines below each other.
pub(super) fn height(lines: &[SetLine]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

/// What parley carries through shaping for us.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Pen {
    struck: bool,
}

/// How many texts are kept: those of all forms, and some hundred of the last applicants.
const KEPT: usize = 1024;

/// Everything that decides how a text is set; lengths by their bits.
#[derive(PartialEq, Eq, Hash)]
struct Setting {
    words: RichText,
    family: &'static str,
    lengths: [u32; 4],
    looks: (bool, bool, Align),
}

impl Setting {
    fn new(words: RichText, style: Style, width: f32) -> Self {
        Self {
            words,
            family: style.family,
            lengths: [style.size, style.leading, style.tracking, width].map(f32::to_bits),
            looks: (style.bold, style.grey, style.align),
        }
    }
}

/// Turns words into lines; keeps parley's working memory and the last lines between calls, because
/// most words of a form are the same on the next one.
pub(crate) struct Typesetter {
    kept_lines: HashMap<Setting, Vec<SetLine>>,
    kept_widths: HashMap<Setting, f32>,
    faces: Arc<Faces>,
    fonts: FontContext,
    shaping: LayoutContext<Pen>,
    layout: Layout<Pen>,
}

impl Typesetter {
    pub(crate) fn new(faces: Arc<Faces>) -> Self {
        Self {
            kept_lines: HashMap::new(),
            kept_widths: HashMap::new(),
            fonts: faces.context(),
            faces,
            shaping: LayoutContext::new(),
            layout: Layout::new(),
        }
    }

    /// Lets go of all words that were set so far.
    pub(crate) fn forget(&mut self) {
        self.kept_lines = HashMap::new();
        self.kept_widths = HashMap::new();
        self.layout.clear();
    }

    /// The width of the widest line when nothing is broken but at its own line ends.
    pub(crate) fn width(&mut self, words: &RichText, style: Style) -> f32 {
        let setting = Setting::new(words.printable(&self.faces, style.family), style, f32::INFINITY);
        if let Some(width) = self.kept_widths.get(&setting) {
            return *width;
        }
        self.lay_out(&setting.words, style, None);
        if self.kept_widths.len() >= KEPT {
            self.kept_widths.clear();
        }
        let width = self.layout.width();
        self.kept_widths.insert(setting, width);
        width
    }

    /// Breaks words into lines no wider than `width`; at least one line.
    pub(crate) fn lines(&mut self, words: &RichText, style: Style, width: f32) -> Vec<SetLine> {
        let setting = Setting::new(words.printable(&self.faces, style.family), style, width);
        if let Some(lines) = self.kept_lines.get(&setting) {
            return lines.clone();
        }
        let lines = self.set(&setting.words, style, width);
        if self.kept_lines.len() >= KEPT {
            self.kept_lines.clear();
        }
        self.kept_lines.insert(setting, lines.clone());
        lines
    }

    fn set(&mut self, words: &RichText, style: Style, width: f32) -> Vec<SetLine> {
        self.lay_out(words, style, Some(width));
        let parted = self.parted(words, style, width);
        if let Some(parted) = &parted {
            self.lay_out(parted, style, Some(width));
        }
        let words = parted.as_ref().unwrap_or(words);
        let mut top = 0.0;
        let mut lines: Vec<SetLine> = Vec::with_capacity(self.layout.len());
        for line in self.layout.lines() {
            let height = line.metrics().line_height;
            let baseline = line.metrics().baseline - top;
            let (above, below) = self.overhang(&line, baseline, height);
            let marks = self.marks(&line, &words.text, style, baseline + above);
            lines.push(SetLine { height: above + height + below, marks });
            top += height;
        }
        if lines.is_empty() {
            lines.push(SetLine { height: style.line_height(), marks: Vec::new() });
        }
        lines
    }

    /// The words with those parted that are wider than the column they were just laid out in; none where all fit.
    fn parted(&mut self, words: &RichText, style: Style, width: f32) -> Option<RichText> {
        const SLACK: f32 = 0.05;
        let forced = |line: &Line<'_, Pen>| line.break_reason() == BreakReason::Emergency;
        let begins: Vec<usize> = self.layout.lines().filter(forced).map(|line| line.text_range().start).collect();
        if begins.is_empty() {
            return None;
        }
        let mut reaches: Vec<Advance> = Vec::new();
        for line in self.layout.lines() {
            for run in line.runs() {
                let reach = |cluster: Cluster<'_, Pen>| Advance { at: cluster.text_range().start, advance: cluster.advance() };
                reaches.extend(run.clusters().map(reach));
            }
        }
        reaches.sort_by_key(|reach| reach.at);
        let hyphen = self.width(&RichText::from("-"), style);
        let mut found: Vec<Cut> = Vec::new();
        let mut done = 0;
        for begin in begins {
            if begin < done {
                continue;
            }
            let rest = words.text.get(begin..).unwrap_or_default();
            let end = begin + rest.find(char::is_whitespace).unwrap_or(rest.len());
            found.extend(cuts(&words.text, (begin, end), &reaches, width - SLACK, hyphen));
            done = end;
        }
        Some(words.cut(&found))
    }

    /// One line of text as a single run of the text's own font, for text nobody sees.
    pub(crate) fn run(&mut self, text: &str, style: Style) -> Option<Arc<GlyphRun>> {
        let lines = self.lines(&RichText::from(text), style, f32::MAX);
        lines.into_iter().flat_map(|line| line.marks).find_map(|mark| match mark.shape {
            Shape::Text(run) => Some(run),
            _ => None,
        })
    }

    fn lay_out(&mut self, words: &RichText, style: Style, width: Option<f32>) {
        let families: [FontFamilyName<'_>; FALLBACKS.len() + 1] = std::array::from_fn(|i| {
            let name = i.checked_sub(1).and_then(|i| FALLBACKS.get(i).copied());
            FontFamilyName::named(name.unwrap_or(style.family))
        });
        // Every family that is offered costs time, and ASCII is in all families of text.
        let offered = if words.text.is_ascii() { &families[..1] } else { &families[..] };
        let mut builder = self.shaping.ranged_builder(&mut self.fonts, &words.text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(offered.into())));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.line_height())));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        if style.tracking != 0.0 {
            builder.push_default(StyleProperty::LetterSpacing(style.tracking));
        }
        for (range, emphasis) in &words.emphases {
            let property = match emphasis {
                Emphasis::Bold => StyleProperty::FontWeight(FontWeight::BOLD),
                Emphasis::Struck => StyleProperty::Brush(Pen { struck: true }),
                Emphasis::Whole => StyleProperty::TextWrapMode(TextWrapMode::NoWrap),
            };
            builder.push(property, range.clone());
        }
        builder.build_into(&mut self.layout, &words.text);
        self.layout.break_all_lines(width);
        let alignment = match style.align {
            Align::Left => Alignment::Left,
            Align::Centre => Alignment::Center,
            Align::Right => Alignment::Right,
            Align::Justified => Alignment::Justify,
        };
        if width.is_some_and(|width| width < f32::MAX) {
            self.layout.align(alignment, AlignmentOptions::default());
        }
    }

    /// What scripts with tall letters need above and below a line made for Latin.
    fn overhang(&self, line: &Line<'_, Pen>, baseline: f32, height: f32) -> (f32, f32) {
        let mut need = (0.0_f32, 0.0_f32);
        for run in line.runs() {
            let tall = self.faces.find(run.font()).and_then(|face| self.faces.get(face)).is_some_and(Face::is_tall);
            if tall {
                let metrics = run.font_metrics();
                need = (need.0.max(metrics.ascent - baseline), need.1.max(metrics.descent - (height - baseline)));
            }
        }
        need
    }

    /// The runs of a line, and the strokes through struck words.
    fn marks(&self, line: &Line<'_, Pen>, text: &str, style: Style, baseline: f32) -> Vec<PlacedShape> {
        let mut marks = Vec::new();
        let mut strokes: Vec<(f32, f32)> = Vec::new();
        let mut x = line.metrics().offset;
        for run in line.runs() {
            let Some(face) = self.faces.find(run.font()) else {
                continue;
            };
            let mut glyphs = Vec::new();
            for cluster in run.visual_clusters() {
                let start = x;
                place(&cluster, text, &mut x, &mut glyphs);
                if cluster.style().brush.struck {
                    match strokes.last_mut() {
                        Some(stroke) if stroke.1 == start => stroke.1 = x,
                        _ => strokes.push((start, x)),
                    }
                }
            }
            if !glyphs.is_empty() {
                marks.push(PlacedShape {
                    x: 0.0,
                    y: baseline,
                    shape: Shape::Text(Arc::new(GlyphRun { face, size: run.font_size(), grey: style.grey, glyphs })),
                });
            }
        }
        marks.extend(strokes.into_iter().map(|(from, to)| PlacedShape {
            x: from,
            y: baseline - style.size * 0.26,
            shape: Shape::Rule { dx: to - from, dy: 0.0, thickness: style.size * 0.08, dotted: false },
        }));
        marks
    }
}

/// Adds the glyphs of a cluster; the first of them carries the cluster's characters.
fn place(cluster: &Cluster<'_, Pen>, text: &str, x: &mut f32, glyphs: &mut Vec<Glyph>) {
    if cluster.is_hard_line_break() {
        return;
    }
    if cluster.is_ligature_continuation() {
        // Its characters belong to the ligature, which covers the whole range itself.
        return;
    }
    let mut range = cluster.text_range();
    if cluster.is_ligature_start() {
        let mut next = cluster.next_logical();
        while let Some(part) = next.filter(Cluster::is_ligature_continuation) {
            range.end = range.end.max(part.text_range().end);
            next = part.next_logical();
        }
    }
    let mut characters = text.get(range).map(str::to_owned);
    for glyph in cluster.glyphs() {
        if let Ok(id) = u16::try_from(glyph.id) {
            glyphs.push(Glyph { id, x: *x + glyph.x, rise: -glyph.y, text: characters.take() });
        }
        *x += glyph.advance;
    }
}
