//! Text with a little emphasis, and what happens to characters that cannot be printed.

use std::ops::Range;

use super::hyphen::Cut;
use crate::faces::{Faces, SANS};

/// How a piece of text differs from the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Emphasis {
    Bold,
    /// Struck through: the alternative that does not apply.
    Struck,
    /// Never broken over two lines: a number.
    Whole,
}

/// The longest text that is kept on one line; anything longer could leave the page.
const LONGEST_WHOLE: usize = 40;

/// Text with emphasis on parts of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct RichText {
    pub(crate) text: String,
    pub(crate) emphases: Vec<(Range<usize>, Emphasis)>,
}

impl RichText {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn plain(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    pub(crate) fn bold(self, text: &str) -> Self {
        self.emphasised(text, Emphasis::Bold)
    }

    pub(crate) fn struck(self, text: &str) -> Self {
        self.emphasised(text, Emphasis::Struck)
    }

    /// Text that stays on one line, such as a registration number with its slashes.
    pub(crate) fn whole(self, text: &str) -> Self {
        if text.chars().count() > LONGEST_WHOLE {
            return self.plain(text);
        }
        self.emphasised(text, Emphasis::Whole)
    }

    fn emphasised(mut self, text: &str, emphasis: Emphasis) -> Self {
        let start = self.text.len();
        self.text.push_str(text);
        self.emphases.push((start..self.text.len(), emphasis));
        self
    }

    /// The same words with a new line at each cut, and a hyphen before it where one is due. The cuts are in their order.
    pub(super) fn cut(&self, cuts: &[Cut]) -> Self {
        let mut text = String::with_capacity(self.text.len() + 2 * cuts.len());
        let mut from = 0;
        for cut in cuts {
            text.push_str(self.text.get(from..cut.at).unwrap_or_default());
            text.push_str(if cut.hyphen { "-\n" } else { "\n" });
            from = cut.at;
        }
        text.push_str(self.text.get(from..).unwrap_or_default());
        let moved = |place: usize| {
            let before = cuts.iter().take_while(|cut| cut.at <= place);
            place + before.map(|cut| 1 + usize::from(cut.hyphen)).sum::<usize>()
        };
        let emphases = self.emphases.iter().map(|(range, emphasis)| (moved(range.start)..moved(range.end), *emphasis)).collect();
        Self { text, emphases }
    }

    /// The same words with every character printable: see [`printable`].
    pub(crate) fn printable(&self, faces: &Faces, family: &str) -> Self {
        if self.text.bytes().all(|b| matches!(b, b'\n' | b' '..=b'~')) {
            return self.clone();
        }
        let mut text = String::with_capacity(self.text.len() + 16);
        let mut places = Vec::with_capacity(self.text.len() + 1);
        for (at, c) in self.text.char_indices() {
            places.resize(at + 1, text.len());
            printable(c, faces, family, &mut text);
        }
        places.resize(self.text.len() + 1, text.len());
        let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
        let emphases = self.emphases.iter().map(|(range, emphasis)| (place(range.start)..place(range.end), *emphasis)).collect();
        Self { text, emphases }
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self { text, emphases: Vec::new() }
    }
}

/// Appends the character as paper can show it.
///
/// A tab becomes a space and a carriage return goes. Invisible characters that only steer
/// direction or emoji colour go too, so that a name cannot turn the text around it. Anything else
/// that no bundled font has is written as its number, `[U+1E900]`.
fn printable(c: char, faces: &Faces, family: &str, into: &mut String) {
    match c {
        '\n' => into.push(c),
        '\t' => into.push(' '),
        '\r'
        | '\u{AD}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => {}
        '\u{2028}' | '\u{2029}' | '\u{85}' => into.push('\n'),
        c if !c.is_control() && (c.is_ascii() || is_joiner(c) || faces.cover(family, c)) => into.push(c),
        c => into.push_str(&format!("[U+{:04X}]", u32::from(c))),
    }
}

/// The characters of a text that [`printable`] writes as their numbers, each once.
pub(crate) fn numbered(text: &str, faces: &Faces) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars().filter(|c| !c.is_ascii()) {
        let mut shown = String::new();
        printable(c, faces, SANS, &mut shown);
        if shown.starts_with("[U+") && !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// Joiners shape the characters beside them and have no glyph of their own.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> String {
        RichText::from(text).printable(&Faces::bundled(), SANS).text
    }

    #[test]
    fn what_no_font_has_is_printed_as_its_number() {
        assert_eq!(printed("Budi \u{1E900}"), "Budi [U+1E900]");
        assert_eq!(printed("a\u{0}b\u{1B}[0m"), "a[U+0000]b[U+001B][0m");
        assert_eq!(printed("\u{E000}"), "[U+E000]");
        assert_eq!(numbered("Budi [U+ \u{1E900}é\u{1E900}\u{202E}\n", &Faces::bundled()), ['\u{1E900}']);
    }

    #[test]
    fn a_name_cannot_turn_the_text_around_it() {
        assert_eq!(printed("Budi\u{202E}xyz\u{2066}"), "Budixyz");
    }

    #[test]
    fn lines_and_tabs_are_kept_as_lines_and_spaces() {
        assert_eq!(printed("a\r\nb\tc\u{2028}d"), "a\nb c\nd");
    }

    #[test]
    fn emphasis_stays_on_its_words() {
        let words = RichText::new().plain("\u{1E900} ").bold("té").plain("!");
        let printable = words.printable(&Faces::bundled(), SANS);
        let (range, emphasis) = &printable.emphases[0];
        assert_eq!(&printable.text[range.clone()], "té");
        assert_eq!(*emphasis, Emphasis::Bold);
    }
}
