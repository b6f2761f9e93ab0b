//! Amplop: the office's kop in short at the upper left, the address of whoever the letters of a request go to at the right.

use loket_domain::paper::EnvelopeSize;
use loket_domain::request::Applicant;

use super::official_letter::addressed_to;
use crate::imprint::{Imprint, SheetSize};
use crate::layout::{Sheet, Spot};
use crate::paper::Paper;
use crate::press_error::PressError;

/// An envelope for the letters of a request.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// Registration number of the request: it names the file and is not printed.
    pub registration_no: String,
    /// Who asks, and who acts for them.
    pub applicant: Applicant,
    /// Which envelope.
    pub size: EnvelopeSize,
}

/// Around what is printed, in millimetres: few printers reach nearer to an edge.
const EDGE: f32 = 10.0;

impl Paper for Envelope {
    fn imprint(&self) -> Imprint {
        Imprint::unnumbered(format!("Amplop {}", self.registration_no)).on(SheetSize::Envelope(self.size)).lying()
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let (height, length) = self.size.millimetres();
        sheet.short_head((EDGE, EDGE), length * 0.55);
        let (left, top) = (length * 0.44, height * 0.45);
        let spot = Spot { left, top, width: length - left - EDGE, height: height - top - EDGE };
        let style = sheet.body();
        sheet.place(spot, style, (12.0, 8.0), &addressed_to(&self.applicant, None));
        Ok(())
    }
}
