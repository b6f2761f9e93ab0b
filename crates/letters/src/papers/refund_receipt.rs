//! Tanda Terima Pengembalian Biaya: what the office held of the applicant's money and gave back.

use loket_domain::indonesian::{date, rupiah};
use loket_domain::request::Refund;

use super::fee_receipt::{in_words, paid_by};
use super::letter_number;
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The receipt for a fee that was given back, signed by whoever got it.
#[derive(Clone, Debug)]
pub struct RefundReceipt {
    /// Registration number of the request.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// What was given back, to whom, how and why.
    pub refund: Refund,
    /// Where.
    pub place: String,
    /// Who gave the money; empty leaves a line to write on.
    pub officer: String,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on.
    pub version: Option<Version>,
}

impl Paper for RefundReceipt {
    fn imprint(&self) -> Imprint {
        let title = format!("Tanda Terima Pengembalian Biaya {}", self.registration_no);
        Imprint::new(title, Reference::of_request(&self.registration_no, &self.check_code))
            .marked(self.mark)
            .in_version(self.version)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let refund = &self.refund;
        sheet.letterhead();
        sheet.title("TANDA TERIMA PENGEMBALIAN BIAYA", &[letter_number(&refund.number)]);
        sheet.fields(vec![
            ("Dikembalikan kepada", vec![Piece::filled(Some(&refund.to))]),
            ("Uang sejumlah", vec![Piece::new(RichText::new().bold(&rupiah(refund.amount)))]),
            ("Terbilang", vec![Piece::new(in_words(refund.amount))]),
            ("Karena", vec![Piece::filled(Some(&refund.reason))]),
            ("Cara pengembalian", vec![Piece::new(paid_by(refund.way, refund.proof.as_deref()))]),
            ("Nomor Pendaftaran", vec![Piece::filled(Some(&self.registration_no))]),
        ]);
        let place = format!("{}, {}", self.place, date(refund.on));
        let left = Side::person(vec![String::new(), "Yang menerima,".to_owned()], &refund.to);
        let right = Side::person(vec![place, "Yang menyerahkan,".to_owned()], &self.officer);
        sheet.signatures(left, right)
    }
}
