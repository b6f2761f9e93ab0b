//! What every paper has in common.

use loket_domain::office::PaperSize;

use crate::layout::Sheet;
use crate::press::PressError;

/// A paper that [`Press::print`](crate::Press::print) can turn into a PDF.
pub trait Paper {
    /// The title of the PDF document, as a viewer shows it in its window.
    fn title(&self) -> String;

    /// Whether this print is the original or a copy.
    fn mark(&self) -> PaperMark;

    /// What the footer of each page names, so that a loose page finds its case again.
    fn reference(&self) -> Option<Reference>;

    /// The typeface of the text; decisions are set in [`Typeface::Decision`].
    fn typeface(&self) -> Typeface {
        Typeface::Form
    }

    /// Whether the paper carries a secret; the press then forgets its words after printing.
    fn is_secret(&self) -> bool {
        false
    }

    /// Lays the paper's blocks on the sheet, top to bottom. Page breaks are the sheet's business.
    ///
    /// # Errors
    ///
    /// When something on the paper cannot be drawn, such as a code too long for a QR.
    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError>;
}

/// Width and height of the sheet in millimetres.
pub(crate) fn millimetres(size: PaperSize) -> (f32, f32) {
    match size {
        PaperSize::A4 => (210.0, 297.0),
        PaperSize::F4 => (215.0, 330.0),
    }
}

/// Original or copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PaperMark {
    /// The paper itself.
    #[default]
    Original,
    /// A copy: each page says SALINAN.
    Copy,
}

/// The registration number and check code that the footer repeats on each page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The registration number (*nomor pendaftaran*).
    pub registration_no: String,
    /// The short check code, computed by the caller.
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
