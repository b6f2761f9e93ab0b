//! Forms that are printed empty, on the kop of the office, with lines to write on by hand.

mod mandate;
mod objection;
mod request;
mod survey;
mod tear_off;
mod withdrawal;

use chrono::NaiveDate;
use loket_domain::paper::BlankKind;

use crate::imprint::{Imprint, Reference};
use crate::layout::{Piece, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// From one line to the next where a pen writes, in points: eight millimetres.
const PITCH: f32 = 22.7;

/// An empty form. It belongs to no matter, so it has neither number nor check code.
#[derive(Clone, Debug)]
pub struct BlankForm {
    /// Which.
    pub kind: BlankKind,
    /// Where it will be signed.
    pub place: String,
    /// The decree that sets the fees, named with the applicant's rights; `None` leaves dots.
    pub fee_decree: Option<String>,
}

impl Paper for BlankForm {
    fn imprint(&self) -> Imprint {
        Imprint::unnumbered(format!("{} (kosong)", self.kind.label()))
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        match self.kind {
            BlankKind::Request => request::compose(self, sheet),
            BlankKind::Objection => objection::compose(self, sheet),
            BlankKind::Survey => survey::compose(sheet),
            BlankKind::Mandate => mandate::compose(self, sheet),
            BlankKind::Withdrawal => withdrawal::compose(self, sheet),
        }
    }
}

/// An empty request form with a number of the desk's series, and the receipt that is cut off it: for hours without power. Both
/// bear the number and its check code.
#[derive(Clone, Debug)]
pub struct NumberedForm {
    /// The number that was reserved for it.
    pub registration_no: String,
    /// The check code of that reservation.
    pub check_code: String,
    /// The civil date the number was reserved.
    pub reserved_on: NaiveDate,
    /// Where it will be signed.
    pub place: String,
    /// How to reach the office about this request; `None` leaves it out.
    pub contact: Option<String>,
}

impl NumberedForm {
    fn reference(&self) -> Reference {
        Reference::of_request(&self.registration_no, &self.check_code)
    }
}

impl Paper for NumberedForm {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Formulir bernomor {}", self.registration_no), self.reference())
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        request::compose_numbered(self, sheet)?;
        tear_off::compose(self, sheet)
    }
}

/// Where, and a date to be written in.
fn place_and_date(place: &str) -> String {
    format!("{place}, ………………………… 20……")
}

/// Lines to write on.
fn lines(count: usize) -> Vec<Piece> {
    (0..count).map(|_| Piece::filled(None)).collect()
}

/// The digits of a NIK, a box each.
fn nik() -> Vec<Piece> {
    vec![Piece::digits(16)]
}

/// Alternatives of which one is ticked with a pen.
fn ticks<'a>(labels: impl IntoIterator<Item = &'a str>) -> Vec<Piece> {
    vec![Piece::choices(labels.into_iter().map(|label| (false, label)))]
}
