//! Label alamat: the address of whoever the letters of a request go to, on labels of a sheet that may have been begun.

use loket_domain::paper::LabelSheet;
use loket_domain::request::Applicant;

use super::official_letter::addressed_to;
use crate::imprint::{Imprint, SheetSize};
use crate::layout::{Sheet, Spot};
use crate::paper::Paper;
use crate::press_error::PressError;

/// Labels with one address.
#[derive(Clone, Debug)]
pub struct Labels {
    /// Registration number of the request: it names the file and is not printed.
    pub registration_no: String,
    /// Who asks, and who acts for them.
    pub applicant: Applicant,
    /// Which labels.
    pub sheet: LabelSheet,
    /// The first place that is printed on, counted from 1, row by row.
    pub first: u8,
    /// How many; those that would stand behind the last place of the sheet fall away.
    pub count: u8,
}

/// Between the words and the rim of their label, in millimetres.
const RIM: f32 = 2.0;
/// Between the words and the edge of the sheet: few printers reach nearer.
const EDGE: f32 = 7.2;
/// Lines stand nearer than in a letter.
const NEARER: f32 = 0.8;

impl Paper for Labels {
    fn imprint(&self) -> Imprint {
        Imprint::unnumbered(format!("Label alamat {}", self.registration_no)).on(SheetSize::A4)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let ((columns, rows), (width, height)) = (self.sheet.grid(), self.sheet.label_millimetres());
        let (left, top) = ((210.0 - f32::from(columns) * width) / 2.0, (297.0 - f32::from(rows) * height) / 2.0);
        let (style, lines) = (sheet.body().closer(NEARER), addressed_to(&self.applicant, None));
        let first = self.first.max(1);
        for place in (first - 1..self.sheet.places()).take(usize::from(self.count)) {
            let (column, row) = (f32::from(place % columns), f32::from(place / columns));
            let (from_left, to_right) = within(left + column * width, width, 210.0);
            let (from_top, to_bottom) = within(top + row * height, height, 297.0);
            let spot = Spot { left: from_left, top: from_top, width: to_right - from_left, height: to_bottom - from_top };
            sheet.place(spot, style, (10.0, 7.0), &lines);
        }
        Ok(())
    }
}

/// From where to where words may stand on a label that begins here and is so long, on a sheet of this length.
fn within(begin: f32, length: f32, sheet: f32) -> (f32, f32) {
    ((begin + RIM).max(EDGE), (begin + length - RIM).min(sheet - EDGE))
}
