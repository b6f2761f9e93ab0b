//! The bundled fonts and what each of them can write.

use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontStyle, FontWeight, FontWidth};
use parley::{FontContext, FontData};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::{GlyphMetrics, Metrics};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// The families of text proper.
pub(crate) const SANS: &str = "Loket Sans";
pub(crate) const SERIF: &str = "Loket Serif";
pub(crate) const MONO: &str = "Loket Mono";

/// Families asked, in this order, for what the family of the text does not have.
pub(crate) const FALLBACKS: [&str; 13] = [
    "Loket Arabic",
    "Loket Javanese",
    "Loket Balinese",
    "Loket Sundanese",
    "Loket Batak",
    "Loket Buginese",
    "Loket Rejang",
    "Loket Devanagari",
    "Loket Tamil",
    "Loket Thai",
    "Loket Emoji",
    "Loket Wide",
    "Loket Han",
];

struct Bundled {
    family: &'static str,
    weight: f32,
    name: &'static str,
    data: &'static [u8],
}

macro_rules! bundled {
    ($($family:expr, $weight:literal, $name:literal, $file:literal;)*) => {
        [$(Bundled {
            family: $family,
            weight: $weight,
            name: $name,
            data: include_bytes!(concat!("../fonts/", $file)),
        }),*]
    };
}

const BUNDLED: [Bundled; 18] = bundled! {
    SANS, 400.0, "LiberationSans", "LiberationSans-Regular.ttf";
    SANS, 700.0, "LiberationSans-Bold", "LiberationSans-Bold.ttf";
    SERIF, 400.0, "TeXGyreBonum-Regular", "texgyrebonum-regular.otf";
    SERIF, 700.0, "TeXGyreBonum-Bold", "texgyrebonum-bold.otf";
    MONO, 700.0, "LiberationMono-Bold", "LiberationMono-Bold.ttf";
    FALLBACKS[0], 400.0, "NotoSansArabic", "NotoSansArabic-Regular.ttf";
    FALLBACKS[1], 400.0, "NotoSansJavanese", "NotoSansJavanese-Regular.ttf";
    FALLBACKS[2], 400.0, "NotoSansBalinese", "NotoSansBalinese-Regular.ttf";
    FALLBACKS[3], 400.0, "NotoSansSundanese", "NotoSansSundanese-Regular.ttf";
    FALLBACKS[4], 400.0, "NotoSansBatak", "NotoSansBatak-Regular.ttf";
    FALLBACKS[5], 400.0, "NotoSansBuginese", "NotoSansBuginese-Regular.ttf";
    FALLBACKS[6], 400.0, "NotoSansRejang", "NotoSansRejang-Regular.ttf";
    FALLBACKS[7], 400.0, "NotoSansDevanagari", "NotoSansDevanagari-Regular.ttf";
    FALLBACKS[8], 400.0, "NotoSansTamil", "NotoSansTamil-Regular.ttf";
    FALLBACKS[9], 400.0, "NotoSansThai", "NotoSansThai-Regular.ttf";
    FALLBACKS[10], 400.0, "NotoEmoji", "NotoEmoji-Regular.ttf";
    FALLBACKS[11], 400.0, "DejaVuSans", "DejaVuSans.ttf";
    FALLBACKS[12], 400.0, "DroidSansFallback", "DroidSansFallback-Names.ttf";
};

/// One bundled font.
pub(crate) struct Face {
    family: &'static str,
    /// PostScript name.
    pub(crate) name: &'static str,
    pub(crate) data: &'static [u8],
    charmap: Charmap<'static>,
    advances: GlyphMetrics<'static>,
    pub(crate) metrics: Metrics,
    pub(crate) weight: u16,
    blob: Blob<u8>,
}

impl Face {
    fn read(bundled: &Bundled) -> Option<Self> {
        let font = FontRef::new(bundled.data).ok()?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 400 or 700
        let weight = bundled.weight as u16;
        Some(Self {
            family: bundled.family,
            name: bundled.name,
            data: bundled.data,
            charmap: font.charmap(),
            advances: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            metrics: font.metrics(Size::unscaled(), LocationRef::default()),
            weight,
            blob: Blob::new(Arc::new(bundled.data)),
        })
    }

    /// The advance of a glyph in font units.
    pub(crate) fn advance(&self, glyph: u16) -> f32 {
        self.advances.advance_width(GlyphId::from(glyph)).unwrap_or_default()
    }

    /// Lowest and highest corner of the box around all glyphs, in font units.
    pub(crate) fn bounds(&self) -> [f32; 4] {
        self.metrics.bounds.map_or([0.0; 4], |b| [b.x_min, b.y_min, b.x_max, b.y_max])
    }

    /// Whether its letters reach further up and down than Latin ones: the scripts of the Noto fonts.
    pub(crate) fn is_tall(&self) -> bool {
        FALLBACKS.iter().take(10).any(|family| *family == self.family)
    }

    /// The glyph of a character on its own.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        self.charmap.map(c).and_then(|glyph| u16::try_from(glyph.to_u32()).ok()).filter(|glyph| *glyph != 0)
    }

    fn has(&self, c: char) -> bool {
        self.glyph(c).is_some()
    }
}

/// All bundled fonts.
pub(crate) struct Faces {
    faces: Vec<Face>,
}

impl Faces {
    /// Reads the fonts that are compiled in. (That all can be read is a test of this module.)
    pub(crate) fn bundled() -> Self {
        Self { faces: BUNDLED.iter().filter_map(Face::read).collect() }
    }

    /// A parley font context that knows these fonts and no others.
    pub(crate) fn context(&self) -> FontContext {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for face in &self.faces {
            let Some(bundled) = BUNDLED.iter().find(|b| b.name == face.name) else {
                continue;
            };
            collection.register_fonts(
                face.blob.clone(),
                Some(FontInfoOverride {
                    family_name: Some(bundled.family),
                    width: Some(FontWidth::NORMAL),
                    style: Some(FontStyle::Normal),
                    weight: Some(FontWeight::new(bundled.weight)),
                    axes: None,
                }),
            );
        }
        FontContext { collection, ..FontContext::default() }
    }

    /// The number of the face that parley chose.
    pub(crate) fn find(&self, font: &FontData) -> Option<usize> {
        self.faces.iter().position(|face| face.blob.id() == font.data.id())
    }

    pub(crate) fn get(&self, number: usize) -> Option<&Face> {
        self.faces.get(number)
    }

    /// Whether this character can be written in a text of this family, by the family itself in all
    /// its weights or by a fallback. What private-use characters look like is nobody's to say.
    pub(crate) fn cover(&self, family: &str, c: char) -> bool {
        let mut own = self.faces.iter().filter(|face| face.family == family);
        let mut fallbacks = self.faces.iter().filter(|face| FALLBACKS.contains(&face.family));
        !matches!(u32::from(c), 0xE000..=0xF8FF | 0xF_0000..)
            && (own.all(|face| face.has(c)) || fallbacks.any(|face| face.has(c)))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_font_can_be_read() {
        assert_eq!(Faces::bundled().faces.len(), BUNDLED.len());
    }

    #[test]
    fn the_scripts_promised_in_the_readme_are_covered() {
        let faces = Faces::bundled();
        for c in "aÉß–•“”é ا ڤ ݢ א Ж Ω Ա ა ꦗ ᬅ ᮞ ᯅ ᨅ ꤰ क த ก 😀 👨 張 あ 김 ☑ →".chars()
        {
            assert!(faces.cover(SANS, c), "U+{:04X}", u32::from(c));
        }
        assert!(!faces.cover(SANS, '\u{1E900}')); // Adlam is not
    }
}
