//! Forms that are printed empty, on the kop of the office, with lines to write on by hand.

mod mandate;
mod objection;
mod parts;
mod request;
mod survey;
mod tear_off;
mod withdrawal;

use chrono::NaiveDate;
use loket_domain::paper::BlankKind;

use crate::imprint::{Imprint, Reference};
use crate::layout::Sheet;
use crate::paper::Paper;
use crate::press_error::PressError;

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
            BlankKind::Request => request::compose(sheet, &self.place, self.fee_decree.as_deref()),
            BlankKind::Objection => objection::compose(sheet, &self.place),
            BlankKind::Survey => survey::compose(sheet),
            BlankKind::Mandate => mandate::compose(sheet, &self.place),
            BlankKind::Withdrawal => withdrawal::compose(sheet, &self.place),
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
        request::compose_numbered(sheet, &self.registration_no, self.reserved_on)?;
        tear_off::compose(sheet, &self.reference(), self.contact.as_deref())
    }
}
