//! The sentences of letters that an office may word its own way.
//!
//! Each template has an original text that comes with the app, the placeholders it knows, and those it must keep. What an
//! office changed outranks the original, also after an update of the app; the original can always be taken back. An empty
//! line ends a paragraph, `{name}` is filled in, `*words*` are printed bold.

mod fault;
mod pack;
mod parts;
mod templates;

use std::collections::{BTreeMap, BTreeSet};

use crate::layout::RichText;
use fault::LONGEST;
pub use fault::WordingFault;
pub use pack::{check_pack, with_originals};
use parts::{TextPart, paragraphs, parts};
pub use templates::Template;

impl Template {
    /// The template with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|template| template.code() == code)
    }

    /// A digest of a text from which an office set out, by which is known later that the text has changed since.
    pub fn digest(text: &str) -> String {
        // FNV-1a: it tells texts apart, it protects nothing.
        let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
    }

    /// Whether `text` may stand in the letter.
    ///
    /// # Errors
    /// [`WordingFault`] says what to do.
    pub fn check(self, text: &str) -> Result<(), WordingFault> {
        if text.trim().is_empty() {
            return Err(WordingFault::Empty);
        }
        if text.chars().count() > LONGEST {
            return Err(WordingFault::TooLong);
        }
        let mut names = BTreeSet::new();
        for paragraph in paragraphs(text) {
            names.extend(parts(&paragraph)?.into_iter().filter_map(|part| match part {
                TextPart::Placeholder(name, _) => Some(name.to_owned()),
                TextPart::Text(..) => None,
            }));
        }
        if let Some(unknown) = names.iter().find(|name| !self.placeholders().contains(&name.as_str())) {
            return Err(WordingFault::Unknown(unknown.chars().take(40).collect()));
        }
        match self.needed().iter().find(|needed| !names.contains(**needed)) {
            Some(missing) => Err(WordingFault::Missing(missing)),
            None => Ok(()),
        }
    }
}

/// The texts an office changed; every other is the original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording(BTreeMap<Template, String>);

impl Wording {
    /// The texts of an office by code of template. What is not a template of this version, or no longer passes its check,
    /// is left out: a letter is never printed with a hole in it.
    pub fn of<'a>(changed: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let known = |(code, text): (&str, &str)| {
            let template = Template::from_code(code)?;
            template.check(text).is_ok().then(|| (template, text.to_owned()))
        };
        Self(changed.into_iter().filter_map(known).collect())
    }

    /// The paragraphs of a template with its placeholders filled.
    pub(crate) fn paragraphs(&self, template: Template, values: &[(&str, &str)]) -> Vec<RichText> {
        let text = self.0.get(&template).map_or(template.original(), String::as_str);
        let value = |name: &str| values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| *value);
        let filled = |paragraph: String| {
            let add = |words: RichText, part: &TextPart<'_>| match part {
                TextPart::Text(text, true) => words.bold(text),
                TextPart::Text(text, false) => words.plain(text),
                TextPart::Placeholder(name, true) => words.bold(value(name)),
                // A number with its slashes is not broken over two lines.
                TextPart::Placeholder(name, false) if !value(name).contains(' ') => words.whole(value(name)),
                TextPart::Placeholder(name, false) => words.plain(value(name)),
            };
            parts(&paragraph).unwrap_or_default().iter().fold(RichText::new(), add)
        };
        paragraphs(text).map(filled).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_original_passes_its_own_check() {
        for template in Template::ALL {
            assert_eq!(template.check(template.original()), Ok(()), "{}", template.code());
        }
    }

    #[test]
    fn a_text_with_a_hole_is_refused_with_what_to_do() {
        let check = |text: &str| Template::IncompleteClosing.check(text).unwrap_err().to_string();
        assert!(check("  ").contains("kosong"));
        assert!(check("Lengkapi segera.").contains("{batas} wajib ada"));
        assert!(check("Paling lambat {batas}, {tgl}.").contains("{tgl} tidak dikenal"));
        assert!(check("Paling lambat {batas").contains("kurung kurawal"));
        assert!(check("Paling lambat batas}").contains("kurung kurawal"));
        assert!(check("Paling lambat {{batas}}").contains("kurung kurawal"));
        assert!(check("Paling *lambat {batas}.\n\nTerima* kasih.").contains("tanda bintang"));
        assert!(check(&format!("{{batas}}{}", "a".repeat(LONGEST))).contains("5000"));
    }

    #[test]
    fn an_office_text_outranks_the_original_and_a_broken_one_does_not() {
        let values = [("batas", "Kamis, 26 November 2026 *")];
        let own = Wording::of([("tidak-lengkap-penutup", "Kami tunggu\nsampai *{batas}*.\r\n \r\nTerima kasih.")]);
        assert_eq!(
            own.paragraphs(Template::IncompleteClosing, &values),
            [
                RichText::new().plain("Kami tunggu sampai ").bold("Kamis, 26 November 2026 *").plain("."),
                RichText::from("Terima kasih."),
            ]
        );
        let broken = Wording::of([("tidak-lengkap-penutup", "Kami tunggu."), ("entah", "x")]);
        assert_eq!(broken, Wording::default());
    }
}
