//! Short names and beginnings of texts.

use loket_domain::pack::Pack;

/// `Kalender 2027 versi 2`.
pub(crate) fn pack_name(pack: &Pack) -> String {
    pack.name()
}

/// The beginning of a text, for one line of a list.
pub(crate) fn first_words(text: &str) -> String {
    let mut words: String = text.lines().next().unwrap_or_default().chars().take(100).collect();
    if words.len() < text.trim().len() {
        words.push('…');
    }
    words
}

/// A label in the middle of a sentence: its first letter small, names as they are.
pub(crate) fn in_a_sentence(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
