//! What a print says of itself and how it is set: everything but its text.

use loket_domain::office::PaperSize;
use loket_domain::paper::EnvelopeSize;

/// What a paper is and how it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// The title of the PDF document, as a viewer shows it in its window.
    pub title: String,
    /// What the footer of each page names, so that a loose page finds its case again.
    pub reference: Option<Reference>,
    /// Whether this print is the original or a copy.
    pub mark: PaperMark,
    /// Which version of the form the paper stands on; said quietly on each page after a correction.
    pub version: Option<Version>,
    /// The sheet it is printed on.
    pub sheet: SheetSize,
    /// How the sheet lies.
    pub orientation: Orientation,
    /// The typeface of the text; decisions are set in [`Typeface::Decision`].
    pub typeface: Typeface,
    /// Whether the paper carries a secret; the press then forgets its words after printing.
    pub is_secret: bool,
}

impl Imprint {
    /// An original, upright, in the letters of a form.
    pub(crate) fn new(title: String, reference: Reference) -> Self {
        Self { reference: Some(reference), ..Self::unnumbered(title) }
    }

    /// The same without a number in its footer.
    pub(crate) fn unnumbered(title: String) -> Self {
        Self {
            title,
            reference: None,
            mark: PaperMark::Original,
            version: None,
            sheet: SheetSize::Office,
            orientation: Orientation::Portrait,
            typeface: Typeface::Form,
            is_secret: false,
        }
    }

    pub(crate) fn marked(self, mark: PaperMark) -> Self {
        Self { mark, ..self }
    }

    pub(crate) fn in_version(self, version: Option<Version>) -> Self {
        Self { version, ..self }
    }

    pub(crate) fn lying(self) -> Self {
        Self { orientation: Orientation::Landscape, ..self }
    }

    pub(crate) fn on(self, sheet: SheetSize) -> Self {
        Self { sheet, ..self }
    }

    pub(crate) fn decision(self) -> Self {
        Self { typeface: Typeface::Decision, ..self }
    }

    pub(crate) fn secret(self) -> Self {
        Self { is_secret: true, ..self }
    }
}

/// The sheet a paper is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SheetSize {
    /// That of the office: A4 or F4.
    #[default]
    Office,
    /// Twice an A4, for registers.
    A3,
    /// An A4, whatever the office writes on: labels come on nothing else.
    A4,
    /// An envelope.
    Envelope(EnvelopeSize),
}

impl SheetSize {
    /// Width and height of the sheet in millimetres, in an office whose papers have this size.
    #[must_use]
    pub fn millimetres(self, office: PaperSize) -> (f32, f32) {
        match (self, office) {
            (Self::A3, _) => (297.0, 420.0),
            (Self::A4, _) | (Self::Office, PaperSize::A4) => (210.0, 297.0),
            (Self::Envelope(size), _) => size.millimetres(),
            (Self::Office, PaperSize::F4) => (215.0, 330.0),
        }
    }
}

/// What a print is: the paper itself, a copy, a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PaperMark {
    /// The paper itself.
    #[default]
    Original,
    /// A copy: each page says SALINAN.
    Copy,
    /// A sample with invented content: each page says CONTOH.
    Sample,
    /// A letter that was not decided yet: each page says KONSEP, and there is no check code.
    Draft,
}

impl PaperMark {
    /// The word stamped on each page.
    pub(crate) fn stamp(self) -> Option<&'static str> {
        match self {
            Self::Original => None,
            Self::Copy => Some("SALINAN"),
            Self::Sample => Some("CONTOH"),
            Self::Draft => Some("KONSEP"),
        }
    }
}

/// How a sheet lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Orientation {
    /// Taller than wide: letters and forms.
    #[default]
    Portrait,
    /// Wider than tall: registers and lists.
    Landscape,
}

/// The version of a form after its corrections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// From 2: the first version names no number.
    pub number: u32,
    /// The civil date of the last correction.
    pub corrected_on: chrono::NaiveDate,
}

/// What the footer repeats on each page: a number by which the case is found again, and the check code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What the number is.
    pub label: &'static str,
    /// The number.
    pub number: String,
    /// The short check code, computed by the caller; empty on a draft.
    pub check_code: String,
}

/// The kind of letters a paper is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Typeface {
    /// Liberation Sans, of the same widths as Arial: forms and correspondence.
    #[default]
    Form,
    /// TeX Gyre Bonum, of the same widths as Bookman Old Style: decisions.
    Decision,
}

impl Reference {
    /// Whether the paper stands on an entry of the journal; a draft does not yet.
    pub(crate) fn is_checked(&self) -> bool {
        !self.check_code.is_empty()
    }

    pub(crate) fn new(label: &'static str, number: &str, check_code: &str) -> Self {
        Self { label, number: number.to_owned(), check_code: check_code.to_owned() }
    }

    /// The reference of a paper about a request.
    #[must_use]
    pub fn of_request(number: &str, check_code: &str) -> Self {
        Self::new("No. Pendaftaran", number, check_code)
    }

    /// The reference of a register of a period.
    #[must_use]
    pub fn of_register(period: &str, check_code: &str) -> Self {
        Self::new("Register", period, check_code)
    }

    /// The reference of a paper about an objection.
    #[must_use]
    pub fn of_objection(number: &str, check_code: &str) -> Self {
        Self::new("No. Keberatan", number, check_code)
    }
}
