//! What happened, in words for people: written once beside each noun's changes, for the desk and for PPID Utama.

use crate::deadline::Promised;
use crate::indonesian::date;
use crate::letter::Letter;

/// What happened, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// In a few words that name no citizen and repeat nothing that was typed: PPID Utama shows these.
    pub brief: String,
    /// In one line, the brief words and after them names, numbers and dates: a desk shows this.
    pub line: String,
    /// More about it, for a desk.
    pub note: Option<String>,
}

impl Words {
    /// The same words for both.
    pub(crate) fn of(brief: impl Into<String>) -> Self {
        let brief = brief.into();
        Self { line: brief.clone(), brief, note: None }
    }

    /// What the desk's line says after the brief words.
    pub(crate) fn and(self, more: impl AsRef<str>) -> Self {
        let line = format!("{}{}", self.brief, more.as_ref());
        Self { line, ..self }
    }

    /// More about it.
    pub(crate) fn note(self, note: impl Into<Option<String>>) -> Self {
        Self { note: note.into(), ..self }
    }
}

/// A letter as a note names it.
pub(crate) fn letter(name: &str, letter: &Letter) -> String {
    let late = letter.entered_on.map_or_else(String::new, |on| format!(", dicatat {}", date(on)));
    format!("{name} nomor {} tanggal {}{late}", letter.shown_number(), date(letter.date))
}

/// The official deadline, or the safe one while there is none.
pub(crate) fn deadline(promised: &Promised) -> String {
    promised.official.or(promised.safe).map_or_else(|| "belum dapat ditetapkan".to_owned(), date)
}
