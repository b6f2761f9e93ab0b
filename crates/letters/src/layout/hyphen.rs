//! Where a word is cut that is wider than its column. A word bears a hyphen where it is cut, between syllables where that fits;
//! an address is cut where its own marks stand, because a hyphen would make it another address.

/// A letter, or what is set as one: where it begins in the text, and how far it reaches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Advance {
    pub(super) at: usize,
    pub(super) advance: f32,
}

/// Where a word is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The byte before which the next line begins.
    pub(super) at: usize,
    /// Whether a hyphen ends the line before it.
    pub(super) hyphen: bool,
}

/// Cut before these, or after those, an address reads on.
const BEFORE: &str = ".@_?&=#%";
const AFTER: &str = "/-–:,;|+~";

/// The cuts of the word that stands in `text` from `begin` to `end`, so that no piece is wider than `width` with its hyphen.
pub(super) fn cuts(text: &str, (begin, end): (usize, usize), reaches: &[Advance], width: f32, hyphen: f32) -> Vec<Cut> {
    let whole = text.get(..end).unwrap_or_default();
    let token = whole.rsplit(char::is_whitespace).next().unwrap_or_default();
    let address = token.contains('@') || token.contains("://") || token.starts_with("www.");
    let mut found = Vec::new();
    let mut start = begin;
    let mut wide = 0.0;
    // What may follow the piece in the making: each place, its cut, and how wide the piece is up to there.
    let mut places: Vec<(Cut, Fit, f32)> = Vec::new();
    for reach in reaches.iter().filter(|reach| (begin..end).contains(&reach.at)) {
        if reach.at > start
            && let Some((cut, fit)) = place(text, (begin, end), reach.at, address)
        {
            places.push((cut, fit, wide));
        }
        while wide + reach.advance > width {
            let fits = |(cut, _, upto): &&(Cut, Fit, f32)| upto + if cut.hyphen { hyphen } else { 0.0 } <= width;
            let best = [Fit::Good, Fit::Poor].iter().find_map(|wanted| {
                places.iter().rev().filter(|(_, fit, _)| fit == wanted).find(fits).map(|(cut, _, upto)| (*cut, *upto))
            });
            let Some((cut, upto)) = best else { break };
            found.push(cut);
            start = cut.at;
            wide -= upto;
            places.retain(|(place, _, _)| place.at > start);
            places.iter_mut().for_each(|(_, _, reached)| *reached -= upto);
        }
        wide += reach.advance;
    }
    found
}

/// How well a word is cut at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// At a mark of its own, or between two syllables.
    Good,
    /// Anywhere, for want of better.
    Poor,
}

fn place(text: &str, (begin, end): (usize, usize), at: usize, address: bool) -> Option<(Cut, Fit)> {
    let (before, after) = (text.get(begin..at)?, text.get(at..end)?);
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    if AFTER.contains(last) || (BEFORE.contains(next) && !BEFORE.contains(last)) {
        return Some((Cut { at, hyphen: false }, Fit::Good));
    }
    if address || !is_latin(last) || !is_latin(next) {
        return Some((Cut { at, hyphen: false }, Fit::Poor));
    }
    let fit = if between_syllables(before, after) { Fit::Good } else { Fit::Poor };
    Some((Cut { at, hyphen: true }, fit))
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}'
}

/// Whether an Indonesian word may be parted here, two letters left on either side.
fn between_syllables(before: &str, after: &str) -> bool {
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    let mut back = before.chars().rev().map(lower).take_while(|c| is_latin(*c));
    let mut on = after.chars().map(lower).take_while(|c| is_latin(*c));
    let (Some(last), Some(_)) = (back.next(), back.next()) else { return false };
    let (Some(first), Some(second)) = (on.next(), on.next()) else { return false };
    if is_vowel(last) && is_vowel(first) {
        return !matches!((last, first), ('a' | 'e' | 'o', 'i') | ('a', 'u'));
    }
    if is_vowel(first) || sounds_as_one(last, first) {
        return false;
    }
    if sounds_as_one(first, second) {
        return on.next().is_some_and(is_vowel);
    }
    is_vowel(second)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'i' | 'u' | 'e' | 'o' | 'á' | 'à' | 'é' | 'è' | 'ê' | 'ë' | 'í' | 'ó' | 'ö' | 'ú' | 'ü')
}

/// Two letters that begin a syllable together.
fn sounds_as_one(first: char, second: char) -> bool {
    matches!((first, second), ('n', 'g' | 'y') | ('s', 'y') | ('k', 'h'))
        || (matches!(first, 'p' | 'b' | 't' | 'd' | 'k' | 'g' | 'f') && matches!(second, 'r' | 'l'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The word in pieces of at most this many letters, hyphens counted.
    fn pieces(word: &str, width: u16) -> Vec<String> {
        let reaches: Vec<Advance> = word.char_indices().map(|(at, _)| Advance { at, advance: 1.0 }).collect();
        let mut pieces = Vec::new();
        let mut start = 0;
        for cut in cuts(word, (0, word.len()), &reaches, f32::from(width), 1.0) {
            pieces.push(format!("{}{}", &word[start..cut.at], if cut.hyphen { "-" } else { "" }));
            start = cut.at;
        }
        pieces.push(word[start..].to_owned());
        pieces
    }

    #[test]
    fn a_word_is_parted_between_its_syllables_and_bears_a_hyphen() {
        assert_eq!(pieces("pertanggungjawabannya", 10), ["pertang-", "gungjawa-", "bannya"]);
        assert_eq!(pieces("didokumentasikan", 6), ["dido-", "kumen-", "tasi-", "kan"]);
        assert_eq!(pieces("masyarakat", 5), ["ma-", "sya-", "rakat"]);
        assert_eq!(pieces("administrasi", 9), ["adminis-", "trasi"]);
        assert_eq!(pieces("pelaksanaan", 9), ["pelaksa-", "naan"]);
        assert_eq!(pieces("ZZZZZZZZ", 4), ["ZZZ-", "ZZZ-", "ZZ"]);
    }

    #[test]
    fn an_address_bears_no_hyphen_that_is_not_its_own() {
        assert_eq!(pieces("rahmawati@contoh.example", 12), ["rahmawati", "@contoh", ".example"]);
        assert_eq!(pieces("https://perbaungan.example/ppid", 12), ["https://", "perbaungan", ".example/", "ppid"]);
        assert_eq!(pieces("laporan-anggaran", 9), ["laporan-", "anggaran"]);
    }

    #[test]
    fn a_figure_is_cut_without_one() {
        assert_eq!(pieces("1218014507920003", 10), ["1218014507", "920003"]);
    }
}
