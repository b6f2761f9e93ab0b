//! Tanda Bukti Penyerahan Informasi: proof of delivery, and the day from which an objection counts.

use chrono::NaiveDate;
use loket_domain::indonesian::{date, weekday_date};
use loket_domain::request::{HandedItem, SendingWay};

use super::letter_number;
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Columns, Piece, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The receipt that the applicant signs.
#[derive(Clone, Debug)]
pub struct HandOverReceipt {
    /// Registration number of the request.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// Number of the receipt.
    pub number: String,
    /// The civil date.
    pub on: NaiveDate,
    /// Who receives.
    pub received_by: String,
    /// What is handed over.
    pub items: Vec<HandedItem>,
    /// How it was sent and what shows it; none where it is signed for.
    pub sent: Option<(SendingWay, String)>,
    /// Where.
    pub place: String,
    /// Who hands over; empty leaves a line to write on.
    pub officer: String,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on.
    pub version: Option<Version>,
}

impl Paper for HandOverReceipt {
    fn imprint(&self) -> Imprint {
        Imprint::new(
            format!("Tanda Bukti Penyerahan Informasi {}", self.registration_no),
            Reference::of_request(&self.registration_no, &self.check_code),
        )
        .marked(self.mark)
        .in_version(self.version)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("TANDA BUKTI PENYERAHAN INFORMASI", &[letter_number(&self.number)]);
        let on = weekday_date(self.on);
        let values = [
            ("nomor_pendaftaran", self.registration_no.as_str()),
            ("tanggal", on.as_str()),
            ("penerima", self.received_by.as_str()),
        ];
        let opening = if self.sent.is_some() { Template::HandOverOpeningOnItsWay } else { Template::HandOverOpening };
        sheet.worded(opening, &values);
        let rows = self.items.iter().zip(1..).map(|(item, number)| {
            let sheets = item.sheets.map_or_else(|| "–".to_owned(), |sheets| format!("{sheets} lembar"));
            [number.to_string(), item.title.clone(), item.form.label().to_owned(), sheets]
                .map(|cell| vec![Piece::new(cell)])
                .to_vec()
        });
        let columns = Columns::new(&["No.", "Judul dokumen", "Bentuk", "Jumlah"], &[0.07, 0.57, 0.18, 0.18]);
        sheet.table(&columns, rows.collect());
        sheet.space(8.0);
        let left = match &self.sent {
            // Who gets it by post or e-mail signs nothing here: what shows that it left stands in the place of a signature.
            Some((way, proof)) => {
                sheet.paragraph(format!("Dikirim melalui {}; bukti pengiriman: {proof}.", way.label()));
                Side::Code { reference: Reference::of_request(&self.registration_no, &self.check_code), copies_to: vec![] }
            }
            None => {
                sheet.worded(Template::HandOverClosing, &[("penerima", self.received_by.as_str())]);
                Side::person(vec![String::new(), "Yang menerima,".to_owned()], &self.received_by)
            }
        };
        let place = format!("{}, {}", self.place, date(self.on));
        let right = Side::person(vec![place, "Petugas Pelayanan Informasi,".to_owned()], &self.officer);
        sheet.signatures(left, right)
    }
}
