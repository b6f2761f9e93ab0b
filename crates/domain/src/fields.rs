//! What must change in the fields of a form.

use serde::Serialize;

/// One thing to change in one field of a form, said in one Indonesian sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FieldProblem {
    /// The field's name in the form.
    pub field: String,
    /// What to do about it.
    pub message: String,
}

/// The fields of one form that must change before anything is written.
#[derive(Debug, Default)]
pub struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Notes that `field` must change.
    pub fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(FieldProblem { field: field.to_owned(), message: message.into() });
    }

    /// Notes that `field` must change, unless that was said already.
    pub fn once(&mut self, field: &str, message: impl Into<String>) {
        let message = message.into();
        if !self.0.iter().any(|known| known.field == field && known.message == message) {
            self.add(field, message);
        }
    }

    /// Notes the problem when `wrong` holds.
    pub fn when(&mut self, wrong: bool, field: &str, message: &str) {
        if wrong {
            self.add(field, message);
        }
    }

    /// The trimmed text of a field that may not be empty or longer than `limit` characters.
    pub fn text(&mut self, field: &str, typed: &str, limit: usize, empty: &str) -> String {
        let text = self.short(field, typed, limit);
        self.when(text.is_empty(), field, empty);
        text
    }

    /// The trimmed text of a field that may be empty but not longer than `limit` characters. Signs that nobody sees, and that turn the
    /// direction of what follows, are left out: a paper must say what the screen says.
    pub fn short(&mut self, field: &str, typed: &str, limit: usize) -> String {
        let seen: String = typed.chars().filter(|sign| !is_unseen(*sign)).collect();
        let text = seen.trim();
        let length = text.chars().count();
        if length > limit {
            self.add(field, format!("Paling panjang {limit} huruf; sekarang {length}. Ringkas atau pindahkan ke lampiran."));
        }
        text.to_owned()
    }

    /// As [`Self::short`]; none where the field was left empty.
    pub fn optional(&mut self, field: &str, typed: &str, limit: usize) -> Option<String> {
        Some(self.short(field, typed, limit)).filter(|text| !text.is_empty())
    }

    /// The civil date typed as `YYYY-MM-DD`.
    pub fn date(&mut self, field: &str, typed: &str, empty: &str) -> Option<chrono::NaiveDate> {
        let date = typed.trim().parse().ok();
        self.when(date.is_none(), field, empty);
        date
    }

    /// Takes over what was noted about a part of the form, each under its name in the whole.
    pub fn within(&mut self, part: Self, named: impl Fn(&str) -> String) {
        self.0.extend(part.0.into_iter().map(|problem| FieldProblem { field: named(&problem.field), ..problem }));
    }

    /// Whether nothing must change.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Everything noted so far.
    pub fn into_vec(self) -> Vec<FieldProblem> {
        self.0
    }
}

/// A number without what people put between its digits: blanks of any kind, dots, hyphens, invisible marks.
pub(crate) fn bare(typed: &str) -> String {
    let between = |c: &char| c.is_whitespace() || c.is_control() || ".-–\u{ad}\u{200b}\u{2060}\u{feff}".contains(*c);
    typed.chars().filter(|c| !between(c)).collect()
}

/// Whether a sign is a control but for the ends of lines and the tab, or one of those that turn the direction of writing.
fn is_unseen(sign: char) -> bool {
    let turns = matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}');
    turns || (sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'))
}
