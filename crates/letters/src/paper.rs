//! What every paper has in common.

use loket_domain::office::Official;

use crate::imprint::Imprint;
use crate::layout::Sheet;
use crate::press_error::PressError;

/// A paper that [`Press::print`](crate::Press::print) can turn into a PDF.
pub trait Paper {
    /// What it is and how it is set: everything but its text.
    fn imprint(&self) -> Imprint;

    /// Who signs it for the office; none where the counter or the applicant signs. One who belongs to another office signs under
    /// that office's letterhead.
    fn signatory(&self) -> Option<&Official> {
        None
    }

    /// Lays the paper's blocks on the sheet, top to bottom. Page breaks are the sheet's business.
    ///
    /// # Errors
    ///
    /// When something on the paper cannot be drawn, such as a code too long for a QR.
    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError>;
}
