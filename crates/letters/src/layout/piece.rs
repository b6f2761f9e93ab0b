//! What stands in a cell.

use super::typesetter::{Align, Style};
use super::words::RichText;

/// What stands before a piece; its lines hang to the right of it.
#[derive(Clone, Debug)]
pub(crate) enum Lead {
    /// Nothing.
    None,
    /// A box, ticked or not.
    Tick(bool),
    /// A number or letter, in a column of this width in points.
    Label(String, f32),
    /// No words at all: a dotted line to write on.
    WriteOn,
    /// No words either: a row of boxes, one for each digit.
    Digits(usize),
    /// No words either: alternatives beside each other, ticked or not.
    Choices(Vec<(bool, RichText)>),
}

/// A paragraph inside a cell.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) lead: Lead,
    pub(crate) words: RichText,
    /// `None` takes the style of the cell.
    pub(crate) style: Option<Style>,
    /// `None` stands as the style says.
    pub(crate) align: Option<Align>,
    /// Extra space above, in points.
    pub(crate) above: f32,
}

impl Piece {
    pub(crate) fn new(words: impl Into<RichText>) -> Self {
        Self { lead: Lead::None, words: words.into(), style: None, align: None, above: 0.0 }
    }

    /// The words, or a dotted line to write on when there are none.
    pub(crate) fn filled(words: Option<&str>) -> Self {
        match words.map(str::trim).filter(|words| !words.is_empty()) {
            Some(words) => Self::new(words),
            None => Self { lead: Lead::WriteOn, ..Self::new("") },
        }
    }

    /// A row of boxes for a number of so many digits.
    pub(crate) fn digits(count: usize) -> Self {
        Self { lead: Lead::Digits(count), ..Self::new("") }
    }

    pub(crate) fn tick(ticked: bool, words: impl Into<RichText>) -> Self {
        Self { lead: Lead::Tick(ticked), ..Self::new(words) }
    }

    pub(crate) fn choices<W: Into<RichText>>(choices: impl IntoIterator<Item = (bool, W)>) -> Self {
        let choices = choices.into_iter().map(|(ticked, words)| (ticked, words.into()));
        Self { lead: Lead::Choices(choices.collect()), ..Self::new("") }
    }

    pub(crate) fn labelled(label: impl Into<String>, width: f32, words: impl Into<RichText>) -> Self {
        Self { lead: Lead::Label(label.into(), width), ..Self::new(words) }
    }

    /// Lines with their number in a column of this width before them.
    pub(crate) fn numbered(lines: &[String], width: f32) -> impl Iterator<Item = Self> {
        lines.iter().zip(1..).map(move |(line, number)| Self::labelled(format!("{number}."), width, line.as_str()))
    }

    pub(crate) fn style(self, style: Style) -> Self {
        Self { style: Some(style), ..self }
    }

    pub(crate) fn align(self, align: Align) -> Self {
        Self { align: Some(align), ..self }
    }

    pub(crate) fn above(self, above: f32) -> Self {
        Self { above, ..self }
    }
}

impl<T: Into<RichText>> From<T> for Piece {
    fn from(words: T) -> Self {
        Self::new(words)
    }
}
